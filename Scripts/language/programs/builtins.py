# --- len
for x in ['', 'abc', [], [1, [2, 3]], (), (1,), range(7), range(5, 0, -2)]:
    print(len(x))
# --- abs
for x in [3, -3, 2.5, -2.5, -0.0, True, -2**80]:
    print(abs(x))
# --- min and max
for xs in [[3, 1, 2], [1.5, 1], [1, 1.0], [-1, -2, -3], (5,), [True, 0]]:
    print(min(xs), max(xs))
print(min(1, 2.0), max(1, 1.0), max(1.0, 1), min(2, 1, 3), max('a', 'b'), min([2, 1], [1, 2]), max((1,), (1, 0)))
# --- min and max with a key
words = ['pear', 'fig', 'apple', 'kiwi']
def last(word):
    return word[-1]
for key in [len, last]:
    print(min(words, key=key), max(words, key=key))
print(max(-3, 2, key=abs), min([-3, 2, 3], key=abs), max([(1, 'b'), (1, 'a')]))
# --- min and max with a default
for xs in [[], [5]]:
    print(min(xs, default='none'), max(xs, default=None), max((x for x in xs), default=-1))
# --- min of nan depends on the order
import math
for xs in [[math.nan, 1.0], [1.0, math.nan], [2.0, math.nan, 1.0]]:
    print(min(xs), max(xs))
# --- sum
for xs in [[], [1, 2, 3], [0.1] * 3, [1, 0.5], (True, True), range(101)]:
    print(sum(xs))
print(sum([1, 2], 10), sum([[1], [2, 3]], []), sum([0.1, 0.2], 0.3), sum([(1,), (2,)], ()), sum([1], start=5))
# --- sum adds from the left
for xs in [[1e16, 1.0, -1e16], [1.0, 1e16, -1e16], [0.1, 0.2, 0.3], [0.3, 0.2, 0.1]]:
    print(sum(xs))
# --- round without digits
for x in [0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, 7, -7, 1e20, 0.49999999999999994, True]:
    print(x, round(x), round(x, None))
# --- round with digits
for x in [2.675, 1.005, 0.125, 0.375, 1234.5678, -2.5, 1e22, 0.1 + 0.2, 5e-5]:
    print(round(x, 0), round(x, 1), round(x, 2), round(x, 4), round(x, -1), round(x, -2))
# --- round of ints with digits
for n in [5, 15, 25, 149, 150, 151, -25, 1234, 10**20 + 5, 0]:
    print(round(n, 0), round(n, 2), round(n, -1), round(n, -2), round(n, -3))
# --- round keeps signs and special numbers
import math
for x in [-0.4, -0.0, math.inf, math.nan]:
    print(round(x, 1), round(x, -1))
print(round(-0.4), round(1e300, 2), round(1.5, 400), round(123.456, -400))
# --- int of things
for x in [1.9, -1.9, 0.0, -0.5, True, '12', ' -7 ', '+3', '1_000', 1e15, 2.0**80, 10**30, '0']:
    print(int(x))
print(int(), int('-0'), int('007'), int(1e22))
# --- float of things
for x in [1, True, '1.5', ' -2e3 ', 'inf', '-Infinity', 'nan', '1_0.5', '.5', '5.', 10**20, 2**100, '1e-400', '1e400']:
    print(float(x))
print(float())
# --- str of things
for x in [1, 1.0, True, None, 'a', [1, '2'], (1,), -0.0, range(2), 1e-10]:
    print([str(x)])
print([str()])
# --- list and tuple of things
for x in ['abc', (1, 2), [3], range(3), '', zip([1], [2]), enumerate('a'), map(str, [1]), reversed([1, 2])]:
    print(list(x))
for x in ['ab', [1, [2]], range(2), (5,), zip('ab', 'cd')]:
    print(tuple(x))
# --- isinstance
things = [1, 1.0, True, 'a', [1], (1,), None, range(2)]
for x in things:
    print(isinstance(x, int), isinstance(x, float), isinstance(x, (int, float)), isinstance(x, str), isinstance(x, (list, tuple)))
# --- sorted
for xs in [[3, 1, 2], [], 'hello', (2.5, 1, 3), range(3, 0, -1), [True, False, 2], ['b', 'B', 'a', '']]:
    print(sorted(xs), sorted(xs, reverse=True))
