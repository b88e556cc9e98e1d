import Micrograd
import Testing

/// What stands beside the values of a tape, where its count of values does not grow.
@Suite("The tables of a tape stay small")
struct GrowthTests {
    private func counts(_ body: (Tape) -> Void) -> [String: Int] {
        let tape = Tape()
        tape.use { body(tape) }
        return tape.tableCounts
    }

    @Test("when values are swept from in turn, and count all calls")
    func sweepsInTurn() {
        let counts = counts { _ in
            let x = Value(2), y = x * x, z = x + x
            for _ in 0..<10_000 {
                y.backward()
                z.backward()
                x.backward()
            }
            #expect(GraphWalk(from: z).backward == GraphBackward(root: 0, calls: 30_000))
            y.backward()
            #expect(GraphWalk(from: y).backward == GraphBackward(root: 1, calls: 30_001))
            #expect(GraphWalk(from: x * 3).backward == GraphBackward(root: nil, calls: 30_001))
        }
        #expect(counts["sweeps", default: 0] <= 16)
    }

    @Test("when values outside are swept from in turn inside regions")
    func sweepsInRegions() {
        let counts = counts { _ in
            let x = Value(2), y = x * x, z = x + x
            for _ in 0..<10_000 {
                withTape {
                    (y * 2).backward()
                    y.backward()
                    withTape { z.backward() }
                }
            }
            #expect(GraphWalk(from: y).backward?.calls == 20_000)
        }
        #expect(counts["sweeps", default: 0] <= 16)
    }

    @Test("when there are many roots, each swept from often")
    func manyRoots() {
        let counts = counts { _ in
            let roots = (0..<1_000).map { Value(Double($0)) * 2 }
            for _ in 0..<20 { for root in roots { root.backward() } }
            for (position, root) in roots.enumerated() {
                #expect(GraphWalk(from: root).backward?.calls == 20 * (1_000 - position))
            }
        }
        #expect(counts["sweeps", default: 0] < 4_000)
    }

    @Test("when each region has scopes of other names")
    func scopeNames() {
        let counts = counts { tape in
            let x = Value(2)
            for step in 0..<1_000 {
                withTape {
                    let y = withScope("step \(step)", kind: "kind \(step)") { x * x }
                    #expect(GraphWalk(from: y).scopes.map(\.name) == ["step \(step)"])
                    #expect(tape.tableCounts["scope names"] == 1)
                }
            }
        }
        #expect((counts["scope names"], counts["scopes"]) == (0, 0))
    }

    @Test("when each region has layers of other names")
    func layerNames() {
        let counts = counts { tape in
            for step in 0..<100 {
                withTape {
                    let layer = Linear(1, 1, name: "layer \(step)")
                    let kernel = Conv2D(1, 1, kernel: 1, name: "kernel \(step)")
                    let model = Sequential(layer, name: "model \(step)")
                    let y =
                        model(Values([Value(1)])) + kernel(Values([1], shape: [1, 1, 1])).reshaped(to: [1])
                    #expect(
                        GraphWalk(from: y[0]).scopes.map(\.name) == [
                            "model \(step)", "layer \(step)", "kernel \(step)",
                        ])
                    #expect(tape.tableCounts["scope names"] == 3)
                }
            }
        }
        #expect(counts["scope names"] == 0)
    }

    @Test("when scopes record nothing that stays")
    func emptyScopes() {
        let counts = counts { _ in
            let x = Value(2)
            for _ in 0..<1_000 {
                withScope("step") {
                    withScope("nothing") {}
                    withTape { _ = x * x }
                }
            }
            withScope("last") { withScope("inner") { _ = x * x } }
        }
        #expect(counts["scopes"] == 2)
    }

    @Test("when data and labels change, and gradients are set by hand, with compounds and without")
    func changes() {
        let counts = counts { _ in
            let x = Value(2), neuron = Neuron(1, activation: .tanh)
            let y = neuron([x])
            for step in 0..<1_000 {
                x.data = Double(step)
                x.label = "step \(step)"
                y.backward()
                y.grad = Double(step)
                withTape {
                    _ = neuron([x])
                    neuron.bias.data = Double(step)
                    x.label = nil
                }
            }
        }
        #expect(counts["changes"] == 2)
        #expect(counts["labels"] == 2)
        #expect(counts["inner gradients"] == 1)
        #expect(counts["compounds"] == 1)
    }

    @Test("when recordings are made and run")
    func recordings() {
        let counts = counts { tape in
            let w = Value(2), y = w * w
            for step in 0..<100 {
                let recording = Recording(inputs: ["x": 1]) { inputs in
                    ["y": [withScope("step \(step)") { dot([y, w], [inputs["x"][0], w]) }]]
                }
                recording.run(["x": [1]])
                recording.backward(from: "y")
            }
            #expect(tape.count == 2)
        }
        #expect(counts.values.allSatisfy { $0 == 0 }, "\(counts)")
    }
}
