"""Lists, tuples, comprehensions and generator expressions."""

from generation.shapes import *


class Lists:
    def list_leaf(self, kind):
        count = self.small(0, 4)
        return made("[" + ", ".join(str(self.expression(kind, 0)) for _ in range(count)) + "]")

    def list_expression(self, kind, depth):
        less = depth - 1
        whole = ("list", kind)

        def display():
            return made(
                "[" + ", ".join(within(self.expression(kind, less), TERNARY) for _ in range(self.small(1, 4))) + "]"
            )

        def sliced():
            return made(f"{within(self.list_expression(kind, less), ATOM)}[{self.slice(less)}]")

        def sorted_():
            if kind not in ("int", "float", "str"):
                return None
            keys = [name for name, one in self.functions() if self.fits(one, Function([Parameter("", kind)], "int"))]
            keys += {"int": ["abs", "str"], "float": ["abs"], "str": ["len"]}[kind]
            options = "".join(
                [
                    f", key={self.random.choice(keys)}" if self.chance(0.4) else "",
                    f", reverse={self.bool_leaf()}" if self.chance(0.4) else "",
                ]
            )
            return made(f"sorted({self.list_expression(kind, less)}{options})")

        def mapped():
            function = {"int": ["len", "int"], "str": ["str"], "float": ["float"]}.get(kind)
            if not function:
                return None
            name = self.random.choice(function)
            source = {"len": "str", "int": "float", "str": self.scalar(), "float": "int"}[name]
            own = [
                (f, one)
                for f, one in self.functions()
                if one.result == kind and one.cost * self.weight < 50 and len(one.parameters) == 1
            ]
            if own and self.chance(0.5):
                name, one = self.random.choice(own)
                source = one.parameters[0].kind
                self.use(name)
                self.cost += self.weight * one.cost * 4
            return made(f"list(map({name}, {self.list_expression(source, less)}))")

        ways = [
            (display, 5),
            (sliced, 3),
            (
                lambda: made(
                    f"{within(self.list_expression(kind, less), SUM)} + {within(self.list_expression(kind, less), PRODUCT)}",
                    SUM,
                ),
                3,
            ),
            (
                lambda: made(f"{within(self.list_expression(kind, less), PRODUCT)} * {self.small(0, 3)}", PRODUCT),
                1 if self.weight < 4 else 0,
            ),
            (lambda: self.comprehension(kind, less), 6),
            (sorted_, 2),
            (lambda: made(f"list(reversed({self.list_expression(kind, less)}))"), 1),
            (lambda: made(f"list({self.iteration(kind, less)})"), 2),
            (lambda: made(f"{within(self.list_expression(kind, less), ATOM)}.copy()"), 0.5),
            (mapped, 1),
        ]
        if kind == "int":
            ways.append((lambda: made(f"list(range({self.range(less)}))"), 4))
        if kind == "str":
            ways.append((lambda: made(f"list({self.str_expression(less)})"), 1))
        return self.choose(whole, depth, lambda: self.list_leaf(kind), ways)

    def range(self, depth):
        return self.pick(
            lambda: str(self.small(0, 6)),
            lambda: f"{self.small(-2, 3)}, {self.small(0, 7)}",
            lambda: f"{self.small(-3, 9)}, {self.small(-3, 9)}, {self.pick(1, 2, 3, -1, -2)}",
            lambda: f"abs({self.int_expression(depth - 1)}) % 6",
        )()

    def tuple_expression(self, kind, depth):
        return self.choose(
            kind, depth, lambda: self.tuple_display(kind, 0), [(lambda: self.tuple_display(kind, depth - 1), 1)]
        )

    def tuple_display(self, kind, depth):
        items = [within(self.expression(one, depth), TERNARY) for one in kind[1:]]
        return made("(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")")

    def source(self, depth):
        """Something to loop over: its text, the targets of the loop, and their types."""

        def named(*kinds):
            names = []
            for kind in kinds:
                taken = set(names)
                name = self.fresh(kind)
                while name in taken:
                    self.numbers += 1
                    name = f"{name}{self.numbers}"
                names.append(name)
            return names

        way = self.pick("list", "list", "list", "range", "range", "zip", "enumerate", "str", "reversed", "items")
        kind = self.random.choices(["int", "float", "str", "value"], [4, 3, 2, 2 * self.has_values])[0]
        if way == "range":
            return made(f"range({self.range(depth)})"), named("int"), ["int"]
        if way == "zip":
            other = self.pick("int", "str", "float")
            return (
                made(f"zip({self.list_expression(kind, depth)}, {self.list_expression(other, depth)})"),
                named(kind, other),
                [kind, other],
            )
        if way == "enumerate":
            start = self.pick("", "", ", 1", ", start=-1")
            return made(f"enumerate({self.list_expression(kind, depth)}{start})"), named("int", kind), ["int", kind]
        if way == "str":
            return self.str_expression(depth), named("str"), ["str"]
        if way == "reversed":
            return made(f"reversed({self.list_expression(kind, depth)})"), named(kind), [kind]
        if way == "items":
            rows = ", ".join(f"({self.int_expression(0)}, {self.str_leaf()})" for _ in range(self.small(1, 3)))
            return made(f"[{rows}]"), named("int", "str"), ["int", "str"]
        return self.list_expression(kind, depth), named(kind), [kind]

    def loop_head(self, depth):
        text, names, kinds = self.source(depth)
        return ", ".join(names), text, list(zip(names, kinds))

    def comprehended(self, kind, depth):
        """What stands in the brackets of a comprehension."""
        depth = min(depth, 2)
        before = dict(self.scopes[-1].variables)
        weight = self.weight
        clauses = ""
        for _ in range(2 if self.chance(0.2) and self.weight < 30 else 1):
            target, text, names = self.loop_head(depth - 1)
            clauses += f" for {target} in {within(text, OR)}"
            self.weight *= 4
            for name, of in names:
                self.bind(name, of)
            while self.chance(0.25):
                clauses += f" if {within(self.bool_expression(depth - 1), OR)}"
        element = within(self.expression(kind, depth if self.weight < 200 else 0), TERNARY)
        self.weight = weight
        self.scopes[-1].variables = before
        return element + clauses

    def comprehension(self, kind, depth):
        return made(f"[{self.comprehended(kind, depth)}]")

    def iteration(self, kind, depth):
        """A list or a generator expression, as the only or first argument of a call."""
        if self.chance(0.6):
            text = self.comprehended(kind, depth)
            return f"({text})" if kind == "value" else text
        return str(self.list_expression(kind, depth))

    def object_expression(self, one, depth):
        return made(f"{one.name}({self.arguments(one.init, depth - 1)})")
