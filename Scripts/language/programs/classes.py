# --- attributes
class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
p = Point(1)
q = Point(y=5, x=2)
p.x += 10
p.y, q.y = q.y, p.y
print(p.x, p.y, q.x, q.y)
# --- methods
class Counter:
    def __init__(self):
        self.n = 0
    def step(self, by=1):
        self.n += by
        return self
    def value(self):
        return self.n
c = Counter()
c.step()
c.step(5).step(by=-2)
print(c.value(), c.n, Counter().value())
# --- a class without anything
class Empty:
    pass
a, b = Empty(), Empty()
a.x = 1
b.x = [2]
b.x.append(3)
print(a.x, b.x, a is b, a is a)
# --- class attributes
class Dog:
    kind = 'dog'
    legs = 2 + 2
    def __init__(self, name):
        self.name = name
a, b = Dog('a'), Dog('b')
a.kind = 'wolf'
print(a.kind, b.kind, Dog.kind, b.legs, a.name)
Dog.kind = 'cat'
print(a.kind, b.kind)
# --- a shared list in a class
class Team:
    members = []
    def join(self, name):
        self.members.append(name)
a, b = Team(), Team()
a.join('x')
b.join('y')
print(a.members, Team.members, a.members is b.members)
# --- plus-equals on a class attribute makes one of the object
class Count:
    n = 0
a, b = Count(), Count()
a.n += 1
a.n += 1
print(a.n, b.n, Count.n)
# --- a body that computes
class Table:
    size = 3
    squares = [k * k for k in range(4)]
    total = 0
    for x in squares:
        total += x
    if total > 5:
        big = True
    def get(self, k):
        return self.squares[k]
print(Table.size, Table.total, Table.big, Table().get(2), Table.x)
# --- names of the class are not seen in methods
size = 'global'
class Box:
    size = 'class'
    def get(self):
        return size, self.size
print(Box().get())
# --- repr
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f'Point({self.x}, {self.y})'
p = Point(1, 'a')
print(p, [p, p], (p,), str(p), f'{p}', f'{p!r:>14}', '%s %r' % (p, p), '{} {!r}'.format(p, p))
# --- repr in nested objects
class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
    def __repr__(self):
        return 'Node(' + str(self.value) + (', ' + str(self.children) if self.children else '') + ')'
print(Node(1, [Node(2), Node('x', [Node(3.5)])]))
# --- call
class Line:
    def __init__(self, slope, offset):
        self.slope = slope
        self.offset = offset
    def __call__(self, x, scale=1):
        return (self.slope * x + self.offset) * scale
f = Line(2, 1)
print(f(3), f(x=0), f(1, scale=10), [g(1) for g in [f, Line(0, 5)]], list(map(f, [1, 2])), max([1, -5], key=Line(-1, 0)))
# --- methods that call one another
class Calculator:
    def __init__(self, start):
        self.total = start
    def add(self, x):
        self.total += x
        return self.report('add')
    def twice(self):
        return self.add(self.total) + self.add(0)
    def report(self, what):
        return [what, self.total]
print(Calculator(3).twice())
# --- inheritance
class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return self.name + ' says ' + self.sound()
    def sound(self):
        return 'nothing'
class Dog(Animal):
    def sound(self):
        return 'woof'
class Puppy(Dog):
    def speak(self):
        return super().speak() + '!'
for a in [Animal('a'), Dog('d'), Puppy('p')]:
    print(a.speak())
# --- super in init
class Base:
    def __init__(self, x, y=2):
        print('Base', x, y)
        self.x = x
        self.y = y
class Derived(Base):
    def __init__(self, z, **kwargs):
        print('Derived', z)
        super().__init__(z * 2, **kwargs)
        self.z = z
d = Derived(5)
e = Derived(1, y=7)
print(d.x, d.y, d.z, e.y)
# --- an inherited init
class A:
    def __init__(self, n):
        self.n = n
class B(A):
    def double(self):
        return self.n * 2
class C(B):
    n = 'class'
