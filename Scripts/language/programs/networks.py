# --- a built-in neuron
import random
from micrograd import nn
random.seed(1337)
n = nn.Neuron(2)
x = [Value(1.0), Value(-2.0)]
y = n(x)
y.backward()
print(y, n, len(n.parameters()))
for p in n.parameters():
    print(p)
# --- a network prints its shape
from micrograd.nn import MLP, Layer, Neuron
for model in [MLP(2, [16, 16, 1]), Layer(3, 2), Neuron(4), Neuron(2, nonlin=False), MLP(1, [1]), Neuron(3, False)]:
    print(model)
    print(len(model.parameters()))
# --- weights of an unseeded network
n = MLP(2, [2, 1])
for p in n.parameters():
    print(p.data)
print(n([1.0, -1.0]))
# --- the parts of a network
import random
random.seed(5)
m = MLP(3, [2, 2])
for layer in m.layers:
    for neuron in layer.neurons:
        print([w.data for w in neuron.w], neuron.b.data, neuron)
print(len(m.layers), m.layers[0].neurons[1].w[2].data == m.parameters()[6].data)
# --- one output is a Value, several are a list
import random
random.seed(2)
one, several = MLP(2, [3, 1]), MLP(2, [3, 2])
x = [0.5, -0.5]
print(one(x).data, [y.data for y in several(x)], isinstance(one(x), Value), isinstance(several(x), list))
# --- zero_grad of a model
random.seed(1)
m = MLP(2, [2, 1])
for k in range(2):
    m.zero_grad()
    m([1.0, 2.0]).backward()
    print([p.grad for p in m.parameters()])
m.zero_grad()
print(sum(p.grad for p in m.parameters()))
# --- training a built-in network
import random
random.seed(0)
n = MLP(3, [4, 4, 1])
xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
ys = [1.0, -1.0, -1.0, 1.0]
for k in range(5):
    ypred = [n(x) for x in xs]
    loss = sum((yout - ygt)**2 for ygt, yout in zip(ys, ypred))
    for p in n.parameters():
        p.grad = 0.0
    loss.backward()
    for p in n.parameters():
        p.data += -0.05 * p.grad
    print(k, loss.data)
print([y.data for y in ypred])
# --- the classifier that never zeroes its gradients
random.seed(0)
def binaryClassifier():
    """
    input values, MLP, training data
    """
    n = MLP(3, [4, 4, 1])
    n.parameters()
    xs = [
        [2.0, 3.0, -1.0],
        [3.0, -1.0, 0.5],
        [0.5, 1.0, 1.0],
            [1.0, 1.0, -1.0]
]
    ys = [1.0, -1.0, -1.0, 1.0]
    for k in range(10):
        ypred = [n(x) for x in xs]
        loss = sum([(yout - ygt)** 2 for ygt, yout in zip(ys, ypred)])
        loss.backward()
        for p in n.parameters():
            p.data += -0.01 * p.grad
        print('loss{}: {}'.format(k, loss.data))
    print([n(x) for x in xs])
binaryClassifier()
# --- the lecture's own Neuron, Layer and MLP
import random
random.seed(1)
class Neuron:
    def __init__(self, nin):
        self.w = [Value(random.uniform(-1,1)) for _ in range(nin)]
        self.b = Value(random.uniform(-1,1))
    def __call__(self, x):
        # w * x + b
        act = sum((wi*xi for wi, xi in zip(self.w, x)), self.b)
        out = act.tanh()
        return out
    def parameters(self):
        return self.w + [self.b]
class Layer:
    def __init__(self, nin, nout):
        self.neurons = [Neuron(nin) for _ in range(nout)]
    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        return outs[0] if len(outs) == 1 else outs
    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
class MLP:
    def __init__(self, nin, nouts):
        sz = [nin] + nouts
        self.layers = [Layer(sz[i], sz[i+1]) for i in range(len(nouts))]
    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
n = MLP(3, [4, 4, 1])
xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
ys = [1.0, -1.0, -1.0, 1.0]
print(n(xs[0]).data, len(n.parameters()))
for k in range(4):
    ypred = [n(x) for x in xs]
    loss = sum((yout - ygt)**2 for ygt, yout in zip(ys, ypred))
    for p in n.parameters():
        p.grad = 0.0
    loss.backward()
    for p in n.parameters():
        p.data += -0.1 * p.grad
    print(k, loss.data)
# --- a module class with a base of the text's own
import random
random.seed(3)
class Base:
    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0
    def parameters(self):
        return []
class Unit(Base):
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0)
        self.nonlin = nonlin
    def __call__(self, x):
        act = sum((wi*xi for wi, xi in zip(self.w, x)), self.b)
        return act.relu() if self.nonlin else act
    def parameters(self):
        return self.w + [self.b]
    def __repr__(self):
        return f"{'ReLU' if self.nonlin else 'Linear'}Unit({len(self.w)})"
