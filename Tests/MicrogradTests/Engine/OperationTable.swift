import Micrograd

/// How user code writes each operation, and where its derivatives are held against finite differences.
///
/// The switch has no default: a new operation does not compile here until it has its row.
enum OperationTable {
    enum Row {
        case unary((Value) -> Value, points: [Double])
        case binary(
            values: (Value, Value) -> Value, valueConstant: (Value, Double) -> Value,
            constantValue: (Double, Value) -> Value, points: [(Double, Double)])
    }

    static func row(of operation: Value.Operation) -> Row {
        switch operation {
        case .add: .binary(values: +, valueConstant: +, constantValue: +, points: plane)
        case .subtract: .binary(values: -, valueConstant: -, constantValue: -, points: plane)
        case .multiply: .binary(values: *, valueConstant: *, constantValue: *, points: plane)
        case .divide: .binary(values: /, valueConstant: /, constantValue: /, points: plane)
        case .power:
            .binary(
                values: **, valueConstant: **, constantValue: **,
                points: [(0.5, 2), (2, 3), (1.7, 2.3), (3, -1.5), (0.2, 0.5), (4, 1), (2.5, 0)])
        case .minimum: .binary(values: min, valueConstant: min, constantValue: min, points: plane)
        case .maximum: .binary(values: max, valueConstant: max, constantValue: max, points: plane)
        case .negate: .unary(-, points: line)
        case .exp: .unary(exp, points: line)
        case .log: .unary(log, points: halfLine)
        case .sqrt: .unary(sqrt, points: halfLine)
        case .sin: .unary(sin, points: line)
        case .cos: .unary(cos, points: line)
        case .tanh: .unary(tanh, points: line)
        case .sigmoid: .unary(sigmoid, points: line)
        case .relu: .unary(relu, points: line)
        case .abs: .unary(abs, points: line)
        }
    }

    // All of them away from kinks and poles.
    private static let line = [-3.1, -1.0, -0.3, 0.2, 0.9, 2.0, 4.4]
    private static let halfLine = [0.3, 0.5, 1.0, 1.9, 8.0]
    private static let plane = [(1.5, 2.5), (-1.2, 0.7), (0.4, -2.2), (-3.0, -1.0), (2.0, 0.8)]
}
