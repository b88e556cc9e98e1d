"""Runs the workloads of Workloads.swift with PyTorch: one tensor a value, and batched.

Reads lines such as `W3batched 100` and prints the seconds that one run took, over that many.
"""

import random
import sys
import time

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
random.seed(1337)

# Neuron by neuron, as in micrograd: the weights of each, then its bias.
sizes = [2, 16, 16, 1]
layers = [
    [([random.uniform(-1, 1) for _ in range(n)], 0.0) for _ in range(m)] for n, m in zip(sizes, sizes[1:])
]
points = [(random.uniform(-1, 1), random.uniform(-1, 1)) for _ in range(100)]
labels = [1.0 if i % 2 == 0 else -1.0 for i in range(100)]


def leaf(number):
    return torch.tensor(number, requires_grad=True)


def readme_expression():
    a, b = leaf(-4.0), leaf(2.0)
    c = a + b
    d = a * b + b**3
    c = c + (c + 1)
    c = c + (1 + c + (-a))
    d = d + (d * 2 + (b + a).relu())
    d = d + (3 * d + (b - a).relu())
    e = c - d
    f = e**2
    g = f / 2.0
    g = g + 10.0 / f
    g.backward()


scalar_layers = [[([leaf(w) for w in ws], leaf(b)) for ws, b in layer] for layer in layers]
scalar_parameters = [p for layer in scalar_layers for ws, b in layer for p in ws + [b]]


def moons_scalar():
    loss = torch.tensor(0.0)
    for (x, y), label in zip(points, labels):
        values = [torch.tensor(x), torch.tensor(y)]
        for index, layer in enumerate(scalar_layers):
            outputs = []
            for ws, b in layer:
                total = b
                for w, value in zip(ws, values):
                    total = total + w * value
                outputs.append(total if index == len(scalar_layers) - 1 else total.relu())
            values = outputs
        loss = loss + (1 + -label * values[0]).relu()
    squares = torch.tensor(0.0)
    for p in scalar_parameters:
        squares = squares + p * p
    total = loss * (1.0 / len(points)) + 1e-4 * squares
    for p in scalar_parameters:
        p.grad = None
    total.backward()
    with torch.no_grad():
        for p in scalar_parameters:
            p -= 0.01 * p.grad


weights = [torch.tensor([ws for ws, _ in layer], requires_grad=True) for layer in layers]
biases = [torch.tensor([b for _, b in layer], requires_grad=True) for layer in layers]
batch = torch.tensor(points)
targets = torch.tensor(labels)


def moons_batched():
    values = batch
    for index, (w, b) in enumerate(zip(weights, biases)):
        values = values @ w.T + b
        if index < len(weights) - 1:
            values = values.relu()
    loss = (1 - targets * values[:, 0]).relu().mean()
    total = loss + 1e-4 * sum((p * p).sum() for p in weights + biases)
    for p in weights + biases:
        p.grad = None
    total.backward()
    with torch.no_grad():
        for p in weights + biases:
            p -= 0.01 * p.grad


workloads = {"W1": readme_expression, "W3": moons_scalar, "W3batched": moons_batched}
print("PyTorch", torch.__version__, flush=True)
for line in sys.stdin:
    name, count = line.split()
    start = time.perf_counter()
    for _ in range(int(count)):
        workloads[name]()
    print((time.perf_counter() - start) / int(count), flush=True)
