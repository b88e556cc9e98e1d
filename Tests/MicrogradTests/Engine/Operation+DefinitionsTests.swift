import Micrograd
import Testing

/// Every operation against central finite differences, `(f(x + h) - f(x - h)) / 2h`.
///
/// With h = 1e-5 the formula's own error is f‴·h²/6 and that of rounding about 1e-16·f/h: both stay
/// below 1e-8 at the points of the table, relative to the derivative or 1.
@Suite("Finite differences agree with every operation")
struct OperationsTests {
    static let step = 1e-5
    static let tolerance = 1e-8

    @Test("in the gradient and in the walk's local derivatives", arguments: Value.Operation.allCases)
    func derivatives(of operation: Value.Operation) throws {
        switch OperationTable.row(of: operation) {
        case .unary(let function, let points):
            for x in points {
                try check(operation, at: [x]) { function($0[0]) }
            }
        case .binary(let values, let valueConstant, let constantValue, let points):
            for (x, y) in points {
                try check(operation, at: [x, y]) { values($0[0], $0[1]) }
                try check(operation, at: [x]) { valueConstant($0[0], y) }
                try check(operation, at: [y]) { constantValue(x, $0[0]) }
            }
        }
    }

    @Test("also for an operand that stands on both sides", arguments: Value.Operation.allCases)
    func repeatedOperand(of operation: Value.Operation) throws {
        guard case .binary(let values, _, _, let points) = OperationTable.row(of: operation) else { return }
        let isKink = operation == .minimum || operation == .maximum
        for (x, _) in points where operation != .power || x > 0 {
            withTape {
                let value = Value(x)
                let z = values(value, value)
                z.backward()
                let expected =
                    isKink
                    ? 1 : slope(at: x) { number in withTape { values(Value(number), Value(number)).data } }
                #expect(isClose(value.grad, expected), "\(operation) at \(x)")
            }
        }
    }

    private func check(_ operation: Value.Operation, at point: [Double], _ function: ([Value]) -> Value)
        throws
    {
        try withTape {
            let inputs = point.map { Value($0) }
            let z = function(inputs)
            // The gradient of z is not 1, so that a sweep which forgets the chain rule is seen.
            let root = z * 3.0
            root.backward()
            let walk = GraphWalk(from: root)
            let node = try #require(walk.first { $0.id == walk.id(of: z) })
            #expect(node.operation == operation)
            for (position, input) in inputs.enumerated() {
                let expected = slope(at: point[position]) { number in
                    withTape {
                        var moved = point
                        moved[position] = number
                        return function(moved.map { Value($0) }).data
                    }
                }
                #expect(isClose(input.grad, 3 * expected), "\(operation) at \(point), operand \(position)")
                let operand = try #require(node.operands.firstIndex(of: walk.id(of: input) ?? -1))
                #expect(
                    isClose(node.localDerivatives[operand], expected),
                    "\(operation) at \(point), local derivative \(position)")
            }
        }
    }

    private func slope(at x: Double, of function: (Double) -> Double) -> Double {
        (function(x + Self.step) - function(x - Self.step)) / (2 * Self.step)
    }

    private func isClose(_ number: Double, _ expected: Double) -> Bool {
        abs(number - expected) <= Self.tolerance * max(1, abs(expected))
    }
}
