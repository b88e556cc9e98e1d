internal import MicrogradSupport

// What an operation makes of plain numbers: for callers that have no values. The sweep has ways of its own.

extension Value.Operation {
    /// Returns what the operation makes of a plain number, as it does of a value.
    ///
    /// - Precondition: The operation takes one operand.
    package func callAsFunction(_ x: Double) -> Double {
        guard arity == 1 else { trap("'\(symbol)' takes two operands and was given one.") }
        return value(x, 0)
    }

    /// Returns the value at x and y; an operation on one operand leaves y alone.
    func value(_ x: Double, _ y: Double) -> Double {
        var reader = ValueReader(x: x, y: y)
        dispatch(&reader)
        return reader.value
    }

    /// Returns what a gradient of the result gives to x and to y.
    func gradients(_ grad: Double, _ x: Double, _ y: Double, result: Double) -> (x: Double, y: Double) {
        var reader = GradientReader(grad: grad, x: x, y: y, result: result)
        dispatch(&reader)
        return reader.gradients
    }

    /// Returns the derivatives of the result with respect to x and to y.
    func derivatives(_ x: Double, _ y: Double, result: Double) -> (x: Double, y: Double) {
        var reader = DerivativeReader(x: x, y: y, result: result)
        dispatch(&reader)
        return reader.derivatives
    }
}

private struct ValueReader: OperationVisitor {
    let x: Double
    let y: Double
    var value = 0.0

    mutating func visit<O: UnaryOperation>(_: O.Type) { value = O.value(x) }
    mutating func visit<O: BinaryOperation>(_: O.Type) { value = O.value(x, y) }
}

private struct GradientReader: OperationVisitor {
    let grad: Double
    let x: Double
    let y: Double
    let result: Double
    var gradients = (x: 0.0, y: 0.0)

    mutating func visit<O: UnaryOperation>(_: O.Type) { gradients.x = O.gradX(grad, x, result) }

    mutating func visit<O: BinaryOperation>(_: O.Type) {
        gradients = (O.gradX(grad, x, y, result), O.gradY(grad, x, y, result))
    }
}

private struct DerivativeReader: OperationVisitor {
    let x: Double
    let y: Double
    let result: Double
    var derivatives = (x: 0.0, y: 0.0)

    mutating func visit<O: UnaryOperation>(_: O.Type) { derivatives.x = O.dx(x, result) }

    mutating func visit<O: BinaryOperation>(_: O.Type) {
        derivatives = (O.dx(x, y, result), O.dy(x, y, result))
    }
}
