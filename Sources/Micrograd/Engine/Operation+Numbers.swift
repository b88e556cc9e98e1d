extension Operation {
    /// Returns what the operation makes of a plain number, as it does of a value.
    ///
    /// - Precondition: The operation takes one operand.
    package func callAsFunction(_ x: Double) -> Double {
        var application = UnaryApplication(x: x)
        dispatch(&application)
        guard let result = application.result else {
            trap("'\(symbol)' takes two operands and was given one.")
        }
        return result
    }
}

private struct UnaryApplication: OperationVisitor {
    let x: Double
    var result: Double?

    mutating func visit<O: UnaryOperation>(_: O.Type) { result = O.value(x) }
    mutating func visit<O: BinaryOperation>(_: O.Type) {}
}