class Row(Base):
    def __init__(self, nin, nout, **kwargs):
        self.units = [Unit(nin, **kwargs) for _ in range(nout)]
    def __call__(self, x):
        out = [u(x) for u in self.units]
        return out[0] if len(out) == 1 else out
    def parameters(self):
        return [p for u in self.units for p in u.parameters()]
    def __repr__(self):
        return f"Row of [{', '.join(str(u) for u in self.units)}]"
row = Row(2, 3, nonlin=False)
print(row, Row(1, 1), Unit(5))
y = sum(row([1.0, -2.0]))
y.backward()
print(y.data, [p.grad for p in row.parameters()])
row.zero_grad()
print(sum(p.grad for p in row.parameters()))
# --- a subclass of micrograd's Module
from micrograd.nn import Module
class Scale(Module):
    def __init__(self):
        self.s = Value(2.0)
    def __call__(self, x):
        return [self.s * xi for xi in x]
    def parameters(self):
        return [self.s]
m = Scale()
y = sum(m([1.0, 2.0, 3.0]))
y.backward()
print(y.data, m.s.grad)
m.zero_grad()
print(m.s, isinstance(m, Module))
# --- a neuron without a class
import random
random.seed(8)
w = [random.uniform(-1, 1) for _ in range(3)]
ws = [Value(wi) for wi in w]
b = Value(0.1)
def forward(x):
    return sum((wi * xi for wi, xi in zip(ws, x)), b).tanh()
for x in [[1.0, 0.0, -1.0], [0.5, 0.5, 0.5]]:
    y = forward(x)
    y.backward()
    print(y.data, [wi.grad for wi in ws], b.grad)
# --- xor with a small own network
import random
random.seed(4)
def layer(nin, nout):
    return [[Value(random.uniform(-1, 1)) for _ in range(nin + 1)] for _ in range(nout)]
def run(rows, x):
    return [sum([w * xi for w, xi in zip(row, x)], row[-1]).tanh() for row in rows]
hidden, output = layer(2, 3), layer(3, 1)
parameters = [w for rows in [hidden, output] for row in rows for w in row]
data = [([0, 0], -1), ([0, 1], 1), ([1, 0], 1), ([1, 1], -1)]
for k in range(8):
    loss = sum((run(output, run(hidden, x))[0] - y) ** 2 for x, y in data)
    for p in parameters:
        p.grad = 0
    loss.backward()
    for p in parameters:
        p.data -= 0.1 * p.grad
    print(loss.data)
# --- the loss of micrograd's demo, with regularization
import random
random.seed(1337)
X = [[0.5, -0.2], [-1.0, 0.8], [1.5, 0.3]]
y = [1, -1, 1]
model = MLP(2, [4, 1])
def loss():
    inputs = [list(map(Value, xrow)) for xrow in X]
    scores = list(map(model, inputs))
    losses = [(1 + -yi*scorei).relu() for yi, scorei in zip(y, scores)]
    data_loss = sum(losses) * (1.0 / len(losses))
    alpha = 1e-4
    reg_loss = alpha * sum((p*p for p in model.parameters()))
    total_loss = data_loss + reg_loss
    accuracy = [(yi > 0) == (scorei.data > 0) for yi, scorei in zip(y, scores)]
    return total_loss, sum(accuracy) / len(accuracy)
for k in range(4):
    total_loss, acc = loss()
    model.zero_grad()
    total_loss.backward()
    learning_rate = 1.0 - 0.9*k/100
    for p in model.parameters():
        p.data -= learning_rate * p.grad
    if k % 1 == 0:
        print(f"step {k} loss {total_loss.data}, accuracy {acc*100}%")
# --- other activations of the built-in network
import random
random.seed(6)
for model in [MLP(2, [2, 1], act='tanh'), Neuron(2, act='sigmoid'), Layer(2, 2, act='linear'), Linear(2, 2)]:
    y = model([0.3, -0.7])
    print([v.data for v in y] if isinstance(y, list) else y.data)
# --- a text's own engine is not run
class Value:
    def __init__(self, data, _children=(), _op='', label=''):
        self.data = data
        self.grad = 0.0
        self._prev = set(_children)
        self._backward = lambda: None
    def __add__(self, other):
        return Value(self.data + other.data + 1000)
a = Value(2.0)
b = a + a
b.backward()
print(a, b)
# --- minibatches
import random
random.seed(9)
m = Neuron(1, nonlin=False)
data = [([k / 4], k / 2 - 1) for k in range(8)]
for epoch in range(2):
    for start in range(0, 8, 4):
        batch = data[start:start + 4]
        loss = sum((m(x) - y) ** 2 for x, y in batch) / len(batch)
        m.zero_grad()
        loss.backward()
        for p in m.parameters():
            p.data -= 0.1 * p.grad
        print(epoch, start, loss.data)
# --- a learning rate that decays
import random
random.seed(12)
n = Neuron(2, nonlin=False)
lr = 0.1
for k in range(4):
    loss = (n([1.0, 2.0]) - 3) ** 2
    n.zero_grad()
    loss.backward()
    for p in n.parameters():
        p.data += -lr * p.grad
    lr = lr * 0.5 if k % 2 else lr
    print('%d %.10f %.4f' % (k, loss.data, lr))
