import Micrograd
import TraceGraph

/// The graphs that several test files draw. Each is made on a tape of its own and taken down.
enum Samples {
    /// The neuron of micrograd's lecture: a tanh of two weighted inputs and a bias.
    static let neuron = graph {
        let x1 = Value(2.0, label: "x1")
        let x2 = Value(0.0, label: "x2")
        let w1 = Value(-3.0, label: "w1")
        let w2 = Value(1.0, label: "w2")
        let b = Value(6.8813735870195432, label: "b")
        for parameter in [w1, w2, b] { parameter.isParameter = true }
        let x1w1 = x1 * w1
        x1w1.label = "x1*w1"
        let x2w2 = x2 * w2
        x2w2.label = "x2*w2"
        let n = x1w1 + x2w2 + b
        n.label = "n"
        let o = n.tanh()
        o.label = "o"
        o.backward()
        return o
    }

    /// `x * x`.
    static let square = graph {
        let x = Value(3, label: "x")
        let y = x * x
        y.label = "y"
        y.backward()
        return y
    }

    /// A small network and a loss, with constants and a power.
    static let network = graph {
        let model = MLP(2, [2, 1], seed: 1)
        let loss = (model([Value(1, label: "a"), Value(-2, label: "b")])[0] - 0.5) ** 2 / 2
        loss.label = "loss"
        loss.backward()
        return loss
    }

    /// A network of two layers on two points, with computed inputs and a hostile name.
    static let twoCalls = graph {
        let model = MLP(2, [6, 1], activation: .tanh, seed: 1)
        let a = Value(0.5, label: "a<b>&\"\n")
        let scores = (0..<2).map { model([a * 2, a - Double($0)])[0] }
        let loss = (scores[0] - 1) ** 2 + (scores[1] + 1) ** 2
        loss.label = "loss"
        loss.backward()
        return loss
    }

    /// Values in every state that a picture shows, with gradients set by hand.
    static let states = graph {
        let grads: [(label: String, grad: Double)] = [
            ("zero", 0), ("tiny", 1e-9), ("small", -0.002), ("middle", 0.05), ("large", -3),
            ("largest", 5), ("not a number", .nan), ("infinite", .infinity),
            ("negative infinity", -.infinity),
            ("a name that is far too long to stand beside a number", 1.5),
        ]
        let parts = grads.map { Value($0.grad == 0 ? 0 : 1, label: $0.label) }
        let weight = Value(0.25, label: "weight")
        weight.isParameter = true
        let result = sum(parts) * weight
        result.label = "result"
        for (part, (_, grad)) in zip(parts, grads) { part.grad = grad }
        return result
    }

    /// A sum of which no backward ran.
    static let untouched = graph {
        let a = Value(1, label: "a")
        return a + 2.5
    }

    /// NaN, infinities, negative zero, and very large and small numbers.
    static let extremes = graph {
        let zero = Value(-0.0, label: "zero")
        let nan = zero / 0
        let infinity = 1 / zero
        let large = Value(1.25e300, label: "large") * 1
        let small = Value(3.2e-6, label: "small") * 1
        let sum = nan + infinity + large + small
        sum.backward()
        return sum
    }

    /// A chain of `count` additions.
    static func chain(_ count: Int) -> Graph {
        graph {
            var sum = Value(0, label: "x")
            for _ in 0..<count { sum += 1 }
            return sum
        }
    }

    /// A value and its tanh, which stands in so many scopes inside one another.
    static func nested(_ depth: Int) throws -> Graph {
        let scopes = (0..<depth).map { id in
            let parent = id == 0 ? "null" : "\(id - 1)"
            return #"{"id": \#(id), "parent": \#(parent), "kind": "f", "name": "f", "call": 0}"#
        }
        let leaf =
            #""label": null, "data": 0, "grad": null, "constant": false, "parameter": false"#
        return try Graph(
            json: #"""
                {"format": "trace-graph", "version": 1, "roots": [1], "backward": null,
                "scopes": [\#(scopes.joined(separator: ",\n"))], "nodes": [
                {"id": 0, "operation": null, "operands": [], "localGradients": [], "scope": null, \#(leaf)},
                {"id": 1, "operation": "tanh", "operands": [0], "localGradients": [1], "scope": \#(depth - 1), \#(leaf)}
                ]}
                """#)
    }

    /// A value with this label, and its square root.
    static func labelled(_ label: String) -> Graph {
        graph {
            let y = Value(4, label: label).sqrt()
            y.label = label
            y.backward()
            return y
        }
    }

    static func graph(_ make: () -> Value) -> Graph {
        let tape = Tape()
        return tape.use { Graph(tracing: make()) }
    }
}
