"""Statements."""

from generation.shapes import *


class Statements:
    def statement(self):
        deep = self.indent >= 3 or self.weight > 60
        top = len(self.scopes) == 1 and self.indent == 0
        weights = [
            (self.print_statement, 9),
            (self.assignment, 8),
            (self.augmented, 4),
            (self.if_statement, 0 if deep else 3),
            (self.for_statement, 0 if deep else 4),
            (self.while_statement, 0 if deep else 1.5),
            (self.list_statement, 3),
            (self.unpacking, 2),
            (self.chained_assignment, 0.5),
            (self.item_assignment, 1.5),
            (self.call_statement, 2),
            (self.assertion, 0.7),
            (self.alias, 0.7),
            (self.generator_statement, 1.5),
            (self.function_statement, 0 if deep or len(self.scopes) > 2 else 3.5),
            (self.class_statement, 2.5 if top and len(self.classes) < 3 else 0),
            (self.object_statement, 4 if self.classes and len(self.scopes) == 1 else 0),
            (self.attribute_statement, 2 if self.objects() else 0),
            (self.closure_statement, 1.2 if top else 0),
            (self.value_statement, 7 if self.has_values else 0),
            (self.training, 2 if self.has_values and top else 0),
            (self.network, 1.2 if self.has_values and top else 0),
            (self.recursion, 0.7 if top else 0),
            (self.wrapper, 1 if top else 0),
            (self.higher, 0.6 if top else 0),
            (self.comment, 0.5),
        ]
        self.weighted(weights)

    def statements(self, count):
        for _ in range(count):
            self.statement()

    def comment(self):
        self.line(self.pick("# a comment", "pass", '"""a text that is nothing"""', "", "#"))

    def print_statement(self):
        items = [within(self.printable(self.small(0, 3)), TERNARY) for _ in range(self.small(1, 3))]
        if self.chance(0.1) and (names := self.variables(("list", "int")) + self.variables(("list", "str"))):
            items.append("*" + self.use(self.random.choice(names)))
        if self.chance(0.15):
            items.append(f"sep={self.pick(repr(', '), repr(''), repr('|'), 'None')}")
        if self.chance(0.1):
            items.append(f"end={self.pick(repr(';'), repr('.') + ' + ' + repr(chr(10)), repr(' '))}")
        self.line(f"print({', '.join(items)})")

    def assignment(self):
        kind = self.kind()
        names = [name for name in self.variables(kind) if name in self.scopes[-1].variables]
        free = [
            name
            for name, one in self.scopes[-1].variables.items()
            if name not in self.captured and isinstance(one.kind, str) and len(self.scopes) == 1 and self.indent == 0
        ]
        value = self.expression(kind, self.small(1, 3))
        if names and self.chance(0.4):
            name = self.random.choice(names)
            # In a loop, numbers and texts that are multiplied or doubled again and again would not end well.
            if self.weight > 1 and name in value:
                value = {"int": made(f"({value}) % 1000"), "str": made(f"({value})[:20]")}.get(kind, value)
                if isinstance(kind, tuple) and kind[0] == "list":
                    value = made(f"({value})[:8]")
                if kind == "float":
                    value = made(f"({value}) % 100")
                if kind == "value":
                    value = made(f"({value}).tanh()")
        elif free and self.chance(0.1):
            name = self.random.choice(free)
        else:
            name = self.fresh(kind)
        tight = self.chance(0.05)
        self.line(f"{name}={value}" if tight else f"{name} = {value}")
        self.bind(
            name,
            kind,
            nonempty=value.startswith("[")
            and not value.startswith("[]")
            and " for " not in value
            and value.endswith("]")
            and ":" not in value,
        )

    def local_names(self, kind):
        return [name for name in self.variables(kind) if name in self.scopes[-1].variables]

    def augmented(self):
        kind = (
            self.pick("int", "int", "float", "str", "list", "value")
            if self.has_values
            else self.pick("int", "int", "float", "str", "list")
        )
        if kind == "list":
            kind = ("list", self.pick("int", "str", "float"))
        names = self.local_names(kind)
        if not names:
            return self.assignment()
        name = self.random.choice(names)
        if kind == "int":
            sign = self.pick("+=", "-=", "*=") if self.weight < 10 else self.pick("+=", "-=")
            right = self.int_expression(1)
        elif kind == "float":
            sign, right = self.pick("+=", "-=", "*=", "/="), self.float_leaf()
            if sign == "/=":
                right = made(self.pick("2", "4.0", "-3", "10"))
        elif kind == "str":
            sign, right = "+=", self.str_leaf() if self.weight > 1 else self.str_expression(1)
        elif kind == "value":
            sign = self.pick("+=", "-=", "*=", "/=")
            right = made(self.pick("2", "0.5", "-1.5")) if sign == "/=" or self.weight > 1 else self.value_expression(1)
        else:
            sign, right = "+=", self.list_leaf(kind[1])
            if self.weight == 1 and self.chance(0.2):
                sign, right = "*=", made("2")
        self.line(f"{name} {sign} {right}")

    def if_statement(self):
        def body():
            self.statements(self.small(1, 2))
            if self.loops and self.chance(0.15):
                self.line(self.pick("break", "continue"))
            elif self.results and self.chance(0.2):
                self.return_statement()

        def condition():
            if self.chance(0.2):
                return within(self.expression(self.pick("int", "str", "float", ("list", "int")), 1), TERNARY)
            return self.bool_expression(2)

        if self.chance(0.1):
            self.line(f"if {condition()}: print({self.printable(1)})")
            return
        self.line(f"if {condition()}:")
        self.block(body)
        while self.chance(0.3):
            self.line(f"elif {condition()}:")
            self.block(body)
        if self.chance(0.5):
            self.line("else:")
            self.block(body)

    def loop(self, head, names, size, body):
        """A loop with a body, and sometimes an else."""
        weight = self.weight
        self.line(head)
        self.weight *= size
        self.loops += 1

        def run():
            for name, kind in names:
                self.bind(name, kind)
            body()

        self.block(run)
        self.loops -= 1
        self.weight = weight
        if self.chance(0.1):
            self.line("else:")
            self.block(lambda: self.statements(1))

    def for_statement(self):
        target, text, names = self.loop_head(self.small(1, 2))
        self.loop(f"for {target} in {text}:", names, 4, lambda: self.statements(self.small(1, 3)))

    def while_statement(self):
        self.numbers += 1
        name = f"i{self.numbers}"
        limit = self.small(1, 5)
        self.line(f"{name} = 0")
        extra = f" and {within(self.bool_expression(1), NOT)}" if self.chance(0.2) else ""

        def body():
            self.line(f"{name} += 1")
            self.statements(self.small(1, 2))
            if self.chance(0.2):
                self.line(f"if {name} == {limit - 1}:")
                self.block(lambda: self.line(self.pick("break", "continue")))

        if self.chance(0.2):

            def endless():
                self.line(f"{name} += 1")
                self.line(f"if {name} > {limit}:")
                self.block(lambda: self.line("break"))
                self.statements(self.small(1, 2))

            self.loop("while True:", [], limit, endless)
        else:
            self.loop(f"while {name} < {limit}{extra}:", [], limit, body)
        self.bind(name, "int")

    def list_statement(self):
        kind = self.pick("int", "str", "float", "value") if self.has_values else self.pick("int", "str", "float")
        names = self.variables(("list", kind))
        if not names:
            name = self.fresh("list")
            self.line(f"{name} = {self.list_leaf(kind)}")
            self.bind(name, ("list", kind))
            return
        name = self.random.choice(names)
        self.use(name)
        if self.chance(0.65):
            self.line(f"{name}.append({within(self.expression(kind, 2), TERNARY)})")
            if name in self.scopes[-1].variables:
                self.scopes[-1].variables[name].nonempty = True
        elif self.weight < 4:
            self.line(f"{name}.extend({self.list_expression(kind, 1)})")
        else:
            self.line(f"{name}.extend([{self.expression(kind, 0)}])")

    def unpacking(self):
        kind = self.scalar()
        names = self.local_names(kind)
        if len(names) >= 2 and self.chance(0.5):
            a, b = self.random.sample(names, 2)
            self.line(f"{a}, {b} = {b}, {a}")
            return
        kinds = [self.scalar() for _ in range(self.small(2, 3))]
        new = []
        for one in kinds:
            name = self.fresh(one)
            while name in new:
                self.numbers += 1
                name = f"{name}{self.numbers}"
            new.append(name)
        values = [within(self.expression(one, 1), TERNARY) for one in kinds]
        if self.chance(0.3) and len(new) == 3:
            self.line(f"{new[0]}, ({new[1]}, {new[2]}) = {values[0]}, [{values[1]}, {values[2]}]")
        else:
            self.line(f"{', '.join(new)} = {self.pick('{}', '({})', '[{}]').format(', '.join(values))}")
        for name, one in zip(new, kinds):
            self.bind(name, one)

    def chained_assignment(self):
        kind = self.pick("int", "str", ("list", "int"))
        value = self.expression(kind, 1)
        first, second = self.fresh(kind), self.fresh(kind)
        if first == second:
            return
        self.line(f"{first} = {second} = {value}")
        self.bind(first, kind)
        self.bind(second, kind)

    def item_assignment(self):
        kind = self.pick("int", "float", "str")
        names = self.variables(("list", kind), nonempty=True)
        if not names:
            return self.assignment()
        name = self.random.choice(names)
        self.use(name)
        target = f"{name}[{self.index(name, 1)}]"
        if self.chance(0.3):
            right = {"int": str(self.small(1, 9)), "float": self.float_leaf(), "str": self.str_leaf()}[kind]
            self.line(f"{target} += {right}")
        elif self.chance(0.2):
            self.line(f"{name}[0], {name}[-1] = {name}[-1], {name}[0]")
        else:
            self.line(f"{target} = {self.expression(kind, 2)}")

    def call_statement(self):
        functions = [one.result for _, one in self.functions() if self.weight * one.cost < 200]
        if not functions:
            return self.print_statement()
        kind = self.random.choice(functions)
        call = self.call(kind, 2) if kind else None
        if call is None:
            return self.print_statement()
        self.line(f"print({call})" if self.chance(0.7) else str(call))

    def assertion(self):
        text = f", {self.str_leaf()}" if self.chance(0.4) else ""
        condition = self.bool_expression(1)
        self.line(f"assert {within(condition, OR)} or True{text}")

    def alias(self):
        lists = [name for name, one in self.visible().items() if one.kind[0] == "list"]
        if not lists:
            return self.assignment()
        old = self.random.choice(lists)
        new = self.fresh("list")
        one = self.visible()[old]
        self.line(f"{new} = {self.use(old)}")
        self.bind(new, one.kind, one.nonempty)
        if one.kind[1] in ("int", "str"):
            item = self.expression(one.kind[1], 0)
            self.line(f"{new}.append({item})")
            self.line(f"print({old}, {new}, {old} is {new}, {new}[:] is {new})")

    def generator_statement(self):
        kind = self.pick("int", "str", "float")
        self.numbers += 1
        name = f"g{self.numbers}"
        self.line(f"{name} = ({self.comprehended(kind, 2)})")
        if self.chance(0.4):
            numbers = self.local_names("int")
            if numbers:
                self.line(f"{self.random.choice(numbers)} = {self.int_expression(0)}")
        if self.chance(0.5):
            item = self.fresh(kind)

            def body():
                self.line(f"print({item}, end=' ')")
                self.line(f"if {self.bool_expression(1)}:")
                self.block(lambda: self.line(self.pick("break", "pass", "continue")))

            self.loop(f"for {item} in {name}:", [(item, kind)], 4, body)
        self.line(f"print(list({name}), list({name}))")
