"""Expressions of any type, of numbers, of truth and of Values."""

from generation.shapes import *

# fmt: off
BIG = [
    2**31, 2**31 - 1, 2**32, 2**53, 2**53 + 1, 2**62, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1, 2**64, 10**18, 2**100,
    2**126, 2**127 - 1,
]
FLOATS = [
    "0.0", "0.1", "0.5", "1.0", "1.5", "2.0", "2.5", "-0.5", "3.14159", "1e-3", "1e-07", "100.0", "1e16",
    "123456.789", "0.3", "-1.25", "7.0", "1e5", "2.675", ".25",
]
# fmt: on


class Expressions:
    def expression(self, kind, depth):
        if isinstance(kind, str):
            return getattr(self, f"{kind}_expression")(depth)
        if kind[0] == "list":
            return self.list_expression(kind[1], depth)
        if kind[0] == "tuple":
            return self.tuple_expression(kind, depth)
        if kind[0] == "object":
            return self.object_expression(kind[1], depth)
        raise ValueError(kind)

    def of_variable(self, kind):
        names = self.variables(kind)
        return self.use(self.random.choice(names)) if names else None

    def common(self, kind, depth):
        """Ways to an expression of any type: a conditional, an element, a call, an attribute."""
        return [
            (lambda: self.conditional(kind, depth), 1),
            (lambda: self.element(kind, depth), 3),
            (lambda: self.call(kind, depth), 4),
            (lambda: self.attribute(kind), 2),
        ]

    def choose(self, kind, depth, leaf, ways):
        if depth <= 0 or self.chance(0.15):
            return (self.chance(0.7) and self.of_variable(kind)) or leaf()
        for _ in range(5):
            result = self.weighted(ways + self.common(kind, depth))
            if result is not None:
                return result
        return leaf()

    def conditional(self, kind, depth):
        then, condition, other = (
            self.expression(kind, depth - 1),
            self.bool_expression(depth - 1),
            self.expression(kind, depth - 1),
        )
        return made(f"{within(then, OR)} if {within(condition, OR)} else {within(other, TERNARY)}", TERNARY)

    def element(self, kind, depth):
        names = self.variables(("list", kind), nonempty=True)
        if not names:
            return None
        return made(f"{self.use(name := self.random.choice(names))}[{self.index(name, depth)}]")

    def index(self, name, depth):
        if self.chance(0.5):
            return self.pick("0", "-1")
        if self.chance(0.02):
            return str(self.small(-3, 5))
        return f"{within(self.int_expression(depth - 1), PRODUCT)} % len({name})"

    def attribute(self, kind):
        found = [
            f"{name}.{attribute}"
            for name, one in self.objects()
            for attribute, of in one.attributes.items()
            if of == kind
        ]
        if not found:
            return None
        text = self.random.choice(found)
        self.use(text.split(".")[0])
        return made(text)

    def call(self, kind, depth):
        """A call of one of the text's functions, methods or objects."""
        callables = [(name, one) for name, one in self.functions() if one.result == kind]
        for name, one in self.objects():
            callables += [
                (name if method == "__call__" else f"{name}.{method}", function)
                for method, function in one.methods.items()
                if function.result == kind and method != "__repr__"
            ]
        callables = [(name, one) for name, one in callables if self.weight * one.cost < 300]
        if not callables or self.in_field and self.chance(0.5):
            return None
        name, function = self.random.choice(callables)
        self.cost += self.weight * function.cost
        self.use(name.split(".")[0])
        return made(f"{name}({self.arguments(function, depth - 1)})")

    def arguments(self, function, depth):
        texts, named = [], []
        for parameter in function.parameters:
            left_out = parameter.default is not None and self.chance(0.4)
            by_name = named or left_out or self.chance(0.15)
            if left_out:
                # What follows cannot go by its place.
                named.append("")
            else:
                text = self.argument(parameter.kind, depth)
                (named if by_name else texts).append(f"{parameter.name}={text}" if by_name else text)
        if function.rest and not named:
            for _ in range(self.small(0, 3)):
                if self.chance(0.2):
                    texts.append("*" + within(self.list_expression(function.rest, depth), ATOM))
                else:
                    texts.append(self.argument(function.rest, depth))
        named += [f"{one.name}={self.argument(one.kind, depth)}" for one in function.options if self.chance(0.5)]
        if self.chance(0.3):
            self.random.shuffle(named)
        return ", ".join(texts + [text for text in named if text])

    def argument(self, kind, depth):
        if kind[0] == "function":
            fitting = [name for name, one in self.functions() if self.fits(one, kind[1])]
            return self.use(self.random.choice(fitting)) if fitting else "abs"
        return within(self.expression(kind, depth), TERNARY)

    def fits(self, function, wanted):
        required = [one.kind for one in function.parameters if one.default is None]
        return (
            function.result == wanted.result
            and required == [one.kind for one in wanted.parameters]
            and function.cost < 30
        )

    # Numbers

    def int_leaf(self):
        if self.chance(0.06):
            number = self.random.choice(BIG) + self.small(-1, 1)
            number = min(number, 2**127 - 1)
            return made(str(number)) if self.chance(0.7) else made(f"-{number}", SIGN)
        number = self.random.choice([0, 1, 2, 3, 4, 5, 7, 9, 10, 12, 42, 100, self.small(0, 1000)])
        if self.chance(0.2):
            return made(f"-{number}", SIGN)
        return made(self.pick(str(number), str(number), str(number), str(number), hex(number)))

    def int_expression(self, depth):
        less = depth - 1

        def binary(sign, level):
            left, right = self.int_expression(less), self.int_expression(less)
            return made(f"{within(left, level)} {sign} {within(right, level + 1)}", level)

        def divided(sign):
            return made(f"{within(self.int_expression(less), PRODUCT)} {sign} {self.divisor(less)}", PRODUCT)

        def power():
            base = within(self.int_expression(less), ATOM)
            return made(f"{base} ** {self.small(0, 4)}", POWER)

        def of_list():
            xs = self.list_expression("int", less)
            name = self.pick("sum", "len", "len", "max", "min")
            if name in ("max", "min"):
                return made(f"{name}({xs}, default={self.int_leaf()})")
            if name == "len":
                xs = self.pick(
                    lambda: xs, lambda: self.str_expression(less), lambda: self.list_expression("str", less)
                )()
            return made(f"{name}({xs})")

        def of_text():
            quote = '"' if self.in_field else "'"
            return made(f"int({quote}{self.pick('', '-', ' ', '0')}{self.small(0, 999)}{quote})")

        return self.choose(
            "int",
            depth,
            self.int_leaf,
            [
                (lambda: binary("+", SUM), 6),
                (lambda: binary("-", SUM), 4),
                (lambda: binary("*", PRODUCT), 4),
                (lambda: divided("//"), 2),
                (lambda: divided("%"), 3),
                (power, 1),
                (lambda: made("-" + within(self.int_expression(less), POWER), SIGN), 1),
                (of_list, 3),
                (lambda: made(f"sum({self.iteration('int', less)})"), 2),
                (lambda: made(f"abs({self.int_expression(less)})"), 1),
                (
                    lambda: made(
                        f"{self.pick('max', 'min')}({self.int_expression(less)}, {self.int_expression(less)})"
                    ),
                    1,
                ),
                (lambda: made(f"int({self.float_expression(less)})"), 1),
                (lambda: made(f"round({self.float_expression(less)})"), 1),
                (lambda: made(f"round({self.int_expression(less)}, {self.pick(-1, -2, 1, 0)})"), 0.5),
                (of_text, 0.3),
                (lambda: made(f"math.floor({self.float_expression(less)})"), 1 if "math" in self.modules else 0),
                (
                    lambda: made(
                        f"{within(self.bool_expression(less), SUM)} + {within(self.int_expression(less), PRODUCT)}", SUM
                    ),
                    0.5,
                ),
            ],
        )

    def divisor(self, depth):
        if self.chance(0.03):
            return within(self.int_expression(depth), POWER)
        return self.pick(
            lambda: str(self.small(2, 9)),
            lambda: f"{self.pick('', '-')}{self.small(1, 7)}",
            lambda: f"(abs({self.int_expression(depth - 1)}) + 1)",
            lambda: f"({within(self.int_expression(depth - 1), PRODUCT)} % {self.small(2, 9)} + 1)",
        )()

    def float_leaf(self):
        text = self.random.choice(FLOATS)
        return made(text, SIGN if text.startswith("-") else ATOM)

    def float_expression(self, depth):
        less = depth - 1

        def number():
            return self.float_expression(less) if self.chance(0.7) else self.int_expression(less)

        def binary(sign, level):
            pair = [self.float_expression(less), number()]
            self.random.shuffle(pair)
            return made(f"{within(pair[0], level)} {sign} {within(pair[1], level + 1)}", level)

        def divided(sign):
            left = number() if sign == "/" else self.float_expression(less)
            return made(f"{within(left, PRODUCT)} {sign} {self.divisor(less)}", PRODUCT)

        def of_math():
            name = self.pick("sin", "cos", "tanh", "fabs", "atan", "exp", "sqrt", "log", "pi", "hypot", "copysign")
            x = self.float_expression(less)
            if name == "pi":
                return made("math.pi")
            if name == "exp":
                return made(f"math.exp(min({x}, 20))")
            if name in ("sqrt", "log"):
                return made(f"math.{name}(abs({x}) + 1)")
            if name in ("hypot", "copysign"):
                return made(f"math.{name}({x}, {self.float_expression(less)})")
            return made(f"math.{name}({x})")

        def of_random():
            return made(
                self.pick(
                    "random.random()",
                    "random.uniform(-1, 1)",
                    "random.gauss(0, 1)",
                    f"random.uniform(0, {self.small(1, 9)})",
                )
            )

        def of_value():
            value = self.of_variable("value") if self.chance(0.6) else self.value_expression(less)
            return value and made(f"{within(value, ATOM)}.{self.pick('data', 'data', 'data', 'grad')}")

        return self.choose(
            "float",
            depth,
            self.float_leaf,
            [
                (lambda: binary("+", SUM), 5),
                (lambda: binary("-", SUM), 4),
                (lambda: binary("*", PRODUCT), 4),
                (lambda: divided("/"), 4),
                (lambda: divided("//"), 1),
                (lambda: divided("%"), 1),
                (lambda: made("-" + within(self.float_expression(less), POWER), SIGN), 1),
                (lambda: made(f"{within(self.float_expression(less), ATOM)} ** {self.pick(0, 1, 2, 2, 3)}", POWER), 1),
                (
                    lambda: made(
                        f"(abs({self.float_expression(less)}) + 1) ** {self.pick('-1', '-2', '0.5', '-0.5')}", POWER
                    ),
                    1,
                ),
                (lambda: made(f"float(sum({self.list_expression('float', less)}))"), 1),
                (
                    lambda: made(
                        f"{self.pick('max', 'min')}({self.list_expression('float', less)}, default={self.float_leaf()})"
                    ),
                    1,
                ),
                (
                    lambda: made(
                        f"{self.pick('max', 'min')}({self.float_expression(less)}, {self.float_expression(less)})"
                    ),
                    1,
                ),
                (lambda: made(f"float({self.int_expression(less)})"), 1),
                (lambda: made(f"abs({self.float_expression(less)})"), 1),
                (lambda: made(f"round({self.float_expression(less)}, {self.pick(0, 1, 2, 3, -1)})"), 1),
                (of_math, 3 if "math" in self.modules else 0),
                (of_random, 2 if "random" in self.modules else 0),
                (of_value, 3 if self.has_values else 0),
            ],
        )

    # Truth

    def bool_leaf(self):
        return made(self.pick("True", "False"))

    def bool_expression(self, depth):
        less = depth - 1

        def compared():
            kind = self.pick("int", "int", "float", "str")
            count = 3 if self.chance(0.2) else 2
            sides = [
                self.expression(self.pick("int", "float") if kind == "float" else kind, less) for _ in range(count)
            ]
            signs = [self.pick("<", "<=", ">", ">=", "==", "!=") for _ in sides[1:]]
            text = within(sides[0], SUM)
            for sign, side in zip(signs, sides[1:]):
                text += f" {sign} {within(side, SUM)}"
            return made(text, COMPARE)

        def contained():
            kind = self.pick("int", "str", "float")
            x = self.expression(kind, less)
            if kind == "str" and self.chance(0.5):
                container = self.str_expression(less)
            elif kind == "int" and self.chance(0.4):
                container = made(f"range({self.small(1, 20)})")
            else:
                container = self.list_expression(kind, less)
            return made(f"{within(x, SUM)} {self.pick('in', 'not in')} {within(container, SUM)}", COMPARE)

        def joined(word, level):
            return made(
                f"{within(self.bool_expression(less), level)} {word} {within(self.bool_expression(less), level + 1)}",
                level,
            )

        def lists():
            kind = self.pick("int", "str", "float")
            return made(
                f"{within(self.list_expression(kind, less), SUM)} {self.pick('==', '!=', '<', '>=')} {within(self.list_expression(kind, less), SUM)}",
                COMPARE,
            )

        def nothing():
            x = self.of_variable(self.pick("int", "str", "float", ("list", "int")))
            return x and made(f"{x} {self.pick('is', 'is not')} None", COMPARE)

        def instance():
            kind = self.scalar()
            types = self.pick("int", "float", "str", "(int, float)", "(list, tuple)", "list")
            return made(
                f"isinstance({self.expression(kind, less)}, {'Value' if kind == 'value' and self.chance(0.5) else types})"
            )

        return self.choose(
            "bool",
            depth,
            self.bool_leaf,
            [
                (compared, 8),
                (contained, 2),
                (lambda: joined("and", AND), 2),
                (lambda: joined("or", OR), 2),
                (lambda: made("not " + within(self.bool_expression(less), NOT), NOT), 2),
                (lists, 1),
                (instance, 1),
                (lambda: made(f"{self.pick('any', 'all')}({self.iteration('bool', less)})"), 1),
                (nothing, 0.5),
            ],
        )

    # Values

    def value_leaf(self):
        number = self.random.choice(["1.0", "-0.5", "2.0", "0.3", "-1.5", "0.75", "3", "-2", "0.1"])
        return made(f"Value({number})")

    def value_expression(self, depth):
        less = depth - 1

        def binary(sign, level):
            pair = [self.value_expression(less), self.value_expression(less)]
            if self.chance(0.4):
                pair[self.small(0, 1)] = self.pick(self.float_leaf, lambda: made(str(self.small(1, 5))))()
            return made(f"{within(pair[0], level)} {sign} {within(pair[1], level + 1)}", level)

        def function():
            name = self.pick("tanh", "tanh", "relu", "sigmoid", "sin", "cos", "exp")
            x = self.value_expression(less)
            if name == "exp":
                return made(f"{within(x, ATOM)}.tanh().exp()")
            return made(f"{within(x, ATOM)}.{name}()") if self.chance(0.85) else made(f"{name}({x})")

        def root():
            x = within(self.value_expression(less), ATOM)
            return made(f"({x} ** 2 + 1).{self.pick('sqrt', 'log')}()")

        def quotient():
            return made(
                f"{within(self.value_expression(less), PRODUCT)} / ({within(self.value_expression(less), ATOM)} ** 2 + 1)",
                PRODUCT,
            )

        return self.choose(
            "value",
            depth,
            self.value_leaf,
            [
                (lambda: binary("+", SUM), 5),
                (lambda: binary("-", SUM), 4),
                (lambda: binary("*", PRODUCT), 5),
                (quotient, 2),
                (lambda: made(f"{within(self.value_expression(less), ATOM)} ** {self.pick(2, 2, 3, 1)}", POWER), 2),
                (lambda: made("-" + within(self.value_expression(less), POWER), SIGN), 1),
                (function, 6),
                (root, 1),
                (lambda: made(f"abs({self.value_expression(less)})"), 1),
                (
                    lambda: made(
                        f"{self.pick('max', 'min')}({self.value_expression(less)}, {self.value_expression(less)})"
                    ),
                    0.5,
                ),
                (lambda: made(f"sum({self.iteration('value', less)}, Value(0.5))"), 2),
                (
                    lambda: made(
                        f"sum([{', '.join(str(self.value_expression(less)) for _ in range(self.small(1, 3)))}])"
                    ),
                    1,
                ),
            ],
        )
