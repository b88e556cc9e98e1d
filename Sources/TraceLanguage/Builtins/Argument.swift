/// An argument of a call, and where it stands.
struct Argument {
    /// The name of a keyword argument.
    var name: String?
    var object: Object
    var range: Range<Int>
    var nameRange: Range<Int>
    /// What is written; nil for the object before the dot of a method.
    var expression: Expression?
}