print(B(4).double(), C(1).n, C.n)
# --- overridden methods are found from the base
class Shape:
    def describe(self):
        return f'{self.name()} of area {self.area():.2f}'
    def name(self):
        return 'shape'
    def area(self):
        return 0
class Circle(Shape):
    def __init__(self, r):
        self.r = r
    def name(self):
        return 'circle'
    def area(self):
        return 3.14159 * self.r ** 2
print(Shape().describe(), Circle(2).describe())
# --- a chain of supers
class A:
    def path(self):
        return ['A']
class B(A):
    def path(self):
        return super().path() + ['B']
class C(B):
    pass
class D(C):
    def path(self):
        return super().path() + ['D']
print(A().path(), B().path(), C().path(), D().path())
# --- isinstance with bases
class A:
    pass
class B(A):
    pass
class C:
    pass
for x in [A(), B(), C(), 5]:
    print(isinstance(x, A), isinstance(x, B), isinstance(x, C), isinstance(x, (B, C)), isinstance(x, (int, A)))
# --- a method called on the class
class A:
    def f(self, x):
        return [self.n, x]
class B(A):
    def __init__(self, n):
        self.n = n
    def f(self, x):
        return A.f(self, x + 1)
b = B(7)
print(b.f(1), A.f(b, 5), B.f(b, 5))
# --- bound methods are values
class Box:
    def __init__(self, n):
        self.n = n
    def get(self, k=0):
        return self.n + k
a, b = Box(1), Box(10)
fs = [a.get, b.get]
a.n = 5
print([f() for f in fs], [f(k=2) for f in fs], list(map(b.get, [1, 2])), sorted([3, 1], key=Box(0).get))
# --- methods of a list as values
xs = []
add = xs.append
for k in range(3):
    add(k)
join = ', '.join
print(xs, join(['a', 'b']), list(map('{:03d}'.format, xs)))
# --- functions as attributes
class Layer:
    def __init__(self, act):
        self.act = act
    def __call__(self, x):
        return self.act(x)
def double(x):
    return x * 2
for layer in [Layer(double), Layer(abs), Layer(str)]:
    print([layer(-3)], layer.act(2))
# --- a default of a method is made once
class Log:
    def add(self, x, items=[]):
        items.append(x)
        return items
a, b = Log(), Log()
print(a.add(1), b.add(2), a.add(3, []))
# --- instances in lists
class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price
    def __repr__(self):
        return self.name
items = [Item('pen', 2), Item('book', 12.5), Item('cup', 7)]
def price(item):
    return item.price
print(sorted(items, key=price), max(items, key=price), sum(i.price for i in items), [i for i in items if i.price > 5], items[1] in items)
# --- a linked list
class Node:
    def __init__(self, value, rest=None):
        self.value = value
        self.rest = rest
def build(xs):
    node = None
    for x in reversed(xs):
        node = Node(x, node)
    return node
node = build([1, 2, 3])
while node is not None:
    print(node.value)
    node = node.rest
# --- a tree
class Tree:
    def __init__(self):
        self.left = None
        self.right = None
        self.value = None
    def insert(self, x):
        if self.value is None:
            self.value = x
            self.left, self.right = Tree(), Tree()
        elif x < self.value:
            self.left.insert(x)
        else:
            self.right.insert(x)
    def items(self):
        return [] if self.value is None else self.left.items() + [self.value] + self.right.items()
t = Tree()
for x in [5, 2, 8, 1, 9, 3]:
    t.insert(x)
print(t.items(), t.left.value, t.right.left.value)
# --- a stack with errors kept out
class Stack:
    def __init__(self, *items):
        self.items = list(items)
    def push(self, x):
        self.items = self.items + [x]
    def pop(self):
        top = self.items[-1]
        self.items = self.items[:-1]
        return top
s = Stack(1, 2)
s.push('x')
print(s.pop(), s.pop(), s.items)
# --- attributes of attributes
class Box:
    pass
a = Box()
a.b = Box()
a.b.c = [Box()]
a.b.c[0].d = 1
a.b.c[0].d += 4
print(a.b.c[0].d, len(a.b.c))
# --- a class made in a function
def make(n):
    class Local:
        def get(self):
            return n
    return Local
