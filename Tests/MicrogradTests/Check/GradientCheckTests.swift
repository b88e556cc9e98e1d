import Micrograd
import Testing

@Suite("A gradient check")
struct GradientCheckTests {
    // MARK: What is right

    @Test("agrees with every operation", arguments: Value.Operation.allCases)
    func operations(operation: Value.Operation) {
        switch OperationTable.row(of: operation) {
        case .unary(let function, let points):
            for x in points { expectAgreement { function(Value(x)) * 3 } }
        case .binary(let values, let valueConstant, let constantValue, let points):
            for (x, y) in points {
                expectAgreement { values(Value(x), Value(y)) * 3 }
                expectAgreement { valueConstant(Value(x), y) * 3 }
                expectAgreement { constantValue(x, Value(y)) * 3 }
            }
        }
    }

    @Test("agrees with random expressions, or finds their kinks", arguments: Reference.pyTorch.expressions)
    func expressions(_ expression: PyTorchReference.Expression) {
        withTape {
            let values = RecordedExpression(expression.nodes).values
            let root = values[values.count - 1]
            root.backward()
            let check = GradientCheck(of: root)
            #expect(check.agrees, "\(check)")
            let compared = check.gradients.filter { $0.verdict == .agrees }
            #expect(compared.count >= check.gradients.count / 2, "\(check)")
        }
    }

