/// Types of the standard library whose elements reflection does not show.
enum UnseenType {
    /// Whether instances hold values, modules, or lists of them, out of sight.
    static func hidesParameters(_ type: Any.Type) -> Bool {
        guard let type = type as? any Unseen.Type else { return false }
        var types = [type.element]
        while let type = types.popLast() {
            if type is Value.Type || type is Values.Type || type is any Module.Type { return true }
            if let container = type as? any PlainContainer.Type { types += container.contents }
            if let unseen = type as? any Unseen.Type { types.append(unseen.element) }
        }
        return false
    }
}

private protocol Unseen: ~Copyable {
    static var element: Any.Type { get }
}

extension UnsafePointer: Unseen {
    fileprivate static var element: Any.Type { Pointee.self }
}
extension UnsafeMutablePointer: Unseen {
    fileprivate static var element: Any.Type { Pointee.self }
}
extension UnsafeBufferPointer: Unseen {
    fileprivate static var element: Any.Type { Element.self }
}
extension UnsafeMutableBufferPointer: Unseen {
    fileprivate static var element: Any.Type { Element.self }
}
extension ManagedBuffer: Unseen {
    fileprivate static var element: Any.Type { Element.self }
}
@available(macOS 26, *)
extension InlineArray: Unseen {
    fileprivate static var element: Any.Type { Element.self }
}
