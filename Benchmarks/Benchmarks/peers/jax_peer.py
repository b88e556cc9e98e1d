"""Runs the moons step of Workloads.swift with JAX, compiled by `jit`, in doubles on the CPU.

Reads lines such as `W3 1000` and prints the seconds that one run took, over that many.
"""

import random
import sys
import time

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")
random.seed(1337)

sizes = [2, 16, 16, 1]
parameters = [
    (jnp.array([[random.uniform(-1, 1) for _ in range(n)] for _ in range(m)]), jnp.zeros(m))
    for n, m in zip(sizes, sizes[1:])
]
points = jnp.array([(random.uniform(-1, 1), random.uniform(-1, 1)) for _ in range(100)])
labels = jnp.array([1.0 if i % 2 == 0 else -1.0 for i in range(100)])


def loss(parameters):
    values = points
    for index, (w, b) in enumerate(parameters):
        values = values @ w.T + b
        if index < len(parameters) - 1:
            values = jax.nn.relu(values)
    hinge = jax.nn.relu(1 - labels * values[:, 0]).mean()
    return hinge + 1e-4 * sum((w * w).sum() + (b * b).sum() for w, b in parameters)


@jax.jit
def step(parameters):
    value, gradients = jax.value_and_grad(loss)(parameters)
    return value, jax.tree_util.tree_map(lambda p, g: p - 0.01 * g, parameters, gradients)


step(parameters)[0].block_until_ready()
print("JAX", jax.__version__, flush=True)
for line in sys.stdin:
    name, count = line.split()
    start = time.perf_counter()
    for _ in range(int(count)):
        value, parameters = step(parameters)
    value.block_until_ready()
    print((time.perf_counter() - start) / int(count), flush=True)
