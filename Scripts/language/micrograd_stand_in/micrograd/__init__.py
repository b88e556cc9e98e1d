"""Stands in for PyPI's micrograd, with the Value of `Scripts/language/reference_value.py`."""
