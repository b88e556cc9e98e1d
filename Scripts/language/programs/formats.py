# --- f-strings of all kinds
name, n, x = 'Ada', 42, 3.14159
for _ in range(1):
    print(f'{name} {n} {x}')
    print(f'{x:.2f}|{n:5d}|{name:>6}|{name:<6}|{name:^7}|{n:05d}|{x:8.3f}')
    print(f'{n:+d} {-n:+d} {n: d} {n:x} {n:X} {n:o} {n:b} {n:#x} {n:#b} {n:c}')
    print(f'{x:e} {x:.3E} {x:g} {x:.10g} {x:%} {x:.1%} {1e6:g} {1e5:g} {1e-5:g}')
# --- f-strings of expressions
xs = [1, 2, 3]
for k in range(2):
    print(f'{xs[k]} {xs[-1] + k} {len(xs)} {sum(xs) / 2} {xs} {xs[k:]} {[y * 2 for y in xs]}')
    print(f'{k if k else "zero"} {k == 1} {k * "ab"} {(k, k)} {max(xs[0], k)}')
# --- conversions
for x in ['a', "it's", 1.5, None, 'é']:
    print(f'{x!r} {x!s} {x!a} {x!r:>8}|{x!s:<6}|')
# --- an equals sign shows the expression
x, xs = 2.5, [1, 2]
for k in [1]:
    print(f'{x=} {x = } {x=:.3f} {xs[0]=} {x+k=} {xs = !s} {x=!r:>5}')
    print(f'{"a"=} {k=:03d}')
# --- nested fields
x = 3.14159
for width in [6, 10]:
    for digits in [1, 3]:
        print(f'[{x:{width}.{digits}f}] [{x:>{width}}] [{"ab":*^{width}}] [{x:{">" if digits == 1 else "<"}{width}}]')
# --- braces
for x in [1, 'y']:
    print(f'{{}} {{{x}}} {{x}}', f'{{', '{}')
# --- fill and alignment
for text in ['', 'a', 'abcdef']:
    print(f'[{text:4}] [{text:<4}] [{text:>4}] [{text:^4}] [{text:*^5}] [{text:.2}] [{text:>6.3}] [{text:é<3}] [{text:s}] [{text:05}]')
# --- alignment of numbers
for x in [5, -5, 2.5, -2.5]:
    print(f'[{x:6}] [{x:<6}] [{x:^6}] [{x:=6}] [{x:*=+7}] [{x:06}] [{x:+}] [{x: }] [{x:<06}]')
# --- grouping
for n in [1, 999, 1000, 1234567, -9876543210, 10**20]:
    print(f'{n:,} {n:_} {n:15,} {n:015,} {n:,.2f} {n:_x} {n:_b}')
# --- floats with no type
for x in [1.0, 0.1, 1e16, 1e-5, 123456789.0, 1e22, -0.0, 100000.0]:
    print(f'{x} {x:} {x:.3} {x:10} {x:.17} {x:#.3} {x:,}')
# --- fixed digits round half to even of the exact number
for x in [0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1.005, 1e15 + 0.5, 0.045]:
    print(f'{x:.0f} {x:.1f} {x:.2f} {x:.20f}')
# --- large floats in full
for x in [1e16, 1e22, 1e23, 2.0**70, 1.5e300]:
    print(f'{x:.0f} {x:.1f} {x:,.0f}')
# --- general format
for x in [0.0, 1.0, 10.0, 123456.0, 1234567.0, 0.0001, 0.00001, 1.10, 123.456, 1e100, -2.50]:
    print(f'{x:g} {x:.3g} {x:#g} {x:G} {x:.0g} {x:10.2g}|')
# --- scientific format
for x in [0.0, 1.0, 12345.678, 0.00012345, 9.9999e9, 1e100, 1e-100]:
    print(f'{x:e} {x:.0e} {x:.2e} {x:#.0e} {x:15.3E} {x:+.1e}')
# --- infinity and nan
import math
for x in [math.inf, -math.inf, math.nan]:
    print(f'{x} {x:f} {x:F} {x:.2e} {x:G} {x:8} {x:<8}| {x:08} {x:+} {x:%} {x:,}')
# --- zeros with signs
for x in [0.0, -0.0, -0.0001, 0.0001]:
    print(f'{x:.2f} {x:+.2f} {x:z.2f} {x:g} {x:e} {x:.0f} {x:z}')
# --- percent
for x in [0, 1, 0.5, 0.12345, -0.001, 12.5]:
    print(f'{x:%} {x:.0%} {x:.2%} {x:8.1%}|')
# --- integers in float formats
for n in [0, 7, -7, 123456789, 2**60, 10**20]:
    print(f'{n:f} {n:.1f} {n:e} {n:g} {n:.3g} {n:%}')
# --- integers in other bases
for n in [0, 5, 255, -255, 2**63, 2**126]:
    print(f'{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:#020x} {n:_x} {n:d} {n:n}')
# --- characters of numbers
for n in [65, 955, 128512, 10]:
    print([f'{n:c}', f'{n:>3c}', '%c' % n])
# --- booleans and None
for x in [True, False]:
    print(f'{x} {x:d} {x:5} {x!s:>6} {x:.1f} {x:x} {x:<3d}|')
print(f'{None} {None!s:>6} {[None]}')
# --- lists take no format but can be texts
for xs in [[1, 2.5], ('a',), []]:
    print(f'{xs} {str(xs):>12}| {xs!s:<12}| {xs!r}')
# --- f-strings over several lines
x = 5
if x:
    print(f'''a {x}
b {x +
1}''')
    print(f"{x}" f'{x}' 'plain {x}')
