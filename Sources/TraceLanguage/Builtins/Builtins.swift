/// All functions of the language, by where they are found.
enum Builtins {
    /// The table. A new function is one row in one of its parts.
    static let table: [Builtin] =
        values + numbers + lists + output + sequences + conversions + mathematics + randomness + networks
        + methods

    /// What stands in the table, as the compiler and the machine look for it.
    static let lookup = Lookup()

    /// Finds functions and constants by name.
    struct Lookup: BuiltinLookup {
        /// The rows of each name: one for most.
        private let rows: [String: [Int]]

        fileprivate init() {
            var rows: [String: [Int]] = Dictionary(minimumCapacity: table.count)
            for (number, row) in table.enumerated() { rows[row.name, default: []].append(number) }
            self.rows = rows
        }

        func row(of name: String) -> Int? { row(name, of: .builtins) }

        private func row(_ name: String, of namespace: Namespace) -> Int? {
            rows[name]?.last { table[$0].namespaces.contains(namespace) }
        }

        func global(_ name: String) -> Cell? { member(name, of: .builtins) }

        func member(_ name: String, of namespace: Namespace) -> Cell? {
            if let row = row(name, of: namespace) { return Cell(.builtin, UInt64(row)) }
            return Builtins.constants(of: namespace).first { $0.name == name }?.cell
        }

        /// In the order of the table.
        func members(of namespace: Namespace) -> [String] {
            table.filter { $0.namespaces.contains(namespace) && !$0.name.hasPrefix("_") }.map(\.name)
                + Builtins.constants(of: namespace).map(\.name)
        }

        var unusableNames: [String] { Builtins.unusableNames }
    }

    /// What can be imported but not used.
    static let unusableNames = ["Digraph", "Graph", "Source"]

    /// What modules hold beside functions.
    static func constants(of namespace: Namespace) -> [(name: String, cell: Cell)] {
        switch namespace {
        case .builtins:
            [("nn", Namespace.nn.cell), ("random", Namespace.random.cell), ("math", Namespace.math.cell)]
        case .micrograd:
            [("engine", Namespace.engine.cell), ("nn", Namespace.nn.cell)]
        case .math:
            [
                ("pi", Cell(Double.pi)), ("e", Cell(2.718281828459045)), ("tau", Cell(2 * Double.pi)),
                ("inf", Cell(Double.infinity)), ("nan", Cell(Double.nan)),
            ]
        case .graphviz:
            unusableNames.enumerated().map { ($1, Cell(.unusable, UInt64($0))) }
        case .engine, .nn, .random, .value, .network, .drawing, .list, .string, .set, .module:
            []
        }
    }
}