A, B = make(1), make(2)
print(A().get(), B().get(), isinstance(A(), A), isinstance(A(), B))
# --- a class as a value
class A:
    def __init__(self, x=0):
        self.x = x
class B(A):
    pass
for kind in [A, B]:
    print(kind().x, kind(3).x, isinstance(kind(), A))
print([k(5).x for k in (A, B)], list(map(A, [1, 2]))[1].x)
# --- equality of objects is identity
class P:
    def __init__(self, x):
        self.x = x
a, b = P(1), P(1)
for other in [a, b, 1, None]:
    print(a == other, a != other, a in [other], a is other)
# --- a base whose init is called by its name
class Base:
    def __init__(self, x):
        self.x = x
class Derived(Base):
    def __init__(self):
        Base.__init__(self, 'from derived')
print(Derived().x)
# --- arguments of init handed to others
class Neuron:
    def __init__(self, n, scale=1):
        self.w = [scale] * n
class Layer:
    def __init__(self, n, m, **kwargs):
        self.neurons = [Neuron(n, **kwargs) for _ in range(m)]
print([u.w for u in Layer(2, 2).neurons], [u.w for u in Layer(1, 2, scale=5).neurons])
# --- an attribute hides a method
class A:
    def f(self):
        return 'method'
a = A()
print(a.f())
def other():
    return 'attribute'
a.f = other
print(a.f(), A().f())
# --- docstrings of classes
class A:
    """A class."""
    x = 1
    def f(self):
        """A method."""
        return self.x
class B(A):
    '''Another.'''
print(A().f(), B().f())
# --- a repr that uses the repr of its base
class A:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f'A({self.n})'
class B(A):
    def __repr__(self):
        return 'B:' + super().__repr__()
print(A(1), B([2, A('x')]))
# --- a method makes objects of its own class
class Vector:
    def __init__(self, *xs):
        self.xs = xs
    def plus(self, other):
        return Vector(*[a + b for a, b in zip(self.xs, other.xs)])
    def dot(self, other):
        return sum(a * b for a, b in zip(self.xs, other.xs))
    def __repr__(self):
        return 'Vector' + str(self.xs)
a, b = Vector(1, 2), Vector(10, 20.5)
print(a.plus(b), a.dot(b), a.plus(a).plus(b), Vector(), Vector(1))
# --- a super call in a comprehension's neighbour
class A:
    def items(self):
        return [1, 2]
class B(A):
    def items(self):
        base = super().items()
        return [x * 10 for x in base] + super().items()
print(B().items())
# --- the first list of a comprehension is looked up in the class
class A:
    n = 3
    xs = [k * 2 for k in range(n)]
    ys = list(k for k in xs if k)
print(A.xs, A.ys)
# --- attributes as targets of all kinds
class Box:
    def __init__(self):
        self.a, self.b = 1, 2
        self.xs = [0, 0]
box = Box()
box.a, box.b = box.b, box.a
box.c = box.d = [5]
box.xs[0], box.e = 7, 8
box.xs[1] += box.a
box.c += [6]
print(box.a, box.b, box.c, box.d, box.e, box.xs, box.c is box.d)
# --- an attribute is looked up once in plus-equals
class Box:
    def __init__(self):
        self.n = 1
def get(box):
    print('get')
    return box
b = Box()
get(b).n += 5
get(b).xs = [1]
get(b).xs[0] += 10
print(b.n, b.xs)
# --- a method can be replaced for all objects
class A:
    def f(self):
        return 'first'
a = A()
def g(self):
    return 'second'
print(a.f())
A.f = g
print(a.f(), A().f())
# --- self is a name like others
class A:
    def set(this, x):
        this.x = x
        return this
    def get(me):
        return me.x
print(A().set(5).get())
# --- a class that keeps its objects
class Node:
    made = []
    def __init__(self, name):
        self.name = name
        Node.made.append(self)
for c in 'abc':
    Node(c)
print([n.name for n in Node.made], len(Node.made))
