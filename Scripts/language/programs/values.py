# --- expressions print as micrograd prints them
from micrograd.engine import Value
a = Value(2.0)
b = Value(-3)
print(a, b, a + b, a * b, a - b, a / b, a ** 2, -a)
print([a, b], (a,), str(a * b), f'{a}', '%s' % b, '{}'.format(a))
# --- the first graph of the lecture
a = Value(2.0, label='a')
b = Value(-3.0, label='b')
c = Value(10.0, label='c')
e = a*b; e.label = 'e'
d = e + c; d.label = 'd'
f = Value(-2.0, label='f')
L = d * f; L.label = 'L'
print(L, L.data, L.label, e.label)
L.backward()
for v in [a, b, c, e, d, f, L]:
    print(v.label, v.data, v.grad)
# --- the neuron of the lecture
x1 = Value(2.0, label='x1')
x2 = Value(0.0, label='x2')
w1 = Value(-3.0, label='w1')
w2 = Value(1.0, label='w2')
b = Value(6.8813735870195432, label='b')
x1w1 = x1*w1
x2w2 = x2*w2
x1w1x2w2 = x1w1 + x2w2
n = x1w1x2w2 + b
o = n.tanh()
o.backward()
print(o.data, n.grad, x1w1.grad, b.grad)
print(x1.grad, w1.grad, x2.grad, w2.grad)
# --- tanh written out
x = Value(0.8814)
e = (2*x).exp()
o = (e - 1) / (e + 1)
o.backward()
print(o.data, e.grad, x.grad)
p = Value(0.8814)
p.tanh().backward()
print(p.grad, abs(p.grad - x.grad) < 1e-12)
# --- micrograd's readme
from micrograd.engine import Value
a = Value(-4.0)
b = Value(2.0)
c = a + b
d = a * b + b**3
c += c + 1
c += 1 + c + (-a)
d += d * 2 + (b + a).relu()
d += 3 * d + (b - a).relu()
e = c - d
f = e**2
g = f / 2.0
g += 10.0 / f
print(f'{g.data:.4f}')
g.backward()
print(f'{a.grad:.4f}')
print(f'{b.grad:.4f}')
# --- a number on either side
x = Value(3.0)
for y in [x + 2, 2 + x, x - 2, 2 - x, x * 2, 2 * x, x / 2, 2 / x, x ** 2, 2 ** x, x + True, -x + 1, +x]:
    print(y.data)
    y.backward()
    print(x.grad)
    x.grad = 0
# --- a value used twice
a = Value(3.0)
b = a + a
b.backward()
print(a.grad, b.grad)
c = Value(-2.0)
d = c * c + c
d.backward()
print(c.grad)
# --- shared parts
a, b = Value(-2.0), Value(3.0)
d = a * b
e = a + b
f = d * e
f.backward()
print(a, b, d, e, f)
# --- a second backward adds to the leaves
a = Value(2.0)
b = a * 3
c = b * b
for k in range(3):
    c.backward()
    print(a.grad, b.grad, c.grad)
# --- backward from two results
a = Value(2.0)
b = a * 3
c = b + 1
d = b ** 2
c.backward()
print(a.grad, b.grad)
d.backward()
print(a.grad, b.grad, c.grad)
# --- backward of a leaf
a = Value(5)
a.backward()
print(a)
# --- gradients set back to zero
a, b = Value(1.5), Value(-0.5)
for k in range(2):
    a.grad = 0
    b.grad = 0.0
    y = a * b + a ** 2
    y.backward()
    print(a.grad, b.grad)
# --- a gradient is a number that can be read and set
a = Value(1.0)
print(a.grad, a.grad + 1)
a.grad = 5
a.grad += 2
print(a, a.grad * 2)
(a * 3).backward()
print(a.grad)
# --- data can be nudged
def loss(h=0.0):
    a = Value(2.0)
    b = Value(-3.0)
    a.data += h
    return (a * b + 10).data
