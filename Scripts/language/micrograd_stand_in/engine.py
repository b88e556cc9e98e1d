"""`from engine import Value`, for texts that stand beside a file engine.py."""

from reference_value import Value
