# --- indexing from both ends
xs = [10, 20, 30, 40]
for k in range(-4, 4):
    print(k, xs[k])
# --- slices with steps
xs = list(range(8))
for a in [None, 1, -3, 20, -20]:
    for step in [None, 1, 2, 3, -1, -2]:
        print(xs[a::step], xs[:a:step], xs[a:6:step])
# --- a slice is a copy
xs = [1, [2], 3]
for ys in [xs[:], xs[::1], xs[0:3]]:
    ys[0] = 'new'
    ys[1].append(9)
    print(xs, ys)
# --- slices of tuples and ranges of indices
t = (0, 1, 2, 3, 4, 5)
for k in range(3):
    print(t[k:], t[:-k], t[k:-k], t[::k + 1], t[-1 - k])
# --- concatenation and repetition
a, b = [1, 2], [3]
for n in [0, 1, 3, -1]:
    print(a + b, a * n, n * b, (a + b) * n, [0] * n + [n])
print(a, b)
# --- tuples add and repeat
t = (1, 2)
for n in [0, 2]:
    print(t + (3,), t * n, n * t, t + ())
# --- repeated lists share their elements
rows = [[0] * 2] * 3
for k in range(2):
    rows[k][0] = k + 1
    print(rows)
# --- a comprehension makes rows of their own
rows = [[0] * 2 for _ in range(3)]
rows[1][0] = 5
print(rows)
for row in rows:
    row.append(1)
print(rows)
# --- append, extend and copy
xs = [1]
for item in [2, 'a', [3, 4], None]:
    xs.append(item)
print(xs)
xs.extend([5, 6])
xs.extend((7,))
xs.extend('bc')
xs.extend(range(2))
ys = xs.copy()
ys.append('end')
print(xs, len(xs), len(ys))
# --- append and extend give None
xs = []
for result in [xs.append(1), xs.extend([2])]:
    print(result)
print(xs)
# --- extend by itself
xs = [1, 2]
for _ in range(2):
    xs.extend(xs)
    print(xs)
# --- two names of one list
a = [1, 2]
b = a
for k in range(2):
    b.append(k)
print(a, b, a is b, a == b, a[:] is a, a[:] == a)
# --- plus makes a new list, plus-equals changes the old one
a = [1]
b = a
b = b + [2]
print(a, b)
c = a
for x in [[3]]:
    c += x
    c += (4, 5)
    c += 'de'
print(a, c, a is c)
# --- times-equals changes the list in place
a = [1, 2]
b = a
for n in [2]:
    a *= n
print(a, b, a is b)
# --- tuples are made anew by plus-equals
t = (1,)
u = t
for x in [2, 3]:
    t += (x,)
print(t, u)
# --- item assignment
xs = [1, 2, 3]
for k in range(3):
    xs[k] = xs[k] * 10
    xs[-1] = k
    print(xs)
# --- augmented item assignment
xs = [1, 2.0, 'a', [1]]
for k in range(2):
    xs[0] += 5
    xs[1] *= 2
    xs[2] += 'b'
    xs[3] += [k]
    print(xs)
# --- an index is evaluated once
def index():
    print('index')
    return 1
xs = [1, 2, 3]
xs[index()] += 10
print(xs)
# --- nested items
grid = [[1, 2], [3, 4]]
for r in range(2):
    for c in range(2):
        grid[r][c] += grid[c][r] * 10
        print(grid)
# --- equality of lists
for a in [[], [1], [1.0], [True], [[1]], (1,), [1, 2], '1', None]:
    print([a == b for b in [[], [1], [[1.0]], (1,), [2, 1], None]])
# --- order of lists and tuples
for a, b in [([1, 2], [1, 3]), ([1], [1, 0]), ([], [0]), ([2], [1, 9]), ((1, 'a'), (1, 'b')), ([1, [2]], [1, [2]])]:
    print(a < b, a <= b, a > b, a >= b, a == b, a != b)
