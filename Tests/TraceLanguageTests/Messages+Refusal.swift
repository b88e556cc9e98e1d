extension Messages {
    /// What Python has and the language has not, and the whole message of each.
    static let refusal: [(text: String, message: String)] = [
        (
            "x = 3j",
            """
            t.txt:1:5: error: trace does not read complex numbers; write the real and the imaginary part as two names
             1 | x = 3j
               |     ^~
            """
        ),
        (
            "print(b'x')",
            """
            t.txt:1:7: error: trace does not read bytes; leave the b before the quote out
             1 | print(b'x')
               |       ^~
            """
        ),
        (
            "a = 1.0\nb = a @ a",
            """
            t.txt:2:7: error: trace does not read `@`; write the products and sums out
             2 | b = a @ a
               |       ^
            """
        ),
        (
            "a = 3 // 2",
            """
            t.txt:1:7: error: trace does not read `//`; write / and math.floor; a comment begins with #
             1 | a = 3 // 2
               |       ^~
            """
        ),
        (
            "a = 3 % 2",
            """
            t.txt:1:7: error: trace does not read `%`; write x - y*math.floor(x/y), or an f-string to format
             1 | a = 3 % 2
               |       ^
            """
        ),
        (
            "a = 1.0\na //= 2",
            """
            t.txt:2:3: error: trace does not read '//='; +=, -=, *=, /= and **= are there, or write x = x … in full
             2 | a //= 2
               |   ^~~
            """
        ),
        (
            "a = 1\na: int = 3",
            """
            t.txt:2:2: error: trace does not read types of names; leave ': type' out
             2 | a: int = 3
               |  ^
            """
        ),
        (
            "(a := 3)",
            """
            t.txt:1:4: error: trace does not read `:=`; assign on a line of its own
             1 | (a := 3)
               |    ^~
            """
        ),
        (
            "x = [1, 2]\nx[0] = 3",
            """
            t.txt:2:1: error: trace does not read assignment to an element; write the list anew
             2 | x[0] = 3
               | ^~~~
            """
        ),
        (
            "def f(x):\n    return x",
            """
            t.txt:1:1: error: trace does not read functions (`def`); write the lines out where they are used
             1 | def f(x):
               | ^~~
            """
        ),
        (
            "class A:\n    pass",
            """
            t.txt:1:1: error: trace does not read classes; use the built-in Neuron, Layer and MLP, or write the lines out
             1 | class A:
               | ^~~~~
            """
        ),
        (
            "for i in range(3):\n    print(i)",
            """
            t.txt:1:1: error: trace does not read `for` loops; write the repeated lines out
             1 | for i in range(3):
               | ^~~
            """
        ),
        (
            "while True:\n    pass",
            """
            t.txt:1:1: error: trace does not read `while` loops; write the repeated lines out
             1 | while True:
               | ^~~~~
            """
        ),
        (
            "if True:\n    pass",
            """
            t.txt:1:1: error: trace does not read `if` statements; write the lines that run
             1 | if True:
               | ^~
            """
        ),
        (
            "x = 1 if True else 2",
            """
            t.txt:1:7: error: trace does not read conditional expressions; write the value that is meant
             1 | x = 1 if True else 2
               |       ^~
            """
        ),
        (
            "f = lambda x: x",
            """
            t.txt:1:5: error: trace does not read `lambda`; write the expression where it is used
             1 | f = lambda x: x
               |     ^~~~~~
            """
        ),
        (
            "x = [i for i in range(3)]",
            """
            t.txt:1:8: error: trace does not read comprehensions; write the elements out: [x, y, z]
             1 | x = [i for i in range(3)]
               |        ^~~
            """
        ),
        (
            "x = {1: 2}",
            """
            t.txt:1:5: error: trace does not read dict and set displays; use a list, or one name for each value
             1 | x = {1: 2}
               |     ^
            """
        ),
        (
            "x = [1, 2, 3]\ny = x[0:2]",
            """
            t.txt:2:8: error: trace does not read slices; write the elements out: [x[0], x[1]]
             2 | y = x[0:2]
               |        ^
            """
        ),
        (
            "try:\n    pass",
            """
            t.txt:1:1: error: trace does not read `try`; an error ends the run with its place
             1 | try:
               | ^~~
            """
        ),
        (
            "with open('x') as f:\n    pass",
            """
            t.txt:1:1: error: trace does not read `with`; write its lines without it
             1 | with open('x') as f:
               | ^~~~
            """
        ),
        (
            "x = 1 and 2",
            """
            t.txt:1:7: error: trace does not read `and`, `or` and `not`; write the value that is meant
             1 | x = 1 and 2
               |       ^~~
            """
        ),
        (
            "x = not 1",
            """
            t.txt:1:5: error: trace does not read `and`, `or` and `not`; write the value that is meant
             1 | x = not 1
               |     ^~~
            """
        ),
        (
            "x = 1 in [1]",
            """
            t.txt:1:7: error: trace does not read `in`; write the value that is meant
             1 | x = 1 in [1]
               |       ^~
            """
        ),
        (
            "@foo",
            """
            t.txt:1:1: error: trace does not read decorators; leave the line out
             1 | @foo
               | ^
            """
        ),
        (
            "global x",
            """
            t.txt:1:1: error: trace does not read `global` and `nonlocal`; leave the line out
             1 | global x
               | ^~~~~~
            """
        ),
        (
            "match x:",
            """
            t.txt:1:1: error: trace does not read `match`; write the lines that run
             1 | match x:
               | ^~~~~
            """
        ),
        (
            "yield 3",
            """
            t.txt:1:1: error: trace does not read `yield`; write the elements as a list
             1 | yield 3
               | ^~~~~
            """
        ),
        (
            "async def f(): pass",
            """
            t.txt:1:1: error: trace does not read `async` and `await`; write the lines without them
             1 | async def f(): pass
               | ^~~~~
            """
        ),
        (
            "print(*[1])",
            """
            t.txt:1:7: error: trace does not read `*` and `**` before an argument; write the arguments out
             1 | print(*[1])
               |       ^
            """
        ),
        (
            "x = 5 if",
            """
            t.txt:1:7: error: trace does not read conditional expressions; write the value that is meant
             1 | x = 5 if
               |       ^~
            """
        ),
        (
            "print('%d' % 3)",
            """
            t.txt:1:12: error: trace does not read `%`; write x - y*math.floor(x/y), or an f-string to format
             1 | print('%d' % 3)
               |            ^
            """
        ),
        (
            "x = ~1",
            """
            t.txt:1:5: error: trace does not read bit operators; write the number that is meant
             1 | x = ~1
               |     ^
            """
        ),
        (
            "x = 1 << 2",
            """
            t.txt:1:7: error: trace does not read bit operators; write the number that is meant
             1 | x = 1 << 2
               |       ^~
            """
        ),
        (
            "x = ...",
            """
            t.txt:1:5: error: trace does not read `...`; leave it out
             1 | x = ...
               |     ^~~
            """
        ),
        (
            "x = 1 is 1",
            """
            t.txt:1:7: error: trace does not read `is`; write == to compare numbers
             1 | x = 1 is 1
               |       ^~
            """
        ),
        (
            "return 3",
            """
            t.txt:1:1: error: trace does not read `return`; assign the result to a name
             1 | return 3
               | ^~~~~~
            """
        ),
        (
            "assert 1",
            """
            t.txt:1:1: error: trace does not read `assert`; print the value instead
             1 | assert 1
               | ^~~~~~
            """
        ),
        (
            "del x",
            """
            t.txt:1:1: error: trace does not read `del`; leave the line out
             1 | del x
               | ^~~
            """
        ),
        (
            "raise x",
            """
            t.txt:1:1: error: trace does not read `raise`; leave the line out
             1 | raise x
               | ^~~~~
            """
        ),
        (
            "pass",
            """
            t.txt:1:1: error: trace does not read `pass`; leave the line out
             1 | pass
               | ^~~~
            """
        ),
        (
            "break",
            """
            t.txt:1:1: error: trace does not read `break` and `continue`; write the repeated lines out
             1 | break
               | ^~~~~
            """
        ),
        (
            "nonlocal x",
            """
            t.txt:1:1: error: trace does not read `global` and `nonlocal`; leave the line out
             1 | nonlocal x
               | ^~~~~~~~
            """
        ),
        (
            "await x",
            """
            t.txt:1:1: error: trace does not read `async` and `await`; write the lines without them
             1 | await x
               | ^~~~~
            """
        ),
        (
            "lambda: 0",
            """
            t.txt:1:1: error: trace does not read `lambda`; write the expression where it is used
             1 | lambda: 0
               | ^~~~~~
            """
        ),
        (
            "x = 3 and",
            """
            t.txt:1:7: error: trace does not read `and`, `or` and `not`; write the value that is meant
             1 | x = 3 and
               |       ^~~
            """
        ),
        (
            "if x: y",
            """
            t.txt:1:1: error: trace does not read `if` statements; write the lines that run
             1 | if x: y
               | ^~
            """
        ),
        (
            "elif x:",
            """
            t.txt:1:1: error: trace does not read `if` statements; write the lines that run
             1 | elif x:
               | ^~~~
            """
        ),
        (
            "x = 1 else 2",
            """
            t.txt:1:7: error: trace does not read conditional expressions; write the value that is meant
             1 | x = 1 else 2
               |       ^~~~
            """
        ),
        (
            "class = 3",
            """
            t.txt:1:1: error: trace does not read classes; use the built-in Neuron, Layer and MLP, or write the lines out
             1 | class = 3
               | ^~~~~
            """
        ),
        (
            "x = {}",
            """
            t.txt:1:5: error: trace does not read dict and set displays; use a list, or one name for each value
             1 | x = {}
               |     ^
            """
        ),
        (
            "x = {1, 2}",
            """
            t.txt:1:5: error: trace does not read dict and set displays; use a list, or one name for each value
             1 | x = {1, 2}
               |     ^
            """
        ),
        (
            "@property\ndef f(): pass",
            """
            t.txt:1:1: error: trace does not read decorators; leave the line out
             1 | @property
               | ^
            """
        ),
        (
            "x = (1 if 2 else 3)",
            """
            t.txt:1:8: error: trace does not read conditional expressions; write the value that is meant
             1 | x = (1 if 2 else 3)
               |        ^~
            """
        ),
    ]
}
