# --- division by zero of ints
for n in [2, 1, 0]:
    print(10 // n)
    print(10 / n)
# --- division by zero of floats
x = 1.0
while True:
    print(1 / x)
    x = x - 0.5
# --- remainder by zero
def f(a, b):
    print('in f', a, b)
    return a % b
print(f(7, 2))
print(f(7.5, 0))
# --- zero to a negative power
for x in [2, 0]:
    print(x ** -1)
# --- an index out of range
xs = [1, 2, 3]
for k in range(5):
    print(xs[k])
# --- a negative index out of range
xs = [1, 2]
for k in [-1, -2, -3]:
    print(xs[k])
# --- assignment out of range
xs = []
for k in [1]:
    xs.append(k)
    xs[0] = 'ok'
    print(xs)
    xs[1] = 'not ok'
# --- an index that is a float
xs = [1, 2, 3]
for k in [1, 2 / 1]:
    print(xs[k])
# --- an index of a string
text = 'abc'
for k in range(4):
    print(text[k])
# --- a string cannot be changed
text = 'abc'
for k in [0]:
    print(text[k])
    text[k] = 'x'
# --- a tuple cannot be changed
t = (1, [2])
for k in [1, 0]:
    t[k].append(3) if k else print(t)
t[0] = 5
# --- an unknown name
def f():
    return unknown_thing + 1
print('before')
print(f())
# --- a name used before it is assigned
for k in range(2):
    if k == 1:
        print(later)
    print(k)
later = 5
# --- a local used before it is assigned
x = 1
def f(flag):
    if flag:
        x = 2
    return x
print(f(True))
print(f(False))
# --- plus-equals of a global in a function
count = 0
def step():
    count += 1
print('start')
step()
# --- a free variable without a value
def outer(flag):
    def inner():
        return y
    if flag:
        y = 1
    return inner()
print(outer(True))
print(outer(False))
# --- the variable of a comprehension is gone
for k in [1]:
    print([z * 2 for z in range(3)])
    print(z)
# --- the variable of an empty loop
def f(xs):
    for item in xs:
        print(item)
    return item
print(f([1, 2]))
print(f([]))
# --- adding a number and a string
for x in [1, 2.5, 'three']:
    print(x + 1)
# --- adding a string and a number
total = ''
for k in ['a', 'b', 3]:
    total += k
    print(total)
# --- adding a list and a tuple
for x in [[1], (1,)]:
    print([0] + x)
# --- None in arithmetic
def f(x):
    if x:
        return 5
for x in [1, 0]:
    print(f(x) * 2)
# --- minus of a string
for x in [1, 'a']:
    print(-x)
# --- a list times a float
for n in [2, 2.0]:
    print([0] * n)
# --- comparison of a number and a string
for x in [1, 2.5, '3']:
    print(x == 3, x < 3)
# --- sorting what cannot be compared
for xs in [[2, 1], ['b', 'a'], [1, 'a']]:
    print(sorted(xs))
# --- the largest of numbers and None
print('start')
for xs in [[1, 2], [1, None]]:
    print(max(xs))
# --- a number that is called
def f():
    return 5
for k in range(1):
    print(f())
    print(f()())
# --- a list that is called
xs = [abs, [1]]
for f in xs:
    print(f(-1))
# --- too many arguments
def f(a, b=2):
    return a + b
print(f(1), f(1, 1))
print(f(1, 2, 3))
# --- a missing argument
def f(a, b, c=0):
    return a + b + c
print(f(1, 2))
print(f(1))
# --- an unknown keyword argument
def f(a, b=2):
    return a + b
print(f(1, b=3))
print(f(1, c=3))
# --- an argument given twice
def f(a, b=2):
    return a + b
for k in [1]:
    print(f(k))
    print(f(k, a=5))
# --- arguments are evaluated before the call fails
def f():
    return 1
print(f())
f(print('evaluated'))
# --- the length of a number
for x in ['ab', [1], 5]:
    print(len(x))
# --- a loop over a number
def f(x):
    for y in x:
        print(y)
f([1, 2])
f(3)
# --- unpacking too few
for pair in [(1, 2), (3,)]:
    a, b = pair
    print(a, b)
# --- unpacking too many
for a, b in [(1, 2), 'xy', [3, 4, 5]]:
    print(a, b)
# --- unpacking a number
a, b = 1, 2
for x in [[5, 6], 7]:
    a, b = x
    print(a, b)
# --- a string that is no number
for text in ['1', '2.5', 'x']:
    print(float(text))
# --- a string that is no int
for text in ['1', ' 2 ', '2.5']:
    print(int(text))
# --- int of nan
import math
for x in [2.9, math.nan]:
    print(int(x))
# --- int of a list
for x in [True, '3', [1]]:
    print(int(x))
# --- an attribute that is not there
class A:
    def __init__(self):
        self.x = 1
a = A()
print(a.x)
print(a.y)
# --- a method that is not there
class A:
    def f(self):
        return 1
a = A()
print(a.f())
print(a.g())
# --- an attribute of None
def find(xs):
    for x in xs:
        return x
for xs in [[[1]], []]:
    find(xs).append(2)
    print(xs)
# --- an attribute of a number
for x in [[1], 5]:
    x.append(2)
    print(x)
# --- an attribute of a base that did not run its init
class Base:
    def __init__(self):
        self.x = 1
class Derived(Base):
    def __init__(self):
        self.y = 2
d = Derived()
print(d.y)
print(d.x)
# --- an instance that cannot be called
class A:
    pass
class B:
    def __call__(self):
        return 'called'
for x in [B(), A()]:
    print(x())
# --- init with wrong arguments
class Point:
    def __init__(self, x, y):
        self.x = x
print(Point(1, 2).x)
print(Point(1).x)
# --- a class without init takes no arguments
class A:
    pass
a = A()
print('made')
A(5)
# --- a method without self
class A:
    def f():
        return 1
a = A()
print('made')
a.f()
# --- an assertion
for k in range(3):
    assert k < 2
    print(k)
# --- an assertion with a text
def check(x):
    assert x > 0, f'{x} is not positive'
    return x
print(check(1))
print(check(-1))
# --- an assertion in a method
class Layer:
    def __init__(self, n):
        assert isinstance(n, int), 'n must be an int'
        self.n = n
print(Layer(3).n)
print(Layer(2.5).n)
# --- recursion without end
def f(n):
    x = n + 1
    return f(x)
print('start')
f(0)
# --- a method that calls itself without end
class Loop:
    def __init__(self):
        self.n = 0
    def run(self):
        self.n += 1
        return self.run()
loop = Loop()
print('start')
loop.run()
# --- math domain
import math
for x in [4, 0, -1]:
    print(math.sqrt(x))
# --- logarithm of zero
import math
for x in [1, 0.5, 0]:
    print(math.log(x))
# --- an overflow
import math
for x in [1, 100, 1000]:
    print(math.exp(x))
# --- a power that overflows
x = 10.0
for k in range(20):
    print(x)
    x = x ** 3
# --- a float of a big number does not fit an int
import math
for x in [1e3, math.inf]:
    print(int(x))
# --- the smallest of nothing
for xs in [[1], []]:
    print(min(xs))
# --- a range with a step of zero
for step in [2, 1, 0]:
    print(list(range(0, 4, step)))
# --- a range of floats
for n in [2, 2.0]:
    print(list(range(n)))
# --- a slice with a step of zero
xs = [1, 2, 3]
for step in [1, -1, 0]:
    print(xs[::step])
# --- a slice of a number
for x in ['abc', [1, 2, 3], 7]:
    print(x[1:])
# --- join of numbers
for xs in [['a', 'b'], [1, 2]]:
    print(', '.join(xs))
# --- a membership test in a number
for x in [[1], 'a1', 5]:
    print('a' in x)
# --- too few things for percent
for t in [(1, 2), (1,)]:
    print('%d %d' % t)
# --- too many things for percent
for t in [(1,), (1, 2)]:
    print('%d' % t)
# --- percent of a wrong type
for x in [1, 2.5, 'x']:
    print('%d' % x)
# --- a format that does not fit
for x in [1, 2.5, 'x']:
    print(f'{x:.2f}')
# --- an unknown format
for spec in ['d', '5d', 'q']:
    print('{:{}}'.format(5, spec))
# --- a float in an integer format
for x in [5, 5.0]:
    print(f'{x:d}')
# --- format with too few arguments
for xs in [[1, 2], [1]]:
    print('{} {}'.format(*xs))
# --- a format of a list
for x in [1, [1]]:
    print('{:>5}'.format(x))
# --- sum of strings
for xs in [[1, 2], ['a', 'b']]:
    print(sum(xs))
# --- append of two things
xs = []
for k in range(2):
    xs.append(k)
    print(xs)
xs.append(1, 2)
# --- an error in a comprehension
for xs in [[4, 2], [4, 2, 0]]:
    print([8 // x for x in xs])
# --- an error in a generator comes late
g = (10 // x for x in [5, 2, 0, 1])
print('made')
for x in g:
    print(x)
# --- an error in a key
def key(x):
    print('key', x)
    return 1 / x
print(sorted([2, 1], key=key))
print(sorted([2, 0, 1], key=key))
# --- an error in a mapped function
def half(x):
    print('half', x)
    return x / 2
print(list(map(half, [1, 2])))
print(list(map(half, [1, 'a'])))
# --- an error in repr
class Box:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return 'Box of ' + self.x
print(Box('a'))
print([Box('b'), Box(1)])
# --- an error deep in calls
def a(x):
    print('a', x)
    return b(x - 1)
def b(x):
    print('b', x)
    return c(x - 1) + 1
def c(x):
    print('c', x)
    return [10, 20][x]
print(a(2))
print(a(5))
# --- an error in a default
def make():
    print('make')
    return [][0]
print('before')
def f(x=make()):
    return x
# --- an error in a class body
print('before')
class A:
    x = 1
    print('in the body')
    y = x / 0
# --- a Value has no such attribute
a = Value(2.0)
b = a * 2
print(b.data)
print(b.value)
# --- a Value and a string
a = Value(2.0)
print((a + 1).data)
print(a + 'x')
# --- a Value as an index
xs = [10, 20]
v = Value(1.0)
print(xs[int(v.data)])
print(xs[v])
# --- a Value in math
import math
v = Value(1.0)
print(math.exp(v.data))
print(math.exp(v))
# --- a Value with a number format
v = Value(1.5)
print(f'{v.data:.2f}')
print(f'{v:.2f}')
# --- the order of Values
a, b = Value(1.0), Value(2.0)
print(a.data < b.data)
print(a < b)
# --- backward of a number
y = Value(2.0) * 3
print(y.data)
y.data.backward()
# --- a loop over a Value
xs = [Value(1.0)]
for x in xs:
    print(x.data)
for x in xs[0]:
    print(x)
# --- a Value of a string
print(Value(1).data)
Value([1, 2])
# --- a name of a builtin as a local
def f(xs):
    print('in f')
    if not xs:
        sum = 0
    return sum(xs)
print('start')
f([1])
# --- super without a base's method
class A:
    pass
class B(A):
    def f(self):
        print('B.f')
        return super().f()
B().f()
# --- a misspelled keyword of a builtin
print(sorted([2, 1], reverse=True))
for k in range(1):
    print(sorted([2, 1], backwards=True))
# --- too many arguments for a builtin
for xs in [['a'], ['a', 2]]:
    print(len(*xs))
# --- a positional argument of a method missing
class Account:
    def __init__(self):
        self.total = 0
    def add(self, x):
        self.total += x
        return self.total
a = Account()
print(a.add(5))
print(a.add())
# --- the error stops everything after it
for k in range(3):
    print('line', k)
    if k == 1:
        xs = [1]
        print(xs[k])
        print('never')
print('never')
# --- a while loop that runs into an error
xs = [3, 2, 1]
k = 0
while xs[k]:
    print(xs[k])
    k += 1
# --- a repr that gives no string
class A:
    def __repr__(self):
        return 5
print('before')
print(A())
# --- enumerate of a number
for k, x in enumerate([5]):
    print(k, x)
for k, x in enumerate(5):
    print(k, x)
# --- zip of a number
for pair in zip([1], 'a'):
    print(pair)
for pair in zip([1], 5):
    print(pair)
# --- abs of a string
for x in [-1, 'a']:
    print(abs(x))
# --- round of a string
for x in [1.5, '1.5']:
    print(round(x))
# --- isinstance of a wrong class
for kind in [int, 5]:
    print(isinstance(1, kind))
# --- print has written what came before the error
class Bad:
    def __repr__(self):
        return 1 // 0
print('first', [1, 2], Bad())
# --- an error in an argument comes before print writes
def bad():
    return [][1]
print('written')
print('not written', bad())
# --- an error in the right side leaves the target alone
xs = [1, 2]
for k in range(2):
    print(xs)
    xs[k] = xs[k] + 1
    xs = xs + [xs[5]] if k else xs
# --- an error in the middle of an unpacking
xs = [0]
for k in [0, 1]:
    print(xs)
    xs[0], xs[k], y = 5, 6, 7
    print(xs, y)
# --- an error in the second of two statements
for x in [1, 0]:
    y = x; print(y); z = 1 / x; print(z)
# --- an error in the condition
for xs in [[1], []]:
    if xs[0] > 0:
        print('positive')
# --- an error in else of a loop
for k in range(2):
    print(k)
else:
    print('else')
    print(k / 0)
# --- an error in an argument of a nested call
def f(x):
    print('f', x)
    return x
print(f(1) + f(f(2) + f('x')))
# --- an error inside an f-string
for x in [2, 0]:
    print(f'half of {x} is {x / 2}, its inverse {1 / x}')
# --- an error in a chained comparison
for xs in [[1, 2, 3], [5, None], [1, None]]:
    print(xs[0] > 3 or 0 < xs[0] < xs[1])
# --- an error in a super init
class Base:
    def __init__(self, n):
        print('Base', n)
        self.xs = [1] * n
        self.first = self.xs[0]
class Derived(Base):
    def __init__(self, n):
        super().__init__(n - 1)
        print('Derived', self.first)
Derived(2)
Derived(1)
# --- a comprehension does not see the names of its class
print('before')
class A:
    n = 3
    print(n)
    ys = [n for k in range(2)]
# --- a method does not see the names of its class
class A:
    size = 5
    def f(self):
        print('in f')
        return size
print(A.size)
A().f()
# --- automatic and numbered fields together
for x in [1]:
    print('{0} {0}'.format(x))
    print('{0} {}'.format(x, x))
# --- a named field that is not given
for x in [1]:
    print('{a}'.format(a=x))
    print('{b}'.format(a=x))
# --- a generator that changed its mind
xs = [1, 2]
g = (xs[k] for k in range(3))
print('made')
for x in g:
    print(x)
# --- a closure over a name that is gone
def make():
    def inner():
        return value
    print('made')
    return inner
print(make()())
# --- the class is not there yet in its own body
class A:
    print('in the body')
    other = A
# --- an object of a class that is renamed
class A:
    def f(self):
        return A
a = A()
A = 5
print(a.f())
print(a.f()())
# --- a star before what is no list
def f(*args):
    return args
print(f(*[1], *'ab'))
print(f(*5))
# --- data of a Value must be a number
v = Value(1.0)
v.data = 2
print(v)
v.data = 'x'
# --- too many values in a call by star
def f(a, b):
    return a - b
for xs in [[5, 3], (1, 2, 3)]:
    print(f(*xs))
