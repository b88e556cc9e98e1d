import Micrograd
import Testing

/// Operators keep the data that they computed; so must the operations that a compound stands for.
@Suite("Data that change after their use")
struct DataChangesTests {
    @Test("leave what was computed as it was", arguments: 0..<7)
    func once(changed: Int) {
        expectTwins { twin in
            let neuron = twin.neuron(3, .tanh)
            let y = neuron(twin.leaves(3))
            // Four parameters, then three inputs.
            twin.values[changed].data = 10
            twin.look(from: y)
            y.backward()
            twin.look(from: y)
        }
    }

    @Test("again and again, leave the first number that was used")
    func severalTimes() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let layer = twin.layer(2, 3)
            let y = twin.loss(of: layer(x) + [twin.dot(x, x), twin.sum(x)])
            for step in 1...3 {
                for (index, value) in twin.values.enumerated() { value.data = Double(step * 100 + index) }
                twin.look(from: y)
            }
        }
    }

    @Test("between two uses leave to each the numbers of its time")
    func betweenUses() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let neuron = twin.neuron(2, .sigmoid)
            let weight = neuron.neuron.weights[1]
            weight.data = 1
            var outputs = [neuron(x)]
            func use() {
                outputs += [neuron(x), twin.dot(x, [weight, weight]), twin.sum([weight, x[0], weight])]
            }
            weight.data = 2
            x[0].data = 3
            use()
            use()
            x[0].data = 4
            use()
            weight.data = 5
            weight.data = 6
            x[0].data = 7
            use()
            weight.data = 8
            weight.data = 8
            twin.look(from: twin.loss(of: outputs))
            for output in outputs { twin.look(from: output) }
        }
    }

    @Test("may be outputs of compounds themselves")
    func outputs() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let layer = twin.layer(2, 2)
            let inner = layer(x)
            let outer = layer(inner)
            inner[0].data = 2
            let later = layer(inner)
            inner[0].data = 3
            outer[1].data = 4
            let y = twin.loss(of: outer + later)
            twin.look(from: y)
            y.backward()
            twin.look(from: y)
        }
    }

    @Test("inside of regions leave what was computed outside")
    func insideRegions() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let neuron = twin.neuron(2)
            let y = twin.track(neuron(x))
            twin.region { twin in
                x[0].data = 2
                twin.look(from: y)
                let inside = twin.track(neuron(x))
                x[0].data = 3
                x[1].data = 4
                twin.look(from: y, inside)
                twin.region { twin in
                    neuron.neuron.bias.data = 5
                    let deepest = twin.dot(x, [y, inside])
                    x[1].data = 6
                    inside.data = 7
                    twin.look(from: deepest)
                    twin.look(from: y, inside)
                }
                twin.look(from: y, inside)
                x[1].data = 8
                twin.look(from: y, inside)
            }
            twin.look(from: y)
            let after = twin.track(neuron(x))
            x[0].data = 9
            twin.look(from: y, after)
        }
    }

    @Test("outside, then inside of a region that computes more, are told apart")
    func outsideThenInside() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let first = twin.track(twin.dot(x, x))
            x[0].data = 2
            let second = twin.track(twin.dot(x, x))
            x[0].data = 3
            twin.region { twin in
                let inside = twin.dot(x, [second, first])
                x[0].data = 4
                x[1].data = 5
                second.data = 6
                twin.look(from: inside)
            }
            twin.look(from: first, second)
            x[0].data = 7
            x[1].data = 8
            twin.look(from: first, second)
            twin.region { twin in
                twin.look(from: twin.sum([first, second] + x))
                x[1].data = 9
            }
            twin.look(from: first, second)
        }
    }

    @Test("of a region's own values go away with it, and the next values in their place start anew")
    func ownOfRegion() {
        expectTwins { twin in
            let x = twin.leaves(2)
            let y = twin.track(twin.sum(x))
            for step in 1...3 {
                twin.region { twin in
                    let own = twin.leaves(3)
                    let inside = twin.track(twin.dot(own, own))
                    own[step - 1].data = Double(step)
                    if step != 2 { x[0].data = Double(step) }
                    let later = twin.track(twin.dot(own, [inside, y, x[0]]))
                    own[0].data = 10
                    twin.look(from: inside, later)
                }
                twin.look(from: y)
            }
        }
    }

    @Test("before anything was computed from them are no change")
    func beforeUse() {
        let tape = Tape()
        tape.use {
            let x = [Value(1), Value(2)]
            x[0].data = 3
            let y = x[0] * x[1]
            x[1].data = 4
            #expect(tape.tableCounts["changes"] == 0)
            _ = dot(x, x)
            x[1].data = 5
            #expect(tape.tableCounts["changes"] == 1)
            withExtendedLifetime(y) {}
        }
    }

    @Test("take one entry for each value between two compounds")
    func entries() {
        let tape = Tape()
        tape.use {
            let x = [Value(1), Value(2)]
            for step in 1...4 {
                _ = sum(x)
                for number in 0..<10 { for value in x { value.data = Double(number) } }
                #expect(tape.tableCounts["changes"] == 2 * step)
            }
        }
    }

    /// Where a training step stands that changes the parameters of a model used before.
    enum Step: CaseIterable {
        case allInside, changeOutside, changeBeforeUse, changeTwice, nested, unusedInside
    }

    @Test("do not take more memory from region to region", arguments: Step.allCases)
    func longLoop(step: Step) {
        let tape = Tape()
        tape.use {
            let model = MLP(2, [3, 1], seed: 4)
            let before = model([1, 2])[0]
            let data = GraphWalk(from: before).map { ($0.operation == nil ? nil : $0.data) }
            func change() { for parameter in model.parameters { parameter.data += 1 } }
            func use() { model([3, 4])[0].backward() }
            var highest = 0
            for _ in 0..<200 {
                switch step {
                case .allInside:
                    withTape {
                        use()
                        change()
                    }
                case .changeOutside:
                    withTape { use() }
                    change()
                case .changeBeforeUse:
                    withTape {
                        change()
                        use()
                    }
                case .changeTwice:
                    change()
                    withTape {
                        use()
                        change()
                        use()
                        change()
                    }
                    change()
                case .nested:
                    withTape {
                        change()
                        use()
                        withTape {
                            use()
                            withTape {
                                use()
                                change()
                            }
                            change()
                        }
                        change()
                    }
                case .unusedInside:
                    withTape { change() }
                    withTape { use() }
                }
                highest = max(highest, tape.tableCounts["changes"] ?? 0)
            }
            #expect(highest == model.parameters.count)
            #expect(GraphWalk(from: before).map { ($0.operation == nil ? nil : $0.data) } == data)
        }
    }

    @Test("are forgotten where no compound is left that could ask for them")
    func forgotten() {
        let tape = Tape()
        tape.use {
            let x = Value(1)
            for _ in 0..<3 {
                withTape {
                    _ = sum([x, x])
                    x.data += 1
                    #expect(tape.tableCounts["changes"] == 1)
                }
                #expect(tape.tableCounts["changes"] == 0)
                x.data += 1
                #expect(tape.tableCounts["changes"] == 0)
            }
        }
        Tape().use {
            let x = Value(1)
            x.data = 2
            let walk = GraphWalk(from: sum([x, x]))
            #expect(walk.map(\.data) == [2, 4])
        }
    }

    @Test("take no entry outside of a region for the region's own values")
    func entriesOfRegion() {
        let tape = Tape()
        tape.use {
            let x = [Value(1), Value(2)]
            _ = sum(x)
            x[0].data = 3
            for _ in 0..<3 {
                withTape {
                    let own = Value(4)
                    _ = sum([own, own])
                    own.data = 5
                    #expect(tape.tableCounts["changes"] == 2)
                    withTape { own.data = 6 }
                    #expect(tape.tableCounts["changes"] == 2)
                }
                #expect(tape.tableCounts["changes"] == 1)
            }
        }
    }

    @Test("between the making of a walk and its run are seen", arguments: [true, false])
    func afterWalkWasMade(isUsedBefore: Bool) {
        expectTwins { twin in
            let x = twin.leaves(2)
            let y = twin.track(twin.dot(x, x))
            if isUsedBefore { x[0].data = 2 }
            let walk = GraphWalk(from: y)
            x[0].data = 3
            x[1].data = 4
            twin.look(at: walk)
            twin.region { twin in
                _ = twin.sum(x)
                x[1].data = 5
                twin.look(at: walk)
            }
            twin.look(at: walk)
        }
    }

    @Test("while a walk runs are seen")
    func duringWalk() {
        expectTwins { twin in
            let x = twin.leaves(3)
            let y = twin.dot(x, [x[0] * x[0], x[1], twin.sum(x)]) * twin.sum([x[0], x[1], x[0]])
            // Not the derivatives: the parts of a compound are made together, at the data of one moment.
            var seen: [Double] = []
            var changeCount = 0
            for node in GraphWalk(from: y) {
                seen.append(node.data)
                // The first is before the compounds, the others are inside of one, before another.
                guard node.operation == .multiply, changeCount < 3 else { continue }
                x[changeCount].data = Double(changeCount)
                changeCount += 1
            }
            twin.note("\(seen)")
        }
    }

    @Test("on random ways through regions, uses and changes", arguments: 0..<60)
    func randomChanges(seed: Int) {
        expectTwins(seed: seed) { twin in
            _ = twin.leaves(3)
            let neuron = twin.neuron(2, .tanh)
            DataChangesTests.wander(&twin, neuron, steps: 30, depth: 0)
        }
    }

    private static func wander(_ twin: inout Twin, _ neuron: TwinNeuron, steps: Int, depth: Int) {
        for step in 0..<steps {
            func any() -> Value { twin.values[Int(twin.random.random() * Double(twin.values.count))] }
            switch Int(twin.random.random() * 8) {
            case 0..<4: any().data = twin.random.uniform(-1, 1)
            case 4: _ = twin.track(neuron([any(), any()]))
            case 5: _ = twin.track(twin.sum([any(), any(), any()]))
            case 6 where depth < 3:
                twin.region { wander(&$0, neuron, steps: 8, depth: depth + 1) }
            default: _ = twin.leaf(0.5)
            }
            if step % 6 == 5 { twin.look(at: GraphWalk(from: twin.values)) }
        }
    }
}
