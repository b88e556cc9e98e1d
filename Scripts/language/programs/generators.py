# --- a generator runs when it is asked
def shown(x):
    print('make', x)
    return x
g = (shown(x) for x in [1, 2])
print('made')
for x in g:
    print('got', x)
# --- it runs once
g = (x * x for x in range(4))
for k in range(3):
    print(list(g), sum(g))
# --- part of it, and the rest
g = (x for x in range(6))
for x in g:
    print('first', x)
    if x == 2:
        break
for x in g:
    print('rest', x)
# --- names are looked up late
n = 1
g = (x + n for x in range(3))
n = 10
for x in g:
    print(x)
    n += 10
# --- the first list is looked up at once
xs = [1, 2]
g = (x for x in xs)
xs = [7, 8, 9]
for x in g:
    print(x)
print(xs)
# --- the first list is evaluated at once
def source():
    print('source')
    return [1, 2]
g = (x for x in source())
print('made')
print(list(g))
# --- the second list is evaluated late
def source(x):
    print('source', x)
    return [x, x * 10]
g = ((a, b) for a in source(1) for b in source(a))
print('made')
print(list(g))
# --- sum, any, all, min, max and join take generators
xs = [3, -1, 2]
for k in [1]:
    print(sum(x * k for x in xs), any(x > 2 for x in xs), all(x > -2 for x in xs), min(abs(x) for x in xs), max(x - k for x in xs))
    print(', '.join(str(x) for x in xs), sorted(-x for x in xs), list(x for x in xs if x > 0), tuple(x for x in xs))
# --- any stops a generator
def check(x):
    print('check', x)
    return x > 1
g = (check(x) for x in range(5))
print(any(g))
print(list(g))
# --- in asks a generator up to the hit
g = (x * 2 for x in range(10))
for wanted in [6, 8, 3]:
    print(wanted in g)
print(list(g))
# --- generators of generators
def shown(tag, x):
    print(tag, x)
    return x
a = (shown('a', x) for x in range(3))
b = (shown('b', x * 10) for x in a if x != 1)
for x in b:
    print('got', x)
# --- zip of generators takes turns
def shown(tag, x):
    print(tag, x)
    return x
for pair in zip((shown('a', x) for x in range(3)), (shown('b', x) for x in range(2))):
    print(pair)
# --- enumerate and map of generators
g = (c * 2 for c in 'abc')
for k, x in enumerate(g):
    print(k, x)
    if k == 1:
        break
print(list(map(len, g)))
# --- a generator as an argument and as a result
def evens(xs):
    return (x for x in xs if x % 2 == 0)
def total(xs, start=0):
    for x in xs:
        start += x
    return start
print(total(evens(range(10))), total((x for x in [1, 2]), 100), list(evens([])))
# --- unpacking a generator
a, b = (x * x for x in [3, 4])
for pair in [(x for x in 'xy')]:
    c, d = pair
print(a, b, c, d)
print(*(x + 1 for x in range(3)), sep='/')
# --- a list is extended by a generator
xs = [1]
for k in [2]:
    xs.extend(x * k for x in [5, 6])
    xs += (x for x in 'ab')
    xs[0:0]
print(xs)
# --- a closure in a generator
def scaled(xs, factor):
    def scale(x):
        return x * factor
    return (scale(x) for x in xs)
print(list(scaled([1, 2], 3)), sum(scaled(range(4), 0.5)))
# --- the variable of a generator stays inside
x = 'outer'
g = (x for x in range(2))
for y in g:
    print(x, y)
# --- a generator in a loop sees the last value of the loop
gs = []
for k in range(3):
    gs.append(x + k for x in [0, 100])
print([list(g) for g in gs])
# --- a generator in a loop takes its first list at once
gs = []
for k in range(3):
    gs.append(x for x in range(k))
print([list(g) for g in gs])
# --- conditions with side effects
log = []
def keep(x):
    log.append(x)
    return x % 2
g = (x for x in range(5) if keep(x))
for x in g:
    print(x, log)
print(log)
# --- a mean of squares
def mean_square(xs):
    return sum(x**2 for x in xs) / len(xs)
print(mean_square([1, 2, 3]), mean_square([0.5]))
