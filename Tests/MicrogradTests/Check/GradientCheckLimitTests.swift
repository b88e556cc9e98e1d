import Foundation
import Micrograd
import Testing

@Suite("A gradient check at its limits")
struct GradientCheckLimitTests {
    // MARK: Numbers

    @Test(
        "agrees near the ends of domains, near poles and for large and small numbers",
        arguments: [1e-12, 1e-8, 1e-3, 0.5, 1, 40, 1e6])
    func scales(x: Double) {
        expectAgreement { log(Value(x)) }
        expectAgreement { sqrt(Value(x)) }
        expectAgreement { 1 / Value(x) }
        expectAgreement { Value(x) ** 0.5 }
        expectAgreement { Value(x) ** -1.5 }
        expectAgreement { tanh(Value(x)) }
        expectAgreement { sin(Value(x)) * 1e6 }
        expectAgreement { sigmoid(Value(-x)) * 1e-9 }
        expectAgreement { log(Value(x) * Value(x)) }
    }

    @Test("agrees where most of a sum is lost to rounding")
    func cancellation() {
        expectAgreement {
            let x = Value(3), large = Value(1e8)
            return (x + large) - large
        }
        expectAgreement {
            let x = Value(1e-3)
            return (exp(x) - 1 - x) * 2
        }
    }

    @Test("agrees where the derivative is 0", arguments: [1.0, 2, 3, 4])
    func flat(exponent: Double) {
        expectAgreement { Value(0) ** (exponent + 1) }
        expectAgreement { cos(Value(0)) * exponent }
        expectAgreement { tanh(Value(30 * exponent)) }
        expectAgreement { relu(Value(-exponent)) }
        expectAgreement { (Value(exponent) - exponent) ** 2 }
        expectAgreement {
            // At the bottom of a squared error, among numbers that round.
            let x = Value(0.3 * exponent)
            return (tanh(x) * 1000 - tanh(0.3 * exponent) * 1000) ** 2
        }
    }

    @Test("finds a wrong gradient there")
    func wrongWhereFlat() {
        for function: (Value) -> Value in [{ $0 ** 2 }, { $0 ** 3 }, { cos($0) }, { $0 * 0 }] {
            withTape {
                let x = Value(0, label: "x")
                let y = function(x)
                y.backward()
                x.grad = 0.001
                #expect(GradientCheck(of: y).worst?.label == "x")
            }
        }
    }

    @Test("compares nothing that is nan or infinite, and says so")
    func notFinite() {
        withTape {
            let x = Value(0, label: "x")
            let y = sqrt(x) + 1
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.agrees && check.gradients[0].verdict == .skipped(.notFinite))
            #expect(check.description == "3 gradients agree, 1 is not compared")
        }
        withTape {
            let x = Value(.infinity, label: "x")
            let y = 1 / x
            y.backward()
            #expect(GradientCheck(of: y).gradients.map(\.verdict)[0] == .skipped(.notFinite))
        }
        withTape {
            // Nearer to the pole than any step.
            let x = Value(1 + 1e-9, label: "x")
            let y = 1 / (x - 1)
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.agrees && check.gradients[0].verdict == .skipped(.unsettled))
        }
        withTape {
            let y = log(Value(-1))
            y.backward()
            let check = GradientCheck(of: y)
            #expect(!check.agrees && check.gradients.isEmpty)
            #expect(check.description == "the result is nan, so no difference can be made of it")
        }
    }

    @Test("finds the nan that an infinite derivative makes of 0")
    func nanGradient() {
        withTape {
            let x = Value(0, label: "x")
            let y = sqrt(x ** 4)
            y.backward()
            #expect(x.grad.isNaN && GradientCheck(of: y).worst?.label == "x")
        }
        withTape {
            // Where quotients are little more than rounding.
            let x = Value(0.3, label: "x")
            let y = (tanh(x) * 1000 - tanh(0.3) * 1000) ** 2
            y.backward()
            x.grad = .nan
            #expect(GradientCheck(of: y).worst?.label == "x")
        }
    }

    // MARK: What cannot be checked

    @Test("says what to do where no backward has run")
    func noBackward() {
        withTape {
            let x = Value(3, label: "x")
            let y = x * x
            let check = GradientCheck(of: y)
            #expect(check.obstacle == .noGradients && !check.agrees && check.gradients.isEmpty)
            #expect(check.description.contains("call it first"))
        }
    }

    @Test("takes gradients set by hand, and leaves out those that are not")
    func byHand() {
        withTape {
            let x = Value(3, label: "x")
            let y = x * x
            x.grad = 6
            let check = GradientCheck(of: y)
            #expect(check.agrees && check.gradients.map(\.verdict) == [.agrees, .skipped(.noGradient)])
        }
    }

    @Test("names the value that the last backward ran from")
    func otherRoot() {
        withTape {
            let x = Value(3, label: "x")
            let e = x * x
            e.label = "e"
            let y = e + 1
            e.backward()
            #expect(GradientCheck(of: y).obstacle == .otherRoot("#1 e"))
            #expect(GradientCheck(of: e).agrees)
        }
    }

    @Test("refuses data that changed after they were used")
    func changed() {
        withTape {
            let x = Value(3, label: "x")
            let y = x * x
            y.label = "y"
            y.backward()
            x.data = 4
            let check = GradientCheck(of: y)
            #expect(check.obstacle == .changed(name: "#1 y", data: 9, recomputed: 16))
            #expect(check.description.contains("#1 y holds 9, and its operands now give 16"))
            x.data = 3
            #expect(GradientCheck(of: y).agrees)
        }
        withTape {
            let neuron = Neuron(2, seed: 1)
            let y = neuron([Value(1), Value(2)])
            y.backward()
            #expect(GradientCheck(of: y).agrees)
            neuron.weights[0].data += 0.1
            guard case .changed = GradientCheck(of: y).obstacle else {
                Issue.record("the weight has changed")
                return
            }
        }
    }

    @Test("refuses a graph beyond its limit, and goes through long chains without recursion")
    func size() {
        func chain(_ count: Int, _ body: (Value) -> Void) {
            withTape {
                var y = Value(0.3)
                for _ in 1..<count { y = y.sin() }
                y.backward()
                body(y)
            }
        }
        chain(100_000) { y in
            #expect(GradientCheck(of: y).obstacle == .tooLarge(count: 100_000, limit: 20_000))
        }
        chain(1_000) { y in
            #expect(GradientCheck(of: y).agrees)
            #expect(GradientCheck(of: y, options: .init(maximumCount: 999)).obstacle != nil)
        }
    }

    @Test("stops at options that make no sense")
    func misuse() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = GradientCheck.Options(step: 0)
        }
        Misuse.expect(
            result, says: "A gradient check needs a tolerance above 0 and a step between 0 and 0.01.")
    }
}
