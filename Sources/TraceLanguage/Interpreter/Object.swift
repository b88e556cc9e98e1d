internal import Micrograd

/// What an expression gives.
enum Object {
    case none
    case bool(Bool)
    case integer(Int128)
    case float(Double)
    case string(String)
    case value(Value)
    case list(List)
    case tuple(List)
    case function(Builtin)
    /// A function with the object before its dot.
    indirect case method(Builtin, Object)
    case namespace(Namespace)
    case network(Network)
    /// What `draw_dot` gives.
    case drawing(Value)
    /// A name that can be imported but not used.
    case unusable(String)

    /// The kind of object, as a message names it.
    var typeName: String {
        switch self {
        case .none: "None"
        case .bool: "a bool"
        case .integer: "an int"
        case .float: "a float"
        case .string: "a string"
        case .value: "a Value"
        case .list(let list): list.elements.isEmpty ? "an empty list" : "a list"
        case .tuple: "a tuple"
        case .function(let builtin), .method(let builtin, _): "the function \(builtin.name)"
        case .namespace(let namespace): "the module \(namespace.rawValue)"
        case .network(let network): network.typeName
        case .drawing: "a drawing"
        case .unusable(let name): "\(name)"
        }
    }

    /// The number of a number; True is 1. nil for everything else.
    var number: Double? {
        switch self {
        case .bool(let bool): bool ? 1 : 0
        case .integer(let integer): Double(integer)
        case .float(let number): number
        default: nil
        }
    }

    /// The integer of an int or a bool.
    var integer: Int128? {
        switch self {
        case .bool(let bool): bool ? 1 : 0
        case .integer(let integer): integer
        default: nil
        }
    }

    /// The elements of a list or a tuple.
    var elements: [Object]? {
        switch self {
        case .list(let list), .tuple(let list): list.elements
        default: nil
        }
    }
}

/// The elements of a list or a tuple, shared by all names that it has.
final class List {
    /// How deep lists may stand inside each other, so that nothing that walks them overflows the stack.
    static let deepest = 1000

    let elements: [Object]
    /// How many elements there are, those of lists inside it among them.
    let size: Int
    /// How many lists stand inside each other here, this one among them.
    let depth: Int

    init(_ elements: [Object]) {
        self.elements = elements
        var deepest = 0
        var size = elements.count
        for element in elements {
            switch element {
            case .list(let list), .tuple(let list):
                deepest = max(deepest, list.depth)
                size += list.size
            default: break
            }
        }
        self.size = size
        depth = deepest + 1
    }
}
