# --- parameters and results
def f(a, b):
    return a - b
print(f(5, 3), f(b=5, a=3), f(5, b=1), f('x' * 2 == 'xx', 1))
# --- defaults
def f(a, b=2, c='c'):
    return [a, b, c]
print(f(1), f(1, 5), f(1, c=3), f(c=1, a=2), f(1, 2, 3), f(b=0, a=1))
# --- a default is evaluated once, where the function is made
n = 1
def f(x=n + 1):
    return x
n = 10
print(f(), f(5), n)
# --- defaults are made in order
def make(x):
    print('make', x)
    return x
def f(a=make(1), b=make(2)):
    print('run')
    return a + b
print(f(), f(10))
# --- a mutable default is shared between calls
def collect(x, items=[]):
    items.append(x)
    return items
print(collect(1), collect(2), collect(3, []), collect(4))
# --- None as default makes a new list
def collect(x, items=None):
    if items is None:
        items = []
    items.append(x)
    return items
print(collect(1), collect(2), collect(3, [0]))
# --- arguments in a tuple
def f(*args):
    print(args, len(args))
    return args
for xs in [[], [1], [1, 'b']]:
    f(*xs)
f(1, *xs, 2, *(3, 4))
print(f() == (), f(1)[0])
# --- a parameter before the rest
def f(first, second=0, *rest):
    print(first, second, rest)
f(1)
f(1, 2)
f(1, 2, 3, 4)
f(*range(5))
# --- a keyword behind the rest
def scaled(*xs, factor=2):
    return [x * factor for x in xs]
print(scaled(), scaled(1, 2), scaled(1, 2, factor=3), scaled(*[1, 2, 3], factor=-1))
# --- keywords handed on
def inner(a, b=1, c=2):
    return [a, b, c]
def outer(a, **kwargs):
    return inner(a, **kwargs)
print(outer(1), outer(1, c=5), outer(1, b=3, c=4), outer(a=9, b=0))
# --- everything handed on
def target(a, b, c=0, d=0):
    print(a, b, c, d)
def wrap(*args, **kwargs):
    print('wrap', len(args))
    target(*args, **kwargs)
wrap(1, 2)
wrap(1, b=2)
wrap(1, 2, 3, d=4)
wrap(a=1, b=2, d=3)
# --- recursion
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)
print([factorial(n) for n in [0, 1, 5, 20, 33]])
# --- two functions that call one another
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n != 0 and even(n - 1)
print(even(10), odd(10), even(7), odd(200))
# --- towers of hanoi
def hanoi(n, a, b, c):
    if n == 0:
        return 0
    moves = hanoi(n - 1, a, c, b)
    if n == 3:
        print(a, '->', c)
    return moves + 1 + hanoi(n - 1, b, a, c)
print(hanoi(5, 'A', 'B', 'C'))
# --- ackermann
def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3), ackermann(1, 5))
# --- deep recursion
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(10), depth(900))
# --- no return gives None
def f(x):
    if x > 0:
        return
    x = 5
print(f(1), f(-1), [f(0)])
# --- a docstring, and nothing else
def f():
    """Says nothing."""
def g(x):
    '''Doubles.

    In three lines.
    '''
    return x * 2
print(f(), g(2))
# --- locals do not leak
x = 'outer'
def f():
    x = 'inner'
    return x
print(f(), x)
def g():
    return x
x = 'changed'
print(g())
# --- a function sees later globals
def f():
    return later + 1
later = 1
print(f())
later = 10
print(f())
# --- a function defined again
def f():
    return 1
g = f
def f():
    return 2
print(f(), g(), f is g)
# --- functions as values
def square(x):
    return x * x
def twice(f, x):
    return f(f(x))
fs = [square, abs, twice]
print(twice(square, 3), fs[0](4), fs[1](-5), fs[2](abs, -1), [f(2) for f in fs[:2]])
# --- nested functions
def outer(x):
    def inner(y):
        return x * 10 + y
    return inner(1) + inner(2)
print(outer(1), outer(5))
# --- closures
def adder(n):
    def add(x):
        return x + n
    return add
