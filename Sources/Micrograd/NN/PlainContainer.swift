/// A type of the standard library that is as plain as what it holds, and whose mirror shows all of that.
protocol PlainContainer {
    /// The types of what it holds.
    static var contents: [Any.Type] { get }
}

extension Array: PlainContainer {
    static var contents: [Any.Type] { [Element.self] }
}
extension ArraySlice: PlainContainer {
    static var contents: [Any.Type] { [Element.self] }
}
extension ContiguousArray: PlainContainer {
    static var contents: [Any.Type] { [Element.self] }
}
extension Set: PlainContainer {
    static var contents: [Any.Type] { [Element.self] }
}
extension Dictionary: PlainContainer {
    static var contents: [Any.Type] { [Key.self, Value.self] }
}
extension Optional: PlainContainer {
    static var contents: [Any.Type] { [Wrapped.self] }
}
extension Range: PlainContainer {
    static var contents: [Any.Type] { [Bound.self] }
}
extension ClosedRange: PlainContainer {
    static var contents: [Any.Type] { [Bound.self] }
}
