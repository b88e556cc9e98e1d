"""A scalar autograd `Value` in the manner of karpathy's lecture, which says what the Values of `trace` mean.

It differs from PyPI's micrograd where `trace` does on purpose:

- `a - b`, `a / b` and `-a` are one operation each, and operands keep their order.
- `backward()` starts the gradients of inner nodes afresh; those of leaves add up. It sweeps against the order of
  creation, so that what a node receives is added in one order, always.
- Data and gradients are floats: `Value(2)` prints as `Value(data=2.0, grad=0.0)`.
- Where Python raises an error of arithmetic, a Value becomes inf or nan, as IEEE 754 says: `Value(1) / 0` is inf.
- A kink has the derivative that PyTorch chooses, and a branch that was not taken gets 0 even of an infinite gradient.
- `x**2` of a Value is `x*x`, which rounds to nearest. C's `pow`, which Python takes, misses that by one unit in the
  last place for one number of 1,200.

Functions of Values that the language has besides stand at the end. Needs nothing but CPython.
"""

import itertools
import math
import operator


class Value:
    """A number that knows what it was computed from, and the derivative of a later result by it."""

    __slots__ = ("_data", "_grad", "label", "_prev", "_op", "_backward", "_order")

    _counter = itertools.count()

    def __init__(self, data, _children=(), _op="", label=""):
        if not isinstance(data, (int, float)):
            raise TypeError(f"a Value holds a number, not {type(data).__name__}")
        self._data = float(data)
        self._grad = 0.0
        self.label = label
        self._prev = _children
        self._op = _op
        self._backward = _nothing
        self._order = next(Value._counter)

    # Numbers that the text sets become floats; the class itself uses the slots, which takes half the time.

    def _set_data(self, data):
        self._data = _checked(data)

    def _set_grad(self, grad):
        self._grad = _checked(grad) + 0.0

    data = property(operator.attrgetter("_data"), _set_data)
    grad = property(operator.attrgetter("_grad"), _set_grad)

    def __repr__(self):
        return f"Value(data={self._data}, grad={self._grad})"

    # Arithmetic

    def __add__(self, other):
        if type(other) is not Value:
            if not isinstance(other, (int, float)):
                return NotImplemented
            other = Value(other)
        out = Value(self._data + other._data, (self, other), "+")

        def _backward():
            grad = out._grad
            self._grad += grad
            other._grad += grad

        out._backward = _backward
        return out

    def __sub__(self, other):
        if type(other) is not Value:
            if not isinstance(other, (int, float)):
                return NotImplemented
            other = Value(other)
        out = Value(self._data - other._data, (self, other), "-")

        def _backward():
            grad = out._grad
            self._grad += grad
            other._grad -= grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        if type(other) is not Value:
            if not isinstance(other, (int, float)):
                return NotImplemented
            other = Value(other)
        out = Value(self._data * other._data, (self, other), "*")

        def _backward():
            grad = out._grad
            self._grad += grad * other._data
            other._grad += grad * self._data

        out._backward = _backward
        return out

    def __truediv__(self, other):
        if type(other) is not Value:
            if not isinstance(other, (int, float)):
                return NotImplemented
            other = Value(other)
        out = Value(_quotient(self._data, other._data), (self, other), "/")

        def _backward():
            grad = out._grad
            self._grad += grad * _quotient(1.0, other._data)
            other._grad += grad * _quotient(-out._data, other._data)

        out._backward = _backward
        return out

    def __pow__(self, exponent):
        if isinstance(exponent, Value):
            return self._pow_of_value(exponent)
        if not isinstance(exponent, (int, float)):
            return NotImplemented
        out = Value(_power(self._data, exponent), (self,), f"**{exponent}")

        def _backward():
            self._grad += _base_grad(out._grad, self._data, exponent)

        out._backward = _backward
        return out

    def _pow_of_value(self, exponent):
        out = Value(_power(self._data, exponent._data), (self, exponent), "**")

        def _backward():
            grad = out._grad
            self._grad += _base_grad(grad, self._data, exponent._data)
            exponent._grad += _exponent_grad(grad, self._data, exponent._data, out._data)

        out._backward = _backward
        return out

    def __neg__(self):
        return self._function("neg", -self._data, lambda x, z: -1.0)

    def __pos__(self):
        return self

    # A number on the left becomes a leaf, so that operands stay in the order of the text.

    def __radd__(self, other):
        return Value(other) + self if isinstance(other, (int, float)) else NotImplemented

    def __rsub__(self, other):
        return Value(other) - self if isinstance(other, (int, float)) else NotImplemented

    def __rmul__(self, other):
        return Value(other) * self if isinstance(other, (int, float)) else NotImplemented

    def __rtruediv__(self, other):
        return Value(other) / self if isinstance(other, (int, float)) else NotImplemented

    def __rpow__(self, other):
        return Value(other)._pow_of_value(self) if isinstance(other, (int, float)) else NotImplemented

    # Functions: the value z, and dz/dx

    def exp(self):
        return self._function("exp", _exp(self._data), lambda x, z: z)

    def log(self):
        return self._function("log", _log(self._data), lambda x, z: _quotient(1.0, x))

    def sqrt(self):
        x = self._data
        return self._function("sqrt", math.nan if x < 0 else math.sqrt(x), lambda x, z: _quotient(0.5, z))

    def sin(self):
        return self._function("sin", _wave(math.sin, self._data), lambda x, z: _wave(math.cos, x))

    def cos(self):
        return self._function("cos", _wave(math.cos, self._data), lambda x, z: -_wave(math.sin, x))

    def tanh(self):
        return self._function("tanh", math.tanh(self._data), lambda x, z: 1 - z * z)

    def sigmoid(self):
        return self._function("sigmoid", _sigmoid(self._data), lambda x, z: z * (1 - z))

    def relu(self):
        x = self._data
        out = Value(0.0 if x < 0 else x, (self,), "relu")

        def _backward():
            self._grad += 0.0 if out._data <= 0 else out._grad

        out._backward = _backward
        return out

    def abs(self):
        return self._function("abs", abs(self._data), lambda x, z: float((x > 0) - (x < 0)))

    __abs__ = abs

    def pow(self, exponent):
        return self**exponent

    def _function(self, name, data, slope):
        out = Value(data, (self,), name)

        def _backward():
            self._grad += out._grad * slope(self._data, out._data)

        out._backward = _backward
        return out

    # The backward pass

    def backward(self):
        reached = {self}
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node._prev:
                node._grad = 0.0
            for operand in node._prev:
                if operand not in reached:
                    reached.add(operand)
                    waiting.append(operand)
        self._grad += 1.0
        for node in sorted(reached, key=operator.attrgetter("_order"), reverse=True):
            node._backward()

    def zero_grad(self):
        self._grad = 0.0


