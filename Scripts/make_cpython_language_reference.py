"""Writes Tests/TraceLanguageTests/References/cpython-language.json: what CPython reads and writes.

    python3 Scripts/make_cpython_language_reference.py

Needs nothing but CPython. `names` says which code points can stand in names, as ranges, and what names of
compatibility characters become. `formats` holds numbers and strings with format specifications, and what they
become: an empty list where CPython refuses them.
"""

import json
import pathlib
import platform
import random
import unicodedata

OUTPUT = pathlib.Path(__file__).parents[1] / "Tests/TraceLanguageTests/References/cpython-language.json"


def ranges(holds):
    """The code points for which `holds`, as first and last of each range."""
    result = []
    for code in range(0x110000):
        if 0xD800 <= code < 0xE000 or not holds(chr(code)):
            continue
        if result and result[-1][1] == code - 1:
            result[-1][1] = code
        else:
            result.append([code, code])
    return result


def compatibility_names():
    """Names in which some characters are not what NFKC makes of them, and their NFKC."""
    source = random.Random(9)
    letters = [c for c in map(chr, range(0x30000)) if not 0xD800 <= ord(c) < 0xE000 and ("a" + c).isidentifier()]
    changed = [c for c in letters if unicodedata.normalize("NFKC", c) != c]
    marks = [c for c in letters if unicodedata.combining(c)]
    rows = []
    while len(rows) < 200:
        name = "".join(source.choice(source.choice([letters, changed, changed, marks])) for _ in range(source.randrange(1, 5)))
        if name.isidentifier():
            rows.append([name, unicodedata.normalize("NFKC", name)])
    return rows


def specifications(source):
    """Every type with every flag alone, then flags, widths and precisions at random."""
    types = ["", *"bcdeEfFgGnosxX%", "q"]
    for kind in types:
        for flag in ["", "+", "-", " ", "z", "#", "0", ",", "_", "9", "09", "012", ".3", ".0", "<9", ">9", "^9", "=9", "*^9", "0<9", "0=9", "<09", "#09", "+09", "#012_", "012,", "20,.2", "z.1", "-.1"]:
            yield flag + kind
    for _ in range(600):
        parts = [
            source.choice(["", "", "<", ">", "=", "^", "*<", "0=", "é^", "_>", "+=", "0^"]),
            source.choice(["", "", "+", "-", " "]),
            source.choice(["", "", "", "z"]),
            source.choice(["", "", "", "#"]),
            source.choice(["", "", "0"]),
            source.choice(["", "", "1", "7", "12", "25"]),
            source.choice(["", "", ",", "_", ",_", "__"]),
            source.choice(["", "", ".0", ".1", ".4", ".17", "."]),
            source.choice(types),
        ]
        yield "".join(parts)


INTEGERS = [0, 1, -1, 7, 65, 255, -255, 1000, 1234567, -1234567, 0x1F600, 0x110000, 2**53 + 1, 10**20, 2**127 - 1, -(2**127)]
FLOATS = ["0.0", "-0.0", "1.5", "-2.5", "0.1", "1e-05", "-0.00001", "123456.789", "-1234567.891", "1e16", "1e22", "9.999995", "1e300", "5e-324", "inf", "-inf", "nan"]
STRINGS = ["", "a", "é", "text", "日本"]


def formats():
    source = random.Random(4)
    rows = []
    for specification in dict.fromkeys(specifications(source)):
        if not specification:
            continue
        chosen = [("i", str(n), n) for n in [source.choice(INTEGERS)]]
        chosen += [("f", t, float(t)) for t in [source.choice(FLOATS)]]
        if not specification[-1] in "bcdeEfFgGnoxX%":
            chosen += [("s", t, t) for t in [source.choice(STRINGS)]]
        for kind, text, value in chosen:
            try:
                result = [format(value, specification)]
            except (ValueError, OverflowError):
                result = []
            rows.append([[specification, kind, text], result])
    return rows


def lines(rows):
    return "[\n" + ",\n".join("    " + json.dumps(row, ensure_ascii=True) for row in rows) + "\n  ]"


if __name__ == "__main__":
    OUTPUT.parent.mkdir(exist_ok=True)
    names = {
        "unicode": unicodedata.unidata_version,
        "start": ranges(str.isidentifier),
        "continue": ranges(lambda c: ("a" + c).isidentifier()),
    }
    OUTPUT.write_text(
        "{\n"
        + f'  "python": "{platform.python_version()}",\n'
        + f'  "unicode": "{names["unicode"]}",\n'
        + f'  "start": {json.dumps(names["start"], separators=(",", ":"))},\n'
        + f'  "continue": {json.dumps(names["continue"], separators=(",", ":"))},\n'
        + f'  "names": {lines(compatibility_names())},\n'
        + f'  "formats": {lines(formats())}\n'
        + "}\n"
    )
