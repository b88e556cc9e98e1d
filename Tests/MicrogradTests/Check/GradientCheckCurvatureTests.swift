import Foundation
import Micrograd
import Testing

@Suite("A gradient check at a kink of a strongly curved function")
struct GradientCheckCurvatureTests {
    /// A kink at x and a smooth function beside it, drawn at random.
    struct Case: CustomStringConvertible {
        var x: Double
        /// The slopes on both sides of x.
        var below: Double
        var above: Double
        /// How strongly the result is curved, and how large the numbers are that it is made of.
        var size: Double
        var description: String
        var function: (Value) -> Value

        var distance: Double { abs(above - below) }
        /// Slopes less than this apart may be hidden by rounding.
        var leastVisible: Double { max(1e-6 * size, 1e-4 * max(abs(below), abs(above))) }

        init(factor: Double, _ random: inout RandomStream) {
            let x = random.random() < 0.4 ? 0 : random.uniform(-3, 3)
            let (c, s, a) = (
                random.uniform(-3, 3), random.uniform(-3, 3), random.uniform(-5, 5)
            )
            let kinks: [(String, Double, Double, (Value) -> Value)] = [
                ("relu", 0, 1, { relu($0) }),
                ("abs", -1, 1, { abs($0) }),
                ("max", 0, 2, { max($0 * 2, 0) }),
                ("min", 1, 0.5, { min($0, $0 * 0.5) }),
                ("relu of tanh", 0, 1, { relu(tanh($0)) }),
                ("exp of abs", -1, 1, { exp(abs($0)) }),
                ("abs of a cube", -3, 3, { abs(($0 + 1) ** 3 - 1) }),
            ]
            // Each with its curvature, where that is far from 1.
            let curves: [(String, Double, (Value) -> Value)] = [
                ("(x - x0)²", 1, { ($0 - x) ** 2 }),
                ("x²", 1, { $0 * $0 }),
                ("(x - x0)³", 1, { ($0 - x) ** 3 }),
                ("cos", 1, { cos($0) }),
                ("exp", 1, { exp($0 - x) }),
                ("tanh²", 1, { tanh($0 - x) ** 2 }),
                ("relu²", 1, { relu($0 - x) ** 2 }),
                ("(x + 1000 - ...)²", 1000, { (($0 + 1000) - (x + 1000)) ** 2 }),
                ("(1000 tanh x - ...)²", 1e6, { (tanh($0) * 1000 - Foundation.tanh(x) * 1000) ** 2 }),
                ("cos of 10x", 100, { cos(($0 - x) * 10) }),
            ]
            let kink = kinks[Int(random.random() * Double(kinks.count))]
            let curve = curves[Int(random.random() * Double(curves.count))]
            let sign = random.random() < 0.5 ? factor : -factor
            func smooth(_ x: Value) -> Value { curve.2(x) * sign + x * c }
            let (slope, size) = withTape {
                let x = Value(x)
                let y = smooth(x)
                y.backward()
                return (x.grad, abs(y.data) + factor * curve.1)
            }
            self.x = x
            self.size = size
            below = slope + a * s * (s > 0 ? kink.1 : kink.2)
            above = slope + a * s * (s > 0 ? kink.2 : kink.1)
            function = { smooth($0) + kink.3(($0 - x) * s) * a }
            description = "\(a) * \(kink.0)(\(s) * (x - x0)) + \(sign) * \(curve.0) + \(c) * x at \(x)"
        }
    }

    @Test("agrees, shows the slopes, and finds gradients beyond them", arguments: 0...8)
    func random(power: Int) {
        var random = RandomStream(seed: power)
        let factor = pow(10, Double(power))
        for _ in 0..<100 {
            let test = Case(factor: factor, &random)
            withTape {
                let x = Value(test.x, label: "x")
                let y = test.function(x)
                y.backward()
                let check = GradientCheck(of: y)
                #expect(check.agrees, "\(test): \(check.gradients.map(\.description))")
                if case .kink(let kink) = check.gradients[0].verdict {
                    let off = max(abs(kink.below - test.below), abs(kink.above - test.above))
                    #expect(off < 0.01 * test.distance, "\(test): \(check.gradients[0])")
                }
                guard test.distance > test.leastVisible else { return }
                let part = 0.1 * test.distance
                for grad in [min(test.below, test.above) - part, max(test.below, test.above) + part] {
                    x.grad = grad
                    #expect(GradientCheck(of: y).differing.map(\.id) == [0], "\(test): \(grad)")
                }
            }
        }
    }

    @Test("shows the slopes of a parabola, whatever its factor", arguments: 0...8)
    func parabola(power: Int) {
        let factor = pow(10, Double(power))
        withTape {
            let x = Value(0, label: "x")
            let y = x.relu() + 2 * x + factor * x * x
            y.backward()
            let check = GradientCheck(of: y)
            #expect(check.agrees && x.grad == 2)
            #expect(check.gradients[0].description.hasSuffix("kink of relu #1: slope 2 below, 3 above"))
            for grad in [1.9, 3.1] {
                x.grad = grad
                #expect(GradientCheck(of: y).differing.map(\.label) == ["x"])
            }
        }
        let function = GradientCheck(at: [0]) { x in x[0].relu() + 2 * x[0] + factor * x[0] * x[0] }
        #expect(function.gradients[0].description.hasSuffix("kink of relu: slope 2 below, 3 above"))
    }
}
