"""Neurons, layers and perceptrons with karpathy's defaults: uniform(-1, 1) weights, zero bias, relu but for the last layer."""

import random

from reference_value import Value

ACTIVATIONS = {"linear": "Linear", "relu": "ReLU", "tanh": "Tanh", "sigmoid": "Sigmoid"}


class Module:
    def parameters(self):
        return []

    def zero_grad(self):
        for parameter in self.parameters():
            parameter.grad = 0


class Neuron(Module):
    def __init__(self, nin, nonlin=True, act=None):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0)
        self.act = act or ("relu" if nonlin else "linear")

    def __call__(self, x):
        total = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return total if self.act == "linear" else getattr(total, self.act)()

    def parameters(self):
        return self.w + [self.b]

    def __repr__(self):
        return f"{ACTIVATIONS[self.act]}Neuron({len(self.w)})"


class Layer(Module):
    def __init__(self, nin, nout, **kwargs):
        self.neurons = [Neuron(nin, **kwargs) for _ in range(nout)]

    def __call__(self, x):
        outputs = [neuron(x) for neuron in self.neurons]
        return outputs[0] if len(outputs) == 1 else outputs

    def parameters(self):
        return [parameter for neuron in self.neurons for parameter in neuron.parameters()]

    def __repr__(self):
        return f"Layer of [{', '.join(map(str, self.neurons))}]"


def Linear(nin, nout):
    return Layer(nin, nout, nonlin=False)


class MLP(Module):
    def __init__(self, nin, nouts, act=None):
        sizes = [nin, *nouts]
        kinds = [{"act": act}] * (len(nouts) - 1) + [{"nonlin": False}]
        self.layers = [Layer(inputs, outputs, **kind) for inputs, outputs, kind in zip(sizes, nouts, kinds)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [parameter for layer in self.layers for parameter in layer.parameters()]

    def __repr__(self):
        return f"MLP of [{', '.join(map(str, self.layers))}]"
