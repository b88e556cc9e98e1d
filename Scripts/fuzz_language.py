"""Runs random programs under CPython and under `trace`, and says where the two differ.

    python3 Scripts/fuzz_language.py --trace .build/release/trace [--seconds N | --count N] [--seed S]
    python3 Scripts/fuzz_language.py --count N
    python3 Scripts/fuzz_language.py --corpus FILE COUNT

Needs CPython 3.11 or older, and a built `trace`. Without `--trace`, the programs are run under CPython alone, and what
becomes of them is counted. The programs come from Scripts/language/generator.py, one for each seed from S on.

Compared is what a program prints before its last line, exactly; where it read a gradient, numbers to 1e-9. An error
must end both, on the same line. A difference is shown with the program made as small as is easy, and exits with 1.

`--corpus` writes programs of the first seeds and what CPython makes of them, in the shape of language-programs.json:

    python3 Scripts/fuzz_language.py --corpus Tests/TraceLanguageTests/References/language-corpus.json 300

`--programs FILE` compares the programs of such a file instead of random ones.
"""

import argparse
import ast
import collections
import concurrent.futures
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "language"))

import generator
import runner
from worker import Worker

NUMBER = re.compile(r"(?<![\w.])-?(?:\d[\d,_]*\.?\d*(?:[eE][+-]?\d+)?|inf|nan)")
PLACE = re.compile(r"(?m)^(?:[^\n:]*):(\d+):(\d+): error: (.*)$")
TRACE_SECONDS = 20
BATCH = 64


# Under trace


class Run:
    """What `trace` made of a program."""

    def __init__(self, trace, text):
        with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            try:
                process = subprocess.run(
                    [trace, file.name, "-q"], capture_output=True, timeout=TRACE_SECONDS, stdin=subprocess.DEVNULL
                )
            except subprocess.TimeoutExpired:
                self.code, self.printed, self.errors = None, "", "no end in time"
            else:
                self.code = process.returncode
                self.printed = process.stdout.decode("utf-8", "replace")
                self.errors = process.stderr.decode("utf-8", "replace").replace(file.name, "program.py")
        place = PLACE.search(self.errors)
        self.line = int(place[1]) if place else None


def difference(row, run):
    """How a run differs from what CPython printed, in a sentence; None where it does not."""
    if run.code is None:
        return "trace did not end"
    if run.code < 0 or "Fatal error" in run.errors:
        return f"trace crashed with {run.code}"
    if row["error"]:
        if run.code == 0:
            return f"CPython ended in {row['error']} in line {row['line']}, trace did not"
        if not same(row["printed"], run.printed, row["gradients"]):
            return "other prints before the error"
        if run.line != row["line"]:
            return f"{row['error']} in line {row['line']} of CPython, an error in line {run.line} of trace"
        return None
    if run.code != 0:
        return f"an error of trace alone, in line {run.line}"
    return None if same(row["printed"], before_table(run.printed, row), row["gradients"]) else "other prints"


def before_table(printed, row):
    """What the program printed, without the table of values that `trace` prints behind it."""
    mark = generator.END + "\n"
    if row["printed"].endswith(mark):
        before, found, _ = printed.partition(mark)
        return before + found
    lines = printed.splitlines(keepends=True)
    return "".join(lines[: len(row["printed"].splitlines())])


def same(wanted, given, gradients):
    """Whether two texts are equal; in one that depends on gradients, numbers to 1e-9 or their last digit."""
    if wanted == given:
        return True
    if not gradients or NUMBER.sub("#", wanted) != NUMBER.sub("#", given):
        return False
    return all(map(close, NUMBER.findall(wanted), NUMBER.findall(given)))


def close(wanted, given):
    if wanted == given:
        return True
    x, y = (float(text.replace(",", "").replace("_", "")) for text in (wanted, given))
    mantissa, _, exponent = wanted.lower().partition("e")
    digits = len(mantissa.partition(".")[2])
    unit = 10.0 ** (int(exponent or 0) - digits) if len(mantissa) < 13 else 0
    return abs(x - y) <= max(1e-9 * abs(x), 1e-12, 1.01 * unit)


# Smaller programs


def removals(text):
    """The text without one of its statements each time, the longest ones first."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    lines = text.splitlines(keepends=True)
    spans = {(node.lineno, node.end_lineno) for node in ast.walk(tree) if isinstance(node, ast.stmt)}
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        indent = re.match(" *", lines[first - 1])[0]
        yield "".join(lines[: first - 1] + lines[last:])
        yield "".join(lines[: first - 1] + [indent + "pass\n"] + lines[last:])


def simplifications(text):
    """The text with one of its expressions replaced by a part of it, or by a number, each time."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(line, column):
        # Columns count bytes.
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    def span(node):
        return offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)

    waiting = [tree]
    while waiting:
        node = waiting.pop(0)
        # CPython 3.11 does not say where the parts of an f-string stand.
        if isinstance(node, (ast.JoinedStr, ast.Constant)):
            continue
        children = list(ast.iter_child_nodes(node))
        waiting += children
        if isinstance(node, ast.expr) and not isinstance(getattr(node, "ctx", None), ast.Store):
            start, end = span(node)
            parts = [text[slice(*span(child))] for child in children if isinstance(child, ast.expr)]
            for part in [*parts, "1", "[]"]:
                yield text[:start] + (f"({part})" if " " in part else part) + text[end:]