    @Test("goes through the operations of networks, dot products and sums", arguments: Activation.allCases)
    func compounds(activation: Activation) {
        withTape {
            var random = RandomStream(seed: 3)
            let model = MLP(3, [4, 3, 1], activation: activation, using: &random)
            let x = (0..<3).map { _ in Value(random.uniform(-1, 1)) }
            let y = (model(x)[0] - 0.5) ** 2 + dot(x, model.parameters.suffix(3).map { $0 }) + sum(x)
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.agrees && check.gradients.count > 70, "\(check)")
            #expect(check.gradients.allSatisfy { $0.verdict == .agrees })
            model.layers[1].neurons[2].weights[1].grad += 0.01
            let broken = GradientCheck(of: y)
            #expect(broken.differing.count == 1 && broken.worst?.label == "w1")
        }
    }

    @Test("tells the quotient, the difference and the kind of each value")
    func rows() throws {
        try withTape {
            let x = Value(3, label: "x")
            let y = x * x
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.gradients.map(\.id) == [0, 1] && check.gradients.map(\.label) == ["x", nil])
            #expect(check.gradients.map(\.operation) == [nil, .multiply])
            #expect(check.gradients.map(\.data) == [3, 9] && check.gradients.map(\.grad) == [6, 1])
            let slope = try #require(check.gradients[0].quotient)
            #expect(abs(slope - 6) < 1e-9)
            #expect(try #require(check.gradients[0].difference) < 1e-9)
            #expect(check.description == "2 gradients agree" && check.worst == nil && check.first == nil)
            #expect(check.gradients[0].description == "#0 x, grad 6, difference quotient 6: agrees")
        }
    }

    // MARK: What is wrong

    @Test(
        "finds a derivative that was broken on purpose, and where",
        arguments: [1e-5, 0.5, -3, .nan, .infinity])
    func broken(error: Double) {
        withTape {
            let a = Value(2, label: "a"), b = Value(-3, label: "b"), c = Value(10, label: "c")
            let e = a * b
            e.label = "e"
            let y = tanh(e / 10 + c / 20) * 4
            y.backward()
            // As if the derivative of the quotient were wrong: e has a wrong gradient and hands it on.
            let wrong = e.grad + error
            e.grad = wrong
            a.grad = wrong * b.data
            b.grad = wrong * a.data
            let check = GradientCheck(of: y)
            #expect(!check.agrees)
            #expect(check.differing.map(\.label) == ["a", "b", "e"])
            #expect(check.worst?.label == "e" && check.first?.label == "e")
            #expect(check.worst?.hint == .stepBack(from: ["#5 (/)"]))
            #expect(check.gradients[0].hint == nil && check.gradients[1].hint == nil)
            #expect(check.description.contains("3 of 12 gradients differ\nworst: #"), "\(check)")
        }
    }

    @Test("names the largest difference, and the first on the way back")
    func worst() {
        withTape {
            let a = Value(2, label: "a"), b = Value(-3, label: "b")
            let y = (a + 1) * b
            y.label = "y"
            y.backward()
            y.grad = 1.01
            a.grad = 30
            let check = GradientCheck(of: y)
            #expect(check.worst?.label == "a" && check.first?.label == "y")
            #expect(
                check.description == """
                    2 of 5 gradients differ
                    worst: #0 a, grad 30, difference quotient -3, off by 33; the mistake is in the step back from #3 (+)
                    first on the way back: #4 y (*), grad 1.01, difference quotient 1, off by 0.01
                    """)
        }
    }

    @Test("finds any gradient that is a little off, and it alone", arguments: Reference.pyTorch.expressions)
    func slightlyOff(_ expression: PyTorchReference.Expression) {
        withTape {
            let root = RecordedExpression(expression.nodes).values[expression.nodes.count - 1]
            root.backward()
            let nodes = Array(GraphWalk(from: root))
            let right = GradientCheck(nodes, root: nodes.count - 1, passes: 1)
            for gradient in right.gradients where gradient.verdict == .agrees && gradient.id % 10 == 0 {
                var nodes = nodes
                let grad = gradient.grad ?? 0
                nodes[gradient.id].grad = grad + 0.0001 * max(1, abs(grad))
                let check = GradientCheck(nodes, root: nodes.count - 1, passes: 1)
                #expect(check.differing.map(\.id) == [gradient.id], "\(check)")
            }
        }
    }

    @Test("calls no gradient at a kink, pole or infinity wrong, but nan, that PyTorch has too")
    func kinks() {
        for expression in Reference.pyTorch.kinks {
            withTape {
                let root = RecordedExpression(expression.nodes).values[expression.nodes.count - 1]
                root.backward()
                let check = GradientCheck(of: root)
                // Nan is a mistake wherever there are slopes, if one that PyTorch makes too.
                let isRight = check.gradients.allSatisfy { gradient in
                    switch gradient.verdict {
                    case .differs: gradient.grad?.isNaN == true
                    case .skipped: true
                    case .agrees, .addsUp, .kink: gradient.grad?.isNaN == false
                    }
                }
                #expect(isRight, "\(expression.name): \(check)")
            }
        }
    }

    @Test("finds a wrong gradient of an operation in a list of nodes", arguments: Value.Operation.allCases)
    func brokenOperation(operation: Value.Operation) {
        // As an engine with a wrong derivative of one operation would leave it.
        withTape {
            let x = Value(0.7), y = Value(1.3)
            let z: Value =
                switch OperationTable.row(of: operation) {
                case .unary(let function, _): function(x) * y
                case .binary(let function, _, _, _): function(x, y) * 2
                }
            z.backward()
            var nodes = Array(GraphWalk(from: z))
            #expect(GradientCheck(nodes, root: nodes.count - 1, passes: 1).agrees)
            nodes[0].grad = nodes[0].localDerivatives.isEmpty ? x.grad * 1.0001 + 0.0001 : nil
            #expect(GradientCheck(nodes, root: nodes.count - 1, passes: 1).differing.map(\.id) == [0])
        }
    }

    @Test("holds a gradient to the tolerance given")
    func tolerance() {
        withTape {
            let x = Value(3)
            let y = x * x
            y.backward()
            x.grad = 6.003
            #expect(!GradientCheck(of: y).agrees)
            #expect(GradientCheck(of: y, options: .init(tolerance: 0.001)).agrees)
            #expect(GradientCheck(of: y, options: .init(tolerance: 0.001, step: 1e-4)).agrees)
            #expect(!GradientCheck(of: y, options: .init(tolerance: 0.0001, step: 1e-3)).agrees)
        }
    }

    // MARK: Several passes

    @Test("takes as many passes as ran for a leaf, and says so")
    func passes() {
        withTape {
            let x = Value(3, label: "x")
            let y = tanh(x * 0.1)
            for count in 1...4 {
                y.backward()
                let check = GradientCheck(of: y)
                #expect(check.agrees)
                #expect(check.gradients[0].verdict == (count == 1 ? .agrees : .addsUp(passes: count)))
                #expect(check.gradients.dropFirst(2).allSatisfy { $0.verdict == .agrees })
            }
            x.zeroGrad()
            y.backward()
            #expect(GradientCheck(of: y).gradients[0].verdict == .agrees)
        }
    }

    @Test("refuses more passes than ran, with a hint")
    func tooManyPasses() {
        withTape {
            let x = Value(3, label: "x")
            let y = x * x
            y.backward()
            x.grad = 12
            let check = GradientCheck(of: y)
            #expect(check.differing.map(\.hint) == [.multiple(2)])
            #expect(check.description.contains("; that is 2 times the derivative"))
            // A computed value starts afresh with each pass.
            y.backward()
            y.grad = 2
            #expect(GradientCheck(of: y).first?.label == nil && !GradientCheck(of: y).agrees)
        }
    }

    @Test("names passes over changed data beside the step back, for leaves only")
    func passesOfChangedData() {
        withTape {
            let x = Value(2, label: "x")
            (x * x).backward()
            x.data = 1.5
            let y = x * x
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.differing.map(\.hint) == [.passesOrStepBack(2, from: ["#1 (*)"])])
            #expect(
                check.description.contains("; 2 passes add up unless the gradient is set to zero between; if")
            )
            let z = (x * x).exp()
            z.zeroGrad()
            x.zeroGrad()
            z.backward()
            let nodes = Array(GraphWalk(from: z)).map { node in
                var node = node
                if node.id == 1 { node.grad = node.grad.map { $0 * 1.25 } }
                return node
            }
            let inner = GradientCheck(nodes, root: 2, passes: 2).gradients[1]
            #expect(inner.hint == .stepBack(from: ["#2 (exp)"]))
        }
    }

    @Test("finds what another result has added")
    func mixture() {
        withTape {
            let x = Value(3, label: "x")
            let y = x * x, z = x.sin()
            z.backward()
            y.backward()
            #expect(GradientCheck(of: y).worst?.label == "x")
            #expect(GradientCheck(of: z).obstacle == .otherRoot(nil))
        }
    }
}

/// Runs backward from what `build` makes, and expects all gradients to agree, or those of leaves.
func expectAgreement(
    atLeaves: Bool = false, sourceLocation: SourceLocation = #_sourceLocation, _ build: () -> Value
) {
    withTape {
        let y = build()
        y.backward()
        let check = GradientCheck(of: y)
        #expect(check.agrees, "\(check)", sourceLocation: sourceLocation)
        #expect(
            check.gradients.allSatisfy { $0.verdict == .agrees || (atLeaves && $0.operation != nil) },
            "\(check.gradients)", sourceLocation: sourceLocation)
    }
}
