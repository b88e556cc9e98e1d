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
            "a = 1.0\na //= 2",
            """
            t.txt:2:3: error: '//' does not work on a Value and an int
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
            "f = lambda x: x",
            """
            t.txt:1:5: error: trace does not read `lambda`; write a def
             1 | f = lambda x: x
               |     ^~~~~~
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
            t.txt:1:1: error: trace does not read `global` and `nonlocal`; return the value, and assign it outside
             1 | global x
               | ^~~~~~
            """
        ),
        (
            "match x:",
            """
            t.txt:1:1: error: trace does not read `match`; write if and elif
             1 | match x:
               | ^~~~~
            """
        ),
        (
            "yield 3",
            """
            t.txt:1:1: error: trace does not read `yield`; return the elements as a list
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
            "x = 5 if",
            """
            t.txt:1:9: error: expected a value, found the end of the line
             1 | x = 5 if
               |         ^
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
            t.txt:1:5: error: trace does not read `...`; write pass
             1 | x = ...
               |     ^~~
            """
        ),
        (
            "return 3",
            """
            t.txt:1:1: error: 'return' stands in a def; there is none here
             1 | return 3
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
            t.txt:1:1: error: trace does not read `raise`; write assert, with what must hold
             1 | raise x
               | ^~~~~
            """
        ),
        (
            "break",
            """
            t.txt:1:1: error: 'break' stands in a loop; there is none here
             1 | break
               | ^~~~~
            """
        ),
        (
            "nonlocal x",
            """
            t.txt:1:1: error: trace does not read `global` and `nonlocal`; return the value, and assign it outside
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
            t.txt:1:1: error: trace does not read `lambda`; write a def
             1 | lambda: 0
               | ^~~~~~
            """
        ),
        (
            "x = 3 and",
            """
            t.txt:1:10: error: expected a value, found the end of the line
             1 | x = 3 and
               |          ^
            """
        ),
        (
            "if x: y",
            """
            t.txt:1:4: error: unknown name 'x'
             1 | if x: y
               |    ^
            """
        ),
        (
            "elif x:",
            """
            t.txt:1:1: error: 'elif' without an 'if' above it, at the same indentation
             1 | elif x:
               | ^~~~
            """
        ),
        (
            "x = 1 else 2",
            """
            t.txt:1:7: error: expected an operator or the end of the line, found 'else'
             1 | x = 1 else 2
               |       ^~~~
            """
        ),
        (
            "class = 3",
            """
            t.txt:1:7: error: expected the name of the class, found '='
             1 | class = 3
               |       ^
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
    ]
}
