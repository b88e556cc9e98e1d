"""Writes Tests/TestSupport/cpython.json: CPython's random numbers and its texts of doubles.

    python3 Scripts/make_cpython_reference.py

Needs nothing but CPython; neither the random stream nor the texts depend on its version from 3.2 on.
Random numbers are text in `repr`; a double whose texts are wanted is its 64 bits in hexadecimal.
"""

import decimal
import json
import math
import pathlib
import platform
import random
import struct

OUTPUT = pathlib.Path(__file__).parents[1] / "Tests/TestSupport/cpython.json"

SEEDS = [0, 1, 1337, -5, 2**40 + 7, 2**100]
DIGITS = [0, 1, 2, 4, 12]
BOUNDS = [1, 2, 3, 10, 1797, 2**31, 2**31 + 1, 2**32 - 1, 2**32, 2**32 + 1, 10**12, 2**62 + 1, 2**63 - 1]


def stream(seed):
    """The numbers of one seed, the three calls interleaved; then from behind the first refills."""
    source = random.Random(seed)
    calls = {
        "random": source.random,
        "uniform": lambda: source.uniform(-1, 1),
        "gauss": lambda: source.gauss(0, 1),
        "gauss(3, 0.5)": lambda: source.gauss(3, 0.5),
    }
    order = ["random", "uniform", "gauss", "gauss", "gauss", "random", "gauss", "gauss(3, 0.5)", "gauss(3, 0.5)", "uniform"]
    numbers = [[call, repr(calls[call]())] for call in order * 4]
    for _ in range(2000):
        source.random()
    numbers.append(["skip 2000", "0.0"])
    numbers += [[call, repr(calls[call]())] for call in order]
    return {"seed": str(seed), "numbers": numbers}


def integers(seed):
    """Whole numbers below each bound, twice; then lists in a random order, each after the one before."""
    source = random.Random(seed)
    below = [[bound, source.randrange(bound)] for bound in BOUNDS * 2]
    shuffled = []
    for count in [0, 1, 2, 10, 100]:
        order = list(range(count))
        source.shuffle(order)
        shuffled.append(order)
    return {"seed": str(seed), "below": below, "shuffled": shuffled, "next": repr(source.random())}


def doubles():
    source = random.Random(42)
    yield from [0.0, -0.0, math.inf, -math.inf, math.nan]
    yield from [1.0, -1.0, 2.5, 0.5, 1.5, 3.5, -0.5, -2.5, 0.25, 0.75, 0.125, 0.375, 1.25, 1.005, 2.675, 0.045, 1e-5, 5e-5]
    yield from [0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2 / 3, math.pi, math.e, 100.0, 123456789.0, 1234.5678, 99.995, 9.5, 99.5]
    yield from [0.95, 0.995, 0.9995, 0.99995, 0.99996, 0.00004, 0.00005, 0.00006, 9.9999, 9.99999, 999999.5, 9999.99995]
    yield from [1e15, 1e16, 1e17, 1e21, 1e22, 1e23, 9999999999999998.0, 9007199254740991.0, 9007199254740993.0, 1e-4, 9.999e-5]
    yield from [1.7976931348623157e308, -1.7976931348623157e308, 2.2250738585072014e-308, 2.225073858507201e-308]
    yield from [5e-324, -5e-324, 1e-323, 1.5e-323, 4.9406564584124654e-310, 1e-310, 8.41e21, 2.0**-44, 2.0**-1074 * 3]
    for exponent in range(-1074, 1024, 61):
        yield 2.0**exponent
    for _ in range(60):
        yield struct.unpack("<d", struct.pack("<Q", source.getrandbits(64)))[0]
    for _ in range(20):
        yield struct.unpack("<d", struct.pack("<Q", source.getrandbits(52)))[0]
    for _ in range(60):
        yield source.uniform(-10, 10)
    for _ in range(40):
        yield round(source.uniform(-1000, 1000), source.randrange(6))
    # Ties: odd multiples of a half, quarter, eighth and sixteenth.
    for _ in range(60):
        yield (2 * source.randrange(-5000, 5000) + 1) / 2 ** source.randrange(1, 5)
    for _ in range(40):
        yield float(source.randrange(-(10**18), 10**18))


def texts(number):
    row = {
        "bits": struct.pack(">d", number).hex(),
        "repr": repr(number),
        "fixed": [f"%.{digits}f" % number for digits in DIGITS],
        "scientific": [f"%.{digits}e" % number for digits in DIGITS],
    }
    if math.isfinite(number):
        sign, digits, exponent = decimal.Decimal(number).as_tuple()
        significant = "".join(map(str, digits)).rstrip("0") or "0"
        row["exact"] = significant
        row["pointPosition"] = len(digits) + exponent if number else 1
    return row


def main():
    decimal.getcontext().prec = 2000
    parts = {"streams": map(stream, SEEDS), "integers": map(integers, SEEDS), "doubles": map(texts, doubles())}
    lines = ["{", f'  "python": "{platform.python_version()}",', f'  "digits": {DIGITS},']
    for position, (key, rows) in enumerate(parts.items()):
        rows = [json.dumps(row, separators=(",", ":")) for row in rows]
        lines += [f'  "{key}": [', "    " + ",\n    ".join(rows), "  ]" + ("," if position + 1 < len(parts) else "")]
        print(f"{key}: {len(rows)}")
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text("\n".join(lines + ["}"]) + "\n")


main()
