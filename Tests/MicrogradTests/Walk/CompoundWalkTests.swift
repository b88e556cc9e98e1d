import Foundation
import Micrograd
import Testing

@Suite("A walk over compounds")
struct CompoundWalkTests {
    // MARK: Expanded

    @Test("expands a neuron, a dot product and a sum to the operations of their formulas")
    func expanded() {
        withTape {
            let x = [Value(2), Value(3)]
            let neuron = Neuron(2, activation: .tanh)
            for (parameter, number) in zip(neuron.parameters, [0.5, -0.25, 0.125]) { parameter.data = number }
            let y = neuron(x)
            y.label = "y"
            // x0 x1 w0 w1 b | w0·x0, b + , w1·x1, +, tanh
            let nodes = Array(GraphWalk(from: y))
            #expect(nodes.map(\.id) == Array(0..<10))
            #expect(nodes.dropFirst(5).map(\.operation) == [.multiply, .add, .multiply, .add, .tanh])
            #expect(nodes.dropFirst(5).map(\.operands) == [[2, 0], [4, 5], [3, 1], [6, 7], [8]])
            #expect(nodes.dropFirst(5).map(\.data) == [1, 1.125, -0.75, 0.375, tanh(0.375)])
            #expect(nodes.map(\.label) == [nil, nil, "w0", "w1", "b", nil, nil, nil, nil, "y"])
            #expect(
                nodes.map(\.isParameter) == [false, false, true, true, true] + nodes[5...].map { _ in false })
            #expect(nodes[5].localDerivatives == [2, 0.5] && nodes[6].localDerivatives == [1, 1])
            #expect(abs(nodes[9].localDerivatives[0] - (1 - pow(tanh(0.375), 2))) < 1e-15)
            #expect(!nodes.contains { $0.grad != nil || $0.compound != nil || $0.isConstant })

            let product = Array(GraphWalk(from: dot(x, [neuron.bias, x[0]])))
            #expect(product.map(\.operands) == [[], [], [], [0, 2], [1, 0], [3, 4]])
            #expect(product.compactMap(\.operation) == [.multiply, .multiply, .add])
            #expect(product.map(\.data) == [2, 3, 0.125, 0.25, 6, 6.25])

            let total = Array(GraphWalk(from: sum([x[1], x[0], x[1]])))
            #expect(total.map(\.operands) == [[], [], [1, 0], [2, 1]])
            #expect(total.map(\.data) == [2, 3, 5, 8])
        }
    }

    @Test("is as short as the formula: one pair is a product, one input without activation two operations")
    func shortest() {
        withTape {
            let x = [Value(2)]
            #expect(GraphWalk(from: dot(x, x)).compactMap(\.operation) == [.multiply])
            #expect(GraphWalk(from: sum(x + x)).compactMap(\.operation) == [.add])
            #expect(
                GraphWalk(from: Neuron(1, activation: .linear)(x)).compactMap(\.operation)
                    == [.multiply, .add])
        }
    }

    @Test("read backwards gives the gradients that backward() gave", arguments: 0..<10)
    func chainRule(seed: Int) {
        withTape {
            var random = RandomStream(seed: seed)
            let activation = Activation.ofCompounds[seed % 4]
            let model = MLP(3, [5, 9, 2], activation: activation, using: &random)
            let x = (0..<3).map { _ in Value(random.uniform(-1, 1)) }
            let y = model(x)
            let root = sum([dot(y, [y[1], x[0]]), y[0], y[0]])
            root.backward()
            let nodes = Array(GraphWalk(from: root))
            #expect(nodes.count > 2 * model.parameters.count)
            expectGradientsFollow(nodes)
        }
    }

    @Test("names the scopes of the neurons of a layer, of calls one by one and together")
    func scopes() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let layer = twin.layer(2, 3), model = twin.mlp(2, [2, 2])
            var values = layer(x)
            values.append(layer.neurons[1](x))
            withScope("outer", kind: "block") {
                withScope("empty") {}
                values += layer([values[0], values[3]])
                withScope("inner") { values.append(layer.neurons[2]([values[4], x[0]])) }
                withScope("inner") { values += model(x) + layer(x) }
                twin.region { twin in
                    let inside = withScope("region") { layer(model(x)) }
                    twin.look(from: inside[2])
                    twin.look(from: inside[0], values[6])
                }
                values += withScope("outer", kind: "block") { layer(x) }
            }
            let unused = layer(x)
            values += model(values.suffix(2))
            for value in values { twin.look(from: value) }
            twin.look(at: GraphWalk(from: values))
            twin.look(from: unused[1])
        }
    }

    @Test("shows labels on outputs, and those of what it stands for stay without")
    func labels() {
        expectTwins { twin in
            let outputs = twin.track(twin.layer(2, 4)(twin.leaves(2)))
            for (index, output) in outputs.enumerated() where index != 2 { output.label = "y\(index)" }
            outputs[3].label = nil
            twin.look(at: GraphWalk(from: outputs))
        }
    }

    @Test("from several roots, given in any order and twice")
    func severalRoots() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let outputs = twin.track(twin.layer(2, 5, .relu)(x))
            let later = twin.track([twin.dot(outputs, outputs), twin.sum([outputs[3], outputs[1]])])
            twin.look(from: outputs[3], outputs[1], outputs[3])
            twin.look(from: later[1], x[0], outputs[4])
            twin.look(from: later[0], later[1], outputs[0])
            twin.look(from: outputs[2], x[1])
            later[1].backward()
            twin.look(from: outputs[2], later[1])
            twin.look(from: outputs[2])
        }
    }

    @Test("can run again and again, several at a time, and stays as it is when more is recorded")
    func runsAgain() {
        withTape {
            let layer = Layer(2, 3, seed: 2)
            let y = sum(layer([Value(1), Value(2)]))
            let walk = GraphWalk(from: y)
            let nodes = Array(walk)
            var one = walk.makeIterator(), other = walk.makeIterator()
            for index in nodes.indices {
                #expect(one.next() == nodes[index])
                if index.isMultiple(of: 2) { #expect(other.next() == nodes[index / 2]) }
                _ = layer([y, y])
            }
            #expect(one.next() == nil && one.next() == nil)
            #expect(Array(walk) == nodes)
        }
    }

    // MARK: Whole

    @Test("shows a compound as one node, its operands the inputs, then the weights, then the bias")
    func whole() {
        withTape {
            let x = [Value(2), Value(3)]
            let layer = Layer(2, 2, activation: .sigmoid, seed: 7)
            let outputs = layer(x)
            let product = dot(x, outputs)
            let y = sum([product, outputs[1], product])
            y.label = "y"
            let walk = GraphWalk(from: y, detail: .whole)
            let nodes = Array(walk)
            // x0 x1 | w0 w1 b | w0 w1 b | two outputs, dot, sum
            #expect(nodes.map(\.id) == Array(0..<12))
            #expect(walk.count == 12 && walk.roots == [11])
            #expect(([x[0]] + layer.parameters + outputs + [y]).map(walk.id) == [0] + Array(2...9) + [11])
            #expect(
                nodes.map(\.operands)
                    == Array(repeating: [], count: 8)
                    + [[0, 1, 2, 3, 4], [0, 1, 5, 6, 7], [8, 9, 0, 1], [10, 9, 10]])
            #expect(
                nodes.map(\.compound)
                    == Array(repeating: nil, count: 8) + [.neuron, .neuron, .dot, .sum])
            #expect(nodes.compactMap(\.operation) == [.sigmoid, .sigmoid, .add, .add])
            #expect(nodes[11].label == "y" && nodes[2].label == "w0")
            #expect(walk.scopes.map(\.name) == ["layer", "neuron 0", "neuron 1"])
            #expect(nodes.map(\.scope) == Array(repeating: nil, count: 8) + [1, 2, nil, nil])
            #expect(walk.backward == nil)
            y.backward()
            #expect(GraphWalk(from: y, detail: .whole).backward == GraphBackward(root: 11, calls: 1))
        }
    }

    @Test("shows only those outputs whole that are used, beside operators and their constants")
    func wholeOfSome() {
        withTape {
            let x = [Value(2), Value(3)]
            let outputs = Layer(2, 4, activation: .relu, seed: 7)(x)
            let walk = GraphWalk(from: [outputs[2] * 3.0, outputs[0]], detail: .whole)
            #expect(walk.map(\.compound).suffix(4) == [.neuron, .neuron, nil, nil])
            #expect(walk.roots == [11, 8])
            #expect(outputs.map(walk.id) == [8, nil, 9, nil])
            #expect(Array(walk)[11].operands == [9, 10])
        }
    }

    @Test(
        "has derivatives with respect to each operand, as finite differences find them",
        arguments: Activation.ofCompounds, [1, 2, 5])
    func wholeDerivatives(activation: Activation, inputCount: Int) throws {
        try withTape {
            var random = RandomStream(seed: inputCount)
            let layer = Layer(inputCount, 3, activation: activation, using: &random)
            let x = (0..<inputCount).map { _ in Value(random.uniform(-1, 1)) }
            let y = (0..<inputCount).map { _ in Value(random.uniform(-1, 1)) }
            // The first stands twice: each of its places has a derivative of its own.
            let scattered = [x[0]] + x.dropFirst().reversed().dropLast() + (inputCount > 1 ? [x[0]] : [])
            for output in layer(x) + layer(scattered) {
                try expectDerivatives(of: output) { numbers in
                    // Inputs, weights, bias.
                    let products = zip(numbers[..<inputCount], numbers[inputCount...]).map { $0 * $1 }
                    let sum = numbers[2 * inputCount] + products.reduce(0, +)
                    switch activation {
                    case .linear: return sum
                    case .relu: return max(sum, 0)
                    case .tanh: return Foundation.tanh(sum)
                    default: return 1 / (1 + Foundation.exp(-sum))
                    }
                }
            }
            try expectDerivatives(of: dot(x, y)) { numbers in
                zip(numbers[..<inputCount], numbers[inputCount...]).map { $0 * $1 }.reduce(0, +)
            }
            try expectDerivatives(of: sum(x + y + [x[0]])) { $0.reduce(0, +) }
        }
    }

    /// Holds the local derivatives of a whole node against central differences of `function` of its operands.
    private func expectDerivatives(of value: Value, _ function: ([Double]) -> Double) throws {
        let nodes = Array(GraphWalk(from: value, detail: .whole))
        let node = try #require(nodes.last)
        let point = node.operands.map { nodes[$0].data }
        #expect(abs(function(point) - node.data) < 1e-15 * Double(point.count))
        try #require(node.localDerivatives.count == point.count)
        for (position, derivative) in node.localDerivatives.enumerated() {
            let step = 1e-6
            var above = point, below = point
            above[position] += step
            below[position] -= step
            // Rounding gives 1e-16 / step, and the third derivative step²: 1e-9 is far above both.
            #expect(abs((function(above) - function(below)) / (2 * step) - derivative) < 1e-9)
        }
    }

    @Test("shows whole the derivatives at the data that operands have now, and 0 where dead")
    func wholeDerivativesNow() {
        withTape {
            let x = Value(2)
            let neuron = Neuron(1, activation: .relu)
            neuron.weights[0].data = 3
            let y = neuron([x]), walk = GraphWalk(from: y, detail: .whole)
            #expect(Array(walk)[3].localDerivatives == [3, 2, 1])
            x.data = 5
            neuron.weights[0].data = -1
            #expect(Array(walk)[3].localDerivatives == [-1, 5, 1])
            #expect(Array(walk)[3].data == 6)
            let dead = Array(GraphWalk(from: neuron([x]), detail: .whole))[3]
            #expect(dead.localDerivatives == [0, 0, 0])
            #expect(!dead.localDerivatives.contains { $0.sign == .minus })
        }
    }

    @Test("shows whole what it shows expanded of each node of both", arguments: Activation.ofCompounds)
    func wholeAndExpanded(activation: Activation) {
        withTape {
            let x = [Value(0.5, label: "x"), Value(-1), Value(2)]
            let model = MLP(3, [8, 3], activation: activation, seed: 3)
            let layer = Layer(3, 4, activation: activation, seed: 4)
            let outputs = model(x) + layer([x[2], x[0], x[0]])
            outputs[4].label = "output"
            let scores = [dot(x, Array(outputs[..<3])), sum(outputs), outputs[1] * 2.0]
            let root = sum(scores)
            func expectSame() {
                let whole = GraphWalk(from: [root, outputs[0]], detail: .whole)
                let expanded = GraphWalk(from: [root, outputs[0]], detail: .expanded)
                #expect(whole.scopes == expanded.scopes)
                #expect(whole.backward?.calls == expanded.backward?.calls)
                let (nodes, parts) = (Array(whole), Array(expanded))
                #expect(whole.count == nodes.count && expanded.count == parts.count)
                let values = x + model.parameters + layer.parameters + outputs + scores + [root]
                // All nodes but the constant of `* 2.0`.
                #expect(Set(values.compactMap(whole.id)).count == nodes.count - 1 - 8)
                for value in values {
                    guard let id = whole.id(of: value), let partID = expanded.id(of: value) else {
                        #expect(whole.id(of: value) == expanded.id(of: value))
                        continue
                    }
                    let (node, part) = (nodes[id], parts[partID])
                    #expect(node.data == part.data && node.grad == part.grad)
                    #expect(node.label == part.label && node.scope == part.scope)
                    #expect(node.operation == part.operation && node.isParameter == part.isParameter)
                    #expect(node.data == value.data && node.grad ?? 0 == value.grad)
                }
            }
            expectSame()
            root.backward()
            expectSame()
            model.parameters[3].data = 9
            outputs[2].zeroGrad()
            expectSame()
        }
    }

    @Test(
        "whole, read backwards, gives the gradients that backward() gave", arguments: Activation.ofCompounds)
    func wholeChainRule(activation: Activation) {
        withTape {
            let model = MLP(3, [6, 2], activation: activation, seed: 8)
            let y = model([0.5, -0.25, 0.75])
            let root = dot(y, y)
            root.backward()
            let nodes = Array(GraphWalk(from: root, detail: .whole))
            var grads = [Double](repeating: 0, count: nodes.count)
            grads[nodes.count - 1] = 1
            for node in nodes.reversed() {
                for (operand, derivative) in zip(node.operands, node.localDerivatives) {
                    grads[operand] += grads[node.id] * derivative
                }
            }
            for node in nodes {
                // The slope of the activation is multiplied in at another place: some rounding errors.
                #expect(abs((node.grad ?? .nan) - grads[node.id]) < 1e-14)
            }
        }
    }
}
