/// A word that a command takes and that is no option.
struct OperandSpec: Sendable {
    /// What stands for it in usage lines.
    let placeholder: String
    /// What it is, in a word.
    let noun: String
    /// What it can be.
    let help: String
    let shape: ValueShape
    var isOptional = false
}
