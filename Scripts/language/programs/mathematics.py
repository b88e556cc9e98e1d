# --- functions of math
import math
for x in [0.0, 0.5, 1.0, 2.0, -0.5]:
    print(math.exp(x), math.sin(x), math.cos(x), math.tan(x), math.tanh(x), math.sinh(x), math.cosh(x), math.atan(x), math.fabs(x))
# --- roots and logarithms
import math
for x in [1, 2, 10, 0.5, 100, 1e-10, 8, 2**70]:
    print(math.sqrt(x), math.log(x), math.log2(x), math.log10(x), math.log1p(x), math.log(x, 10), math.log(x, 2))
# --- inverse functions
import math
for x in [-1.0, -0.5, 0, 0.5, 1]:
    print(math.asin(x), math.acos(x), math.atan(x), math.expm1(x), math.asinh(x))
# --- floor, ceil and trunc
import math
for x in [1.5, -1.5, 2.0, -0.0, 0.1, -0.1, 7, 1e20, -2.999999]:
    print(math.floor(x), math.ceil(x), math.trunc(x))
# --- constants
import math
for c in [math.pi, math.e, math.tau, math.inf, -math.inf, math.nan]:
    print(c, c * 2)
# --- questions about floats
import math
for x in [1.0, math.inf, -math.inf, math.nan, 0, 1e308 * 10]:
    print(math.isnan(x), math.isinf(x), math.isfinite(x))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-9, abs_tol=1e-8))
# --- functions of two numbers
import math
for a, b in [(3, 4), (1.0, -2.5), (-7, 3), (0.0, -0.0)]:
    print(math.hypot(a, b), math.atan2(a, b), math.copysign(a, b), math.pow(a, 2))
for a, b in [(7, 3), (-7, 3), (7.5, -2), (1e20, 7)]:
    print(math.fmod(a, b), a % b)
# --- functions of integers
import math
for n in [0, 1, 5, 20, 33]:
    print(math.factorial(n), math.gcd(n, 12), math.isqrt(n), math.comb(n, 2))
print(math.gcd(48, -18), math.gcd(0, 0), math.prod([1, 2, 3, 4]), math.prod([0.5, 4]), math.prod([]))
# --- degrees and radians
import math
for x in [0, 90, 180, -45.5]:
    print(math.radians(x), math.degrees(x), math.degrees(math.radians(x)))
# --- exact sums
import math
for xs in [[0.1] * 10, [1e16, 1.0, -1e16], [], [1, 2]]:
    print(math.fsum(xs), sum(xs))
# --- names imported from math
from math import sqrt, pi, exp as e_to_the
import math as m
for x in [1, 4]:
    print(sqrt(x), round(pi * x, 4), round(e_to_the(x), 4), m.floor(x / 3), m.pi == pi)
# --- infinity in functions of math
import math
for x in [math.inf, -math.inf, math.nan]:
    print(math.exp(x), math.tanh(x), math.atan(x), math.fabs(x), math.copysign(1, x))
print(math.sqrt(math.inf), math.log(math.inf), math.exp(-1000), math.pow(math.inf, 0), math.pow(0, math.inf))
# --- a softmax of plain numbers
import math
def softmax(xs):
    top = max(xs)
    es = [math.exp(x - top) for x in xs]
    return [e / sum(es) for e in es]
for xs in [[1.0, 2.0, 3.0], [1000, 1000], [0]]:
    print(softmax(xs), sum(softmax(xs)))
# --- a series for e and for pi
import math
def e(n):
    return sum(1 / math.factorial(k) for k in range(n))
def leibniz(n):
    return 4 * sum((-1) ** k / (2 * k + 1) for k in range(n))
for n in [1, 5, 17]:
    print(e(n), leibniz(n), abs(e(n) - math.e) < 1e-9)
# --- a seeded stream
import random
for seed in [0, 1, 1337, -5, 2**40]:
    random.seed(seed)
    print(random.random(), random.uniform(-1, 1), random.gauss(0, 1), random.gauss(3, 0.5))
# --- a stream that nobody seeded
import random
for _ in range(3):
    print(random.random(), random.uniform(2, 5))
# --- seeded again
import random
random.seed(42)
first = [random.uniform(-1, 1) for _ in range(3)]
random.seed(42)
for x in first:
    print(x == random.uniform(-1, 1), x)
# --- names imported from random
from random import seed, uniform, gauss
from random import random as chance
seed(7)
for k in range(2):
    print(uniform(0, 10), chance(), gauss(0, 1))
# --- gauss keeps its second number
import random
random.seed(3)
for k in range(5):
    print(random.gauss(0, 1))
    if k == 2:
        random.seed(3)
# --- uniform from high to low
import random
random.seed(1)
for a, b in [(1, -1), (0, 0), (5, 5.5), (-1e10, 1e10)]:
    print(random.uniform(a, b))
# --- a random list and its mean
import random
random.seed(2)
xs = []
for _ in range(100):
    xs.append(random.random())
mean = sum(xs) / len(xs)
print(mean, min(xs), max(xs), sum([(x - mean) ** 2 for x in xs]) / len(xs), len([x for x in xs if x < 0.5]))
# --- data on two moons
import math
import random
random.seed(1337)
points, labels = [], []
for k in range(6):
    angle = math.pi * k / 5
    noise = random.gauss(0, 0.1)
    if k % 2 == 0:
        points.append([math.cos(angle) + noise, math.sin(angle) + random.gauss(0, 0.1)])
    else:
        points.append([1 - math.cos(angle) + noise, 0.5 - math.sin(angle) + random.gauss(0, 0.1)])
    labels.append(1 if k % 2 else -1)
for p, y in zip(points, labels):
    print(p, y)
# --- pi by darts
import random
random.seed(10)
inside = 0
for _ in range(1000):
    x, y = random.random(), random.random()
    if x * x + y * y < 1:
        inside += 1
print(4 * inside / 1000)
# --- less common functions of math
import math
for x in [0.5, 1.5, 3.0]:
    print('%.12g %.12g %.12g %.12g' % (math.erf(x), math.erfc(x), math.gamma(x), math.lgamma(x)))
    print('%.12g %.12g %.12g' % (math.asinh(x), math.acosh(x + 1), math.atanh(x / 4)))
