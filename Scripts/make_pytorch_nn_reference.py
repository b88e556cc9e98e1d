"""Writes Tests/MicrogradTests/References/pytorch-nn.json: PyTorch's numbers for what networks are trained with.

    python Scripts/make_pytorch_nn_reference.py

Needs torch. The output depends on the torch version alone: numbers come from a seeded stream of each
section, and from fixed lists of kinks and large numbers, all in float64.

The file is a dictionary of sections, each a list of rows. To add a section, write a generator of rows
and name it in SECTIONS: the others keep their numbers. A number is text (Python's `repr`), so that nan,
inf and -0.0 survive; `shape` and counts are plain.
"""

import json
import math
import pathlib
import random

import torch
import torch.nn.functional as F

OUTPUT = pathlib.Path(__file__).parents[1] / "Tests/MicrogradTests/References/pytorch-nn.json"


def tensor(numbers):
    return torch.tensor(numbers, dtype=torch.float64)


def leaf(numbers):
    return tensor(numbers).requires_grad_()


def flat(numbers):
    """The numbers of a tensor of any shape, the last index running fastest."""
    return numbers.detach().flatten().tolist()


def row_numbers(stream, count, bound=3.0):
    return [stream.uniform(-bound, bound) for _ in range(count)]


# MARK: - Functions: outputs, and the gradient of Σ weights · outputs

LARGE = [1000.0, -1000.0, 999.0, 0.0, 1000.0]


def softplus(x):
    # PyTorch's own gives x beyond 20, which is off by up to 2e-9.
    return torch.where(x > 20, torch.logaddexp(x, torch.zeros_like(x)), F.softplus(x))


def functions(stream):
    of_lists = {"softmax": lambda x: F.softmax(x, 0), "logSoftmax": lambda x: F.log_softmax(x, 0)}
    lists = [row_numbers(stream, count) for count in (1, 2, 3, 10, 33)]
    lists += [LARGE, [-number for number in LARGE], [0.0] * 4, [2.0, 2.0, 1.0], [-1000.0, -1001.0, -1002.0]]
    lists += [[1e5, -1e5], [-math.inf, 0.0, 1.0], [700.0, 710.0, 745.0], [0.0, -40.0, -746.0]]
    numbers = [0.0, -0.0, 1.0, -1.0, 1e-9, -1e-9, 5.0, -5.0, 19.9, 20.1, 30.0, -30.0, 40.0, -40.0]
    numbers += [709.0, 711.0, -746.0, 1000.0, -1000.0] + row_numbers(stream, 10, 4)
    of_numbers = {
        "gelu": (lambda x: F.gelu(x, approximate="tanh"), {}),
        "softplus": (softplus, {}),
        "leakyRelu": (F.leaky_relu, {}),
        "leakyRelu 0.2": (lambda x: F.leaky_relu(x, 0.2), {"slope": 0.2}),
        "leakyRelu 1.5": (lambda x: F.leaky_relu(x, 1.5), {"slope": 1.5}),
    }
    cases = [(name, function, {}, inputs) for name, function in of_lists.items() for inputs in lists]
    cases += [(name.split()[0], *rest, numbers) for name, rest in of_numbers.items()]
    for name, function, arguments, inputs in cases:
        x = leaf(inputs)
        outputs = function(x)
        weights = row_numbers(stream, len(inputs))
        (tensor(weights) * outputs).sum().backward()
        yield {
            "name": name,
            "arguments": arguments,
            "inputs": inputs,
            "weights": weights,
            "outputs": flat(outputs),
            "grad": flat(x.grad),
        }


# MARK: - Losses: the number, and the gradient of the inputs