h = 0.001
print((loss(h) - loss()) / h, loss())
# --- nudging along the gradient
a, b, c = Value(2.0), Value(-3.0), Value(10.0)
for k in range(3):
    L = (a * b + c) * -2
    for v in [a, b, c]:
        v.grad = 0
    L.backward()
    print(L.data)
    for v in [a, b, c]:
        v.data += 0.01 * v.grad
print(a, b, c)
# --- new data do not change what was computed
a = Value(2.0)
b = a * a
a.data = 10
print(a.data, b.data, (a * a).data)
a.data -= 0.5
print(a)
# --- backward after new data takes the new data
a, b = Value(2.0), Value(3.0)
c = a * b
b.data = 5
c.backward()
print(a.grad, b.grad, c.data)
# --- data and gradients are floats
a = Value(2)
print(a, a.data, (a * 3).data, (a ** 2).data)
a.data = 7
print(a, a.data == 7, a.data // 2, Value(True))
# --- gradients by hand
a, b = Value(2.0), Value(-3.0)
c = a * b
d = c + 1
d.grad = 1.0
c.grad = d.grad
a.grad = b.data * c.grad
b.grad = a.data * c.grad
print(a, b, c, d)
# --- backward by hand, one operation at a time
x1, w1 = Value(2.0), Value(-3.0)
b = Value(6.88)
m = x1 * w1
n = m + b
o = n.tanh()
o.grad = 1.0
o._backward()
print(n.grad)
n._backward()
print(m.grad, b.grad)
m._backward()
print(x1.grad, w1.grad)
x1._backward()
print(x1)
# --- plus-equals on a Value makes a new one
a = Value(1.0)
b = a
a += 2
a *= 3
a -= Value(0.5)
a /= 2
a **= 2
print(a.data, b.data, a is b)
a.backward()
print(b.grad)
# --- a sum in a loop
total = Value(0)
xs = [Value(k) for k in range(4)]
for x in xs:
    total += x * x
total.backward()
print(total, [x.grad for x in xs])
# --- sum of Values
xs = [Value(1.0), Value(2.5), Value(-4.0)]
s = sum(xs)
t = sum([x * 2 for x in xs], Value(0.5))
u = sum(x for x in xs)
print(s.data, t.data, u.data, sum(xs, 10).data, sum([xs[0]]) is xs[0], sum([]))
(s * t).backward()
print([x.grad for x in xs])
# --- functions of Values
for x in [0.5, -1.25, 2.0]:
    v = Value(x)
    for y in [v.exp(), (v * v).log(), abs(v).sqrt(), v.sin(), v.cos(), v.tanh(), v.sigmoid(), v.relu(), v.abs(), abs(v)]:
        print(y.data)
# --- slopes of functions
for x in [0.5, 2.0]:
    v = Value(x)
    for y in [v.exp(), v.log(), v.sqrt(), v.sin(), v.cos(), v.tanh(), v.sigmoid(), v.relu(), v.abs(), v ** 3, v ** -0.5, v ** v]:
        v.grad = 0
        y.backward()
        print(y.data, v.grad)
# --- relu on both sides of zero
for x in [-1.0, -0.0, 0.0, 2.0]:
    v = Value(x)
    y = v.relu()
    y.backward()
    print(y.data, v.grad)
# --- division by a zero Value
a = Value(0.0)
for x in [1.0, -1.0, 0.0]:
    print(x / a, Value(x) / 0)
print(a ** -1, Value(-8) ** 0.5, a.log(), Value(-1).sqrt(), Value(1000).exp())
# --- slope of a function by a small step and by backward
def f(x):
    return 3*x**2 - 4*x + 5
for x in [-1.0, 0.5, 3.0]:
    v = Value(x)
    y = f(v)
    y.backward()
    print(y.data == f(x), v.grad, abs((f(x + 1e-6) - f(x)) / 1e-6 - v.grad) < 1e-4)
# --- Values in lists and loops
xs = [Value(k / 2) for k in range(3)]
ys = [x * x for x in xs] + [Value(9)]
ys[0] = ys[1] + ys[2]
ys.append(ys[0] * 2)
print([y.data for y in ys], len(ys), ys[-1].data, [y.data for y in ys[1:3]], sorted([y.data for y in ys]))
ys[-1].backward()
print([x.grad for x in xs])
# --- a dot product
w = [Value(0.5), Value(-1.0), Value(2.0)]
x = [1.0, 2.0, 3.0]
y = sum(wi * xi for wi, xi in zip(w, x))
y.backward()
print(y, w)
# --- softmax by hand
logits = [Value(0.0), Value(3.0), Value(-2.0), Value(1.0)]
counts = [logit.exp() for logit in logits]
denominator = sum(counts)
out = [c / denominator for c in counts]
loss = -out[3].log()
loss.backward()
print(loss.data, [o.data for o in out])
for logit in logits:
    print(logit.grad)
# --- mean squared error by hand
ys = [1.0, -1.0, 0.5]
ypred = [Value(0.9), Value(-0.4), Value(0.1)]
loss = sum((p - y) ** 2 for p, y in zip(ypred, ys)) / len(ys)
loss.backward()
print(loss.data, [p.grad for p in ypred])
# --- cross entropy by hand
def cross_entropy_of(logits, k):
    top = max(l.data for l in logits)
    es = [(l - top).exp() for l in logits]
    return sum(es).log() - (logits[k] - top)
logits = [Value(x) for x in [2.0, -1.0, 0.5]]
loss = cross_entropy_of(logits, 1)
loss.backward()
print(loss.data, [l.grad for l in logits])
# --- hinge loss by hand
scores = [Value(0.3), Value(-2.0), Value(1.5)]
labels = [1, 1, -1]
losses = [(1 + -y * s).relu() for s, y in zip(scores, labels)]
loss = sum(losses) * (1.0 / len(losses))
accuracy = [(y > 0) == (s.data > 0) for s, y in zip(scores, labels)]
loss.backward()
print(loss.data, sum(accuracy) / len(accuracy), accuracy, [s.grad for s in scores])
# --- gradient descent on a parabola
x = Value(5.0)
for k in range(6):
    y = (x - 2) ** 2 + 1
    x.grad = 0
    y.backward()
    x.data -= 0.3 * x.grad
    print(k, y.data, x.data)
# --- a line fitted to points
m, c = Value(0.0), Value(0.0)
points = [(1, 3.1), (2, 4.9), (3, 7.2), (4, 8.8)]
for step in range(20):
    loss = sum((m * x + c - y) ** 2 for x, y in points) / len(points)
    m.grad = c.grad = 0.0
    loss.backward()
    m.data += -0.05 * m.grad
    c.data += -0.05 * c.grad
    if step % 5 == 4:
        print(f'{step}: loss {loss.data:.6f} m {m.data:.6f} c {c.data:.6f}')
# --- Values as arguments, results and attributes
class Box:
    def __init__(self, v):
        self.v = v
    def square(self):
        return self.v * self.v
def twice(v, by=2):
    return v * by
box = Box(Value(3.0))
y = twice(box.square()) + twice(by=box.v, v=1)
y.backward()
print(y, box.v, isinstance(box.v, Value), isinstance(y.data, float), isinstance(2.0, Value))
# --- a Value or a number
def lift(x):
    return x if isinstance(x, Value) else Value(x)
for x in [1, 2.5, Value(4)]:
    print(lift(x), lift(x) is x)
# --- numbers of Values decide
v = Value(0.7)
for t in [0.5, 0.9]:
    if v.data > t:
        v = v * 2
    elif v.data == 1.4:
        v = v + 1
    print(v.data, 'up' if v.data > 1 else 'down')
# --- labels
a = Value(1.0, label='first')
b = a + 1
b.label = 'second'
a.label += '!'
print(a.label, b.label, [v.label for v in [a, b]])
# --- unpacked and swapped Values
a, b = Value(1.0), Value(2.0)
a, b = b, a
c, d = [x * 10 for x in (a, b)]
(c - d).backward()
print(a, b, c.data, d.data)
# --- a long chain
x = Value(1.0)
y = x
for k in range(200):
    y = y * 1.01 + 0.001
y.backward()
print(y.data, x.grad)
# --- momentum by hand
w, velocity = Value(4.0), 0.0
for k in range(5):
    loss = w * w + w
    w.grad = 0
    loss.backward()
    velocity = 0.9 * velocity - 0.1 * w.grad
    w.data += velocity
    print(loss.data, velocity, w.data)
# --- a polynomial by Horner
def horner(cs, x):
    y = cs[-1]
    for c in reversed(cs[:-1]):
        y = y * x + c
    return y
cs = [Value(1.0), Value(-2.0), Value(0.5)]
x = Value(3.0)
y = horner(cs, x)
y.backward()
print(y.data, [c.grad for c in cs], x.grad)
# --- recursion over Values
def power(v, n):
    return v if n == 1 else v * power(v, n - 1)
v = Value(1.5)
p = power(v, 5)
p.backward()
print(p.data, v.grad, p.data == 1.5 ** 5)
# --- draw_dot changes nothing
from graphviz import Digraph
a = Value(2.0)
b = a.tanh()
b.backward()
dot = draw_dot(b)
print(a.grad == 1 - b.data ** 2, b)
# --- built-in losses
ys = [Value(0.5), Value(-1.0), Value(2.0)]
loss = mse(ys, [1.0, 0.0, 2.0]) + cross_entropy(ys, 2)
probabilities = softmax(ys)
loss.backward()
print(loss.data, [p.data for p in probabilities])
print([y.grad for y in ys])
# --- the smaller and the larger Value
a, b, c = Value(1.0), Value(3.0), Value(3.0)
y = max(a, b) * 2 + min(a, b, c) + max([b, c])
y.backward()
print(y, a.grad, b.grad, c.grad, max(a, 2).data, min(0.5, a).data)
# --- functions by their names
x = Value(0.5)
y = exp(x) + tanh(x) * relu(x) - log(x) + pow(x, 2)
y.backward()
print(y.data, x.grad, exp(1), round(tanh(0.5), 6), relu(-3), relu(2.5))
# --- data and gradients as targets of all kinds
a, b = Value(1.0), Value(2.0)
vs = [a, b]
a.data, b.data = b.data, a.data
a.grad = b.grad = 0.5
vs[0].data += 10
vs[1].grad, c = 3, Value(4.0)
for v in vs:
    v.data *= 2
    v.data -= 1
    v.data /= 2
    v.data **= 2
print(a, b, c)
# --- a Value or None
best = None
for x in [0.3, 0.9, 0.5]:
    v = Value(x)
    if best is None or v.data > best.data:
        best = v
print(best, best is not None, best is v)
# --- Values as defaults and attributes of classes
class Scale:
    factor = Value(2.0)
    def __init__(self, offset=Value(1.0)):
        self.offset = offset
    def __call__(self, x):
        return self.factor * x + self.offset
f, g = Scale(), Scale()
y = f(3) * g(-1)
y.backward()
print(y.data, Scale.factor.grad, f.offset.grad, f.offset is g.offset)
# --- powers of all kinds
for x in [2.0, 0.5]:
    v, w = Value(x), Value(3.0)
    for y in [v ** 2, v ** 3, v ** -1, v ** 0.5, v ** 0, v ** w, 2 ** v, v.pow(2), pow(v, w), v ** 1.5]:
        v.grad = w.grad = 0
        y.backward()
        print(y.data, v.grad, w.grad)
# --- a product with zero and negative zero
a, b = Value(0.0), Value(-3.0)
for y in [a * b, -a, a - a, b * 0, 0 * b, (a * b).relu()]:
    y.backward()
    print(y)
print(a, b)
