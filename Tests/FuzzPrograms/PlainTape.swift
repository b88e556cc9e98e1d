import Foundation

/// A tape of the plainest kind, to hold the engine against: one array of nodes, one formula for each value and each
/// derivative, one loop for the backward pass. It shares no code with the engine.
///
/// A compound is recorded as the operations that it stands for. Nothing is compacted.
struct PlainTape {
    struct Node {
        /// nil for a leaf.
        var symbol: String?
        var operands: [Int] = []
        /// The exponent of a power by a number.
        var argument: Double?
        var data: Double
        var grad: Double?
        var label: String?
        var isParameter = false
        /// Whether it is a number that met a value: a leaf whose gradient follows from that of the next node.
        var isConstant = false
        var scope: Int?
    }

    struct Scope {
        var kind: String
        var name: String
        /// The number of the module, or 0.
        var instance: Int
        var parent: Int?
    }

    var nodes: [Node] = []
    var scopes: [Scope] = []
    var openScope: Int?
    /// The roots of all calls of `backward` that still count, in their order.
    var sweeps: [Int] = []

    // MARK: Recording

    mutating func leaf(_ data: Double, label: String? = nil, isParameter: Bool = false) -> Int {
        nodes.append(Node(data: data, label: label, isParameter: isParameter, scope: openScope))
        return nodes.count - 1
    }

    mutating func record(_ symbol: String, _ operands: Int...) -> Int {
        let (x, y) = (nodes[operands[0]].data, nodes[operands[operands.count - 1]].data)
        nodes.append(
            Node(symbol: symbol, operands: operands, data: Self.value(symbol, x, y), scope: openScope))
        return nodes.count - 1
    }

    mutating func record(_ symbol: String, _ x: Int, constant: Double) -> Int {
        if symbol == "**" {
            let data = Self.value(symbol, nodes[x].data, constant)
            nodes.append(
                Node(symbol: symbol, operands: [x], argument: constant, data: data, scope: openScope))
            return nodes.count - 1
        }
        let constant = self.constant(constant)
        return record(symbol, x, constant)
    }

    mutating func record(_ symbol: String, constant: Double, _ y: Int) -> Int {
        let constant = self.constant(constant)
        return record(symbol, constant, y)
    }

    private mutating func constant(_ data: Double) -> Int {
        nodes.append(Node(data: data, isConstant: true, scope: openScope))
        return nodes.count - 1
    }

    mutating func scoped<Result>(
        _ kind: String, _ name: String, instance: Int, _ body: (inout PlainTape) throws -> Result
    ) rethrows -> Result {
        let outer = openScope
        scopes.append(Scope(kind: kind, name: name, instance: instance, parent: outer))
        openScope = scopes.count - 1
        defer { openScope = outer }
        return try body(&self)
    }

    /// Forgets the nodes from `start` on.
    mutating func truncate(to start: Int) {
        nodes.removeSubrange(start...)
        sweeps.removeAll { $0 >= start }
    }

    // MARK: Values and derivatives

    static func value(_ symbol: String, _ x: Double, _ y: Double) -> Double {
        switch symbol {
        case "+": x + y
        case "-": x - y
        case "*": x * y
        case "/": x / y
        case "**": y == 2 ? x * x : pow(x, y)
        case "min": x.isNaN || y.isNaN ? .nan : (y < x ? y : x)
        case "max": x.isNaN || y.isNaN ? .nan : (y > x ? y : x)
        case "neg": -x
        case "exp": exp(x)
        case "log": log(x)
        case "sqrt": x.squareRoot()
        case "sin": sin(x)
        case "cos": cos(x)
        case "tanh": tanh(x)
        case "sigmoid": x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x))
        case "relu": x < 0 ? 0 : x
        case "abs": abs(x)
        default: fatalError("There is no operation \(symbol).")
        }
    }

    /// The derivatives for x and y; nil where the result does not depend on the operand.
    static func derivatives(_ symbol: String, _ x: Double, _ y: Double, _ z: Double) -> (Double?, Double?) {
        switch symbol {
        case "+": return (1, 1)
        case "-": return (1, -1)
        case "*": return (y, x)
        case "/": return (1 / y, -z / y)
        case "**":
            let dx: Double? = y == 0 ? nil : (y == 2 ? 2 * x : y * value("**", x, y - 1))
            return (dx, x == 0 && y >= 0 ? 0 : z * log(x))
        case "min": return x == y ? (0.5, 0.5) : (x > y ? nil : 1, x < y ? nil : 1)
        case "max": return x == y ? (0.5, 0.5) : (x < y ? nil : 1, x > y ? nil : 1)
        case "neg": return (-1, nil)
        case "exp": return (z, nil)
        case "log": return (1 / x, nil)
        case "sqrt": return (0.5 / z, nil)
        case "sin": return (cos(x), nil)
        case "cos": return (-sin(x), nil)
        case "tanh": return (1 - z * z, nil)
        case "sigmoid": return (z * (1 - z), nil)
        case "relu": return (z <= 0 ? nil : 1, nil)
        case "abs": return (x == 0 || x.isNaN ? 0 : (x > 0 ? 1 : -1), nil)
        default: fatalError("There is no operation \(symbol).")
        }
    }

    /// The derivatives of a node for its operands, at the data that they have now.
    func derivatives(of index: Int) -> [Double?] {
        let node = nodes[index]
        guard let symbol = node.symbol else { return [] }
        let (x, y) = (nodes[node.operands[0]].data, node.argument ?? nodes[node.operands.last ?? 0].data)
        let (dx, dy) = Self.derivatives(symbol, x, y, node.data)
        return node.operands.count == 1 ? [dx] : [dx, dy]
    }

    // MARK: Backward

    /// Which nodes the roots depend on.
    func reached(from roots: [Int]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: nodes.count)
        for root in roots { isReached[root] = true }
        for index in nodes.indices.reversed() where isReached[index] {
            for operand in nodes[index].operands { isReached[operand] = true }
        }
        return isReached
    }

    mutating func backward(from root: Int) {
        sweeps.append(root)
        let isReached = reached(from: [root])
        for index in nodes.indices
        where isReached[index] && (nodes[index].symbol != nil || nodes[index].isConstant) {
            nodes[index].grad = nil
        }
        nodes[root].grad = (nodes[root].grad ?? 0) + 1
        for index in stride(from: root, through: 0, by: -1) where isReached[index] {
            guard let grad = nodes[index].grad else { continue }
            for (operand, derivative) in zip(nodes[index].operands, derivatives(of: index)) {
                let contribution = (derivative.map { grad * $0 } ?? 0) + 0.0
                nodes[operand].grad = nodes[operand].grad.map { $0 + contribution } ?? contribution
            }
        }
    }

    /// How large the parts are that add up in the gradient of each node, to tell rounding from a mistake.
    func gradientMagnitudes(from roots: [Int]) -> [Double] {
        var sizes = [Double](repeating: 0, count: nodes.count)
        for root in roots { sizes[root] += 1 }
        for index in nodes.indices.reversed() where sizes[index] != 0 {
            for (operand, derivative) in zip(nodes[index].operands, derivatives(of: index)) {
                if let derivative { sizes[operand] += sizes[index] * abs(derivative) }
            }
        }
        return sizes
    }

    /// The same numbers without what they were computed from.
    func leaves() -> PlainTape {
        PlainTape(nodes: nodes.map { Node(data: $0.data) })
    }
}
