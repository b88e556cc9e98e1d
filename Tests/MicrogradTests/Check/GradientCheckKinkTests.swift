import Micrograd
import Testing

@Suite("A gradient check beside a kink")
struct GradientCheckKinkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var x: Double
        var operation: Value.Operation?
        var below: Double
        var above: Double
        var function: @Sendable (Value) -> Value

        var testDescription: String { name }
    }

    static let kinks: [Case] = [
        Case(name: "relu at 0", x: 0, operation: .relu, below: 0, above: 1) { $0.relu() },
        Case(name: "abs at 0", x: 0, operation: .abs, below: -1, above: 1) { $0.abs() },
        Case(name: "max at a tie", x: 2, operation: .maximum, below: 0, above: 1) { max($0, 2) },
        Case(name: "min at a tie", x: 2, operation: .minimum, below: 1, above: 0) { min(2, $0) },
        Case(name: "a kink with a slope beside it", x: 0, operation: .relu, below: 5, above: 8) {
            relu($0 * 3) + $0 * 5
        },
        Case(name: "a kink behind a curve", x: 1, operation: .relu, below: 0, above: 3) { relu($0 ** 3 - 1) },
        Case(name: "a kink before a curve", x: 0, operation: .abs, below: -1, above: 1) { exp(abs($0)) },
        Case(name: "abs of abs", x: 0, operation: .abs, below: -1, above: 1) { abs(abs($0)) },
    ]

    @Test("reports it, and does not fail", arguments: kinks)
    func reported(test: Case) throws {
        try withTape {
            let x = Value(test.x, label: "x")
            let y = test.function(x)
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.agrees)
            let gradient = try #require(check.gradients.first { $0.label == "x" })
            guard case .kink(let kink) = gradient.verdict else {
                Issue.record("no kink: \(gradient)")
                return
            }
            #expect(kink.operation == test.operation && gradient.quotient == nil)
            #expect(abs(kink.below - test.below) < 1e-8 && abs(kink.above - test.above) < 1e-8)
            #expect(check.description.contains("at a kink"))
        }
    }

    @Test("does not let every gradient pass", arguments: kinks)
    func beyond(test: Case) {
        withTape {
            let x = Value(test.x, label: "x")
            let y = test.function(x)
            y.backward()
            x.grad = max(test.below, test.above) + 0.01
            let check = GradientCheck(of: y)
            #expect(check.worst?.label == "x")
            guard case .beyondKink? = check.worst?.hint else {
                Issue.record("no hint: \(check)")
                return
            }
            #expect(check.description.contains("; at a kink, with slope "))
            x.grad = (test.below + test.above) / 2
            #expect(GradientCheck(of: y).agrees)
        }
    }

    @Test("calls nan wrong at any kink")
    func nan() {
        withTape {
            // No operation of it is bent: the square root of a square is, and its backward pass makes nan.
            let x = Value(0, label: "x")
            let y = sqrt(x * x)
            y.backward()
            #expect(x.grad.isNaN)
            let check = GradientCheck(of: y)
            #expect(check.differing.map(\.label) == ["x"])
            #expect(check.description.contains("#0 x, grad nan; at a kink, with slope -1 below and 1 above"))
            #expect(GradientCheck(at: [0]) { sqrt($0[0] * $0[0]) }.differing.count == 1)
            x.grad = 0.5
            guard case .kink(let kink) = GradientCheck(of: y).gradients[0].verdict else {
                Issue.record("no kink: \(GradientCheck(of: y))")
                return
            }
            #expect(kink.operation == nil && kink.below == -1 && kink.above == 1)
        }
        for function: (Value) -> Value in [{ $0.relu() }, { relu($0) - relu(-$0) }, { relu($0) + abs($0) }] {
            withTape {
                let x = Value(0, label: "x")
                let y = function(x)
                y.backward()
                for grad in [Double.nan, .infinity, -.infinity] {
                    x.grad = grad
                    #expect(GradientCheck(of: y).differing.map(\.label) == ["x"], "\(grad)")
                }
            }
        }
    }

    @Test("tells the side where the kink is only near", arguments: [1e-5, -1e-5, 1e-7, -1e-7, 1e-12, -1e-12])
    func near(x: Double) {
        expectAgreement { Value(x).relu() }
        expectAgreement { Value(x).abs() * 2 }
        expectAgreement { max(Value(x), Value(-x)) * 3 }
    }

    @Test("takes a smaller step where the kink is near a number of any size", arguments: [1e-6, -1e-6, 1e-8])
    func nearOne(distance: Double) {
        expectAgreement { relu(Value(1 + distance) - 1) }
        expectAgreement { max(Value(1 + distance), Value(1)) }
    }

    @Test("finds none where a tie makes no difference")
    func smoothTie() {
        // The largest number is taken from all before they are raised: softmax does not depend on it.
        expectAgreement {
            let x = [Value(2), Value(2), Value(1)]
            let largest = max(max(x[0], x[1]), x[2])
            let powers = x.map { exp($0 - largest) }
            return powers[0] / sum(powers) * 3 + powers[2] / sum(powers)
        }
        expectAgreement { min(Value(2), Value(5)) * max(Value(-1), Value(-1.5)) }
        expectAgreement {
            let x = Value(4)
            return max(x, x)
        }
        // The square does not cross the kink, though it may be moved across it by itself.
        expectAgreement(atLeaves: true) { relu(Value(0) ** 2) }
    }

    @Test("finds a wrong gradient beside a tie that makes no difference")
    func wrongBesideTie() {
        withTape {
            let x = [Value(2, label: "a"), Value(2, label: "b")]
            let largest = max(x[0], x[1])
            let powers = x.map { exp($0 - largest) }
            let y = powers[0] / sum(powers)
            y.backward()
            x[0].grad += 0.1
            #expect(GradientCheck(of: y).differing.map(\.label) == ["a"])
        }
    }

    @Test("reports several that come together as such")
    func severalKinks() {
        withTape {
            // This is x, and every choice of derivatives at the kinks gives something else than 1.
            let x = Value(0, label: "x")
            let y = relu(x) - relu(-x)
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.agrees)
            guard case .kink = check.gradients[0].verdict else {
                Issue.record("no kink: \(check)")
                return
            }
            #expect(check.gradients[0].description.contains("where several kinks meet"))
        }
    }

    @Test("takes passes that add up there too")
    func passes() {
        withTape {
            let x = Value(2, label: "x")
            let y = max(x, 2)
            y.backward()
            y.backward()
            y.backward()
            #expect(x.grad == 1.5 && GradientCheck(of: y).agrees)
        }
    }
}
