# --- fizz buzz
for n in range(1, 16):
    text = ''
    if n % 3 == 0:
        text += 'Fizz'
    if n % 5 == 0:
        text += 'Buzz'
    print(text or n)
# --- prime factors
def factors(n):
    found, p = [], 2
    while n > 1:
        while n % p == 0:
            found.append(p)
            n = n // p
        p += 1 if p == 2 else 2
        if p * p > n > 1:
            found.append(n)
            break
    return found
for n in [1, 2, 12, 97, 360, 2**31 - 1]:
    print(n, factors(n))
# --- merge sort
def merge(a, b):
    result, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            result.append(b[j])
            j += 1
        else:
            result.append(a[i])
            i += 1
    return result + a[i:] + b[j:]
def sort(xs):
    if len(xs) < 2:
        return xs
    middle = len(xs) // 2
    return merge(sort(xs[:middle]), sort(xs[middle:]))
print(sort([5, 2, 9, 1, 5, 6, -3, 0]), sort(['b', 'a']), sort([]))
# --- quick sort in one line
def quick(xs):
    return xs if len(xs) < 2 else quick([x for x in xs[1:] if x < xs[0]]) + [xs[0]] + quick([x for x in xs[1:] if x >= xs[0]])
print(quick([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]))
# --- binary search
def find(xs, x):
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low if low < len(xs) and xs[low] == x else -1
xs = [k * k for k in range(20)]
print([find(xs, x) for x in [0, 81, 361, 50, -1, 400]])
# --- eight queens
def queens(n, placed=()):
    if len(placed) == n:
        return [placed]
    row = len(placed)
    found = []
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            found += queens(n, placed + (column,))
    return found
print(len(queens(6)), queens(4), queens(6)[0])
# --- permutations
def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + rest for k, x in enumerate(xs) for rest in permutations(xs[:k] + xs[k + 1:])]
print(permutations([1, 2, 3]), len(permutations('abcd'[0:0])), len(permutations(list('abcd'))))
# --- pascal's triangle
row = [1]
for n in range(7):
    print(' '.join('%2d' % x for x in row))
    row = [a + b for a, b in zip([0] + row, row + [0])]