add1, add10 = adder(1), adder(10)
print(add1(5), add10(5), adder(-1)(5), [adder(k)(0) for k in range(3)])
# --- a closure sees the last value
def make():
    n = 1
    def get():
        return n
    n = 2
    return get
print(make()())
# --- closures in a loop share the variable
def make():
    fs = []
    for k in range(3):
        def f():
            return k
        fs.append(f)
    return fs
print([f() for f in make()])
# --- closures in a loop with a default
fs = []
for k in range(3):
    def f(k=k):
        return k
    fs.append(f)
print([f() for f in fs], fs[0](9), k)
# --- closures over a global loop
fs = []
for k in range(3):
    def f():
        return k
    fs.append(f)
print([f() for f in fs])
k = 'now'
print([f() for f in fs])
# --- a closure keeps state in a list
def counter():
    count = [0]
    def step(by=1):
        count[0] += by
        return count[0]
    return step
a, b = counter(), counter()
print(a(), a(), b(), a(5), b())
# --- two closures over one variable
def account(balance):
    box = [balance]
    def put(x):
        box[0] += x
    def get():
        return box[0]
    return put, get
put, get = account(100)
for x in [5, -30]:
    put(x)
    print(get())
# --- three levels of closures
def a(x):
    def b(y):
        def c(z):
            return (x, y, z)
        return c
    return b
f = a(1)
print(f(2)(3), f(4)(5), a('x')('y')('z'))
# --- a parameter hides an outer name
x = 1
def f(x):
    def g():
        return x
    x = x + 1
    return g() + x
print(f(10), x)
# --- a recursive inner function
def power(base):
    def go(n):
        return 1 if n == 0 else base * go(n - 1)
    return go
print(power(2)(10), power(3)(4))
# --- composed functions
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
def inc(x):
    return x + 1
def double(x):
    return x * 2
print(compose(inc, double)(5), compose(double, inc)(5), compose()(5), compose(inc, inc, str)(1))
# --- early return from nested blocks
def search(rows, wanted):
    for r, row in enumerate(rows):
        for c, x in enumerate(row):
            if x == wanted:
                return r, c
    return None
print(search([[1, 2], [3]], 3), search([[]], 1))
# --- several results
def both(xs):
    return min(xs), max(xs)
low, high = both([3, 1, 2])
print(low, high, both('hello'), both([1])[1])
# --- arguments are evaluated from the left
def say(x):
    print('say', x)
    return x
def f(a, b, c=0):
    print('in f', a, b, c)
f(say(1), say(2), say(3))
f(say(1), c=say(3), b=say(2))
# --- the function is looked up before its arguments
def first():
    print('first')
    return second
def second(x):
    print('second', x)
first()(print('argument') or 5)
# --- a changed list is seen outside, a rebound name is not
def change(xs, n):
    xs.append(n)
    xs = ['new']
    n = n + 1
    return xs, n
a, b = [1], 2
print(change(a, b), a, b)
# --- variables of a function begin anew with each call
def f(n):
    total = 0
    for k in range(n):
        total += k
    return total
print(f(4), f(4), f(0))
# --- newton's method with functions as arguments
def solve(f, slope, x):
    for _ in range(6):
        x = x - f(x) / slope(x)
    return x
def f(x):
    return x * x - 2
def slope(x):
    return 2 * x
print(solve(f, slope, 1.0))
# --- slopes by small steps
def slope(f, x, h=0.0001):
    return (f(x + h) - f(x)) / h
def cube(x):
    return 3*x**2 - 4*x + 5
for x in [-1.0, 0.0, 2/3, 3.0]:
    print(x, cube(x), slope(cube, x), slope(f=cube, x=x, h=1e-6))
# --- one-line functions
def a(): return 1
def b(x): y = x * 2; return y
print(a(), b(3))
# --- a function inside an if and a loop
for kind in ['up', 'down']:
    if kind == 'up':
        def step(x): return x + 1
    else:
        def step(x): return x - 1
    print(kind, step(10))
# --- memory in a list of pairs
known = []
def fib(n):
    for k, value in known:
        if k == n:
            return value
    value = n if n < 2 else fib(n - 1) + fib(n - 2)
    known.append((n, value))
    return value
print(fib(60), len(known))
