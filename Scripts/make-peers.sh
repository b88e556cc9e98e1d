#!/usr/bin/env bash
# Makes a virtual environment with the peers that the benchmarks run beside: micrograd, PyTorch and JAX.
# About 6 GB. Prints the path of its Python.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.build/peers

if [ ! -x "$folder/bin/python" ] || ! "$folder/bin/python" -c 'import micrograd, torch, jax' 2>/dev/null; then
    python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet micrograd torch jax >&2
fi
echo "$folder/bin/python"
