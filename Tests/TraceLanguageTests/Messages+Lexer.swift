extension Messages {
    /// Mistakes in characters, numbers, strings, brackets and lines, and the whole message of each.
    static let lexer: [(text: String, message: String)] = [
        (
            "x = 3\ny = 2x",
            """
            t.txt:2:5: error: a number cannot stand before a name; write 2*x
             2 | y = 2x
               |     ^~
            """
        ),
        (
            "x = 1.2.3",
            """
            t.txt:1:5: error: '1.2.3' is not a number
             1 | x = 1.2.3
               |     ^~~~~
            """
        ),
        (
            "x = 0777",
            """
            t.txt:1:5: error: an integer cannot start with 0; write 777, or 0o777 for octal
             1 | x = 0777
               |     ^~~~
            """
        ),
        (
            "x = 1__0",
            """
            t.txt:1:5: error: '1__0' is not a number
             1 | x = 1__0
               |     ^~~~
            """
        ),
        (
            "x = 0xZZ",
            """
            t.txt:1:5: error: '0xZZ' is not a number
             1 | x = 0xZZ
               |     ^~~~
            """
        ),
        (
            "x = 1e",
            """
            t.txt:1:5: error: '1e' is not a number
             1 | x = 1e
               |     ^~
            """
        ),
        (
            "x = 12345678901234567890123456789012345678901234567890",
            """
            t.txt:1:5: error: integers are exact within ±2¹²⁷, and this one is beyond; write it as a float
             1 | x = 12345678901234567890123456789012345678901234567890
               |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            """
        ),
        (
            "a = Value(1)\nb = 1if",
            """
            t.txt:2:5: error: write a space between 1 and 'if'
             2 | b = 1if
               |     ^~~
            """
        ),
        (
            "x = 'abc",
            """
            t.txt:1:5: error: this string is not closed on its line
             1 | x = 'abc
               |     ^
            """
        ),
        (
            "x = '''abc\ndef",
            """
            t.txt:1:5: error: this string is never closed
             1 | x = '''abc
               |     ^~~
            """
        ),
        (
            "print('\\d')",
            #"""
            t.txt:1:8: error: bad escape '\d' in a string; write '\\d' for the backslash itself
             1 | print('\d')
               |        ^~
            """#
        ),
        (
            "print(f'{x')",
            """
            t.txt:1:9: error: '{' in this f-string is never closed
             1 | print(f'{x')
               |         ^
            """
        ),
        (
            "print(f'}')",
            """
            t.txt:1:9: error: a single '}' in an f-string; write '}}' for the brace itself
             1 | print(f'}')
               |         ^
            """
        ),
        (
            "print(f'{}')",
            """
            t.txt:1:9: error: an empty field in an f-string; write an expression between the braces
             1 | print(f'{}')
               |         ^~
            """
        ),
        (
            "print(q'x')",
            """
            t.txt:1:7: error: 'q' is no prefix of a string; only f, r and u are
             1 | print(q'x')
               |       ^~
            """
        ),
        (
            "print(f'{1!z}')",
            """
            t.txt:1:12: error: only !r, !s and !a can follow a value in an f-string
             1 | print(f'{1!z}')
               |            ^
            """
        ),
        (
            "y = (1 + 2\nz = 3",
            """
            t.txt:1:5: error: '(' is never closed
             1 | y = (1 + 2
               |     ^
            """
        ),
        (
            "y = 1 + 2)",
            """
            t.txt:1:10: error: ')' closes nothing
             1 | y = 1 + 2)
               |          ^
            """
        ),
        (
            "y = (1 + 2]",
            """
            t.txt:1:11: error: ']' does not close '('
             1 | y = (1 + 2]
               |           ^
            """
        ),
        (
            "y = [1, 2",
            """
            t.txt:1:5: error: '[' is never closed
             1 | y = [1, 2
               |     ^
            """
        ),
        (
            "y = f(",
            """
            t.txt:1:6: error: '(' is never closed
             1 | y = f(
               |      ^
            """
        ),
        (
            "a = 1.0\n\tb = 2.0",
            """
            t.txt:2:1: error: a tab in the indentation; indent by spaces
             2 |     b = 2.0
               | ^~~~
            """
        ),
        (
            "a = 1.0 + \\ 2",
            #"""
            t.txt:1:11: error: a backslash joins lines and must be the last character of its line
             1 | a = 1.0 + \ 2
               |           ^
            """#
        ),
        (
            "a = $5",
            """
            t.txt:1:5: error: the character '$' (U+0024) has no meaning here
             1 | a = $5
               |     ^
            """
        ),
        (
            "a = 5 × 3",
            """
            t.txt:1:7: error: the character '×' is not read; write * to multiply
             1 | a = 5 × 3
               |       ^
            """
        ),
        (
            "a = 5 − 3",
            """
            t.txt:1:7: error: the character '−' is not read; write - (a hyphen)
             1 | a = 5 − 3
               |       ^
            """
        ),
        (
            "α₁ = 3",
            """
            t.txt:1:2: error: the character '₁' (U+2081) has no meaning here
             1 | α₁ = 3
               |  ^
            """
        ),
        (
            "a =\u{a0}5",
            """
            t.txt:1:4: error: an invisible character U+00A0; remove it, or write a plain space
             1 | a =\u{a0}5
               |    ^
            """
        ),
        (
            "a = \u{1} 5",
            """
            t.txt:1:5: error: an invisible character U+0001; remove it, or write a plain space
             1 | a = � 5
               |     ^
            """
        ),
        (
            "x = 'a\\\n",
            #"""
            t.txt:1:5: error: this string is not closed on its line
             1 | x = 'a\
               |     ^
            """#
        ),
        (
            "a = 1 +\\",
            #"""
            t.txt:1:8: error: a backslash joins lines, and no line follows this one
             1 | a = 1 +\
               |        ^
            """#
        ),
        (
            "a = [1, 2)",
            """
            t.txt:1:10: error: ')' does not close '['
             1 | a = [1, 2)
               |          ^
            """
        ),
        (
            "y = f'{(1}'",
            """
            t.txt:1:10: error: '}' does not close '('
             1 | y = f'{(1}'
               |          ^
            """
        ),
        (
            "a = 3.foo",
            """
            t.txt:1:5: error: a number cannot stand before a name; write 3.0*foo
             1 | a = 3.foo
               |     ^~~~~
            """
        ),
        (
            "a = 1.0\n  \tb = 2",
            """
            t.txt:2:3: error: a tab in the indentation; indent by spaces
             2 |     b = 2
               |   ^~
            """
        ),
        (
            "a = (1,\n\n",
            """
            t.txt:1:5: error: '(' is never closed
             1 | a = (1,
               |     ^
            """
        ),
        (
            "\"\"\"doc",
            #"""
            t.txt:1:1: error: this string is never closed
             1 | """doc
               | ^~~
            """#
        ),
        (
            "print('\\N{DASH}')",
            #"""
            t.txt:1:8: error: bad escape '\N' in a string; write '\\N' for the backslash itself
             1 | print('\N{DASH}')
               |        ^~
            """#
        ),
        (
            "print('\\xZ')",
            #"""
            t.txt:1:8: error: bad escape '\x' in a string; write '\\x' for the backslash itself
             1 | print('\xZ')
               |        ^~
            """#
        ),
        (
            "print('\\u12')",
            #"""
            t.txt:1:8: error: bad escape '\u' in a string; write '\\u' for the backslash itself
             1 | print('\u12')
               |        ^~
            """#
        ),
        (
            "x = '\\'",
            #"""
            t.txt:1:5: error: this string is not closed on its line
             1 | x = '\'
               |     ^
            """#
        ),
        (
            "y = 2x + 1",
            """
            t.txt:1:5: error: a number cannot stand before a name; write 2*x
             1 | y = 2x + 1
               |     ^~
            """
        ),
        (
            "y = 2.5e3kg",
            """
            t.txt:1:5: error: a number cannot stand before a name; write 2.5e3*kg
             1 | y = 2.5e3kg
               |     ^~~~~~~
            """
        ),
        (
            "(1 + 2",
            """
            t.txt:1:1: error: '(' is never closed
             1 | (1 + 2
               | ^
            """
        ),
        (
            "x = (1 + (2 * 3)\ny = 4\n",
            """
            t.txt:1:5: error: '(' is never closed
             1 | x = (1 + (2 * 3)
               |     ^
            """
        ),
        (
            "x = f(1,\n  2\ny = 3",
            """
            t.txt:1:6: error: '(' is never closed
             1 | x = f(1,
               |      ^
            """
        ),
        (
            "a = “hi”",
            """
            t.txt:1:5: error: the character '“' is not read; write " as a quote
             1 | a = “hi”
               |     ^
            """
        ),
        (
            "a = 1；b = 2",
            """
            t.txt:1:6: error: the character '；' is not read; write ;
             1 | a = 1；b = 2
               |      ^~
            """
        ),
        (
            "x = 'a\\",
            #"""
            t.txt:1:5: error: this string is not closed on its line
             1 | x = 'a\
               |     ^
            """#
        ),
        (
            "x = '''a\\",
            #"""
            t.txt:1:5: error: this string is never closed
             1 | x = '''a\
               |     ^~~
            """#
        ),
        (
            "print(f'{1:\\",
            #"""
            t.txt:1:7: error: this string is not closed on its line
             1 | print(f'{1:\
               |       ^~
            """#
        ),
        (
            "a = 1\u{200d}2",
            """
            t.txt:1:6: error: an invisible character U+200D; remove it, or write a plain space
             1 | a = 1\u{200d}2
               |      ^
            """
        ),
        (
            "from math import (pi",
            """
            t.txt:1:18: error: '(' is never closed
             1 | from math import (pi
               |                  ^
            """
        ),
        (
            "print(f'{1:{2}')",
            """
            t.txt:1:15: error: '{' in this f-string is never closed
             1 | print(f'{1:{2}')
               |               ^
            """
        ),
        (
            "print(f'{x!}')",
            """
            t.txt:1:12: error: only !r, !s and !a can follow a value in an f-string
             1 | print(f'{x!}')
               |            ^
            """
        ),
        (
            "x = '''a\n\\q'''",
            #"""
            t.txt:2:1: error: bad escape '\q' in a string; write '\\q' for the backslash itself
             2 | \q'''
               | ^~
            """#
        ),
        (
            "x = 1\\\n",
            #"""
            t.txt:1:6: error: a backslash joins lines, and no line follows this one
             1 | x = 1\
               |      ^
            """#
        ),
        (
            "a = 1.0\nb\u{200d}c = 2.0",
            """
            t.txt:2:2: error: an invisible character U+200D; remove it, or write a plain space
             2 | b\u{200d}c = 2.0
               |  ^
            """
        ),
        (
            "a = 1.0\n\u{0c} b = 2.0",
            """
            t.txt:2:1: error: unexpected indentation; start the line at the left margin
             2 | \u{fffd} b = 2.0
               | ^~
            """
        ),
        (
            "a = 1.0\n\\\n  b = 2.0",
            #"""
            t.txt:2:1: error: unexpected indentation; start the line at the left margin
             2 | \
               | ^
            """#
        ),
        (
            "s = 'a\0b'",
            """
            t.txt:1:7: error: a NUL byte, which no text has; trace reads programs in UTF-8 and saved graphs (.json)
             1 | s = 'a\u{fffd}b'
               |       ^
            """
        ),
        (
            "a = 2.0 \\",
            """
            t.txt:1:9: error: a backslash joins lines, and no line follows this one
             1 | a = 2.0 \\
               |         ^
            """
        ),
    ]
}
