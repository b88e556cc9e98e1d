// Comparisons, as Python makes them; those of Values say what to write instead.

extension Machine {
    func compare(_ comparison: Comparison, _ x: Cell, _ y: Cell) throws(Failure) -> Bool {
        switch comparison {
        case .isIn: return try contains(y, x)
        case .isNotIn: return try !contains(y, x)
        case .isSame: return isIdentical(x, y)
        case .isNotSame: return !isIdentical(x, y)
        default: break
        }
        if let x = integer(of: x), let y = integer(of: y) { return comparison.holds(x, y) }
        if isNumeric(x), isNumeric(y) {
            guard x.tag != .value, y.tag != .value else { throw valueComparison(comparison) }
            return compareNumbers(comparison, x, y)
        }
        if x.tag == .string, y.tag == .string { return comparison.holds(x.string, y.string) }
        if comparison == .equal || comparison == .notEqual {
            guard x.tag != .value, y.tag != .value else { throw valueComparison(comparison) }
            return try areEqual(x, y) == (comparison == .equal)
        }
        if x.tag == y.tag, x.tag == .list || x.tag == .tuple { return try compareSequences(comparison, x, y) }
        if x.tag == .value || y.tag == .value, isNumeric(x), isNumeric(y) {
            throw valueComparison(comparison)
        }
        throw failure(.badOperands(comparison.rawValue, left: typeName(of: x), right: typeName(of: y)))
    }

    private func compareNumbers(_ comparison: Comparison, _ x: Cell, _ y: Cell) -> Bool {
        if let one = integer(of: x), let two = number(of: y) {
            return Comparison.order(one, two).map { comparison.holds($0, 0) } ?? (comparison == .notEqual)
        }
        if let one = number(of: x), let two = integer(of: y) {
            return Comparison.order(two, one).map { comparison.holds(-$0, 0) } ?? (comparison == .notEqual)
        }
        return comparison.holds(number(of: x) ?? .nan, number(of: y) ?? .nan)
    }

    /// Whether two objects are equal; lists are compared element by element, without recursion.
    private func areEqual(_ x: Cell, _ y: Cell) throws(Failure) -> Bool {
        var waiting = [(x, y)]
        var isFirst = true
        while let (x, y) = waiting.popLast() {
            try step()
            // In a list, what is the same object is equal.
            if !isFirst, x.isSame(as: y) { continue }
            isFirst = false
            if isNumeric(x), isNumeric(y) {
                guard x.tag != .value, y.tag != .value else { throw valueComparison(.equal) }
                if let x = integer(of: x), let y = integer(of: y) {
                    guard x == y else { return false }
                } else {
                    guard compareNumbers(.equal, x, y) else { return false }
                }
                continue
            }
            switch (x.tag, y.tag) {
            case (.string, .string):
                guard x.string.utf8.elementsEqual(y.string.utf8) else { return false }
            case (.list, .list), (.tuple, .tuple):
                let (one, two) = (x.sequence.pointee.elements, y.sequence.pointee.elements)
                guard one.count == two.count else { return false }
                for index in one.indices.reversed() { waiting.append((one[index], two[index])) }
            case (.range, .range):
                let (one, two) = (x.range.pointee, y.range.pointee)
                guard
                    one.count == two.count, one.count == 0 || one.start == two.start,
                    one.count < 2 || one.step == two.step
                else { return false }
            case (.value, _), (_, .value):
                guard x.isSame(as: y) else { return false }
            default:
                guard isIdentical(x, y) else { return false }
            }
        }
        return true
    }

    private func compareSequences(_ comparison: Comparison, _ x: Cell, _ y: Cell) throws(Failure) -> Bool {
        let (one, two) = (Array(x.sequence.pointee.elements), Array(y.sequence.pointee.elements))
        for (x, y) in zip(one, two) where !x.isSame(as: y) {
            guard try areEqual(x, y) else { return try compare(comparison, x, y) }
        }
        return comparison.holds(one.count, two.count)
    }

