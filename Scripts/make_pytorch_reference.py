"""Writes Tests/MicrogradTests/References/pytorch.json: expressions with PyTorch's data and gradients.

    python Scripts/make_pytorch_reference.py

Needs torch. The output depends on the torch version alone: the expressions come from a seeded
random stream and from a fixed list of kinks.

An expression is a list of nodes in order of creation; the last is the root. A node is
`["leaf", number]` or `[symbol, operand, ...]`, where an operand is the index of a node, or a
number for a constant. A number is text (Python's `repr`), so that nan, inf and -0.0 survive.
`data` and `grad` hold one number a node; `grad` is null where the backward pass did not reach.
"""

import json
import math
import pathlib
import random
import warnings

import torch

OUTPUT = pathlib.Path(__file__).parents[1] / "Tests/MicrogradTests/References/pytorch.json"

BINARY = {
    "+": torch.add,
    "-": torch.subtract,
    "*": torch.multiply,
    "/": torch.true_divide,
    "**": torch.pow,
    "min": torch.minimum,
    "max": torch.maximum,
}
UNARY = {
    "neg": torch.neg,
    "exp": torch.exp,
    "log": torch.log,
    "sqrt": torch.sqrt,
    "sin": torch.sin,
    "cos": torch.cos,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
    "abs": torch.abs,
}


def constant(number):
    return torch.tensor(number, dtype=torch.float64)


def run(nodes):
    """Returns the data and gradients of all nodes."""
    tensors = []

    def operand(symbol, operand):
        if isinstance(operand, int):
            return tensors[operand]
        # A number as such where PyTorch has a rule of its own for it, else a constant tensor.
        return operand if symbol == "**" else constant(operand)

    for symbol, *operands in nodes:
        if symbol == "leaf":
            tensors.append(constant(operands[0]).requires_grad_())
            continue
        function = UNARY.get(symbol) or BINARY[symbol]
        result = function(*(operand(symbol, one) for one in operands))
        result.retain_grad()
        tensors.append(result)
    tensors[-1].backward()
    return [t.item() for t in tensors], [None if t.grad is None else t.grad.item() for t in tensors]


def value(symbol, *numbers):
    return (UNARY.get(symbol) or BINARY[symbol])(*map(constant, numbers)).item()


# MARK: - Random expressions, away from kinks and poles


def is_tame(symbol, x, y=None):
    """Whether rounding in the last place of the operands stays that small in result and gradient."""
    if symbol in ("exp", "sigmoid", "tanh"):
        return abs(x) < 6
    if symbol in ("sin", "cos"):
        return abs(x) < 30
    if symbol in ("log", "sqrt"):
        return x > 0.1
    if symbol in ("relu", "abs"):
        return abs(x) > 1e-3
    if symbol == "/":
        return abs(y) > 0.1
    if symbol == "**":
        return 0.1 < x < 20 and abs(y) < 4
    if symbol in ("min", "max"):
        return abs(x - y) > 1e-3
    return True


def random_expression(stream, leaf_count, operation_count, shape, sums_up):
    nodes = [["leaf", stream.uniform(-3, 3)] for _ in range(leaf_count)]
    data = [node[1] for node in nodes]

    def pick():
        if shape == "chain":
            return len(nodes) - 1
        if shape == "recent":
            return stream.randrange(max(0, len(nodes) - 4), len(nodes))
        return stream.randrange(len(nodes))

    while len(nodes) < leaf_count + operation_count:
        if stream.random() < 0.45:
            symbol = stream.choice(list(UNARY))
            operands = [pick()]
        else:
            symbol = stream.choice(list(BINARY))
            other = stream.randrange(len(nodes)) if shape == "chain" else pick()
            number = stream.choice([2.0, 3.0, -1.0, 0.5, 10.0, round(stream.uniform(-3, 3), 2)])
            operands = stream.choice(
                [[pick(), other], [pick(), other], [other, pick()], [pick(), pick()], [pick(), number], [number, pick()]]
            )
        numbers = [data[one] if isinstance(one, int) else one for one in operands]
        is_repeated = len(operands) == 2 and operands[0] == operands[1] and symbol in ("min", "max")
        if not is_repeated and not is_tame(symbol, *numbers):
            continue
        result = value(symbol, *numbers)
        if not math.isfinite(result) or abs(result) > 1e3:
            continue
        nodes.append([symbol, *operands])
        data.append(result)
    if sums_up:
        used = {one for node in nodes for one in node[1:] if isinstance(one, int)}
        root = len(nodes) - 1
        for unused in [index for index in range(root) if index not in used]:
            nodes.append(["+", root, unused])
            root = len(nodes) - 1
    return nodes


