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
    case function(Function)
    /// A function with the object before its dot.
    indirect case method(Function, Object)
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
        case .function(let function), .method(let function, _): "the function \(function.name)"
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

    /// Whether it is an int or a float that is neither infinite nor NaN.
    var isFiniteNumber: Bool {
        if case .bool = self { return false }
        return number?.isFinite ?? false
    }

    /// The integer of an int or a bool.
    var integer: Int128? {
        switch self {
        case .bool(let bool): bool ? 1 : 0
        case .integer(let integer): integer
        default: nil
        }
    }

    /// Whether it is a Value or a number.
    var isNumeric: Bool {
        if case .value = self { true } else { number != nil }
    }

    /// The Values that it is, or holds.
    var values: [Value] {
        if case .value(let value) = self { return [value] }
        return elements?.flatMap(\.values) ?? []
    }

    /// The elements of a list or a tuple.
    var elements: [Object]? {
        switch self {
        case .list(let list), .tuple(let list): list.elements
        default: nil
        }
    }
}