    private func contains(_ container: Cell, _ cell: Cell) throws(Failure) -> Bool {
        switch container.tag {
        case .string:
            guard cell.tag == .string else {
                throw failure(.badOperands("in", left: typeName(of: cell), right: "a string"))
            }
            return container.string.unicodeScalars.containsSequence(cell.string.unicodeScalars)
        case .range:
            guard let number = number(of: cell), let integer = Int(exactly: number) else { return false }
            let range = container.range.pointee
            let offset = integer - range.start
            return range.count > 0 && offset % range.step == 0 && offset / range.step >= 0
                && offset / range.step < range.count
        case .keywords:
            return cell.tag == .string
                && container.payload(Keywords.self).names.contains { $0.text == cell.string }
        case .list, .tuple, .set:
            let elements =
                container.tag == .set
                ? container.payload(SetPayload.self).elements : Array(container.sequence.pointee.elements)
            try step(elements.count)
            for element in elements where try isElement(element, cell) { return true }
            return false
        case .iterator, .generator:
            while let element = try nextElement(of: container) {
                try step()
                if try isElement(element, cell) { return true }
            }
            return false
        default:
            throw failure(.badOperands("in", left: typeName(of: cell), right: typeName(of: container)))
        }
    }

    /// Whether an element of a list is what is looked for: the same object, or an equal one. Two Values are equal
    /// where they are the same.
    private func isElement(_ element: Cell, _ cell: Cell) throws(Failure) -> Bool {
        if element.isSame(as: cell) { return true }
        if element.tag == .value || cell.tag == .value { return false }
        return try areEqual(element, cell)
    }

    private func valueComparison(_ comparison: Comparison) -> Failure {
        failure(.valueComparison(comparison.rawValue, instead: comparisonOfData()))
    }

    /// How the comparison at this place is written with the numbers of its Values; nil where that is long.
    private func comparisonOfData() -> String? {
        guard let (left, sign, right) = comparisonOperands() else { return nil }
        func number(_ expression: Expression, _ cell: Cell?) -> String? {
            guard let text = source.shortText(in: expression.range) else { return nil }
            guard cell?.tag == .value else { return text }
            return (expression.isOperation ? "(\(text))" : text) + ".data"
        }
        let i = (frames[top].instruction - 1).pointee
        guard [i.b, i.c].allSatisfy({ operandCell($0).map(isNumeric) ?? false }) else { return nil }
        guard let one = number(left, operandCell(i.b)), let two = number(right, operandCell(i.c)) else {
            return nil
        }
        return "\(one) \(sign) \(two)"
    }
}

extension Comparison {
    func holds<T: Comparable>(_ x: T, _ y: T) -> Bool {
        switch self {
        case .equal, .isIn, .isSame: x == y
        case .notEqual, .isNotIn, .isNotSame: x != y
        case .less: x < y
        case .lessOrEqual: x <= y
        case .greater: x > y
        case .greaterOrEqual: x >= y
        }
    }

    /// Texts are compared by their code points.
    func holds(_ x: String, _ y: String) -> Bool {
        let isSame = x.utf8.elementsEqual(y.utf8)
        if self == .equal { return isSame }
        if self == .notEqual { return !isSame }
        let isBefore = x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars)
        let isBehind = y.unicodeScalars.lexicographicallyPrecedes(x.unicodeScalars)
        return holds(isBefore ? -1 : (isBehind ? 1 : 0), 0)
    }

    /// Returns -1, 0 or 1 as an integer lies below, at or above a float, exactly; nil for NaN.
    static func order(_ x: Int128, _ y: Double) -> Int? {
        if y.isNaN { return nil }
        let rounded = Double(x)
        if rounded != y { return rounded < y ? -1 : 1 }
        guard let whole = Int128(exactly: y) else { return -1 }
        return x == whole ? 0 : (x < whole ? -1 : 1)
    }
}

extension String.UnicodeScalarView {
    fileprivate func containsSequence(_ other: String.UnicodeScalarView) -> Bool {
        guard !other.isEmpty else { return true }
        var start = startIndex
        while start < endIndex {
            if self[start...].starts(with: other) { return true }
            start = index(after: start)
        }
        return false
    }
}
