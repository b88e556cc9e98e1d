import Micrograd
import Testing

@Suite("A tape")
struct TapeTests {
    @Test("forgets what a region recorded, and keeps what was made before")
    func region() {
        let tape = Tape()
        tape.use {
            let w = Value(3)
            let kept = w * 2.0
            let result = withTape {
                let y = kept * kept
                y.backward()
                #expect(tape.count == 3)
                return y.data
            }
            #expect(result == 36)
            #expect(tape.count == 2)
            #expect((w.data, kept.data, w.grad, kept.grad) == (3, 6, 24, 12))
        }
    }

    @Test("nests regions to any depth")
    func nesting() {
        let tape = Tape()
        tape.use {
            var values: [Value] = [Value(0)]
            func descend(_ depth: Int) {
                guard depth < 50 else {
                    let sum = values.reduce(Value(0)) { $0 + $1 }
                    sum.backward()
                    #expect(sum.data == 1275)
                    return
                }
                withTape {
                    values.append(values[depth] + 1.0)
                    descend(depth + 1)
                    #expect(values[depth + 1].data == Double(depth + 1))
                    values.removeLast()
                }
                #expect(tape.count == depth + 1)
            }
            descend(0)
            #expect(values[0].grad == 51)
        }
    }

    @Test("does not grow over 100,000 regions")
    func constantMemory() {
        let tape = Tape()
        tape.use {
            let w = Value(0.5)
            w.label = "w"
            for _ in 0..<100_000 {
                withTape {
                    let loss = (w * 3.0 - 6.0) ** 2
                    loss.label = "loss"
                    w.zeroGrad()
                    loss.backward()
                    w.data -= 0.01 * w.grad
                }
            }
            #expect(tape.count == 1)
            #expect(abs(w.data - 2) < 1e-12)
            #expect(GraphWalk(from: w).map(\.label) == ["w"])
        }
    }

    @Test("of one's own is apart from the default tape and from others")
    func separateTapes() {
        let one = Tape(), other = Tape()
        let x = one.use { Value(2) }
        let y = other.use { Value(3) }
        let z = x * x
        #expect((one.count, other.count) == (2, 1))
        other.use {
            _ = Value(1)
            one.use {
                _ = Value(1)
                other.use { _ = Value(1) }
                _ = Value(1)
            }
            _ = Value(1)
        }
        #expect((one.count, other.count) == (4, 4))
        z.backward()
        #expect((x.grad, y.grad) == (4, 0))
    }

    @Test("is left by an error as by a return")
    func errors() {
        struct Failure: Error {}
        let tape = Tape(), outer = Tape()
        outer.use {
            #expect(throws: Failure.self) {
                try tape.use {
                    try withTape {
                        _ = Value(1) * 2.0
                        throw Failure()
                    }
                }
            }
            _ = Value(1)
        }
        #expect((tape.count, outer.count) == (0, 1))
    }

    @Test("used again by the system holds nothing of its last life")
    func reuse() {
        for _ in 0..<100 {
            let tape = Tape()
            tape.use {
                #expect(tape.count == 0)
                let x = Value(1)
                #expect(x.label == nil && x.grad == 0 && !x.isParameter)
                x.label = "x"
                x.isParameter = true
                withScope("scope") { (x * 2.0).backward() }
                #expect(GraphWalk(from: x * 3.0).scopes.isEmpty)
            }
        }
    }

    @Test("keeps its values valid while another region is open on another tape")
    func regionsOfTwoTapes() {
        let one = Tape(), other = Tape()
        one.use {
            withTape {
                let x = Value(2)
                other.use {
                    withTape {
                        let y = Value(3)
                        #expect((x * x).data == 4)
                        #expect((y * y).data == 9)
                    }
                    #expect((x + 1).data == 3)
                }
            }
        }
        #expect((one.count, other.count) == (0, 0))
    }

    @Test("does not grow by compounds inside regions, and lists no operands that stand side by side")
    func compoundsInRegions() {
        let tape = Tape()
        tape.use {
            let x = [Value(1), Value(2)]
            let layer = Layer(2, 3)
            for _ in 0..<10 {
                withTape {
                    _ = layer(x) + [sum(x), dot(x, x)]
                    #expect((tape.count, tape.tableCounts["listed operands"]) == (16, 0))
                    _ = layer(x.reversed()) + [sum(x.reversed()), dot(x, [x[0], x[0]])]
                    #expect((tape.count, tape.tableCounts["listed operands"]) == (21, 6))
                }
                #expect((tape.count, tape.tableCounts["listed operands"]) == (11, 0))
            }
        }
    }

    @Test("does not grow by sweeps inside regions from a value outside")
    func sweepsInRegions() {
        let tape = Tape()
        tape.use {
            let x = Value(2)
            let y = x * x
            for _ in 0..<1_000 { withTape { y.backward() } }
            #expect(tape.tableCounts["sweeps"] == 1)
            #expect(GraphWalk(from: y).backward?.calls == 1_000)
        }
    }
}
