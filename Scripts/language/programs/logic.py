# --- what counts as true
import math
for x in [0, 1, -1, 0.0, -0.0, 0.1, math.nan, '', '0', [], [0], (), (0,), None, True, False, range(0), range(2)]:
    print(x, 'yes' if x else 'no', not x, not not x)
# --- and and or return operands
for a in [0, 'a', [], None, 2.5]:
    for b in ['', 'b', 0, [1]]:
        print([a and b, a or b])
# --- the right operand may not be evaluated
def said(x):
    print('said', x)
    return x
for x in [0, 1]:
    print(said(x) and said('right'))
    print(said(x) or said('right'))
# --- chains of and and or
for a, b, c in [(1, 0, 2), (0, 0, 0), (0, 3, 0), (1, 2, 3), (0, '', [])]:
    print([a and b and c, a or b or c, a and b or c, a or b and c, not a and b, not (a and b)])
# --- not binds looser than comparison
for x in [1, 2]:
    print(not x == 1, not x in [1], not x, not x + 0, not x > 1 and x)
# --- conditional expressions
for x in range(4):
    print('one' if x == 1 else 'two' if x == 2 else 'other', x if x else -1, (1 if x else 2) + 10, 1 if x else 2 + 10)
# --- only one branch is evaluated
def make(x):
    print('made', x)
    return x
for flag in [True, False]:
    print(make('yes') if flag else make('no'))
    print(make(1) if make(flag) else make(2))
# --- is with None, True and False
for x in [None, 0, False, '', [], True, 1]:
    print(x is None, x is not None, x == None, x is True, x is False, x == False)
# --- is asks for the same object
a = [1]
b = a
c = [1]
for x in [b, c]:
    print(a is x, a is not x, a == x)
# --- in and is in chains
x = None
for y in [None, 1]:
    print(x is y is None, y in [1] in [True], 1 in [1] == True, x == y is None)
# --- if, elif and else
def kind(x):
    if x < 0:
        return 'negative'
    elif x == 0:
        return 'zero'
    elif x < 10:
        return 'small'
    else:
        return 'large'
print([kind(x) for x in [-5, 0, 0.5, 9, 10, 1e9]])
# --- an if without else, and nested ones
for x in range(6):
    if x % 2:
        if x > 2:
            print('odd and large', x)
        else:
            print('odd', x)
    if x == 4: print('four')
    if not x:
        pass
    elif x > 4:
        print('last')
# --- truth of comparisons of lists
for xs in [[], [[]], [0]]:
    if xs:
        print('full', xs)
    elif xs == []:
        print('empty')
    if xs and not xs[0]:
        print('first is false')
# --- any and all stop early
def check(x):
    print('check', x)
    return x > 2
print(any(check(x) for x in [1, 3, 5]))
print(all(check(x) for x in [3, 1, 5]))
print(any([]), all([]), any([0, '']), all([1, 'a', [0]]), any((None, 2)), all(range(3)))
# --- default values by or
def greet(name=None):
    name = name or 'nobody'
    return 'hello ' + name
print(greet(), greet(''), greet('you'))
# --- comparisons of different types are unequal
for a in [1, 'a', None, [1], (1,)]:
    for b in ['1', 1.0, False, []]:
        print(a == b, a != b, end=' ')
    print()
# --- a function is true
def f():
    return 0
for x in [f, f(), print, [f][0]]:
    print('true' if x else 'false')
# --- the truth of an object of a class
class Thing:
    def __init__(self, n):
        self.n = n
for thing in [Thing(0), Thing(None)]:
    print('true' if thing else 'false', not thing, thing and thing.n, (thing or 5).n)
