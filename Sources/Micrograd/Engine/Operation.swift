extension Value {
    /// What computed a value: the operations that a graph can hold.
    ///
    /// Each is defined, with its value and its local derivatives, by the type of the same name in
    /// `Operation+Definitions.swift`. It stands in `Value`, so that its name does not meet that of Foundation's.
    public enum Operation: UInt8, BitwiseCopyable, CaseIterable, Hashable, Sendable {
        case add, subtract, multiply, divide, power, minimum, maximum
        case negate, exp, log, sqrt, sin, cos, tanh, sigmoid, relu, abs

        /// The sign or name that stands for the operation in pictures and saved graphs, such as `*` or `tanh`.
        public var symbol: String {
            var reader = SymbolReader()
            dispatch(&reader)
            return reader.symbol
        }

        /// How many operands the operation takes: 1 or 2.
        public var arity: Int { rawValue < Operation.negate.rawValue ? 2 : 1 }

        /// Returns the operation that `symbol` stands for, or nil where there is none.
        public init?(symbol: String) {
            guard let match = Operation.ofSymbol[symbol] else { return nil }
            self = match
        }

        private static let ofSymbol = Dictionary(uniqueKeysWithValues: allCases.map { ($0.symbol, $0) })
    }
}

private struct SymbolReader: OperationVisitor {
    var symbol = ""

    mutating func visit<O: BinaryOperation>(_: O.Type) { symbol = O.symbol }
    mutating func visit<O: UnaryOperation>(_: O.Type) { symbol = O.symbol }
}