# --- sorted leaves the list alone
xs = [3, 1, 2]
for ys in [sorted(xs), list(reversed(xs))]:
    print(xs, ys, xs is ys)
# --- sorted is stable
pairs = [(1, 'b'), (0, 'x'), (1, 'a'), (0, 'a')]
def first(pair):
    return pair[0]
def second(pair):
    return pair[1]
print(sorted(pairs), sorted(pairs, key=first), sorted(pairs, key=second))
print(sorted(pairs, key=first, reverse=True), sorted(pairs, reverse=True))
# --- sorted calls its key once for each
def key(x):
    print('key of', x)
    return -x
print(sorted([1, 3, 2], key=key))
print(max([1, 3, 2], key=key))
# --- sorted by several keys
people = [['Ann', 31], ['Bob', 25], ['Cid', 31], ['Dan', 25]]
def by_age_then_name(person):
    return (-person[1], person[0])
for person in sorted(people, key=by_age_then_name):
    print(person)
# --- sorting with a builtin as key
for xs in [['ccc', 'a', 'bb'], ['10', '9', '1']]:
    print(sorted(xs, key=len), sorted(xs, key=str), sorted(xs, key=float) if xs[0] == '10' else None)
print(sorted([-3, 2, -1], key=abs), sorted([[3, 1], [2], []], key=sum), sorted([1, 'a'], key=str))
# --- map
def double(x):
    return 2 * x
def add(a, b):
    return a + b
print(list(map(double, [1, 2.5, 'a'])), list(map(add, [1, 2], [10, 20, 30])), list(map(len, ['', 'ab'])))
for x in map(str, (1, None)):
    print([x])
print(sum(map(float, ['1.5', '2'])), list(map(abs, [])), list(map(int, '123')))
# --- map is lazy
def shown(x):
    print('shown', x)
    return x
m = map(shown, [1, 2, 3])
print('made')
for x in m:
    print('got', x)
    if x == 2:
        break
print(list(m))
# --- zip, enumerate and reversed run once
z = zip([1, 2], [3, 4])
e = enumerate('ab')
r = reversed([1, 2])
for it in [z, e, r]:
    print(list(it), list(it))
# --- any and all
for xs in [[], [0], [1], [0, 1], [1, 2], ['', None], [[]], [[[]]]]:
    print(any(xs), all(xs))
# --- pow of numbers
for a, b in [(2, 10), (2, -1), (2.0, 3), (0, 0), (-2, 3), (9, 0.5)]:
    print(pow(a, b))
# --- nested calls of everything
xs = [3, -1, 2]
for k in range(1):
    print(sum(map(abs, sorted(xs)[1:])), max(len(str(x)) for x in xs), list(zip(xs, sorted(xs), reversed(xs))))
    print(str(list(map(str, xs))), tuple(reversed(sorted(xs, key=abs))), round(sum(xs) / len(xs), 3))
# --- functions as values
operations = [abs, min, max, len, sum, str]
for f in operations[1:5]:
    print(f([3, 1, 2]))
print(operations[0](-3), operations[5](2.5) + '!')
# --- a builtin's name can be assigned
def largest(xs):
    max = xs[0]
    for x in xs:
        if x > max:
            max = x
    return max
print(largest([1, 5, 3]), max(1, 2))
sum = 0
for x in [1, 2, 3]:
    sum += x
print(sum)
# --- a builtin's name as a parameter and an attribute
def area(len, list=2):
    return len * list
class Box:
    def __init__(self, max, min):
        self.max = max
        self.min = min
    def range(self):
        return self.max - self.min
print(area(3), area(len=4, list=5), Box(9, 2).range())
# --- the first of equals wins
for xs in [[-2, 2], [2, -2], [1, True, 1.0], [(1, 'b'), (1, 'a')]]:
    print(min(xs), max(xs), sorted(xs) if isinstance(xs[0], tuple) else [min(xs, key=abs), max(xs, key=abs)])
# --- sorting keeps equals in order, also backwards
def size(x):
    return abs(x)
for xs in [[-1, 1, 2, -2], [1.0, 1, True]]:
    print(sorted(xs, key=size), sorted(xs, key=size, reverse=True))
# --- tuples of zip are sorted item by item
names, scores = ['c', 'a', 'b'], [2, 3, 2]
for score, name in sorted(zip(scores, names)):
    print(score, name)
print(sorted(zip(scores, names), reverse=True), max(zip(scores, names)), list(zip(*sorted(zip(scores, names)))))
