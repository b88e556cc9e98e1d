internal import Micrograd

extension Comparison {
    /// Compares two objects as Python does; `==` works on all, the rest on numbers and strings.
    func apply(_ left: Object, _ right: Object, at range: Range<Int>) throws(Failure) -> Bool {
        if let x = left.integer, let y = right.integer { return holds(x, y) }
        if let x = left.integer, case .float(let y) = right {
            return Comparison.order(x, y).map(holds) ?? (self == .notEqual)
        }
        if let y = right.integer, case .float(let x) = left {
            return Comparison.order(y, x).map { holds(-$0) } ?? (self == .notEqual)
        }
        if let x = left.number, let y = right.number { return holds(x, y) }
        if case .string(let x) = left, case .string(let y) = right { return holds(x, y) }
        if self == .equal || self == .notEqual {
            if let x = left.elements, let y = right.elements, Comparison.areOneType(left, right) {
                return try Comparison.areEqual(x, y, at: range) == (self == .equal)
            }
            switch (left, right) {
            case (.none, .none): return self == .equal
            case (.value, _), (_, .value): throw valueComparison(at: range)
            default: return self == .notEqual
            }
        }
        if left.isNumeric, right.isNumeric { throw valueComparison(at: range) }
        throw Failure(.badOperands(rawValue, left: left.typeName, right: right.typeName), at: range)
    }

    private func valueComparison(at range: Range<Int>) -> Failure {
        Failure(.valueComparison(rawValue, instead: nil), at: range)
    }

    private func holds<T: Comparable>(_ x: T, _ y: T) -> Bool {
        switch self {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessOrEqual: x <= y
        case .greater: x > y
        case .greaterOrEqual: x >= y
        }
    }

    private func holds(_ order: Int) -> Bool { holds(order, 0) }

    /// Returns -1, 0 or 1 as an integer lies below, at or above a float, exactly; nil for NaN.
    private static func order(_ x: Int128, _ y: Double) -> Int? {
        if y.isNaN { return nil }
        let rounded = Double(x)
        if rounded != y { return rounded < y ? -1 : 1 }
        guard let whole = Int128(exactly: y) else { return -1 }
        return x == whole ? 0 : (x < whole ? -1 : 1)
    }

    private static func areOneType(_ left: Object, _ right: Object) -> Bool {
        switch (left, right) {
        case (.list, .list), (.tuple, .tuple): true
        default: false
        }
    }

    private static func areEqual(_ x: [Object], _ y: [Object], at range: Range<Int>) throws(Failure) -> Bool {
        guard x.count == y.count else { return false }
        for (one, two) in zip(x, y) where try !Comparison.equal.apply(one, two, at: range) { return false }
        return true
    }
}
