"""Writes Tests/MicrogradTests/References/pytorch-layers.json: layers with PyTorch's outputs and gradients.

    python Scripts/make_pytorch_layers_reference.py

Needs torch. The output depends on the torch version alone: all numbers come from a seeded random stream.

A case has a `layer` (its kind and sizes), the `shape` and numbers of its `input`, the `parameters` in the
order of this package (for each output its weights, then its bias), the `output` and its shape, the `upstream`
gradient that the backward pass starts from, and the gradients `inputGrad` and `parameterGrads`. A number is
text (Python's `repr`).
"""

import json
import pathlib
import random

import torch

OUTPUT = pathlib.Path(__file__).parents[1] / "Tests/MicrogradTests/References/pytorch-layers.json"
stream = random.Random(1337)


def tensor(*shape):
    count = torch.Size(shape).numel()
    numbers = [stream.uniform(-2, 2) for _ in range(count)]
    return torch.tensor(numbers, dtype=torch.float64).reshape(shape).requires_grad_()


def text(tensor):
    return [repr(number) for number in tensor.detach().flatten().tolist()]


def rows(weight, bias):
    """Weights and biases as this package orders them."""
    return torch.cat([weight.reshape(len(bias), -1), bias.reshape(-1, 1)], dim=1)


def case(layer, shape, function, parameters):
    """`parameters` are pairs of weight and bias; `function` takes the input and them."""
    x = tensor(*shape)
    y = function(x, *[one for pair in parameters for one in pair])
    upstream = tensor(*y.shape).detach()
    y.backward(upstream)
    return {
        "layer": layer,
        "shape": list(shape),
        "input": text(x),
        "parameters": [n for pair in parameters for n in text(rows(*pair))],
        "outputShape": list(y.shape),
        "output": text(y),
        "upstream": text(upstream),
        "inputGrad": text(x.grad),
        "parameterGrads": [n for w, b in parameters for n in text(rows(w.grad, b.grad))],
    }


def linear(inputs, outputs):
    return case(
        {"kind": "linear", "sizes": [inputs, outputs]},
        (inputs,),
        torch.nn.functional.linear,
        [(tensor(outputs, inputs), tensor(outputs))],
    )


def convolution(inputs, outputs, kernel, stride, padding, height, width):
    return case(
        {"kind": "conv2d", "sizes": [inputs, outputs, kernel, stride, padding]},
        (inputs, height, width),
        lambda x, w, b: torch.nn.functional.conv2d(x, w, b, stride=stride, padding=padding),
        [(tensor(outputs, inputs, kernel, kernel), tensor(outputs))],
    )


def pool(kind, function, kernel, stride, channels, height, width):
    return case(
        {"kind": kind, "sizes": [kernel, stride]},
        (channels, height, width),
        lambda x: function(x, kernel, stride),
        [],
    )


def activation(kind, function):
    return case({"kind": kind, "sizes": []}, (7,), function, [])


def perceptron(kind, sizes, function):
    """A network whose layers, but for the last, apply the function `kind`."""

    def forward(x, *parameters):
        pairs = list(zip(parameters[::2], parameters[1::2]))
        for weight, bias in pairs[:-1]:
            x = function(torch.nn.functional.linear(x, weight, bias))
        return torch.nn.functional.linear(x, *pairs[-1])

    pairs = [(tensor(outputs, inputs), tensor(outputs)) for inputs, outputs in zip(sizes, sizes[1:])]
    return case({"kind": "mlp " + kind, "sizes": sizes}, (sizes[0],), forward, pairs)


def network():
    """A convolutional network: two convolutions with relu and pools, then a linear layer."""
    functional = torch.nn.functional

    def forward(x, w0, b0, w1, b1, w2, b2):
        x = functional.max_pool2d(functional.relu(functional.conv2d(x, w0, b0, padding=1)), 2)
        x = functional.avg_pool2d(torch.tanh(functional.conv2d(x, w1, b1)), 2)
        return functional.log_softmax(functional.linear(x.flatten(), w2, b2), dim=0)

    return case(
        {"kind": "network", "sizes": []},
        (1, 8, 8),
        forward,
        [
            (tensor(3, 1, 3, 3), tensor(3)),
            (tensor(2, 3, 3, 3), tensor(2)),
            (tensor(4, 2), tensor(4)),
        ],
    )


def cases():
    functional = torch.nn.functional
    for inputs, outputs in [(1, 1), (3, 2), (5, 4), (16, 10)]:
        yield linear(inputs, outputs)
    for sizes in [
        # in, out, kernel, stride, padding, height, width
        (1, 1, 1, 1, 0, 3, 4),
        (1, 1, 3, 1, 0, 3, 3),
        (1, 2, 3, 1, 0, 5, 4),
        (1, 2, 3, 1, 1, 4, 5),
        (2, 1, 2, 1, 0, 4, 4),
        (2, 3, 3, 2, 0, 7, 6),
        (3, 2, 3, 2, 1, 5, 6),
        (2, 2, 3, 3, 2, 6, 5),
        (3, 4, 2, 2, 1, 5, 5),
        (1, 1, 5, 1, 2, 5, 5),
        (4, 3, 1, 2, 0, 4, 3),
        (2, 2, 4, 1, 3, 2, 3),
    ]:
        yield convolution(*sizes)
    for kernel, stride, channels, height, width in [(2, 2, 1, 4, 4), (2, 2, 2, 5, 7), (3, 1, 2, 5, 4), (3, 2, 1, 7, 6)]:
        yield pool("max_pool2d", functional.max_pool2d, kernel, stride, channels, height, width)
        yield pool("average_pool2d", functional.avg_pool2d, kernel, stride, channels, height, width)
    yield activation("relu", functional.relu)
    yield activation("tanh", torch.tanh)
    yield activation("sigmoid", torch.sigmoid)
    yield activation("leaky_relu", functional.leaky_relu)
    yield activation("gelu", lambda x: functional.gelu(x, approximate="tanh"))
    yield activation("softplus", functional.softplus)
    yield activation("softmax", lambda x: functional.softmax(x, dim=0))
    yield activation("log_softmax", lambda x: functional.log_softmax(x, dim=0))
    for _ in range(3):
        yield network()
    for kind, function in [
        ("linear", lambda x: x),
        ("relu", functional.relu),
        ("tanh", torch.tanh),
        ("sigmoid", torch.sigmoid),
        ("leakyRelu", functional.leaky_relu),
        ("gelu", lambda x: functional.gelu(x, approximate="tanh")),
        ("softplus", functional.softplus),
    ]:
        for sizes in [[2, 3, 1], [5, 9, 8, 2]]:
            yield perceptron(kind, sizes, function)


def main():
    torch.set_num_threads(1)
    lines = [json.dumps(one, separators=(",", ":")) for one in cases()]
    OUTPUT.write_text(
        f'{{\n  "torch": "{torch.__version__}",\n  "cases": [\n    ' + ",\n    ".join(lines) + "\n  ]\n}\n"
    )
    print(f"{len(lines)} cases")


main()
