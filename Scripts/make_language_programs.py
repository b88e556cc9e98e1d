"""Writes Tests/TraceLanguageTests/References/language-programs.json: what CPython makes of small programs.

    python3 Scripts/make_language_programs.py
    python3 Scripts/make_language_programs.py --micrograd

Needs nothing but CPython 3.11 or older; 3.12 adds floats in `sum` with another rounding.

The programs stand in Scripts/language/programs, many in a file: each begins with a line `# --- its name`. To add one,
write it there and run this. A program that is no program of the language (see Scripts/language/subset.py) is refused.

A row has the `name` (file and name), the `text`, what it `printed`, and for a program that ends in an error its type
and its `line`, both null otherwise. `gradients` is true where the text read a gradient that is not 0, by itself or in
the print of a Value: such numbers are right to 1e-9, all else to the letter.

`--micrograd` writes nothing: it runs the programs that know Values with PyPI's micrograd, which must be installed, and
says which of them differ from the reference.
"""

import importlib
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "language"))

import runner
import subset

PROGRAMS = HERE / "language/programs"
OUTPUT = HERE.parent / "Tests/TraceLanguageTests/References/language-programs.json"
NUMBER = re.compile(r"-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)")


def programs():
    """The name and text of each program, file by file."""
    for path in sorted(PROGRAMS.glob("*.py")):
        parts = re.split(r"(?m)^# --- (.*)\n", path.read_text())
        if parts[0].strip():
            sys.exit(f"{path}: a text stands before the first '# --- name'.")
        for name, text in zip(parts[1::2], parts[2::2]):
            yield f"{path.stem}: {name}", text


def rows():
    known = set()
    for name, text in programs():
        found = subset.problems(text)
        if found:
            sys.exit(f"{name}: {'; '.join(found)}")
        if name in known:
            sys.exit(f"{name}: the name is taken.")
        known.add(name)
        outcome = runner.run(text)
        row = outcome.entry(name, text)
        if re.search(" at 0x[0-9a-f]{8}", outcome.printed):
            sys.exit(f"{name}: prints an address.")
        if outcome.error and not name.startswith("errors:"):
            sys.exit(f"{name}: line {outcome.line}: {outcome.error}: {outcome.message}")
        yield row


# Beside PyPI's micrograd


def installed_micrograd():
    """The names of the installed package, in place of those that stand in for it."""
    folder = str(HERE / "language/micrograd_stand_in")
    sys.path.remove(folder)
    for name in [name for name in sys.modules if name.split(".")[0] in ("micrograd", "engine", "nn")]:
        del sys.modules[name]
    try:
        engine, nn = importlib.import_module("micrograd.engine"), importlib.import_module("micrograd.nn")
    except ModuleNotFoundError:
        sys.exit("micrograd is not installed: pip install micrograd")
    sys.path.insert(0, folder)
    own = {name: getattr(nn, name) for name in ("Module", "Neuron", "Layer", "MLP")}
    return {"Value": engine.Value, "nn": nn, "sum": sum, "min": min, "max": max, **own}


def relation(one, two):
    """How two outcomes differ; None where they do not."""
    if (one.printed, one.error, one.line) == (two.printed, two.error, two.line):
        return None
    if two.error and not one.error:
        return f"line {two.line}: {two.error}: {two.message}"
    if one.error != two.error:
        return f"error {one.error}, micrograd {two.error}"
    numbers = [list(map(float, NUMBER.findall(outcome.printed))) for outcome in (one, two)]
    if NUMBER.sub("#", one.printed) != NUMBER.sub("#", two.printed) or len(numbers[0]) != len(numbers[1]):
        return "other texts"
    worst = max((abs(a - b) / max(1, abs(a)) for a, b in zip(*numbers) if a == a or b == b), default=0)
    return "ints for floats" if worst == 0 else f"other numbers, by up to {worst:.1e}"


def compare_with_micrograd():
    references = [(name, text, runner.run(text)) for name, text in programs() if runner.knows_values(text)]
    names = installed_micrograd()
    same = 0
    for name, text, reference in references:
        difference = relation(reference, runner.run(text, names=names))
        same += difference is None
        if difference:
            print(f"{name}: {difference}")
    print(f"{same} of {len(references)} programs with Values agree to the letter.")


if __name__ == "__main__":
    if sys.argv[1:] == ["--micrograd"]:
        compare_with_micrograd()
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        done = list(rows())
        runner.write_rows(done, OUTPUT)
        print(f"{len(done)} programs, {sum(row['error'] is not None for row in done)} of them end in an error.")