def losses(stream):
    def regression():
        for count in (1, 2, 7):
            yield row_numbers(stream, count), row_numbers(stream, count)
        yield [1000.0, -1000.0, 1e6], [-1000.0, 1000.0, 0.5]
        yield [1.0, -2.0, 0.0, 3.0], [1.0, -2.0, 0.0, 2.0]
        # Differences of ±0.5, ±1 and ±2, exactly.
        yield [0.5, -0.5, 1.0, -1.0, 2.0, -2.0, 4.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 3.0]

    def binary():
        for count in (1, 2, 7):
            yield row_numbers(stream, count), [float(stream.random() < 0.5) for _ in range(count)]
        yield row_numbers(stream, 5), [stream.random() for _ in range(5)]
        yield [0.0, -0.0, 0.0, 0.0], [0.0, 1.0, 0.5, 0.25]
        yield [1000.0, -1000.0, 1000.0, -1000.0, 1000.0, 40.0, -40.0], [0.0, 1.0, 1.0, 0.0, 0.5, 1.0, 0.0]

    def margin():
        for count in (1, 2, 7):
            yield row_numbers(stream, count), [stream.choice([-1.0, 1.0]) for _ in range(count)]
        yield [1.0, -1.0, 1.0, 0.0, -1000.0, 1000.0], [1.0, -1.0, -1.0, 1.0, 1.0, 1.0]

    def labels():
        for count in (1, 2, 3, 10):
            yield row_numbers(stream, count), stream.randrange(count)
        for label in (0, 1, 2):
            yield LARGE, label
        yield [2.0, 2.0, 2.0], 1
        yield [1e5, -1e5], 0
        yield [1e5, -1e5], 1
        yield [-math.inf, 0.0, 1.0], 2

    def distributions():
        for count in (2, 3, 10):
            weights = [stream.random() for _ in range(count)]
            yield row_numbers(stream, count), [weight / sum(weights) for weight in weights]
        yield LARGE, [0.25, 0.25, 0.0, 0.5, 0.0]
        yield row_numbers(stream, 3), [0.0, 1.0, 0.0]

    def batches():
        for examples, classes in ((1, 3), (4, 3), (5, 10)):
            yield row_numbers(stream, examples * classes), classes, [
                stream.randrange(classes) for _ in range(examples)
            ]
        yield LARGE[:4] + LARGE[1:], 4, [1, 3]

    def max_margin(scores, targets):
        return F.relu(1 - targets * scores).mean()

    mean = [("meanSquaredError", F.mse_loss, {}), ("meanAbsoluteError", F.l1_loss, {}), ("huber", F.huber_loss, {})]
    mean += [("huber", lambda x, y, d=d: F.huber_loss(x, y, delta=d), {"delta": d}) for d in (0.5, 2.0, 1000.0)]
    cases = [
        (name, inputs, targets, function, arguments, None)
        for name, function, arguments in mean
        for inputs, targets in regression()
    ]
    cases += [("maxMargin", inputs, targets, max_margin, {}, None) for inputs, targets in margin()]
    cases += [
        ("binaryCrossEntropy", inputs, targets, F.binary_cross_entropy_with_logits, {}, None)
        for inputs, targets in binary()
    ]
    cases += [
        ("crossEntropy label", inputs, [label], lambda x, y: F.cross_entropy(x, y[0].long()), {}, None)
        for inputs, label in labels()
    ]
    cases += [("crossEntropy", inputs, targets, F.cross_entropy, {}, None) for inputs, targets in distributions()]
    cases += [
        ("crossEntropy labels", inputs, targets, lambda x, y: F.cross_entropy(x, y.long()), {}, classes)
        for inputs, classes, targets in batches()
    ]
    for strength in (1e-4, 0.5):
        for inputs in (row_numbers(stream, 6), [0.0, -0.0, 2.0], [1e6]):
            cases.append(("l2Penalty", inputs, [], lambda x, y, s=strength: s * (x * x).sum(), {"strength": strength}, None))
            cases.append(("l1Penalty", inputs, [], lambda x, y, s=strength: s * x.abs().sum(), {"strength": strength}, None))
    for name, inputs, targets, function, arguments, columns in cases:
        x = leaf(inputs)
        loss = function(x if columns is None else x.reshape(-1, columns), tensor(targets))
        loss.backward()
        yield {
            "name": name,
            "arguments": arguments,
            "shape": [len(inputs)] if columns is None else [len(inputs) // columns, columns],
            "inputs": inputs,
            "targets": [float(target) for target in targets],
            "loss": loss.item(),
            "grad": flat(x.grad),
        }


# MARK: - Optimizers: five steps with the gradients of each, and the parameters after each

STEPS = 5


def rosenbrock(p):
    return (100 * (p[1:] - p[:-1] ** 2) ** 2 + (1 - p[:-1]) ** 2).sum()


def optimizers(stream):
    kinds = {
        "SGD": (torch.optim.SGD, {"learningRate": "lr", "momentum": "momentum", "nesterov": "nesterov", "weightDecay": "weight_decay"}),
        "Adam": (torch.optim.Adam, {"learningRate": "lr", "epsilon": "eps", "weightDecay": "weight_decay"}),
        "AdamW": (torch.optim.AdamW, {"learningRate": "lr", "epsilon": "eps", "weightDecay": "weight_decay"}),
        "RMSProp": (torch.optim.RMSprop, {"learningRate": "lr", "alpha": "alpha", "epsilon": "eps", "momentum": "momentum", "weightDecay": "weight_decay"}),
    }
    adams = [
        {},
        {"learningRate": 0.1},
        {"learningRate": 0.05, "beta1": 0.5, "beta2": 0.9},
        {"learningRate": 0.05, "beta1": 0.0, "beta2": 0.0},
        {"learningRate": 0.05, "epsilon": 0.1},
        {"learningRate": 0.05, "weightDecay": 0.3},
        {"learningRate": 0.05, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3, "weightDecay": 0.1},
    ]
    settings = {
        "SGD": [
            {"learningRate": 0.001},
            {"learningRate": 0.002, "momentum": 0.9},
            {"learningRate": 0.002, "momentum": 0.9, "nesterov": 1.0},
            {"learningRate": 0.002, "weightDecay": 0.3},
            {"learningRate": 0.001, "momentum": 0.5, "weightDecay": 0.1},
            {"learningRate": 0.001, "momentum": 0.8, "nesterov": 1.0, "weightDecay": 0.2},
        ],
        "Adam": adams,
        "AdamW": adams + [{"learningRate": 0.05, "weightDecay": 0.0}],
        "RMSProp": [
            {},
            {"learningRate": 0.05, "alpha": 0.9},
            {"learningRate": 0.05, "alpha": 0.0, "epsilon": 0.1},
            {"learningRate": 0.05, "momentum": 0.9},
            {"learningRate": 0.05, "weightDecay": 0.3},
            {"learningRate": 0.02, "alpha": 0.5, "epsilon": 1e-3, "momentum": 0.5, "weightDecay": 0.1},
        ],
    }
    # The gradients of an objective; any gradients, of all sizes; the same with a rate that falls.
    for name, (kind, names) in kinds.items():
        for arguments in settings[name]:
            for source in ("rosenbrock", "given", "scheduled"):
                start = row_numbers(stream, 4, 2)
                p = leaf(start)
                keywords = {names[key]: value for key, value in arguments.items() if key in names}
                keywords = {key: bool(value) if key == "nesterov" else value for key, value in keywords.items()}
                if "beta1" in arguments:
                    keywords["betas"] = (arguments["beta1"], arguments["beta2"])
                optimizer = kind([p], **keywords)
                rate = optimizer.param_groups[0]["lr"]
                rates, grads, parameters = [], [], []
                for step in range(STEPS):
                    optimizer.zero_grad()
                    if source == "rosenbrock":
                        rosenbrock(p).backward()
                    else:
                        p.grad = tensor([0.0 if step == 0 else 1.0, *(stream.gauss(0, 10.0**e) for e in (0, -6, 3))])
                    optimizer.param_groups[0]["lr"] = rate * (1 - 0.15 * step) if source == "scheduled" else rate
                    rates.append(optimizer.param_groups[0]["lr"])
                    grads.append(flat(p.grad))
                    optimizer.step()
                    parameters.append(flat(p))
                yield {
                    "name": name,
                    "arguments": arguments,
                    "start": start,
                    "rates": rates,
                    "grads": grads,
                    "parameters": parameters,
                }


# MARK: - Gradient clipping


def clipping(stream):
    for grads in (row_numbers(stream, 5), row_numbers(stream, 1), [3.0, 4.0], [0.0, 0.0], [1e100, -1e100], [1e-7], [math.inf, 1.0], [math.nan, 1.0]):
        for limit in (0.0, 0.1, 1.0, 5.0, 1e6):
            parameter = leaf([0.0] * len(grads))
            parameter.grad = tensor(grads)
            norm = torch.nn.utils.clip_grad_norm_([parameter], limit)
            yield {"limit": limit, "grads": grads, "norm": norm.item(), "clipped": flat(parameter.grad)}


# MARK: - Learning rates: those of steps 0, 1, 2, …


def schedules(stream):
    schedulers = torch.optim.lr_scheduler

    def rates(rate, count, make):
        optimizer = torch.optim.SGD([leaf([0.0])], lr=rate)
        scheduler = make(optimizer)
        for _ in range(count):
            yield optimizer.param_groups[0]["lr"]
            optimizer.step()
            scheduler.step()

    for start, end, over in ((1.0, 0.1, 100), (0.05, 0.01, 7), (0.01, 1.0, 3), (1.0, 0.0, 1)):
        arguments = {"from": start, "to": end, "over": over}
        # Its factors lie in 0 ... 1, so a rate that rises is a share of the last.
        base = max(start, end)
        linear = lambda optimizer: schedulers.LinearLR(optimizer, start / base, end / base, over)
        yield "linear", arguments, rates(base, over + 5, linear)
        cosine = lambda optimizer: schedulers.CosineAnnealingLR(optimizer, over, end)
        yield "cosine", arguments, rates(start, over + 1, cosine)
    for start, factor, every in ((1.0, 0.1, 3), (0.3, 0.5, 1), (0.02, 0.9, 10)):
        arguments = {"from": start, "factor": factor, "every": every}
        yield "step", arguments, rates(start, 25, lambda optimizer: schedulers.StepLR(optimizer, every, factor))
    yield "constant", {"from": 0.3}, rates(0.3, 5, lambda optimizer: schedulers.ConstantLR(optimizer, 1.0))


def schedule_rows(stream):
    for name, arguments, rates in schedules(stream):
        yield {
            "name": name,
            "arguments": {key: float(value) for key, value in arguments.items()},
            "rates": list(rates),
        }


# MARK: - JSON

SECTIONS = {
    "functions": functions,
    "losses": losses,
    "optimizers": optimizers,
    "clipping": clipping,
    "schedules": schedule_rows,
}


def encoded(part):
    if isinstance(part, float):
        return repr(part)
    if isinstance(part, list):
        return [encoded(one) for one in part]
    if isinstance(part, dict):
        return {key: encoded(one) for key, one in part.items()}
    return part


def main():
    torch.set_num_threads(1)
    parts = [f'  "torch": "{torch.__version__}"']
    for name, section in SECTIONS.items():
        rows = [json.dumps(encoded(row), separators=(",", ":")) for row in section(random.Random(name))]
        parts.append(f'  "{name}": [\n    ' + ",\n    ".join(rows) + "\n  ]")
        print(f"{name}: {len(rows)}")
    OUTPUT.write_text("{\n" + ",\n".join(parts) + "\n}\n")


main()
