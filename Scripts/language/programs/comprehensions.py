# --- lists from lists
xs = [1, 2, 3]
for k in range(2):
    print([x + k for x in xs], [x * x for x in xs if x > k], [k for _ in xs])
# --- several ifs
for n in [12]:
    print([x for x in range(n) if x % 2 == 0 if x % 3 == 0], [x for x in range(n) if x if not x % 4])
# --- several fors
for n in [3]:
    print([(a, b) for a in range(n) for b in range(a)], [a * b for a in [1, 2] for b in [10, 20, 30]])
    print([x for row in [[1, 2], [], [3]] for x in row], [c for word in ['ab', 'c'] for c in word])
# --- fors and ifs mixed
for n in [4]:
    print([(a, b) for a in range(n) if a % 2 for b in range(n) if b > a], [x for xs in [[1, 2], 'ab'] if xs != 'ab' for x in xs])
# --- pythagorean triples
def triples(n):
    return [(a, b, c) for a in range(1, n) for b in range(a, n) for c in range(b, n) if a * a + b * b == c * c]
print(triples(20))
# --- nested comprehensions
for n in [3]:
    print([[r * n + c for c in range(n)] for r in range(n)], [[1 if r == c else 0 for c in range(n)] for r in range(n)])
    print([sum([x for x in row]) for row in [[1, 2], [3, 4]]], [[y for y in x] for x in ['ab', 'c']])
# --- the variable stays inside
x = 'outer'
for _ in range(1):
    print([x for x in range(3)], x)
print([y for y in [1]], x)
# --- in a function too
def f(x):
    squares = [x * x for x in range(x)]
    return squares, x
print(f(4))
# --- the first list is looked up outside
x = [1, 2, 3]
for _ in range(1):
    print([x for x in x], [x for x in x if x > 1], x)
# --- comprehensions see the names around them
n = 10
def f(m):
    k = 100
    return [x + m + n + k for x in range(3)]
print(f(1))
# --- conditional expressions inside
for flag in [True, False]:
    print([x if x % 2 else -x for x in range(4)], [x for x in ([1] if flag else [2, 3])], ['even' if x % 2 == 0 else 'odd' for x in [1, 2] if flag])
# --- unpacking in comprehensions
pairs = [(1, 'a'), (2, 'b')]
for k in [0]:
    print([b * a for a, b in pairs], [a + k for k, (a, b) in enumerate([(5, 6), (7, 8)])], [x - y for x, y in zip([3, 4], [1, 1])])
# --- functions made in a comprehension
def constant(k):
    def f():
        return k
    return f
for f in [constant(k) for k in range(3)]:
    print(f())
# --- order of evaluation
def say(x):
    print('say', x)
    return x
print([say(a) + say(b) for a in [say(1), 2] for b in [say(10)] if say(a) < 2])
# --- comprehensions in calls
words = ['a', 'bb', 'ccc']
for sep in ['-']:
    print(sum([len(w) for w in words]), sep.join([w * 2 for w in words]), max([len(w) for w in words]), sorted([-len(w) for w in words]))
# --- comprehensions of calls and methods
class Square:
    def __init__(self, side):
        self.side = side
    def area(self):
        return self.side ** 2
shapes = [Square(n) for n in range(1, 4)]
print([s.area() for s in shapes], [s.side for s in shapes if s.area() > 1])
# --- a comprehension as a statement
seen = []
for _ in [0]:
    [seen.append(k * k) for k in range(4)]
print(seen, [seen.append(0) for _ in range(2)], seen)
# --- comprehensions over several lines
xs = [
    (a,
     b)  # pairs
    for a in range(2)
    for b in 'xy'
    if a or b == 'x'
]
for x in xs:
    print(x)
# --- slices and indices inside
rows = [[1, 2, 3], [4, 5, 6]]
for k in range(2):
    print([row[k] for row in rows], [row[k:] for row in rows], [rows[k][c] for c in range(3)], [rows[k][-1 - c] for c in range(3)])
# --- targets that are items
xs = [0, 0]
for k in range(1):
    print([xs[0] for xs[0] in range(3)], xs)
# --- empty ones
for xs in [[], [0]]:
    print([x for x in xs], [x for x in xs if x], [y for x in xs for y in []])
# --- an inner name does not escape from a nested one
y = 'kept'
def f():
    z = [[x + y for y in [10, 20]] for x in [1, 2]]
    return z, y
print(f(), y)
# --- the outer variable is seen by the inner comprehension
for n in [4]:
    print([[x * y for y in range(x)] for x in range(n)], [sum(x * y for y in range(n)) for x in range(n)])