def random_expressions():
    stream = random.Random(1337)
    shapes = [("any", 1, 4), ("any", 2, 8), ("any", 3, 16), ("recent", 2, 12), ("recent", 4, 30), ("chain", 2, 40)]
    names = {"any": "random", "recent": "diamonds", "chain": "chain"}
    for number in range(240):
        shape, leaves, operations = shapes[number % len(shapes)]
        while True:
            nodes = random_expression(stream, leaves, operations, shape, sums_up=number % 4 != 0)
            _, grads = run(nodes)
            if all(g is None or (math.isfinite(g) and abs(g) < 1e5) for g in grads):
                break
        yield f"{names[shape]} {number}", nodes
    # Deep, and narrow enough that the gradient does not vanish.
    for symbol in ("sin", "tanh", "relu", "abs", "neg"):
        yield f"deep {symbol}", [["leaf", 0.7]] + [[symbol, index] for index in range(200)]


# MARK: - Kinks, poles, NaN and infinity

SPECIAL = [0.0, -0.0, 1.0, -2.0, 0.5, 2.0, 3.0, math.inf, -math.inf, math.nan]
FEW_SPECIAL = {0.0, -2.0, math.inf}
SPECIAL_UNARY = SPECIAL + [-1.0, 5e-324, 1e308, -1e308, 36.0, -36.0, 709.0, 710.0, -745.0, -746.0, 1e4, -1e4]


def name_of(number):
    return repr(number)


def kinks():
    for symbol in UNARY:
        for x in SPECIAL_UNARY:
            yield f"{symbol}({name_of(x)})", [["leaf", x], [symbol, 0]]
    for symbol in BINARY:
        for x in SPECIAL:
            for y in SPECIAL:
                text = f"{name_of(x)} {symbol} {name_of(y)}"
                yield f"{text}, two values", [["leaf", x], ["leaf", y], [symbol, 0, 1]]
                if symbol in "+-*/" and not {x, y} <= FEW_SPECIAL:
                    continue
                yield f"{text}, value and constant", [["leaf", x], [symbol, 0, y]]
                yield f"{text}, constant and value", [["leaf", y], [symbol, x, 0]]
        for x in SPECIAL:
            yield f"x {symbol} x at {name_of(x)}", [["leaf", x], [symbol, 0, 0]]
    # An infinite, NaN or zero gradient from above.
    inner = [
        ("relu(x)", [["relu", 0]]),
        ("abs(x)", [["abs", 0]]),
        ("max(x, 0)", [["max", 0, 0.0]]),
        ("max(0, x)", [["max", 0.0, 0]]),
        ("min(x, 0)", [["min", 0, 0.0]]),
        ("min(0, x)", [["min", 0.0, 0]]),
        ("x * 0", [["*", 0, 0.0]]),
        ("x ** 2", [["**", 0, 2.0]]),
        ("x ** 0 - 1", [["**", 0, 0.0], ["-", 1, 1.0]]),
        ("0 ** x", [["**", 0.0, 0]]),
        ("sqrt(x)", [["sqrt", 0]]),
        ("exp(x)", [["exp", 0]]),
        ("tanh(x)", [["tanh", 0]]),
        ("sigmoid(x)", [["sigmoid", 0]]),
    ]
    outer = [
        ("log", lambda z: [["log", z]]),
        ("sqrt", lambda z: [["sqrt", z]]),
        ("1 /", lambda z: [["/", 1.0, z]]),
        ("0 *", lambda z: [["*", 0.0, z]]),
        ("inf *", lambda z: [["*", math.inf, z]]),
        ("nan *", lambda z: [["*", math.nan, z]]),
        ("1 / log", lambda z: [["log", z], ["/", 1.0, z + 1]]),
    ]
    for x in [0.0, -0.0, 1.0, -1.0, -800.0, 800.0, math.inf, -math.inf, math.nan]:
        for inner_name, inside in inner:
            for outer_name, outside in outer:
                nodes = [["leaf", x]] + inside
                yield f"{outer_name} {inner_name} at {name_of(x)}", nodes + outside(len(nodes) - 1)
    for symbol in ("min", "max", "**"):
        for x, y in [(1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (math.nan, 1.0), (1.0, math.nan), (0.0, 0.0), (0.0, 2.0)]:
            yield f"inf * {symbol}({x!r}, {y!r})", [["leaf", x], ["leaf", y], [symbol, 0, 1], ["*", 2, math.inf]]


# MARK: - JSON

def text(number):
    return None if number is None else repr(number)


def encoded(name, nodes):
    data, grads = run(nodes)
    return {
        "name": name,
        "nodes": [[text(part) if isinstance(part, float) else part for part in node] for node in nodes],
        "data": list(map(text, data)),
        "grad": list(map(text, grads)),
    }


def main():
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    parts = {"expressions": random_expressions(), "kinks": kinks()}
    lines = ["{", f'  "torch": "{torch.__version__}",']
    for position, (key, expressions) in enumerate(parts.items()):
        rows = [json.dumps(encoded(*expression), separators=(",", ":")) for expression in expressions]
        lines += [f'  "{key}": [', "    " + ",\n    ".join(rows), "  ]" + ("," if position == 0 else "")]
        print(f"{key}: {len(rows)}")
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text("\n".join(lines + ["}"]) + "\n")


main()
