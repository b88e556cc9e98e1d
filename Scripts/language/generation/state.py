"""What the generator knows while it writes: names and their types, loops around, lines so far."""

import random

from generation.shapes import Scope, Variable, made


class State:
    def __init__(self, seed, size=None):
        self.random = random.Random(seed)
        self.size = size or self.random.choice([6, 10, 14, 20])
        self.lines = []
        self.indent = 0
        self.scopes = [Scope()]
        self.classes = []
        self.captured = set()
        # How often what is written now runs, by the loops around it; and what the function around it costs.
        self.weight = 1
        self.cost = 0
        # Inside the braces of an f-string: no backslash, no quote of its own.
        self.in_field = False
        self.loops = 0
        self.results = []
        self.numbers = 0
        self.has_values = self.random.random() < 0.5
        self.modules = {name for name in ("math", "random") if self.random.random() < 0.5}

    # Choices

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *choices):
        return self.random.choice(choices)

    def weighted(self, choices):
        """Calls one of some functions; each stands with its weight, 0 where it is impossible."""
        functions, weights = zip(*choices)
        return self.random.choices(functions, weights)[0]()

    def small(self, low=0, high=4):
        return self.random.randint(low, high)

    # Names

    def visible(self):
        names = {}
        for scope in self.scopes:
            names.update(scope.variables)
        return names

    def variables(self, kind, nonempty=False):
        return [name for name, one in self.visible().items() if one.kind == kind and (one.nonempty or not nonempty)]

    def functions(self):
        return [(name, one.kind[1]) for name, one in self.visible().items() if one.kind[0] == "function"]

    def objects(self):
        return [(name, one.kind[1]) for name, one in self.visible().items() if one.kind[0] == "object"]

    def use(self, name):
        if name not in self.scopes[-1].variables:
            self.captured.add(name)
        return made(name)

    def fresh(self, kind):
        """A name that nothing has yet."""
        words = {
            "int": ["n", "k", "i", "count", "total", "m"],
            "float": ["x", "y", "rate", "mean", "h"],
            "str": ["s", "text", "word", "name"],
            "bool": ["flag", "found", "ok"],
            "value": ["a", "b", "c", "d", "e", "w", "v", "out", "loss"],
            "list": ["xs", "ys", "items", "rows", "data"],
            "tuple": ["pair", "point", "t"],
            "function": ["f", "g", "step", "make", "combine", "check"],
            "object": ["box", "thing", "model", "node"],
            "class": ["Box", "Row", "Point", "Model", "Unit", "Shape"],
            "parameter": ["p", "q", "r", "u", "left", "right", "scale"],
        }[kind if isinstance(kind, str) else kind[0]]
        taken = self.visible()
        free = [word for word in words if word not in taken]
        if free and self.chance(0.8):
            return self.random.choice(free)
        self.numbers += 1
        return f"{self.random.choice(words)}{self.numbers}"

    def bind(self, name, kind, nonempty=False):
        self.scopes[-1].variables[name] = Variable(kind, nonempty)

    # Lines

    def line(self, text):
        if text and self.chance(0.02) and "\n" not in text and not text.endswith(":"):
            text += self.pick("  # a comment", ";", " # {x} 'y'", " ")
        self.lines.append("    " * self.indent + text)

    def fill(self, start):
        """Writes `pass` where a block has nothing but comments so far."""
        if all(not line.strip() or line.strip().startswith("#") for line in self.lines[start:]):
            self.line("pass")

    def block(self, body):
        """Writes an indented block, whose new names are gone behind it."""
        before = dict(self.scopes[-1].variables)
        self.indent += 1
        start = len(self.lines)
        body()
        self.fill(start)
        self.indent -= 1
        lost = [name for name, one in before.items() if not self.scopes[-1].variables[name].nonempty]
        self.scopes[-1].variables = before
        for name in lost:
            before[name] = Variable(before[name].kind)

    # Types

    def scalar(self):
        return self.random.choices(["int", "float", "str", "bool", "value"], [5, 4, 3, 1, 3 * self.has_values])[0]

    def kind(self):
        roll = self.random.random()
        if roll < 0.6:
            return self.scalar()
        if roll < 0.9:
            element = self.random.choices(["int", "float", "str", "value"], [5, 3, 2, 2 * self.has_values])[0]
            return ("list", ("list", element)) if self.chance(0.15) else ("list", element)
        return ("tuple", *[self.pick("int", "float", "str") for _ in range(self.small(1, 3))])
