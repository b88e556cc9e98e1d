import Micrograd
import MicrogradSupport
import Testing

@Suite("A walk")
struct GraphWalkTests {
    @Test("lists each node once, in order of creation, with all that it holds")
    func nodes() {
        withTape {
            let a = Value(2, label: "a"), b = Value(-3)
            a.isParameter = true
            _ = a * 100.0
            let product = a * b
            product.label = "ab"
            let y = (product + 10.0).tanh() ** 2
            y.backward()
            let walk = GraphWalk(from: y)
            let nodes = Array(walk)

            #expect(nodes.map(\.id) == Array(0..<7))
            #expect(walk.count == 7 && walk.underestimatedCount == 7)
            #expect(walk.roots == [6])
            #expect(nodes.map(\.operation) == [nil, nil, .multiply, nil, .add, .tanh, .power])
            #expect(nodes.map(\.operands) == [[], [], [0, 1], [], [2, 3], [4], [5]])
            #expect(nodes.map(\.argument) == [nil, nil, nil, nil, nil, nil, 2])
            #expect(nodes.map(\.label) == ["a", nil, "ab", nil, nil, nil, nil])
            #expect(nodes.map(\.isConstant) == [false, false, false, true, false, false, false])
            #expect(nodes.map(\.isParameter) == [true, false, false, false, false, false, false])
            #expect(nodes.prefix(5).map(\.data) == [2, -3, -6, 10, 4])
            #expect(nodes[6].data == y.data && nodes[6].grad == 1)
            #expect(nodes[0].grad == a.grad && nodes[1].grad == b.grad && nodes[2].grad == product.grad)
            #expect(nodes[2].localDerivatives == [-3, 2])
            #expect(nodes[4].localDerivatives == [1, 1])
            #expect(nodes[6].localDerivatives == [2 * nodes[5].data])
            #expect(nodes.map(\.scope) == Array(repeating: nil, count: 7))
            #expect(walk.scopes.isEmpty)
        }
    }

    @Test("puts each constant directly before the node that uses it, as a leaf of its own")
    func constants() {
        withTape {
            let x = Value(3)
            let y = 2 * x
            let z = (y - 2) / x
            z.backward()
            let nodes = Array(GraphWalk(from: z))
            // x, 2, 2·x, 2, y - 2, z: the constant 2 stands at both places.
            #expect(nodes.map(\.operands) == [[], [], [1, 0], [], [2, 3], [4, 0]])
            #expect(nodes.map(\.isConstant) == [false, true, false, true, false, false])
            #expect(nodes.map(\.data) == [3, 2, 6, 2, 4, 4 / 3])
            #expect(nodes[1].grad == 3 * y.grad, "∂(2·x)/∂2 is x")
            #expect(nodes[3].grad == -y.grad)
            #expect(nodes[2].localDerivatives == [3, 2])
            #expect(nodes[4].localDerivatives == [1, -1])
        }
    }

    @Test("gives a constant the gradient that a value in its place has", arguments: Value.Operation.allCases)
    func constantGradients(_ operation: Value.Operation) {
        guard
            case .binary(let values, let valueConstant, let constantValue, let points) =
                OperationTable.row(of: operation)
        else { return }
        for (x, y) in points + [(1.0, 1.0), (0.0, 0.0), (0.0, 2.0)] {
            withTape {
                // An infinite gradient too, of which what was not chosen gets none.
                for factor in [3.0, Double.infinity] {
                    // As text, in which one NaN is like another.
                    func gradients(_ z: Value) -> (operands: [String?], derivatives: [String]) {
                        let root = z * factor
                        root.backward()
                        let walk = GraphWalk(from: root)
                        let nodes = Array(walk)
                        let node = nodes[walk.id(of: z) ?? 0]
                        return (
                            node.operands.map { nodes[$0].grad?.pythonDescription },
                            node.localDerivatives.map(\.pythonDescription)
                        )
                    }
                    let expected = gradients(values(Value(x), Value(y)))
                    let baseConstant = gradients(constantValue(x, Value(y)))
                    #expect(baseConstant == expected, "\(x) \(operation.symbol) \(y)")
                    let exponentConstant = gradients(valueConstant(Value(x), y))
                    if operation == .power {
                        #expect(exponentConstant.operands == [expected.operands[0]])
                        #expect(exponentConstant.derivatives == [expected.derivatives[0]])
                    } else {
                        #expect(exponentConstant == expected, "\(x) \(operation.symbol) \(y)")
                    }
                }
            }
        }
    }

    @Test("names an operand that is used twice at both places")
    func repeatedOperands() {
        withTape {
            let x = Value(3)
            let nodes = Array(GraphWalk(from: x * x))
            #expect(nodes.map(\.operands) == [[], [0, 0]])
            #expect(nodes[1].localDerivatives == [3, 3])
        }
    }

    @Test(
        "shows the number of a power by a number as its argument, and the base of a number's power as a leaf")
    func powers() {
        withTape {
            let x = Value(3)
            let byNumber = Array(GraphWalk(from: x ** 4))
            #expect(byNumber.map(\.operands) == [[], [0]])
            #expect(byNumber[1].argument == 4)
            #expect(byNumber[1].localDerivatives == [108])
            let ofNumber = Array(GraphWalk(from: 2 ** x))
            #expect(ofNumber.map(\.operands) == [[], [], [1, 0]])
            #expect(ofNumber.map(\.argument) == [nil, nil, nil])
            #expect(ofNumber[1].isConstant && ofNumber[1].data == 2)
            #expect(ofNumber[2].localDerivatives.count == 2)
            let ofValues = Array(GraphWalk(from: x ** x))
            #expect(ofValues.map(\.operands) == [[], [0, 0]])
            #expect(ofValues[1].argument == nil)
        }
    }

