import Micrograd
import Testing

/// Mistakes that programs in the manner of micrograd are known for.
@Suite("A mistake known from others is not made:")
struct KnownMistakesTests {
    @Test("a number on the left of an operator")
    func numbersOnTheLeft() {
        withTape {
            let x = Value(4)
            let results = [1 + x, 1 - x, 2 * x, 2 / x, 2 ** x]
            #expect(results.map(\.data) == [5, -3, 8, 0.5, 16])
            let grads = results.map { result in
                x.zeroGrad()
                result.backward()
                return x.grad
            }
            #expect(grads.dropLast() == [1, -1, 2, -0.125])
            #expect(abs(grads[4] - 16 * 0.6931471805599453) < 1e-13)
        }
    }

    @Test("the sum of a list, by `sum` and by `reduce`")
    func sums() {
        withTape {
            let x = [Value(1), Value(2), Value(3)]
            let total = sum(x), folded = x.reduce(Value(0), +)
            #expect(total.data == 6 && folded.data == 6)
            (total + 2 * folded).backward()
            #expect(x.map(\.grad) == [3, 3, 3])
        }
    }

    /// The lecture on micrograd shows it in `+` and `*`, and corrects it; copies keep it in `tanh`.
    @Test("a gradient that is assigned where it has to be added", arguments: Value.Operation.allCases)
    func accumulation(_ operation: Value.Operation) {
        withTape {
            switch OperationTable.row(of: operation) {
            case .unary(let function, let points):
                for x in points { expectAccumulation(at: [x]) { function($0[0]) } }
            case .binary(let values, _, _, let points):
                for (x, y) in points { expectAccumulation(at: [x, y]) { values($0[0], $0[1]) } }
            }
        }
    }

    /// Used three times, and once by something else, an operand gets all four parts.
    private func expectAccumulation(at point: [Double], _ function: ([Value]) -> Value) {
        let once = point.map { Value($0) }, often = point.map { Value($0) }
        function(once).backward()
        let uses = [function(often), function(often), function(often)]
        let others = often.map { $0 * 5 }
        (sum(uses) + sum(others)).backward()
        for (one, other) in zip(once, often) {
            let expected = 3 * one.grad + 5
            #expect(abs(other.grad - expected) <= 1e-12 * max(1, abs(expected)), "at \(point)")
        }
    }

    @Test("a value that is both operands")
    func bothOperands() {
        withTape {
            let x = Value(3)
            (x + x).backward()
            #expect(x.grad == 2)
            (x * x).backward()
            #expect(x.grad == 8)
        }
    }

    @Test("a value in the middle whose gradient goes on before it is whole")
    func order() {
        withTape {
            // Depth first, c would hand on its gradient before d has added to it.
            let a = Value(2), b = Value(-3)
            let c = a * b
            let d = c.tanh() + a
            let e = c * d + d
            e.backward()
            let step = 1e-6
            let slope = [step, -step].map { step -> Double in
                let a = 2 + step
                let c = a * -3
                let d = Value(c).tanh().data + a
                return c * d + d
            }
            #expect(abs(a.grad - (slope[0] - slope[1]) / (2 * step)) < 1e-7)
        }
    }
}
