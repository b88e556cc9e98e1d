extension Messages {
    /// Mistakes in the order of the words, and the whole message of each.
    static let grammar: [(text: String, message: String)] = [
        (
            "let a = 2.0",
            """
            t.txt:1:5: error: names need no 'let'; leave it out
             1 | let a = 2.0
               |     ^
            """
        ),
        (
            "y = tanh a",
            """
            t.txt:1:10: error: write tanh(a)
             1 | y = tanh a
               |          ^
            """
        ),
        (
            "x = 1.0; y = 2 x",
            """
            t.txt:1:16: error: a number cannot stand before a name; write 2*x
             1 | x = 1.0; y = 2 x
               |                ^
            """
        ),
        (
            "y = 2 ^ 3",
            """
            t.txt:1:7: error: '^' is not a power here; write ** for a power
             1 | y = 2 ^ 3
               |       ^
            """
        ),
        (
            "a = 1.0\n  b = 2.0",
            """
            t.txt:2:1: error: unexpected indentation; start the line at the left margin
             2 |   b = 2.0
               | ^~
            """
        ),
        (
            "a = 1.0 +",
            """
            t.txt:1:10: error: expected a value, found the end of the line
             1 | a = 1.0 +
               |          ^
            """
        ),
        (
            "a =",
            """
            t.txt:1:4: error: expected a value, found the end of the line
             1 | a =
               |    ^
            """
        ),
        (
            "= 3",
            """
            t.txt:1:1: error: expected a value, found '='
             1 | = 3
               | ^
            """
        ),
        (
            "a b",
            """
            t.txt:1:3: error: expected an operator or the end of the line, found 'b'
             1 | a b
               |   ^
            """
        ),
        (
            "a = 1.0 b = 2.0",
            """
            t.txt:1:9: error: expected an operator or the end of the line, found 'b'
             1 | a = 1.0 b = 2.0
               |         ^
            """
        ),
        (
            "a = 1.0\nb = a +* 2",
            """
            t.txt:2:8: error: expected a value, found '*'
             2 | b = a +* 2
               |        ^
            """
        ),
        (
            "a = 1.0\na++",
            """
            t.txt:2:4: error: expected a value, found the end of the line
             2 | a++
               |    ^
            """
        ),
        (
            "5 = a",
            """
            t.txt:1:1: error: cannot assign to a literal; a name, an attribute or an element can stand left of =
             1 | 5 = a
               | ^
            """
        ),
        (
            "f(x) = 3",
            """
            t.txt:1:1: error: cannot assign to the result of a call; a name, an attribute or an element can stand left of =
             1 | f(x) = 3
               | ^~~~
            """
        ),
        (
            "a + 1 = 3",
            """
            t.txt:1:1: error: cannot assign to an expression; a name, an attribute or an element can stand left of =
             1 | a + 1 = 3
               | ^~~~~
            """
        ),
        (
            "None = 3",
            """
            t.txt:1:1: error: cannot assign to None; a name, an attribute or an element can stand left of =
             1 | None = 3
               | ^~~~
            """
        ),
        (
            "print 3",
            """
            t.txt:1:1: error: print is a function; write print(…)
             1 | print 3
               | ^~~~~
            """
        ),
        (
            "from . import x",
            """
            t.txt:1:6: error: relative imports are not read; Value and nn are built in, so leave the line out
             1 | from . import x
               |      ^
            """
        ),
        (
            "import",
            """
            t.txt:1:7: error: expected the name of a module, found the end of the line
             1 | import
               |       ^
            """
        ),
        (
            "b = exp(x=1, x=2)",
            """
            t.txt:1:14: error: the argument 'x' is given twice
             1 | b = exp(x=1, x=2)
               |              ^
            """
        ),
        (
            "print(f'{x', 'y')",
            """
            t.txt:1:11: error: expected '}', found a string
             1 | print(f'{x', 'y')
               |           ^~~~
            """
        ),
        (
            "a = 'é' 5",
            """
            t.txt:1:9: error: expected an operator or the end of the line, found a number
             1 | a = 'é' 5
               |         ^
            """
        ),
        (
            "a = 1\n\n    # deep\n    b = 2",
            """
            t.txt:4:1: error: unexpected indentation; start the line at the left margin
             4 |     b = 2
               | ^~~~
            """
        ),
        (
            "x = [1 2]",
            """
            t.txt:1:8: error: expected an operator, ',' or ']', found a number
             1 | x = [1 2]
               |        ^
            """
        ),
        (
            "f(a b)",
            """
            t.txt:1:5: error: expected an operator, ',' or ')', found 'b'
             1 | f(a b)
               |     ^
            """
        ),
        (
            "import math as",
            """
            t.txt:1:15: error: expected a name, found the end of the line
             1 | import math as
               |               ^
            """
        ),
        (
            "import os, math",
            """
            t.txt:1:8: error: no module 'os' here; micrograd, random, math and graphviz can be imported
             1 | import os, math
               |        ^~
            """
        ),
        (
            "x = 1 ==",
            """
            t.txt:1:9: error: expected a value, found the end of the line
             1 | x = 1 ==
               |         ^
            """
        ),
        (
            "a = b =",
            """
            t.txt:1:8: error: expected a value, found the end of the line
             1 | a = b =
               |        ^
            """
        ),
        (
            "x = 5 y = 6",
            """
            t.txt:1:7: error: expected an operator or the end of the line, found 'y'
             1 | x = 5 y = 6
               |       ^
            """
        ),
        (
            "a = 1,, 2",
            """
            t.txt:1:7: error: expected a value, found ','
             1 | a = 1,, 2
               |       ^
            """
        ),
        (
            "(a, 1) = 2, 3",
            """
            t.txt:1:5: error: cannot assign to a literal; a name, an attribute or an element can stand left of =
             1 | (a, 1) = 2, 3
               |     ^
            """
        ),
        (
            "a += b = 3",
            """
            t.txt:1:8: error: expected an operator or the end of the line, found '='
             1 | a += b = 3
               |        ^
            """
        ),
        (
            "a, b += 1",
            """
            t.txt:1:1: error: cannot assign to an expression; a name, an attribute or an element can stand left of =
             1 | a, b += 1
               | ^~~~
            """
        ),
        (
            "import = 3",
            """
            t.txt:1:8: error: expected the name of a module, found '='
             1 | import = 3
               |        ^
            """
        ),
        (
            "a-b = 3",
            """
            t.txt:1:1: error: cannot assign to an expression; a name, an attribute or an element can stand left of =
             1 | a-b = 3
               | ^~~
            """
        ),
        (
            "  x = 1",
            """
            t.txt:1:1: error: unexpected indentation; start the line at the left margin
             1 |   x = 1
               | ^~
            """
        ),
        (
            "print(f'{1 2}')",
            """
            t.txt:1:12: error: expected '}', found a number
             1 | print(f'{1 2}')
               |            ^
            """
        ),
        (
            "b = 3,0\ny = b*2",
            """
            t.txt:1:5: error: a comma makes a tuple; write 3.0 for the number, or (3, 0) for the tuple
             1 | b = 3,0
               |     ^~~
            """
        ),
        (
            "w = -0,75",
            """
            t.txt:1:5: error: a comma makes a tuple; write -0.75 for the number, or (-0, 75) for the tuple
             1 | w = -0,75
               |     ^~~~~
            """
        ),
        (
            ">>> a = 2.0\n>>> b = a*q1",
            """
            t.txt:2:11: error: unknown name 'q1'
             2 | >>> b = a*q1
               |           ^~
            """
        ),
        (
            "In [1]: a = 2.0\n\nIn [2]: b = (a +\n   ...: q1)",
            """
            t.txt:4:9: error: unknown name 'q1'
             4 |    ...: q1)
               |         ^~
            """
        ),
        (
            "a = 2.0\n... b = 3.0",
            """
            t.txt:2:1: error: trace does not read `...`; write pass
             2 | ... b = 3.0
               | ^~~
            """
        ),
        (
            "x = 3,07",
            """
            t.txt:1:5: error: a comma makes a tuple; write 3.07 for the number, or (3, 7) for the tuple
             1 | x = 3,07
               |     ^~~~
            """
        ),
        (
            "x = 1,000",
            """
            t.txt:1:5: error: a comma makes a tuple; write 1_000 or 1.000 for the number, or (1, 0) for the tuple
             1 | x = 1,000
               |     ^~~~~
            """
        ),
        (
            "x = 1,000,000",
            """
            t.txt:1:5: error: a comma makes a tuple; write 1_000_000 for the number, or (1, 0, 0) for the tuple
             1 | x = 1,000,000
               |     ^~~~~~~~~
            """
        ),
        (
            "x = 1.5,2",
            """
            t.txt:1:5: error: a comma makes a tuple; write 1.5 for the number, or (1.5, 2) for the tuple
             1 | x = 1.5,2
               |     ^~~~~
            """
        ),
        (
            "a = 2.0; c = a*3,5",
            """
            t.txt:1:14: error: a comma makes a tuple; write 3.5 for the number, or (a*3, 5) for the tuple
             1 | a = 2.0; c = a*3,5
               |              ^~~~~
            """
        ),
    ]
}