# --- f-strings with strings in them
for d in ['a']:
    print(f"{'x' + d} {', '.join([d, 'b'])} {'%d' % 3} {'{}'.format(4)} {f'{d}!'}")
# --- raw f-strings
for x in [3]:
    print(rf'\d{x}\n', fr'{x}\t', F'{x}')
# --- percent format of numbers
for x in [0, 7, -7, 3.7, -3.7, 1e10]:
    print('%d|%5d|%-5d|%05d|%+d|% d|%i|%u' % (x, x, x, x, x, x, x, x))
# --- percent format of floats
for x in [0.0, 1.0, -2.5, 3.14159, 1e20, 1e-7]:
    print('%f|%.2f|%10.3f|%-10.1f|%+.1f|%010.2f|%e|%.1E|%g|%.3G|%#.0f' % (x, x, x, x, x, x, x, x, x, x, x))
# --- percent format of strings
for x in ['a', 'hello', '', 1.5, None, [1, 'b'], "it's"]:
    print('%s|%r|%a|%10s|%-10s|%.2s|%5.1s' % (x, x, x, x, x, x, x))
# --- percent format in bases
for n in [0, 8, 255, -255, 2**70]:
    print('%x|%X|%o|%#x|%#X|%#o|%08x|%-8x|%#010x|%+x' % (n, n, n, n, n, n, n, n, n, n))
# --- percent format with a precision of integers
for n in [5, -5, 123456]:
    print('%.3d|%8.4d|%-8.4d|%08.4d|%+.4d|%.0d|%.5x' % (n, n, n, n, n, n, n))
# --- percent format with width from a star
for w in [3, 6, -6]:
    print('[%*d] [%*s] [%.*f] [%*.*f]' % (w, 42, w, 'ab', 2, 3.14159, w, 1, 2.718))
# --- percent format of one object
for x in [5, 'text', 2.5, [1, 2], None]:
    print('<%s>' % x, '<%r>' % (x,), '100%%', '%s%%' % x)
# --- percent format with a tuple inside
for t in [(1, 2)]:
    print('%s and %s' % t, '%s' % (t,), '%s %s' % (t, 'x'))
# --- percent format of characters and booleans
for c in ['a', 'é', 66]:
    print('%c|%3c|%-3c|' % (c, c, c))
print('%d %s %f %x' % (True, True, True, True))
# --- percent format of infinities
import math
for x in [math.inf, -math.inf, math.nan]:
    print('%f|%e|%g|%8.1f|%-8f|%+f|%08f|%F' % (x, x, x, x, x, x, x, x))
# --- percent binds as a product
for n in [2]:
    print('%d' % n * 2, '%d' % (n * 2), 'a' + '%d' % n + 'b', '%s' % 'x' + 'y')
# --- format with automatic fields
for x in [1, 'a', 2.5]:
    print('{} {}!'.format(x, [x]), '{}{}{}'.format(x, x, x), 'none'.format(x), '{:>5}|{:<5}|'.format(x, x))
# --- format with numbered and named fields
for x in [3, 4]:
    print('{0} {1} {0}'.format(x, 'b'), '{a} {b} {a}'.format(a=x, b=-x), '{0} {k:.2f} {1}'.format(x, 2, k=x))
# --- format with items and attributes
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = [y, y * 2]
p = Point(1, 2.5)
for xs in [[10, 20], (30, 40)]:
    print('{0[0]} {0[1]} {xs[1]}'.format(xs, xs=xs), '{.x} {}'.format(p, 1), '{p.y[1]:.2f} {0.x:03d}'.format(p, p=p))
# --- format with nested fields
for w in [4, 8]:
    print('[{:{}}] [{:>{}}]'.format('a', w, 2.5, w))
    print('[{:>{w}.{d}f}] [{x:{fill}^{w}}]'.format(2.567, w=w, d=1, x='m', fill='*'))
    print('[{0:{1}}] [{0:>{1}}]'.format('ab', w))
# --- format with conversions and braces
for x in ['a', "'", 1.5]:
    print('{!r} {!s:>5} {!a}'.format(x, x, x), '{{{}}} {{}}'.format(x))
# --- formats of the same number in three ways
for x in [0.1, 12.345, -1e-3, 1e10]:
    print('%.3f' % x == f'{x:.3f}' == '{:.3f}'.format(x), '%e' % x == f'{x:e}', '%g' % x == f'{x:g}', '%10.1f' % x)
# --- a loss line as lectures print it
for k in range(0, 3):
    loss, accuracy = 1.0 / (k + 1), 0.333 * k
    print(f"step {k} loss {loss}, accuracy {accuracy*100}%")
    print('step %d loss %f, accuracy %.2f%%' % (k, loss, accuracy * 100))
    print('loss{}: {}'.format(k, loss))
# --- an own repr in formats
class Box:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f'Box({self.n})'
for b in [Box(1), Box('x')]:
    print(f'{b} {b!r} {b!s:>8}| {[b]}', '%s %r %10s' % (b, b, b), '{} {!r:>8}'.format(b, b))
# --- format with items of automatic fields
class Point:
    def __init__(self):
        self.x = [1.5, 2]
for xs in [[7, 8]]:
    print('{[0]} {[1]}'.format(xs, xs), '{.x[0]:.2f} {.x}'.format(Point(), Point()), '{0[1]:>{w}}|'.format(xs, w=4))
# --- an f-string with a format from a name
for spec in ['.2f', '>8', '+', 'e']:
    print(f'{3.14159:{spec}}|', '{:{}}|'.format(3.14159, spec), '{0:{s}}|'.format(2.5, s=spec))