def _nothing():
    """What a leaf gives to its operands."""


# Arithmetic of floats that raises nothing


def _checked(number):
    if not isinstance(number, (int, float)):
        raise TypeError(f"a Value holds numbers, not {type(number).__name__}")
    return float(number)


def _quotient(x, y):
    if y != 0:
        return x / y
    return math.nan if x == 0 or math.isnan(x) else math.copysign(math.inf, x) * math.copysign(1.0, y)


def _exp(x):
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def _log(x):
    if x == 0:
        return -math.inf
    return math.log(x) if x > 0 else math.nan


def _wave(function, x):
    return math.nan if math.isinf(x) else function(x)


def _sigmoid(x):
    if x >= 0:
        return 1 / (1 + _exp(-x))
    small = _exp(x)
    return small / (1 + small)


def _power(x, y):
    if y == 2:
        return x * x
    is_odd = math.isfinite(y) and y % 2 == 1
    try:
        result = x ** float(y)
    except ZeroDivisionError:
        return math.copysign(math.inf, x) if is_odd else math.inf
    except OverflowError:
        return -math.inf if x < 0 and is_odd else math.inf
    return math.nan if isinstance(result, complex) else result


def _base_grad(grad, x, y):
    """What a gradient of `x**y` gives to x."""
    if y == 0:
        return 0.0
    return grad * (2 * x if y == 2 else y * _power(x, y - 1))


