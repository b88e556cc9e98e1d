// The two published expressions of micrograd: that of its README, with relu, and the lecture's neuron, with tanh.
//
//     swift run -c release MicrogradReadme           their numbers
//     swift run -c release MicrogradReadme FOLDER    and draws their graphs there

import ExampleSupport
import Micrograd
import TraceGraph

/// micrograd's README.
func readmeExpression() -> (a: Value, b: Value, g: Value) {
    let a = Value(-4.0, label: "a")
    let b = Value(2.0, label: "b")
    var c = a + b
    var d = a * b + b ** 3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    let e = c - d
    let f = e ** 2
    var g = f / 2.0
    g += 10.0 / f
    g.label = "g"
    g.backward()
    return (a, b, g)
}

/// The neuron of the lecture, with weights that give round gradients.
func lectureNeuron() -> (inputs: [Value], output: Value) {
    let x1 = Value(2.0, label: "x1"), x2 = Value(0.0, label: "x2")
    let w1 = Value(-3.0, label: "w1"), w2 = Value(1.0, label: "w2")
    let b = Value(6.8813735870195432, label: "b")
    let n = x1 * w1 + x2 * w2 + b
    n.label = "n"
    let o = n.tanh()
    o.label = "o"
    o.backward()
    return ([x1, x2, w1, w2, b], o)
}

runExample("MicrogradReadme") { folder in
    let (a, b, g) = readmeExpression()
    print("README of micrograd: g =", g.data)
    print("  dg/da =", a.grad)
    print("  dg/db =", b.grad)

    let (inputs, o) = lectureNeuron()
    print("Neuron of the lecture: o =", o.data)
    for input in inputs { print("  do/d\(input.label ?? "") =", input.grad) }

    if let folder {
        try drawDot(g, precision: 2).write(to: "\(folder)/micrograd-readme.svg")
        try drawDot(o).write(to: "\(folder)/micrograd-neuron.svg")
    }
}
