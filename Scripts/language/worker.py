"""Runs texts under CPython in a process of its own, so that none can harm or hold up the one that asks.

`Worker().run(text)` gives the row of an outcome (see `runner.Outcome.entry`) and its `message`, or None for a text that
takes too long, prints too much, or computes an integer beyond ±2**127, which the language has not; `reason` says
which.
"""

import ast
import json
import pathlib
import resource
import select
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import runner

SECONDS = 2
MEMORY = 2 << 30
OUTPUT = 100_000
LARGEST = 2**127


class Worker:
    def __init__(self):
        self.process = None
        self.reason = None

    def run(self, text):
        if not self.process:
            self.process = subprocess.Popen(
                [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        self.process.stdin.write(json.dumps(text) + "\n")
        self.process.stdin.flush()
        # The process ends long texts by itself, but not one that is held up inside a single operation.
        if select.select([self.process.stdout], [], [], 3 * SECONDS)[0]:
            line = self.process.stdout.readline()
            if line:
                answer = json.loads(line)
                self.reason = answer if isinstance(answer, str) else None
                return None if self.reason else answer
        self.stop()
        self.reason = "held up"
        return None

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


# Inside the process


class Checked(ast.NodeTransformer):
    """Looks at every integer that an operation or a call gives."""

    def wrapped(self, node):
        self.generic_visit(node)
        return ast.copy_location(ast.Call(ast.copy_location(ast.Name("_checked_", ast.Load()), node), [node], []), node)

    visit_BinOp = visit_UnaryOp = visit_Call = wrapped

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if not isinstance(node.target, ast.Name):
            return node
        name = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
        call = ast.Call(ast.copy_location(ast.Name("_checked_", ast.Load()), node), [name], [])
        return [node, ast.copy_location(ast.Expr(ast.copy_location(call, node)), node)]


def checked(result):
    if type(result) is int and not -LARGEST <= result < LARGEST:
        raise runner.Limit("integer")
    return result


def outcome(text):
    """The row of a text, or a word that says why it has none."""
    try:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        result = runner.run(text, Checked().visit, {"_checked_": checked}, OUTPUT)
    except runner.Limit as limit:
        return str(limit)
    except (SyntaxError, MemoryError, RecursionError) as error:
        return type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if result.error == "MemoryError" or " at 0x" in result.printed:
        return result.error or "address"
    return {**result.entry("", text), "message": result.message}


def end(*_):
    raise runner.Limit("time")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, end)
    for line in sys.stdin:
        answer = outcome(json.loads(line))
        sys.__stdout__.write(json.dumps(answer) + "\n")
        sys.__stdout__.flush()
