/// Types of the standard library whose elements reflection does not show.
enum UnseenType {
    /// Protocols that lead to modules. The type of one is no `any Module.Type`, as that of a module is.
    private static let moduleProtocols: [Any.Type] = [
        (any Module).self, (any Model).self, (any Module & AnyObject).self, (any Model & AnyObject).self,
    ]

    /// Whether instances hold values, modules, or lists of them, out of sight; or may do so, where they are lists.
    static func hidesParameters(_ type: Any.Type) -> Bool {
        guard let type = type as? any Unseen.Type else { return false }
        if type.isList { return !PlainType.isPlain(type.element) }
        // Locks and handles of C are behind pointers and in buffers too: what is unknown there passes.
        var types = [type.element]
        while let type = types.popLast() {
            if type is Value.Type || type is Values.Type || type is any Module.Type { return true }
            if moduleProtocols.contains(where: { $0 == type }) { return true }
            if let container = type as? any PlainContainer.Type { types += container.contents }
            if let unseen = type as? any Unseen.Type { types.append(unseen.element) }
        }
        return false
    }
}

private protocol Unseen: ~Copyable {
    static var element: Any.Type { get }
    /// Whether the elements are there for the model's sake, as those of a list are.
    static var isList: Bool { get }
}

extension Unseen where Self: ~Copyable {
    fileprivate static var isList: Bool { false }
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
    fileprivate static var isList: Bool { true }
}
