/// An argument of a call, and where it stands.
struct Argument {
    /// The name of a keyword argument.
    var name: String?
    var object: Object
    var range: Range<Int>
    var nameRange: Range<Int>
    /// The name of the text that is written as the argument; nil for any other expression.
    var variable: Name?
    /// How the text writes it, in brackets where it is an operation; nil where that is long, or gives another
    /// object each time.
    var written: String?
}
