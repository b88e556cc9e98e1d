# --- ranges of all kinds
for a, b, c in [(0, 5, 1), (5, 0, -1), (0, 10, 3), (10, 0, -3), (0, 0, 1), (5, 2, 1), (-3, 3, 2), (3, -3, -2)]:
    print(list(range(a, b, c)), len(range(a, b, c)))
for n in [0, 1, -2, 4]:
    print(list(range(n)), list(range(2, n)))
# --- indexing a range
r = range(2, 20, 3)
for k in [0, 1, -1]:
    print(r[k])
print(len(r), sum(r), min(r), max(r), list(reversed(r)), 8 in r, 9 in r)
# --- for with else
for stop in [3, 10]:
    for k in range(5):
        if k == stop:
            print('found', k)
            break
    else:
        print('not found', stop)
# --- while with else
for limit in [2, 6]:
    n = 0
    while n < 5:
        n += 1
        if n > limit:
            break
    else:
        print('ended by itself')
    print(n)
# --- continue skips the rest
for k in range(6):
    if k % 2 == 0:
        continue
    print(k)
else:
    print('done')
# --- break leaves only the inner loop
for a in range(3):
    for b in range(5):
        if b > a:
            break
        print(a, b)
    else:
        print('never')
# --- continue in while
n = 0
while n < 6:
    n += 1
    if n == 3:
        continue
    if n == 5:
        break
    print(n)
print('after', n)
# --- while True
total = 0
while True:
    total += 3
    if total > 10:
        break
print(total)
# --- the variable stays behind
for k in range(3):
    pass
print(k)
for k in []:
    pass
print(k)
# --- the variable can be changed inside
for k in range(3):
    print(k, end=' ')
    k = k * 10
    print(k)
# --- the range is made once
n = 3
for k in range(n):
    n = 10
    print(k, n)
# --- the list is looked up once
xs = [1, 2]
for x in xs:
    xs = [7, 8, 9]
    print(x, xs)
# --- the condition of while is evaluated each time
def condition(n):
    print('condition', n)
    return n < 2
n = 0
while condition(n):
    n += 1
print('end')
# --- enumerate
for k, x in enumerate(['a', 'b']):
    print(k, x)
for k, x in enumerate('xy', 5):
    print(k, x)
for pair in enumerate([1.5], start=-1):
    print(pair)
for k, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(k, a, b)
# --- zip stops with the shortest
for pair in zip([1, 2, 3], 'ab'):
    print(pair)
for a, b, c in zip(range(5), [1.5, 2.5], 'xyz'):
    print(a, b, c)
print(list(zip()), list(zip([])), list(zip([1, 2])), list(zip([], [1])))
# --- zip takes one more of the first
def letters():
    return (print('take', c) or c for c in 'abc')
g = letters()
for pair in zip(g, [1, 2]):
    print(pair)
print(list(g))
# --- reversed and sorted in loops
for x in reversed([1, 2, 3]):
    print(x, end=' ')
for c in reversed('abc'):
    print(c, end=' ')
for k in reversed(range(0, 10, 4)):
    print(k, end=' ')
for x in sorted([3, 1, 2], reverse=True):
    print(x, end=' ')
print()
# --- loops over strings, tuples and nested lists
for c in 'hi':
    for x in (1, 2.5):
        for ys in [[3], []]:
            print(c, x, ys)
# --- items and attributes as loop variables
class Box:
    pass
box = Box()
xs = [0, 0]
for box.value in [1, 2]:
    print(box.value)
for xs[1] in [5, 6]:
    print(xs)
# --- loops in loops with one name
for k in range(2):
    for k in range(10, 12):
        print(k, end=' ')
    print('outer', k)
# --- breaking out of two loops by a flag
found = None
for a in range(2, 10):
    for b in range(a, 10):
        if a * b == 42:
            found = (a, b)
            break
    if found:
        break
print(found)
# --- return from a loop
def first_above(xs, limit):
    for k, x in enumerate(xs):
        if x > limit:
            return k, x
    return None
print(first_above([1, 5, 9], 4), first_above([], 0), first_above([1], 5))
# --- a loop over a function's result
def numbers(n):
    print('called')
    return [k * k for k in range(n)]
for x in numbers(3):
    print(x)
# --- counting down and up
n = 10
while n:
    n -= 3
    if n < 0:
        n = 0
    print(n, end=',')
print()
# --- a loop with a big bound and a break
for k in range(10**12):
    if k == 3:
        break
print(k, len(range(10**12)), range(10**12)[-1])
# --- floats in a while loop
x, steps = 1.0, 0
while x > 1e-3:
    x /= 2
    steps += 1
print(x, steps)
# --- pass everywhere
def nothing():
    pass
class Empty:
    pass
for _ in range(2):
    pass
if True:
    pass
else:
    pass
print(nothing())
# --- zip of a list with itself shifted
xs = [1, 4, 9, 16]
for a, b in zip(xs, xs[1:]):
    print(b - a)
# --- a loop over zip and enumerate together
names, ages = ['a', 'b', 'c'], [1, 2, 3]
for k, (name, age) in enumerate(zip(names, ages), 1):
    print(k, name, age)
