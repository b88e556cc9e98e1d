"""Runs a text under CPython as `trace` is to run it: with Value, nn and the rest built in, and seed 0.

    python3 Scripts/language/runner.py FILE

What a text prints, the type of the error that ends it, and the line of that error make its outcome. A text's own
engine (`class Value`, and the functions `trace` and `draw_dot`) is skipped, as `trace` skips it.
"""

import ast
import builtins
import contextlib
import io
import json
import math
import pathlib
import random
import sys
import warnings

HERE = pathlib.Path(__file__).parent
for folder in (HERE / "micrograd_stand_in", HERE):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import reference_value
from micrograd import nn
from reference_value import Value

if sys.version_info >= (3, 12):
    sys.exit("CPython 3.12 adds floats in `sum` with another rounding than `+`; run this by CPython 3.11.")

FILE = "program"

# What a text finds beside Python's own.
NAMES = {
    name: getattr(reference_value, name)
    for name in (
        "Value",
        "sum",
        "min",
        "max",
        "exp",
        "log",
        "sqrt",
        "sin",
        "cos",
        "tanh",
        "sigmoid",
        "relu",
        "softmax",
        "mse",
        "cross_entropy",
    )
}
NAMES |= {name: getattr(nn, name) for name in ("Module", "Neuron", "Layer", "MLP", "Linear")}
NAMES |= {"nn": nn, "random": random, "math": math}


class Drawing:
    """What `draw_dot` gives: it can be rendered and viewed, and shows nothing."""

    def render(self, *arguments, **options):
        return None

    view = render


class Outcome:
    def __init__(self):
        self.printed = ""
        self.error = None
        self.message = None
        self.line = None
        # Whether the text read a gradient that was not 0.
        self.gradients = False

    def entry(self, name, text):
        """The outcome as it stands in the files of references."""
        return {
            "name": name,
            "text": text,
            "printed": self.printed,
            "error": self.error,
            "line": self.line,
            "gradients": self.gradients,
        }


class Limit(BaseException):
    """Ends a text that prints or computes too much; no text can catch it."""


class Output(io.StringIO):
    def __init__(self, limit):
        super().__init__()
        self.left = limit

    def write(self, text):
        self.left -= len(text)
        if self.left < 0:
            raise Limit("output")
        return super().write(text)


class OwnEngine(ast.NodeTransformer):
    """Leaves out what `trace` leaves out: the text's own engine and drawing functions."""

    def visit_ClassDef(self, node):
        return ast.copy_location(ast.Pass(), node) if node.name == "Value" else node

    def visit_FunctionDef(self, node):
        return ast.copy_location(ast.Pass(), node) if node.name in ("trace", "draw_dot") else node


@contextlib.contextmanager
def watched_gradients(outcome):
    """Notes in the outcome whether the text reads a gradient, by itself or in what a Value prints."""
    grad, description = Value.grad, Value.__repr__

    def read(self):
        value = grad.fget(self)
        outcome.gradients = outcome.gradients or value != 0
        return value

    def describe(self):
        outcome.gradients = outcome.gradients or self._grad != 0
        return description(self)

    Value.grad, Value.__repr__ = property(read, grad.fset), describe
    try:
        yield
    finally:
        Value.grad, Value.__repr__ = grad, description


def zero_grad_in(namespace):
    def zero_grad(*objects):
        for one in objects or list(namespace.values()):
            if isinstance(one, (list, tuple)):
                if one:
                    zero_grad(*one)
            elif isinstance(one, (Value, nn.Module)):
                one.zero_grad()

    return zero_grad


def seed_without_clock(a=0):
    random.Random.seed(random._inst, a)


def knows_values(text):
    """Whether a text mentions Values, or networks, which make them."""
    names = {"Value", "Neuron", "Layer", "MLP", "Linear", "nn"}
    return any(isinstance(node, ast.Name) and node.id in names for node in ast.walk(ast.parse(text)))


def run(text, transform=None, names=None, output_limit=1_000_000):
    """Runs a text in a namespace of its own.

    `transform` changes its syntax tree before; `names` are further names that it finds.
    """
    outcome = Outcome()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = OwnEngine().visit(ast.parse(text, FILE))
        if transform:
            tree = transform(tree)
        code = compile(tree, FILE, "exec", dont_inherit=True)
    namespace = {"__name__": "__main__"}
    extra = {"draw_dot": lambda *roots, **options: Drawing(), "zero_grad": zero_grad_in(namespace)}
    namespace["__builtins__"] = {**vars(builtins), **NAMES, **extra, **(names or {})}
    random.seed = seed_without_clock
    random.seed(0)
    output = Output(output_limit)
    with contextlib.redirect_stdout(output), watched_gradients(outcome):
        try:
            exec(code, namespace)
        except Exception as error:
            outcome.error = type(error).__name__
            outcome.message = str(error)
            outcome.line = line_of(error)
    outcome.printed = output.getvalue()
    return outcome


def line_of(error):
    """The line of the text that was running: of its innermost frame, where the error came from a function."""
    line = None
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def write_rows(rows, path):
    """Writes a file of references, one row a line."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows) + "\n]\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    result = run(pathlib.Path(sys.argv[1]).read_text())
    print(result.printed, end="")
    if result.error:
        sys.exit(f"{sys.argv[1]}:{result.line}: {result.error}: {result.message}")
