/// A text as the parser understood it.
struct Program {
    /// The two kinds of file that the language has.
    enum Kind {
        /// Numbers are Python's; only `Value(...)` and what is computed from it are nodes.
        case program
        /// Each name that is assigned a number is an input of the graph.
        case expressions
    }

    var kind: Kind
    var statements: [Statement]
    var names: NameTable
}
