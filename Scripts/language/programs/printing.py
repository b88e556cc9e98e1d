# --- separators and ends
for word in ['a', 'b']:
    print(word, 1, 2.5, sep='-', end='|')
print()
print('x', 'y', sep='')
print('x', 'y', sep='\n', end='!\n')
print(sep='-')
print('', 'z', sep=',')
# --- None as separator and end
for _ in range(1):
    print(1, 2, sep=None, end=None)
    print(3)
# --- nothing and many
if True:
    print()
    print(())
    print([])
    print('')
    print((), [], '', None, True, False)
# --- tuples
for t in [(), (1,), (1, 2), (1.0, 'a', None), ((1,), (2, (3,)))]:
    print(t)
# --- nested lists
rows = [[1, 2.0], [], [[True], [None, 'x']], [(1, 'y'), ()]]
for row in rows:
    print(row)
print(rows)
# --- strings inside lists
for text in ['plain', "it's", 'say "hi"', 'both \' and "', 'tab\there', 'line\nbreak', 'back\\slash', '\r', '']:
    print([text], text)
# --- strings that cannot be shown as they are
for text in ['\x00', '\x07\x1b', '\x7f', 'caf\xe9', '\u03b1\u03b2', '\u200b', '\xa0', '\xad', '\U0001F600', '\ufeff', '\u2028', 'e\u0301']:
    print([text])
# --- floats in lists
for x in [0.1, 1e-07, 1e16, 1e15, -0.0, 12345678.9, 1e22]:
    print([x, (x,)])
# --- inf and nan in lists
import math
for x in [math.inf, -math.inf, math.nan]:
    print(x, [x], (x, -x))
# --- a list that holds itself
a = [1]
for _ in range(1):
    a.append(a)
print(a)
print(len(a), len(a[1][1]))
# --- two lists that hold each other
a = [1]
b = [2, a]
for x in [b]:
    a.append(x)
print(a, b)
# --- print gives None
def nothing():
    return print('printed')
print(nothing())
# --- arguments are evaluated before anything is printed
def shout(x):
    print('making', x)
    return x
print(shout(1), shout(2), sep=shout('+'))
# --- a starred argument
xs = [1, 'two', 3.0]
for sep in [' ', ', ']:
    print(*xs, sep=sep)
print('a', *xs, *[4, 5], 'z')
# --- a table
rows = [[1, 10, 100], [22, 220, 2200]]
for row in rows:
    print(' '.join('%5d' % x for x in row))
    print(' '.join(['{:<5}'.format(x) for x in row]) + '|')
# --- a triangle
for n in range(1, 6):
    print(' ' * (5 - n) + '* ' * n)
# --- ranges are printed as they were made
for r in [range(3), range(1, 3), range(0, 10, 2), range(5, 0, -1), range(0)]:
    print(r, len(r), [r])
# --- two statements on a line
x = 1; y = 2; print(x, y); print(y, x)
if x: print('yes'); print('again')
for i in range(2): print(i, end=';')
print()
# --- a triple quoted string
text = """first
  second 'quoted' "twice"

last"""
for _ in range(1):
    print(text)
    print([text], len(text))
# --- neighbouring strings are one
for word in ['a' 'b', 'c' "d"
             'e']:
    print(word, len(word))
# --- raw strings
for text in [r'\n', r'a\b', r"\'", '\\n']:
    print(text, len(text), [text])
# --- escapes
for text in ['\101\x42\u0043', '\0', '\a\b\f\v', 'a\
b', 'it\'s "x"']:
    print([text], len(text))
