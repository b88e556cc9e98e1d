"""Runs the workloads of Workloads.swift with PyPI's micrograd.

Reads lines such as `W1 3000` and prints the seconds that one run took, over that many.
The cyclic garbage collector is off, which is micrograd's best case, but on for names that end in `gc`.
"""

import gc
import random
import sys
import time
from importlib import metadata

from micrograd.engine import Value
from micrograd.nn import MLP

gc.disable()
random.seed(1337)
model = MLP(2, [16, 16, 1])
points = [(random.uniform(-1, 1), random.uniform(-1, 1), 1 if i % 2 == 0 else -1) for i in range(100)]


def readme_expression():
    a = Value(-4.0)
    b = Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()


def moons_step():
    loss = Value(0)
    for x, y, label in points:
        loss += (1 + -label * model([Value(x), Value(y)])).relu()
    squares = sum((p * p for p in model.parameters()), Value(0))
    total = loss * (1.0 / len(points)) + 1e-4 * squares
    model.zero_grad()
    total.backward()
    for p in model.parameters():
        p.data -= 0.01 * p.grad


workloads = {"W1": readme_expression, "W3": moons_step}
sys.setrecursionlimit(1_000_000)
print("micrograd", metadata.version("micrograd"), "with Python", sys.version.split()[0], flush=True)
for line in sys.stdin:
    name, count = line.split()
    if name.endswith("gc"):
        gc.enable()
        name = name[:-2]
    start = time.perf_counter()
    for _ in range(int(count)):
        workloads[name]()
    seconds = (time.perf_counter() - start) / int(count)
    gc.disable()
    gc.collect()
    print(seconds, flush=True)