# --- roman numerals
def roman(n):
    text = ''
    for value, sign in [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]:
        text += sign * (n // value)
        n = n % value
    return text
print([roman(n) for n in [1, 4, 9, 14, 1987, 2024]])
# --- run lengths
def lengths(text):
    runs = []
    for c in text:
        if runs and runs[-1][0] == c:
            runs[-1][1] += 1
        else:
            runs.append([c, 1])
    return runs
print(lengths('aaabccd'), ''.join(c + str(n) if n > 1 else c for c, n in lengths('wwwwbbx')))
# --- life
def step(grid):
    n = len(grid)
    def alive(r, c):
        return sum(grid[(r + a) % n][(c + b) % n] for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)
    return [[1 if alive(r, c) == 3 or grid[r][c] and alive(r, c) == 2 else 0 for c in range(n)] for r in range(n)]
grid = [[0] * 5 for _ in range(5)]
for r, c in [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]:
    grid[r][c] = 1
for k in range(3):
    for row in grid:
        print(''.join('#' if x else '.' for x in row))
    print()
    grid = step(grid)
# --- a determinant
def determinant(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for c in range(len(m)):
        minor = [row[:c] + row[c + 1:] for row in m[1:]]
        total += (-1) ** c * m[0][c] * determinant(minor)
    return total
print(determinant([[2, 0], [1, 3]]), determinant([[1, 2, 3], [4, 5, 6], [7, 8, 10]]), determinant([[0.5]]))
# --- gauss elimination
def solve(a, b):
    n = len(b)
    m = [row + [x] for row, x in zip(a, b)]
    for c in range(n):
        best = max(range(c, n), key=size_in(m, c))
        m[c], m[best] = m[best], m[c]
        for r in range(c + 1, n):
            f = m[r][c] / m[c][c]
            m[r] = [x - f * y for x, y in zip(m[r], m[c])]
    xs = [0.0] * n
    for r in reversed(range(n)):
        xs[r] = (m[r][n] - sum(m[r][c] * xs[c] for c in range(r + 1, n))) / m[r][r]
    return xs
def size_in(m, c):
    def size(r):
        return abs(m[r][c])
    return size
print(solve([[2.0, 1.0], [1.0, 3.0]], [3.0, 5.0]), solve([[0.0, 1.0], [1.0, 0.0]], [7.0, 8.0]))
# --- a bank
class Account:
    fee = 1
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []
    def deposit(self, x):
        self.balance += x
        self.log.append(('in', x))
        return self
    def withdraw(self, x):
        if x + self.fee > self.balance:
            self.log.append(('refused', x))
        else:
            self.balance -= x + self.fee
            self.log.append(('out', x))
        return self
    def __repr__(self):
        return f'{self.owner}: {self.balance:,.2f}'
class Savings(Account):
    fee = 0
    def interest(self, rate):
        self.deposit(round(self.balance * rate, 2))
a, b = Account('Ann', 100), Savings('Bob')
a.deposit(50).withdraw(30).withdraw(500)
b.deposit(1234567.891).withdraw(67.891)
b.interest(0.05)
print(a, b, [a, b])
print(a.log, b.log)
# --- polynomials
class Polynomial:
    def __init__(self, *cs):
        self.cs = list(cs)
    def __call__(self, x):
        y = 0
        for c in reversed(self.cs):
            y = y * x + c
        return y
    def slope(self):
        return Polynomial(*[k * c for k, c in enumerate(self.cs)][1:])
    def __repr__(self):
        return ' + '.join(f'{c}x^{k}' for k, c in enumerate(self.cs) if c) or '0'
p = Polynomial(1, 0, -3, 2)
print(p, p(2), p.slope(), p.slope()(0.5), p.slope().slope().slope().slope(), p(Value(2.0)).data)
# --- a queue in two stacks
class Queue:
    def __init__(self):
        self.front, self.back = [], []
    def put(self, x):
        self.back.append(x)
    def get(self):
        if not self.front:
            self.front = list(reversed(self.back))
            self.back = []
        x = self.front[-1]
        self.front = self.front[:-1]
        return x
q = Queue()
for k in range(3):
    q.put(k)
print(q.get(), q.get())
q.put('x')
print(q.get(), q.get(), q.front, q.back)
# --- words of a text
text = 'the cat and the hat and the bat'
words, word = [], ''
for c in text + ' ':
    if c == ' ':
        words.append(word)
        word = ''
    else:
        word += c
counts = []
for w in words:
    for entry in counts:
        if entry[0] == w:
            entry[1] += 1
            break
    else:
        counts.append([w, 1])
def order(entry):
    return -entry[1], entry[0]
for w, n in sorted(counts, key=order):
    print(f'{w:<5}{"*" * n} {n / len(words):6.1%}')
# --- bases
def in_base(n, base):
    digits = '0123456789abcdefghijklmnopqrstuvwxyz'
    if n < 0:
        return '-' + in_base(-n, base)
    return digits[n] if n < base else in_base(n // base, base) + digits[n % base]
for n in [0, 255, -10, 2**64]:
    print(in_base(n, 2), in_base(n, 16) == f'{n:x}', in_base(n, 36))
# --- a histogram
import random
random.seed(7)
bins = [0] * 8
for _ in range(200):
    x = random.gauss(4, 1.2)
    bins[min(max(int(x), 0), 7)] += 1
for k, n in enumerate(bins):
    print('%d %3d %s' % (k, n, '#' * (n // 4)))
# --- integration
def integrate(f, a, b, n=100):
    h = (b - a) / n
    return h * (0.5 * f(a) + sum(f(a + k * h) for k in range(1, n)) + 0.5 * f(b))
def square(x):
    return x * x
class Gauss:
    def __call__(self, x):
        return 2.718281828459045 ** (-x * x)
print(integrate(square, 0, 1), integrate(square, 0, 1, n=10), integrate(Gauss(), -3, 3), integrate(abs, -1, 1))
# --- a state machine
def accepts(text):
    state = 'start'
    for c in text:
        if state == 'start':
            state = 'sign' if c in '+-' else 'digits' if c in '0123456789' else 'error'
        elif state in ('sign', 'digits'):
            state = 'digits' if c in '0123456789' else 'point' if c == '.' and state == 'digits' else 'error'
        elif state == 'point':
            state = 'point' if c in '0123456789' else 'error'
        if state == 'error':
            return False
    return state in ['digits', 'point']
print([accepts(t) for t in ['12', '-3.5', '+', '1.2.3', '', 'x', '7.']])
# --- a random walk
import random
random.seed(11)
x, path = 0, []
while abs(x) < 4 and len(path) < 40:
    x += 1 if random.random() < 0.5 else -1
    path.append(x)
print(path, len(path), max(path) - min(path))
# --- distances between points
points = [(0, 0), (3, 4), (1, 1), (-2, 5)]
def distance(p, q):
    return sum((a - b) ** 2 for a, b in zip(p, q)) ** 0.5
for k, p in enumerate(points):
    others = [(round(distance(p, q), 3), q) for q in points if q != p]
    print(p, min(others), max(others)[1], f'{sum(d for d, _ in others) / len(others):.4f}')
# --- nearest centres
points, centres = [1.0, 1.5, 8.0, 9.0, 0.5, 10.0], [0.0, 5.0]
for k in range(4):
    groups = [[] for _ in centres]
    for p in points:
        sizes = [abs(p - c) for c in centres]
        for j, s in enumerate(sizes):
            if s == min(sizes):
                groups[j].append(p)
                break
    centres = [sum(g) / len(g) if g else c for g, c in zip(groups, centres)]
    print(centres, groups)
# --- towers of closures and classes
class Pipeline:
    def __init__(self, *steps):
        self.steps = list(steps)
    def then(self, step):
        self.steps.append(step)
        return self
    def __call__(self, x):
        for k, step in enumerate(self.steps):
            x = step(x)
            print(f'  step {k}: {x!r}')
        return x
def add(n):
    def step(x):
        return x + n
    return step
print(Pipeline(add(1), str).then(add('!')).then(len)(41))
# --- a perceptron of plain numbers
w, b = [0.0, 0.0], 0.0
data = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
for epoch in range(6):
    wrong = 0
    for x, y in data:
        out = 1 if sum(wi * xi for wi, xi in zip(w, x)) + b > 0 else 0
        if out != y:
            wrong += 1
            w = [wi + 0.5 * (y - out) * xi for wi, xi in zip(w, x)]
            b += 0.5 * (y - out)
    print(epoch, wrong, w, b)
    if not wrong:
        break
