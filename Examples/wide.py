# A network of two wide layers: too wide for a picture of every value, so its layers are drawn as tables.
import random

random.seed(1)
model = MLP(2, [16, 16, 1], act='tanh')
x = [Value(1.0), Value(-2.0)]
loss = (model(x) - 1)**2
loss.backward()