def _exponent_grad(grad, x, y, z):
    """What a gradient of `z = x**y` gives to y."""
    return grad * (0.0 if x == 0 and y >= 0 else z * _log(x))


# What the language has besides, as functions of Values and of numbers


def _choose(symbol, x, y, takes_second):
    """The smaller or larger of two, one of them a Value; a tie gives one half to each."""
    x = x if isinstance(x, Value) else Value(x)
    y = y if isinstance(y, Value) else Value(y)
    if math.isnan(x._data) or math.isnan(y._data):
        data = math.nan
    else:
        data = y._data if takes_second(y._data, x._data) else x._data
    out = Value(data, (x, y), symbol)

    def _backward():
        if x._data == y._data:
            x._grad += 0.5 * out._grad
            y._grad += 0.5 * out._grad
        else:
            x._grad += 0.0 if takes_second(y._data, x._data) else out._grad
            y._grad += 0.0 if takes_second(x._data, y._data) else out._grad

    out._backward = _backward
    return out


def _choice(symbol, python_own, takes_second):
    def choice(*candidates, **options):
        if len(candidates) == 1:
            candidates = (list(candidates[0]),)
        objects = candidates[0] if len(candidates) == 1 else candidates
        if options or not any(isinstance(one, Value) for one in objects):
            return python_own(*candidates, **options)
        best = objects[0]
        for one in objects[1:]:
            if isinstance(best, Value) or isinstance(one, Value):
                best = _choose(symbol, best, one, takes_second)
            elif takes_second(one, best):
                best = one
        return best

    choice.__name__ = symbol
    return choice


def _folding_sum(python_own):
    def folding_sum(elements, *start, **options):
        """Python's `sum`, which takes a first element that is a Value as its start."""
        elements = iter(elements)
        if start or options:
            return python_own(elements, *start, **options)
        for first in elements:
            if isinstance(first, Value):
                return python_own(elements, first)
            return python_own(itertools.chain([first], elements))
        return 0

    folding_sum.__name__ = "sum"
    return folding_sum


def _of_value_or_number(name, of_number):
    def function(x):
        return getattr(x, name)() if isinstance(x, Value) else of_number(x)

    function.__name__ = name
    return function


sum = _folding_sum(sum)
min = _choice("min", min, operator.lt)
max = _choice("max", max, operator.gt)
exp, log, sqrt, sin, cos, tanh = (
    _of_value_or_number(name, getattr(math, name)) for name in ("exp", "log", "sqrt", "sin", "cos", "tanh")
)
sigmoid = _of_value_or_number("sigmoid", _sigmoid)
relu = _of_value_or_number("relu", lambda x: type(x)(0) if x < 0 else x)


def _shifted(logits):
    """The logits less the largest of them, a constant, so that no exponential overflows."""
    numbers = [one._data if isinstance(one, Value) else one for one in logits]
    largest = float(max([number for number in numbers if number == number], default=-math.inf))
    return [one - largest for one in logits]


def softmax(logits):
    exponentials = [exp(one) for one in _shifted(logits)]
    total = sum(exponentials)
    return [one / total for one in exponentials]


def cross_entropy(logits, index):
    shifted = _shifted(logits)
    return log(sum([exp(one) for one in shifted])) - shifted[index]


def mse(predictions, targets):
    squares = [(p - t) ** 2 for p, t in zip(predictions, targets, strict=True)]
    return sum(squares) / len(squares)