def minimised(text, kind, is_different, limit=1000):
    """The smallest text found that still differs, in the same way."""
    tries = 0
    found = True
    while found and tries < limit:
        found = False
        for smaller in itertools.chain(removals(text), simplifications(text)):
            tries += 1
            if tries > limit:
                break
            if len(smaller) < len(text) and smaller.endswith(generator.TAIL) and is_different(smaller, kind):
                text, found = smaller, True
                break
    return text


# The run


class Fuzz:
    def __init__(self, options):
        self.options = options
        self.worker = Worker()
        self.counts = collections.Counter()
        self.differences = []

    def rows(self):
        """Programs with what CPython makes of them, for ever or as many as the file has."""
        if self.options.programs:
            for row in json.loads(pathlib.Path(self.options.programs).read_text()):
                yield row["name"], row
            return
        seed = self.options.seed
        while True:
            row = self.worker.run(generator.program(seed))
            self.counts["programs"] += 1
            self.counts[(row["error"] or "without an error") if row else f"skipped: {self.worker.reason}"] += 1
            if row:
                yield f"seed {seed}", row
            else:
                yield f"seed {seed}", None
            seed += 1

    def run(self):
        start = time.monotonic()
        rows = self.rows()
        done = 0
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            while True:
                batch = []
                for name, row in rows:
                    done += 1
                    if row:
                        batch.append((name, row))
                    if len(batch) == BATCH or done == self.options.count:
                        break
                if self.options.trace:
                    runs = pool.map(lambda one: Run(self.options.trace, one[1]["text"]), batch)
                    for (name, row), run in zip(batch, runs):
                        self.compare(name, row, run)
                out_of_time = self.options.seconds and time.monotonic() - start > self.options.seconds
                if not batch or done == self.options.count or out_of_time or len(self.differences) >= self.options.most:
                    break
        self.worker.stop()
        seconds = time.monotonic() - start
        print(f"{done} programs in {seconds:.0f} s, {len(self.differences)} differences.")
        for name, count in self.counts.most_common():
            print(f"  {count:6d} {name}")

    def compare(self, name, row, run):
        found = difference(row, run)
        if not found:
            return
        self.differences.append(name)
        text, message = row["text"], found
        if not self.options.programs and run.code is not None:
            text = minimised(text, (row["error"], message.split(",")[0]), self.is_different)
            row, run = self.worker.run(text), Run(self.options.trace, text)
            message = difference(row, run)
        print(f"--- {name}: {message}")
        print(text, end="")
        print(f"--- CPython{' (numbers to 1e-9)' if row['gradients'] else ''}")
        print(row["printed"], end="")
        print(f"--- {row['error']} in line {row['line']}: {row.get('message', '')}" if row["error"] else "--- no error")
        print("--- trace")
        print(run.printed.partition(generator.END)[0], end="")
        print(f"--- exit code {run.code}")
        print(run.errors)
        if self.options.keep:
            folder = pathlib.Path(self.options.keep)
            folder.mkdir(exist_ok=True, parents=True)
            (folder / f"{name.replace(' ', '-').replace(':', '')}.py").write_text(text)

    def is_different(self, text, kind):
        row = self.worker.run(text)
        if not row or row["error"] != kind[0]:
            return False
        found = difference(row, Run(self.options.trace, text))
        return found is not None and found.split(",")[0] == kind[1]


def corpus(path, count, seed):
    """Writes programs of the first seeds that are short, with what CPython makes of them."""
    worker = Worker()
    rows = []
    while len(rows) < count:
        text = generator.program(seed, size=4 + seed % 5)
        row = worker.run(text) if len(text) < 1300 else None
        if row and len(row["printed"]) < 900 and len(row["text"]) > 250:
            del row["message"]
            rows.append({**row, "name": f"seed {seed}"})
        seed += 1
    worker.stop()
    runner.write_rows(rows, pathlib.Path(path))
    print(f"{len(rows)} programs, {sum(row['error'] is not None for row in rows)} of them end in an error.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trace", metavar="PATH", help="the program to compare with CPython")
    parser.add_argument("--seconds", type=float, help="stop after so much time")
    parser.add_argument("--count", type=int, help="stop after so many programs (1,000 where no time is given)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="how many runs of trace at a time")
    parser.add_argument("--most", type=int, default=10, help="stop after so many differences")
    parser.add_argument("--keep", metavar="FOLDER", help="write the programs that differ there")
    parser.add_argument("--programs", metavar="FILE", help="compare the programs of a file of references")
    parser.add_argument("--corpus", nargs=2, metavar=("FILE", "COUNT"), help="write a file of references")
    options = parser.parse_args()
    if options.corpus:
        corpus(options.corpus[0], int(options.corpus[1]), options.seed)
        sys.exit()
    if not options.seconds and not options.count and not options.programs:
        options.count = 1000
    fuzz = Fuzz(options)
    fuzz.run()
    sys.exit(1 if fuzz.differences else 0)
