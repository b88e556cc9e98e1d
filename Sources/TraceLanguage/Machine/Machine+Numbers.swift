internal import Micrograd

// What objects are as numbers, and their types as messages name them.

extension Machine {
    /// The number of a number; True is 1. nil for everything else.
    func number(of cell: Cell) -> Double? {
        switch cell.tag {
        case .bool: cell.isTrueBit ? 1 : 0
        case .integer: Double(cell.int)
        case .float: cell.double
        case .bigInteger: Double(bigInteger(cell))
        default: nil
        }
    }

    /// The integer of an int or a bool.
    func integer(of cell: Cell) -> Int128? {
        switch cell.tag {
        case .bool: cell.isTrueBit ? 1 : 0
        case .integer: Int128(cell.int)
        case .bigInteger: bigInteger(cell)
        default: nil
        }
    }

    private func bigInteger(_ cell: Cell) -> Int128 {
        cell.address.assumingMemoryBound(to: BigIntegerObject.self).pointee.integer
    }

    /// Whether it is a Value or a number.
    func isNumeric(_ cell: Cell) -> Bool { cell.tag == .value || number(of: cell) != nil }

    /// What a condition sees in an object.
    func isTrue(_ cell: Cell) -> Bool {
        switch cell.tag {
        case .unbound, .none: false
        case .bool, .integer: cell.bits != 0
        case .float: cell.double != 0
        case .string: !cell.string.isEmpty
        case .list, .tuple, .range, .set, .keywords: (count(of: cell) ?? 0) != 0
        default: true
        }
    }

    /// Whether two cells are one object, as far as Python's `is` can be relied on.
    func isIdentical(_ x: Cell, _ y: Cell) -> Bool {
        guard x.tag == y.tag else { return false }
        switch x.tag {
        case .string: return x.string.utf8.elementsEqual(y.string.utf8)
        case .bigInteger: return integer(of: x) == integer(of: y)
        case .method:
            return x.method.pointee.function.isSame(as: y.method.pointee.function)
                && x.method.pointee.receiver.isSame(as: y.method.pointee.receiver)
        default: return x.bits == y.bits
        }
    }

    /// The kind of object, as a message names it.
    func typeName(of cell: Cell) -> String {
        switch cell.tag {
        case .unbound, .none: "None"
        case .bool: "a bool"
        case .integer, .bigInteger: "an int"
        case .float: "a float"
        case .string: "a string"
        case .value: "a Value"
        case .list: cell.sequence.pointee.count == 0 ? "an empty list" : "a list"
        case .tuple: "a tuple"
        case .range: "a range"
        case .builtin: "the function \(builtins[Int(cell.bits)].name)"
        case .function:
            "the function \(cell.function.pointee.code.takeUnretainedValue().name)"
        case .method: typeName(of: cell.method.pointee.function)
        case .module: "the module \(Namespace(cell).rawValue)"
        case .network: cell.payload(NetworkBox.self).network.typeName
        case .drawing: "a drawing"
        case .unusable: unusableName(cell)
        case .classObject: "the class \(cell.classInfo.name)"
        case .instance: Machine.withArticle(cell.instance.pointee.type.takeUnretainedValue().name)
        case .superObject: "super()"
        case .iterator:
            switch cell.iterator.pointee.kind {
            case .zip: "a zip"
            case .map: "a map"
            case .enumerate: "an enumerate"
            case .reversed: "a reversed"
            case .list, .tuple, .range: "an iterator"
            }
        case .generator: "a generator"
        case .keywords: "keyword arguments"
        case .set: "a set"
        case .box: "a variable"
        }
    }

    private static func withArticle(_ name: String) -> String {
        let isVowel = name.first.map { "AEIOU".contains($0.uppercased()) } ?? false
        return (isVowel ? "an " : "a ") + name
    }

    func unusableName(_ cell: Cell) -> String { lookup.unusableNames[Int(cell.bits)] }

    // MARK: - Inputs as numbers

    /// Reads an input of an expression file as the integer that it was assigned.
    func readInteger(_ cell: Cell) -> Int128? {
        guard let number = readNumber(cell) else { return nil }
        return Int128(exactly: number)
    }

    /// Reads an input of an expression file as its number.
    func readNumber(_ cell: Cell) -> Double? {
        guard kind == .expressions, cell.tag == .value else { return nil }
        let value = value(cell)
        guard value.isLeaf else { return nil }
        naming.markReadAsNumber(value)
        return value.data
    }
}
