"""`import nn`, for texts that stand beside a file nn.py."""

from micrograd.nn import *
