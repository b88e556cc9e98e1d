/// Python's reserved words, all of them, so that none becomes a name.
enum Keyword: String, CaseIterable {
    case `true` = "True", `false` = "False", none = "None"
    case `import`, from, `as`
    case def, `class`, `for`, `while`, `if`, `elif`, `else`, `return`, pass, `break`, `continue`
    case and, or, not, `in`, `is`, lambda
    case `try`, except, finally, raise, with, yield, async, await, global, nonlocal, del, assert

    /// Whether it begins a statement with a block, which makes a text a program.
    var opensBlock: Bool {
        switch self {
        case .def, .class, .for, .while, .if: true
        default: false
        }
    }
}