    @Test("reads data and local derivatives as they stand when it runs")
    func changedData() {
        withTape {
            let x = Value(3), y = Value(4)
            let walk = GraphWalk(from: x * y)
            x.data = 10
            #expect(walk.map(\.data) == [10, 4, 12])
            #expect(Array(walk)[2].localDerivatives == [4, 10])
            #expect(walk.map(\.grad) == [nil, nil, nil])
        }
    }

    @Test("has no gradient where no backward reached the node")
    func absentGradients() {
        withTape {
            let x = Value(2)
            let shared = x * 3.0
            let one = shared + 1.0
            let other = shared * 2.0
            one.backward()
            let walk = GraphWalk(from: [one, other])
            #expect(walk.map(\.grad) == [3, 2, 1, 1, 1, nil, nil])
            #expect(walk.map(\.data) == [2, 3, 6, 1, 7, 2, 12])
        }
    }

    @Test("never shows a negative zero as gradient or local derivative")
    func negativeZero() {
        withTape {
            let x = Value(-0.0), y = Value(0)
            let z = (x * y) * -1.0
            z.backward()
            for node in GraphWalk(from: z) {
                for number in node.localDerivatives + [node.grad ?? 0] {
                    #expect(number != 0 || number.sign == .plus)
                }
            }
        }
    }

    @Test("from several roots has their ids in the order they were given, a root twice at both places")
    func severalRoots() {
        withTape {
            let a = Value(1), b = Value(2)
            let first = a + b
            let unused = a * b
            let second = first * b
            let walk = GraphWalk(from: [second, a, first, second])
            #expect(walk.roots == [3, 0, 2, 3])
            #expect(walk.map(\.operation) == [nil, nil, .add, .multiply])
            #expect(walk.id(of: unused) == nil)
            #expect([a, b, first, second].map(walk.id) == [0, 1, 2, 3])
        }
    }

    @Test("knows the ids of its values, those of no others")
    func ids() {
        let tape = Tape()
        let foreign = tape.use { Value(1) }
        withTape {
            let before = Value(0)
            let x = Value(1)
            let y = 2 * x
            let after = y + 1
            let walk = GraphWalk(from: y)
            #expect([x, y].map(walk.id) == [0, 2])
            #expect([before, after, foreign].map(walk.id) == [nil, nil, nil])
        }
        withExtendedLifetime(tape) {}
    }

    @Test("of a leaf is that leaf")
    func leaf() {
        withTape {
            _ = Value(1)
            let x = Value(2, label: "x")
            let nodes = Array(GraphWalk(from: x))
            #expect(nodes.count == 1)
            #expect(nodes[0].label == "x" && nodes[0].operation == nil && nodes[0].operands.isEmpty)
        }
    }

    @Test("can run again and again, and stays as it is when more is recorded")
    func runsAgain() {
        withTape {
            let x = Value(2)
            let y = x * x
            let walk = GraphWalk(from: y)
            let nodes = Array(walk)
            var z = y
            for _ in 0..<10_000 { z += x }
            #expect(Array(walk) == nodes)
            #expect(GraphWalk(from: z).count == 10_002)
        }
    }

    @Test("spans regions, from values made before them to values made inside")
    func regions() {
        withTape {
            let w = Value(2, label: "w")
            let square = w * w
            withTape {
                let y = square + w
                #expect(GraphWalk(from: y).map(\.operands) == [[], [0, 0], [1, 0]])
                #expect(GraphWalk(from: [square, y]).roots == [1, 2])
            }
            #expect(GraphWalk(from: square).count == 2)
        }
    }

    @Test("goes through a chain of a million values")
    func deepChain() {
        withTape {
            let x = Value(1)
            var y = x
            for _ in 0..<1_000_000 { y = -y }
            y.backward()
            let walk = GraphWalk(from: y)
            #expect(walk.count == 1_000_001)
            var count = 0
            var isInOrder = true
            for node in walk {
                isInOrder = isInOrder && node.id == count && node.operands == (count == 0 ? [] : [count - 1])
                count += 1
            }
            #expect(count == walk.count && isInOrder)
        }
    }

    @Test("read backwards gives the gradients that backward() gave", arguments: 0..<10)
    func chainRule(seed: Int) {
        withTape {
            var random = RandomStream(seed: seed)
            var values = (0..<4).map { _ in Value(random.uniform(-1, 1)) }
            for _ in 0..<60 {
                let x = values[Int(random.random() * Double(values.count))]
                let y = values[Int(random.random() * Double(values.count))]
                switch Int(random.random() * 6) {
                case 0: values.append(x + y)
                case 1: values.append(x * y)
                case 2: values.append(x.tanh())
                case 3: values.append(max(x, y))
                case 4: values.append(2 * x - y)
                default: values.append(x ** 2 / 3)
                }
            }
            let root = values[values.count - 1]
            root.backward()
            let nodes = Array(GraphWalk(from: root))
            expectGradientsFollow(nodes)
        }
    }

    @Test("knows of a backward that ran inside a region, from a value outside")
    func backwardInsideRegion() {
        withTape {
            let x = Value(2)
            let y = x * x
            withTape { y.backward() }
            #expect(GraphWalk(from: y).backward?.calls == 1)
            withTape { (y * 3).backward() }
            #expect(GraphWalk(from: y).backward?.calls == 1)
        }
    }
}
