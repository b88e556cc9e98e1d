/// A row of the table in `Builtins.swift`: a function and what it does.
struct Builtin: Sendable {
    let function: Function
    let body: @Sendable (Call) throws(Failure) -> Object

    /// - Parameter parameters: As `Function` reads them: `"data * label?"`.
    init(
        _ name: String, in namespaces: [Namespace], _ parameters: String,
        _ body: @escaping @Sendable (Call) throws(Failure) -> Object
    ) {
        function = Function(name, in: namespaces, parameters)
        self.body = body
    }
}
