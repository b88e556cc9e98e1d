"""Writes Sources/TraceLanguage/Source/CompatibilityTable.swift: what NFKC makes of the characters of names.

    python3 Scripts/make_compatibility_table.py

Needs nothing but CPython, whose `unicodedata` says what Python's own names become. Characters that NFKC only
composes or decomposes are left out: Swift's strings are equal there without a table.
"""

import pathlib
import textwrap
import unicodedata

OUTPUT = pathlib.Path(__file__).parents[1] / "Sources/TraceLanguage/Source/CompatibilityTable.swift"


def rows():
    """The code points of names that NFKC replaces, each with the code points it becomes."""
    for code in range(0x110000):
        character = chr(code)
        if 0xD800 <= code < 0xE000 or not ("a" + character).isidentifier():
            continue
        if unicodedata.normalize("NFKD", character) != unicodedata.normalize("NFD", character):
            yield code, [ord(part) for part in unicodedata.normalize("NFKC", character)]


def words():
    """`2b0=68` starts a run; the words behind it are for the next code points; `1d33+8=47` counts up on both sides."""
    runs = []
    for code, target in rows():
        last = runs[-1] if runs else None
        if last and last[0] + last[1] == code and len(target) == len(last[2]) == 1 and last[2][0] + last[1] == target[0]:
            last[1] += 1
        else:
            runs.append([code, 1, target])
    end = None
    for code, count, target in runs:
        text = ".".join(f"{part:x}" for part in target)
        if count >= 4:
            yield f"{code:x}+{count:x}={text}"
            end = None
            continue
        for step in range(count):
            one = text if count == 1 else f"{target[0] + step:x}"
            yield one if code + step == end else f"{code + step:x}={one}"
            end = code + step + 1


table = textwrap.fill(" ".join(words()), 108, break_long_words=False, break_on_hyphens=False)
OUTPUT.write_text(
    f'''/// What NFKC makes of characters that can stand in names, where it is another character than theirs.
///
/// `Scripts/make_compatibility_table.py` wrote it, from Unicode {unicodedata.unidata_version}. In hexadecimal: `2b0=68` starts a run,
/// the words behind it are for the next characters, and `1d33+8=47` is for eight that count up on both sides.
enum CompatibilityTable {{
    /// What each character becomes.
    static let characters: [Unicode.Scalar: String] = {{
        var characters: [Unicode.Scalar: String] = [:]
        var code: UInt32 = 0
        for word in words.split(whereSeparator: \\.isWhitespace) {{
            let sides = word.split(separator: "=")
            var count: UInt32 = 1
            if sides.count > 1 {{
                let start = sides[0].split(separator: "+")
                code = UInt32(start[0], radix: 16) ?? 0
                if start.count > 1 {{ count = UInt32(start[1], radix: 16) ?? 1 }}
            }}
            let targets = sides[sides.count - 1].split(separator: ".").compactMap {{ UInt32($0, radix: 16) }}
            for step in 0..<count {{
                guard let scalar = Unicode.Scalar(code + step) else {{ continue }}
                var text = String.UnicodeScalarView()
                for target in targets {{ Unicode.Scalar(target + step).map {{ text.append($0) }} }}
                characters[scalar] = String(text)
            }}
            code += count
        }}
        return characters
    }}()

    private static let words = """
{textwrap.indent(table, "        ")}
        """
}}
'''
)
