import Micrograd
import TestSupport
import Testing

/// Data and gradients of whole expressions against PyTorch, which computed them in float64.
@Suite("PyTorch computes the same")
struct OperationsPyTorchTests {
    /// PyTorch's vector code and the platform's libm differ by a few units in the last place, which
    /// 200 operations away from kinks and poles multiply by less than 1,000.
    static let tolerance = 1e-12

    @Test("the reference covers every operation in at least 200 expressions")
    func coverage() {
        let expressions = Reference.pyTorch.expressions
        #expect(expressions.count >= 200)
        let symbols = Set(expressions.flatMap(\.nodes).map(\.symbol)).subtracting(["leaf"])
        #expect(symbols == Set(Value.Operation.allCases.map(\.symbol)))
    }

    @Test("random expressions have its data and gradients", arguments: Reference.pyTorch.expressions)
    func expression(_ expression: PyTorchReference.Expression) {
        expectAgreement(on: expression)
    }

    /// Where the engine differs by choice, with what it gives: the number and the gradient of x.
    ///
    /// PyTorch computes `x ** 0.5` for a constant exponent as a square root; here all powers but squares
    /// and cubes are those of C. It takes the sign of NaN for 0; here |x| hands NaN on.
    static let differences: [String: (data: Double, grad: Double)] = [
        "-0.0 ** 0.5, value and constant": (0, .infinity),
        "-inf ** 0.5, value and constant": (.infinity, 0),
    ]

    @Test("what differs by choice is as documented", arguments: differences.keys.sorted())
    func difference(_ name: String) throws {
        let expression = try #require(Reference.pyTorch.kinks.first { $0.name == name })
        let choice = try #require(Self.differences[name])
        withTape {
            let values = RecordedExpression(expression.nodes).values
            values[values.count - 1].backward()
            #expect(isClose(values[values.count - 1].data, choice.data))
            #expect(isClose(values[0].grad, choice.grad))
        }
    }

    @Test("kinks, poles, NaN, infinity and signed zeros have its data and gradients")
    func kinks() {
        let kinks = Reference.pyTorch.kinks
        #expect(kinks.count > 2_000)
        for expression in kinks where Self.differences[expression.name] == nil {
            expectAgreement(on: expression)
        }
    }

    private func expectAgreement(on expression: PyTorchReference.Expression) {
        withTape {
            let values = RecordedExpression(expression.nodes).values
            values[values.count - 1].backward()
            let walk = GraphWalk(from: values[values.count - 1])
            let grads = Dictionary(uniqueKeysWithValues: walk.map { ($0.id, $0.grad) })
            for (index, value) in values.enumerated() {
                let data = expression.data[index].number
                #expect(
                    isClose(value.data, data) && (data != 0 || value.data.sign == data.sign),
                    "\(expression.name), data of node \(index): \(value.data), PyTorch \(data)")
                // PyTorch knows the gradient -0.0, which here is always 0.0.
                let grad = expression.grad[index]?.number
                let walked = walk.id(of: value).flatMap { grads[$0] ?? nil }
                #expect(
                    (walked == nil) == (grad == nil) && isClose(value.grad, grad ?? 0),
                    "\(expression.name), gradient of node \(index): \(value.grad), PyTorch \(grad ?? 0)")
            }
        }
    }

    private func isClose(_ number: Double, _ reference: Double) -> Bool {
        if reference.isNaN { return number.isNaN }
        if reference.isInfinite { return number == reference }
        return abs(number - reference) <= Self.tolerance * max(abs(reference), 1)
    }
}
