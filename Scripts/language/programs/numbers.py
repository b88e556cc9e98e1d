# --- integer and float arithmetic
def show(a, b):
    print(a + b, a - b, a * b, a / b)
show(7, 2)
show(7.0, 2)
show(-7, 2.0)
show(1, 3)
show(10**20, 3)
# --- floor division and remainder with signs
for a in [7, -7, 7.5, -7.5, 0, 0.0]:
    for b in [2, -2, 2.5, -2.5]:
        print(a, b, a // b, a % b)
# --- remainder has the sign of the divisor
for a in range(-5, 6):
    print(a, a % 3, a % -3, a // 3, a // -3)
# --- float remainder at the edges
for a, b in [(1.0, 0.1), (-1.0, 0.1), (5.5, 1.5), (-5.5, 1.5), (1e20, 3.0), (0.3, 0.1), (-0.0, 2.0), (6.0, -2.0), (-6.0, 2.0)]:
    print(a % b, a // b)
# --- division with infinity
import math
for a in [3.0, -3.0, 0.0]:
    print(a % math.inf, a % -math.inf, a // math.inf, a // -math.inf, a / math.inf)
# --- powers of ints and floats
for base in [2, -2, 0.5, -1.5, 10, 0, 0.0]:
    print(base, base ** 0, base ** 1, base ** 2, base ** 3)
# --- negative exponents make floats
for exponent in range(-3, 4):
    print(2 ** exponent, (-2) ** exponent, 10 ** exponent)
# --- power binds tighter than minus and to the right
def powers():
    print(-2 ** 2, (-2) ** 2, 2 ** 3 ** 2, (2 ** 3) ** 2, 2 ** -1, -2 ** -2)
    print(-2.0 ** 2, 4 ** 0.5, 2 ** 0.5, 0.25 ** -0.5)
powers()
# --- special powers
import math
for x in [1.0, -1.0, math.inf, -math.inf, math.nan, 0.0]:
    print(x ** 0, x ** 2, x ** 3, 1 ** x, x ** 0.0)
# --- big integers
def big():
    a = 2 ** 63
    b = 2 ** 126
    print(a, b, a - 1, -a, a * a, a + a)
    print(b + (b - 1), -b - b, b // a, b % (a - 1), b / a)
    print(170141183460469231731687303715884105727, -170141183460469231731687303715884105727)
big()
# --- around sixty-three and sixty-four bits
for n in [2**31, 2**32, 2**53, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64]:
    print(n, n + 1, n * 3, n - 2 * n, -n // 2, n % 1000, n == n + 0.0)
# --- products that pass sixty-four bits and come back
total = 1
for n in range(1, 31):
    total = total * n
    print(n, total)
for n in range(30, 0, -1):
    total = total // n
print(total)
# --- division of big integers rounds to nearest
for a, b in [(2**64 + 1, 3), (10**38, 7), (2**126 - 1, 2**126), (-10**30, 3), (2**100 + 1, 2**47), (3**70, 3**69)]:
    print(a / b)
# --- big integers as floats
for n in [2**53, 2**53 + 1, 2**53 + 3, 10**22, 10**23, 2**126 + 1]:
    print(float(n), n * 1.0, n + 0.5)
# --- big integers compare exactly with floats
for n in [2**53, 2**53 + 1, 2**62 + 1, 2**126 - 1]:
    x = float(n)
    print(n == x, n < x, n > x, n != x, x <= n, x >= n)
# --- ints and floats are equal
for a, b in [(1, 1.0), (0, -0.0), (3, 3.5), (True, 1), (True, 1.0), (False, 0), (2, True)]:
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)
# --- nan equals nothing
import math
for x in [math.nan, math.inf, 0.0]:
    print(x == math.nan, x != math.nan, x < math.nan, x > math.nan, x == x)
# --- comparison chains
for x in range(-1, 4):
    print(x, 0 <= x < 3, 0 < x == 1, 3 > x > 0 != 1, x < 2 < 10 > x)
# --- a chain evaluates its middle once
def middle():
    print('middle')
    return 5
for low in [1, 9]:
    print(low < middle() < 7)
    print(low < middle() > 7)
# --- a chain stops at the first false part
def shown(x):
    print('saw', x)
    return x
print(shown(1) < shown(0) < shown(5))
print(shown(0) < shown(1) < shown(5))
# --- booleans are numbers
for flag in [True, False]:
    print(flag + 1, flag * 5, -flag, flag / 2, +flag, flag ** 2, flag // 1, 10 - flag)
# --- sums of booleans
flags = []
for n in range(6):
    flags.append(n > 2)
print(sum(flags), sum(flags) / len(flags), max(flags), flags)
# --- negative zero
for x in [0.0, -0.0, 0]:
    print(x, -x, x * -1, x + 0.0, abs(x), 0.0 - x, x == 0)
# --- tenths do not add up
total = 0
for _ in range(10):
    total += 0.1
    print(total)
print(total == 1, total - 1)
# --- shortest texts of floats
for x in [0.1, 0.2, 0.1 + 0.2, 1/3, 2/3, 1e15, 1e16, 123456789012345678.0, 1e21, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 100.0, 1e100]:
    print(x, -x)
# --- literals in all bases
for x in [0x1F, 0b1011, 0o17, 1_000_000, 1_0.5, 1e3, 1E-2, .5, 5., 0, 00, 1e0]:
    print(x)
# --- infinity in arithmetic
import math
for x in [math.inf, -math.inf]:
    print(x + 1, x * 2, x * -1, 1 / x, x + x, x * x, -x)
print(math.inf - math.inf, math.inf * 0, 1e308 * 10, -1e308 * 10)
# --- augmented assignment of numbers
x = 5
for step in range(3):
    x += 2
    x -= 1
    x *= 3
    x /= 2
    print(x)
x = 3
x **= 3
print(x)
x **= -1
print(x)
# --- evaluation order of operands
def note(x):
    print('operand', x)
    return x
print(note(1) + note(2) * note(3) - note(4) ** note(1))
# --- operators of one level go from the left
def chain():
    print(100 / 10 / 2, 100 // 7 // 2, 2 - 3 - 4, 7 % 4 * 2, 2 * 7 % 4, 100 / 10 * 2, -7 // 2 * 2)
chain()
# --- unary signs
for x in [3, -3, 2.5, True]:
    print(-x, +x, --x, -+-x, - -x ** 2)
# --- collatz
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
# --- greatest common divisor
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(48, 18), gcd(17, 5), gcd(0, 9), gcd(2**60, 6**20), gcd(-12, 8), gcd(12, -8))
# --- digits of a number
def digits(n, base):
    result = []
    while n > 0:
        result.append(n % base)
        n = n // base
    return list(reversed(result))
print(digits(2**63, 10), digits(255, 16), digits(10, 2), digits(0, 7))
# --- square root by Newton
def root(x):
    guess = x
    for _ in range(8):
        guess = (guess + x / guess) / 2
    return guess
for x in [2, 9, 1e-4, 12345.678]:
    print(root(x), root(x) ** 2)
# --- fibonacci in floats and ints
a, b, x, y = 0, 1, 0.0, 1.0
for k in range(90):
    a, b = b, a + b
    x, y = y, x + y
print(a, b, x, y, a == x, b / a)
# --- bisection
def f(x):
    return x**3 - x - 2
low, high = 1, 2
for _ in range(40):
    middle = (low + high) / 2
    if f(middle) < 0:
        low = middle
    else:
        high = middle
print(low, high, f(low) < 0 < f(high))
