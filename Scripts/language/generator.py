"""Writes random programs of the language that `trace` reads: one for each seed, always the same.

    python3 Scripts/language/generator.py SEED

The programs are well-formed and end: loops are bounded, divisors are rarely 0, an index is rarely out of range. A
quarter of them end in an error on purpose, after they have done much. Every program prints a lot, and its last line
prints END, unless an error comes before.

Expressions are made by type: `generator.expression("int", 2)` is a text of an int, of at most two more levels. A type
is a word ("int", "float", "bool", "str", "value"), ("list", type), ("tuple", type, …), ("function", Function) or
("object", Class).
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from generation.definitions import Definitions
from generation.expressions import Expressions
from generation.learning import Learning
from generation.lists import Lists
from generation.mistakes import Mistakes
from generation.state import State
from generation.statements import Statements
from generation.texts import Texts

END = "THE END"
TAIL = f"if True:\n    print('{END}')\n"


class Generator(Statements, Definitions, Learning, Mistakes, Expressions, Texts, Lists, State):
    def program(self):
        for module in sorted(self.modules):
            self.line(f"import {module}")
        if self.has_values and self.chance(0.3):
            self.line("from micrograd.engine import Value")
        if "random" in self.modules and self.chance(0.6):
            self.line(f"random.seed({self.pick(0, 1, 42, 1337, 2**40)})")
        self.statements(self.size)
        # What is left is printed, so that nothing is computed unseen.
        for name, one in list(self.visible().items()):
            if one.kind in ("int", "float", "str", "bool", "value") or one.kind[0] in ("list", "tuple", "object"):
                if self.chance(0.5):
                    self.line(f"print('{name}', {name})")
        if self.chance(0.25):
            self.error_statement()
        # A text without a compound statement and without Value would be an expression file.
        return "\n".join(self.lines) + "\n" + TAIL


def program(seed, size=None):
    """The program of a seed."""
    return Generator(seed, size).program()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(program(int(sys.argv[1])), end="")
