/// All functions of the language, by where they are found.
enum Builtins {
    /// The table. A new function is one row in one of its parts.
    static let table: [Builtin] = values + numbers + lists + output + mathematics + randomness + networks

    /// The rows of each name: one for most.
    private static let rows: [String: [Builtin]] = {
        var rows: [String: [Builtin]] = Dictionary(minimumCapacity: table.count)
        for row in table { rows[row.function.name, default: []].append(row) }
        return rows
    }()

    static func row(_ name: String, of namespace: Namespace) -> Builtin? {
        rows[name]?.last { $0.function.namespaces.contains(namespace) }
    }

    /// Returns the row of a function; nil where it stands in no part of the table.
    static func row(of function: Function) -> Builtin? {
        function.namespaces.first.flatMap { row(function.name, of: $0) }
    }

    /// Returns the function or constant of a module.
    static func member(_ name: String, of namespace: Namespace) -> Object? {
        if let row = row(name, of: namespace) { return .function(row.function) }
        return namespace.constants.first { $0.name == name }?.object
    }

    /// The names of a module's functions and constants that messages list, in the order of the table.
    static func members(of namespace: Namespace) -> [String] {
        table.filter { $0.function.namespaces.contains(namespace) && !$0.function.name.hasPrefix("_") }
            .map(\.function.name)
            + namespace.constants.map(\.name)
    }
}
