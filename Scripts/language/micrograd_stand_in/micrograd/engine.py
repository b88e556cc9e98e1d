"""`from micrograd.engine import Value`."""

from reference_value import Value
