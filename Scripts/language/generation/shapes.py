"""What stands for the parts of a program while it is written."""

# How tightly an expression binds.
TERNARY, OR, AND, NOT, COMPARE, SUM, PRODUCT, SIGN, POWER, ATOM = range(10)


class Expression(str):
    """A text, and how tightly it binds."""

    level = ATOM


def made(text, level=ATOM):
    expression = Expression(text)
    expression.level = level
    return expression


def within(expression, level):
    """The text, in parentheses where its context binds more tightly."""
    return str(expression) if expression.level >= level else f"({expression})"


class Variable:
    def __init__(self, kind, nonempty=False):
        self.kind = kind
        self.nonempty = nonempty


class Parameter:
    def __init__(self, name, kind, default=None):
        self.name = name
        self.kind = kind
        self.default = default


class Function:
    def __init__(self, parameters, result, rest=None, options=()):
        self.parameters = parameters
        self.result = result
        # The type of what `*rest` takes, and parameters behind it.
        self.rest = rest
        self.options = options
        self.cost = 1


class Class:
    def __init__(self, name, base=None):
        self.name = name
        self.base = base
        self.attributes = dict(base.attributes) if base else {}
        self.methods = dict(base.methods) if base else {}
        self.init = base.init if base else Function([], None)


class Scope:
    def __init__(self, is_function=False):
        self.variables = {}
        self.is_function = is_function
