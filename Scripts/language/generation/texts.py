"""Texts, and the three ways of formatting them."""

from generation.shapes import *

# fmt: off
WORDS = ["", "a", "ab", "abc", "hello", "x y", "Hey", "10", "z", "0", "é", "日本", "naïve"]
ODD_WORDS = ["it's", 'say "hi"', "a\nb", "tab\t.", "back\\slash", "'\"", "{}", "100%", "#", "\x00", "😀", "\u200b"]

SPECS = {
    "int": [
        "", "", "d", "5d", "05d", "+d", "x", "#x", "X", "b", "#b", "o", ",", "_", ">8", "<8", "^8", "*^9", "=+6",
        "e", ".2f", "8.1f", "g", "%", ".1%", "n", "#012x", "015,", " d",
    ],
    "float": [
        "", "", ".2f", "8.3f", "+.1e", "g", ".3g", "%", ".1%", ">12", "<12", "^12", "010.3f", ",.2f", "e", ".0f",
        "#.3g", "z.1f", " .3f", ".17g", "_.1f", ".3", "12", "=+9.2f", "G", "E", ",",
    ],
    "str": ["", "", ">8", "<8", "^8", ".2", "*^10", "s", "05", ">6.3"],
    "bool": ["", "", "d", ">6", "x", "5"],
}
CONVERSIONS = {
    "int": [
        "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%o", "%#x", "%i", "%s", "%r", "%.3d", "%f", "%.2f",
        "%e", "%g", "%8s",
    ],
    "float": [
        "%f", "%.2f", "%8.3f", "%-8.1f|", "%+.1f", "%e", "%.3E", "%g", "%.3g", "%s", "%r", "%08.2f", "%G", "%#.3g",
        "%10s",
    ],
    "str": ["%s", "%r", "%8s", "%-8s|", "%.2s", "%5.1s", "%a"],
    "bool": ["%s", "%d", "%r"],
}
# fmt: on


class Texts:
    def str_leaf(self):
        if self.in_field:
            return made(f'"{self.random.choice(["", "a", "bc", "x y", "é"])}"')
        return made(repr(self.random.choice(WORDS if self.chance(0.8) else ODD_WORDS)))

    def str_expression(self, depth):
        less = depth - 1

        def piece():
            """A part of a text, by a slice or an index that cannot fail."""
            text = self.of_variable("str") or self.str_expression(less)
            return made(f"{within(text, ATOM)}[{self.slice(less)}]")

        return self.choose(
            "str",
            depth,
            self.str_leaf,
            [
                (
                    lambda: made(
                        f"{within(self.str_expression(less), SUM)} + {within(self.str_expression(less), PRODUCT)}", SUM
                    ),
                    4,
                ),
                (lambda: made(f"{within(self.str_expression(less), PRODUCT)} * {self.small(-1, 3)}", PRODUCT), 1),
                (lambda: made(f"str({self.printable(less)})"), 3),
                (piece, 2),
                (lambda: made(f"{within(self.str_leaf(), ATOM)}.join({self.iteration('str', less)})"), 3),
                (lambda: self.format_string(less), 6 if not self.in_field else 0),
                (lambda: self.percent(less), 3 if not self.in_field else 0),
                (lambda: self.format_call(less), 3 if not self.in_field else 0),
            ],
        )

    def slice(self, depth):
        def bound():
            if self.chance(0.3):
                return ""
            return (
                str(self.small(-3, 5)) if self.chance(0.8) else within(self.int_expression(min(depth - 1, 1)), TERNARY)
            )

        text = f"{bound()}:{bound()}"
        return text + f":{self.pick('', '1', '2', '-1', '-2', '3')}" if self.chance(0.3) else text

    def printable(self, depth):
        """An expression of any type that prints the same everywhere."""
        if depth > 0 and self.objects() and self.chance(0.15):
            return self.use(self.random.choice(self.objects())[0])
        return self.expression(self.kind(), depth)

    def literal_part(self, doubled):
        text = self.pick("", " ", "x = ", ": ", ", ", "|", "loss ", "-", "%", "{}", "é ")
        for sign in doubled:
            text = text.replace(sign, sign * 2)
        return text

    def format_string(self, depth):
        text = ""
        self.in_field = True
        for _ in range(self.small(1, 3)):
            text += self.literal_part("{}")
            kind = self.scalar() if self.chance(0.8) else self.kind()
            if self.chance(0.1) and (name := self.of_variable(kind)):
                text += f"{{{name}{self.pick('=', ' = ')}}}"
                continue
            field = str(self.expression(kind, depth))
            if field.startswith("{") or "{" in field:
                continue
            if kind in SPECS:
                spec = self.random.choice(SPECS[kind])
                if self.chance(0.15):
                    width = self.small(1, 12)
                    spec = {
                        "int": f"{{{width}}}d",
                        "float": f">{{{width}}}.{{{self.small(0, 4)}}}f",
                        "str": f"*^{{{width}}}",
                        "bool": f"{{{width}}}",
                    }[kind]
                if self.chance(0.1):
                    field += self.pick("!r", "!s", "!a")
                    spec = self.pick("", ">12", "<5", ".3")
                text += f"{{{field}:{spec}}}" if spec else f"{{{field}}}"
            else:
                text += f"{{{field}{self.pick('', '', '!r', '!s:>30')}}}"
        self.in_field = False
        return made("f" + "'" + text + self.literal_part("{}") + "'")

    def percent(self, depth):
        kinds = [self.pick("int", "float", "str", "bool") for _ in range(self.small(1, 3))]
        text = "".join(self.literal_part("%") + self.random.choice(CONVERSIONS[kind]) for kind in kinds)
        items = [self.expression(kind, depth) for kind in kinds]
        if len(items) == 1 and self.chance(0.5):
            right = within(items[0], SIGN)
        else:
            right = "(" + ", ".join(map(str, items)) + ("," if len(items) == 1 else "") + ")"
        return made(f"{text!r} % {right}", PRODUCT)

    def format_call(self, depth):
        kinds = [self.pick("int", "float", "str", "bool") for _ in range(self.small(1, 3))]
        items = [str(self.expression(kind, depth)) for kind in kinds]
        style = self.pick("auto", "auto", "number", "name")
        parts = []
        for k, kind in enumerate(kinds):
            number = self.small(0, len(kinds) - 1) if style == "number" else k
            field = {"auto": "", "number": str(number), "name": f"k{k}"}[style]
            spec = self.random.choice(SPECS[kinds[number]])
            mark = self.pick("", "", "", "!r", "!s")
            if mark:
                spec = self.pick("", ">9", "^7")
            parts.append(self.literal_part("{}") + "{" + field + mark + (f":{spec}" if spec else "") + "}")
        if style == "name":
            items = [f"k{k}={item}" for k, item in enumerate(items)]
        elif style == "auto" and self.chance(0.2):
            parts.append("{:>{}}")
            items += [repr("w"), str(self.small(1, 9))]
        return made(f"{''.join(parts)!r}.format({', '.join(items)})")
