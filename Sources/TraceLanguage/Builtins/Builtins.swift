/// All functions of the language, by where they are found.
enum Builtins {
    /// The table. A new function is one row in one of its parts.
    static let table: [Builtin] = values + numbers + lists + output + mathematics + randomness + networks

    private static let rows: [Namespace: [String: Builtin]] = {
        var rows: [Namespace: [String: Builtin]] = [:]
        for row in table {
            for namespace in row.namespaces { rows[namespace, default: [:]][row.name] = row }
        }
        return rows
    }()

    static func row(_ name: String, of namespace: Namespace) -> Builtin? { rows[namespace]?[name] }

    /// Returns the function or constant of a module.
    static func member(_ name: String, of namespace: Namespace) -> Object? {
        if let row = row(name, of: namespace) { return .function(row) }
        return namespace.constants.first { $0.name == name }?.object
    }

    /// The names of a module's functions and constants, in the order of the table.
    static func members(of namespace: Namespace) -> [String] {
        table.filter { $0.namespaces.contains(namespace) }.map(\.name) + namespace.constants.map(\.name)
    }
}