# --- membership in lists
xs = [1, 'a', None, [2], (3, 4), 5.0]
for x in [1, 1.0, True, 'a', '', None, [2], (3, 4), [3, 4], 5, False]:
    print(x, x in xs, x not in xs)
# --- membership in ranges and tuples
for n in [0, 3, 4, 9, 10, 3.0, 2.5, -1]:
    print(n in range(10), n in range(0, 10, 3), n in range(9, -1, -3), n in (3, 4), n not in [])
# --- unpacking
a, b = 1, 2
for pair in [(3, 4), [5, 6], 'xy', range(2)]:
    a, b = b, a
    print(a, b)
    a, b = pair
    print(a, b)
# --- nested unpacking
for (a, b), [c, (d,)] in [((1, 2), (3, (4,))), ([5, 6], [7, 'x'])]:
    print(a, b, c, d)
a, (b, c), d = 1, [2, 3], 'x'
print(a, b, c, d)
[e, f] = (g, h) = [1, 2]
print(e, f, g, h)
(i) = 5
(j,) = [6]
print(i, j)
# --- swaps and rotations
a, b, c = 1, 2, 3
for _ in range(3):
    a, b, c = c, a, b
    print(a, b, c)
xs = [1, 2, 3]
xs[0], xs[2] = xs[2], xs[0]
print(xs)
# --- targets are assigned from the left
xs = [0, 0, 0]
for k in [0]:
    k, xs[k] = 2, 'two'
print(k, xs)
i = 0
i, xs[i] = 1, 'one'
print(xs)
# --- several targets share one object
a = b = []
for x in [1, 2]:
    a.append(x)
    print(a, b)
c = d = e = 5
c += 1
print(c, d, e)
# --- the right side comes before the targets
def say(x):
    print('say', x)
    return x
xs = [1, 2, 3]
xs[say(0)] = say(7)
xs[say(1)], xs[say(2)] = say(8), say(9)
print(xs)
# --- lists change while they are looped over
xs = [1, 2, 3]
for x in xs:
    if x < 3:
        xs.append(x + 2)
    print(x, xs)
# --- bubble sort
def sort(items):
    n = len(items)
    for i in range(n):
        for j in range(n - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items
xs = [5, 1, 4, 2, 8, 0]
print(sort(xs), xs)
# --- matrices as lists of lists
def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]
a = [[1, 2], [3, 4]]
b = [[0, 1], [1, 0]]
print(multiply(a, b), multiply(b, a), multiply(a, [[1], [1]]))
# --- transposed
rows = [[1, 2, 3], [4, 5, 6]]
for row in zip(*rows):
    print(row)
print([list(row) for row in zip(*rows)], [[row[k] for row in rows] for k in range(3)])
# --- a sieve
def primes(n):
    prime = [True] * (n + 1)
    prime[0] = prime[1] = False
    for p in range(2, n + 1):
        if prime[p]:
            for multiple in range(p * p, n + 1, p):
                prime[multiple] = False
    return [p for p in range(n + 1) if prime[p]]
print(primes(60))
# --- flattening by recursion
def flatten(x):
    if not isinstance(x, list):
        return [x]
    result = []
    for item in x:
        result += flatten(item)
    return result
print(flatten([1, [2, [3, []], (4, [5])], 'six']))
# --- batches
xs = list(range(10))
for start in range(0, len(xs), 4):
    print(xs[start:start + 4])
# --- trailing commas and brackets over lines
xs = [
    1, 2,

    3,  # a comment
]
t = 1, 2,
for x in (xs, t, (4), (5,), [6,]):
    print(x)
# --- list of a list is a copy, of a tuple a list
a = [1, [2]]
b = list(a)
c = tuple(a)
for x in [3]:
    a.append(x)
    a[1].append(x)
print(a, b, c, list(c), list(), tuple())
# --- comparison stops at the first difference
a = [1, 'x', 3]
for b in [[2, 5], [0, None], [1, 'y', 'z'], [1, 'a', []]]:
    print(a < b, a > b, a == b)
