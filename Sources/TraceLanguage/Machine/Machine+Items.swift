// `x[i]` and `x[a:b]`.

extension Machine {
    /// The elements of a text, as Python counts them.
    private func letters(_ cell: Cell) -> [Unicode.Scalar] { Array(cell.string.unicodeScalars) }

    /// How many elements an object has; nil where it has none.
    func count(of cell: Cell) -> Int? {
        switch cell.tag {
        case .list, .tuple: cell.sequence.pointee.count
        case .string: cell.string.unicodeScalars.count
        case .range: cell.range.pointee.count
        case .set: cell.payload(SetPayload.self).elements.count
        case .keywords: cell.payload(Keywords.self).names.count
        default: nil
        }
    }

    func item(of object: Cell, at index: Cell) throws(Failure) -> Cell {
        if object.tag == .keywords { return try keyword(index, of: object) }
        let position = try position(index, in: object)
        switch object.tag {
        case .list, .tuple: return object.sequence.pointee.cells[position]
        case .range: return Cell(object.range.pointee.start &+ position &* object.range.pointee.step)
        default: return heap.makeString(String(Character(letters(object)[position])))
        }
    }

    private func keyword(_ index: Cell, of object: Cell) throws(Failure) -> Cell {
        let keywords = object.payload(Keywords.self)
        guard index.tag == .string, let place = keywords.names.firstIndex(where: { $0.text == index.string })
        else { throw failure(.missingKey(try representation(of: index))) }
        return keywords.cells[place]
    }

    func setItem(of object: Cell, at index: Cell, to new: Cell) throws(Failure) {
        guard object.tag == .list else { throw failure(.itemsNotSettable(typeName(of: object))) }
        let position = try position(index, in: object)
        object.sequence.pointee.cells[position] = new
        if new.tag == .value || new.tag == .list { nameElement(new, of: object, at: position) }
    }

    /// The place that an index names, counted from the end where it is negative.
    private func position(_ index: Cell, in object: Cell) throws(Failure) -> Int {
        guard let count = object.tag == .set ? nil : count(of: object) else {
            throw failure(.notIndexable(typeName(of: object)))
        }
        guard let number = integer(of: index) ?? readInteger(index) else {
            throw Failure(.badIndex(typeName(of: index)), at: indexPlace)
        }
        let position = number < 0 ? number + Int128(count) : number
        guard position >= 0, position < count else {
            throw Failure(.indexOutOfRange(number, count: count), at: indexPlace)
        }
        return Int(position)
    }

    /// Where the index stands that the instruction reads.
    private var indexPlace: Range<Int> {
        let place = self.place
        // The brackets stand around it; of a target all of it is the place.
        guard source.bytes[place.lowerBound] == UInt8(ascii: "[") else {
            guard let index = Parser.lastIndex(at: place, in: source) else { return place }
            return index.range
        }
        var (start, end) = (place.lowerBound + 1, place.upperBound - 1)
        while start < end, source.bytes[start].isBlank || source.bytes[start].isLineEnd { start += 1 }
        while end > start, source.bytes[end - 1].isBlank || source.bytes[end - 1].isLineEnd { end -= 1 }
        return start..<end
    }

    func slice(of object: Cell, _ start: Cell, _ stop: Cell, _ step: Cell) throws(Failure) -> Cell {
        guard let count = object.tag == .set || object.tag == .keywords ? nil : count(of: object) else {
            throw failure(.notIndexable(typeName(of: object)))
        }
        func bound(_ cell: Cell) throws(Failure) -> Int? {
            if cell.tag == .none { return nil }
            guard let number = integer(of: cell) ?? readInteger(cell) else {
                throw failure(.badIndex(typeName(of: cell)))
            }
            return Int(clamping: number)
        }
        let step = try bound(step) ?? 1
        guard step != 0 else { throw failure(.zeroStep("slice")) }
        let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
        func clamped(_ number: Int?, _ fallback: Int) -> Int {
            guard var number else { return fallback }
            if number < 0 { number = number < -count ? low : number + count }
            return min(max(number, low), high)
        }
        let first = clamped(try bound(start), step > 0 ? 0 : count - 1)
        let end = clamped(try bound(stop), step > 0 ? count : -1)
        let length =
            step > 0 ? max(0, (end - first + step - 1) / step) : max(0, (first - end - step - 1) / -step)
        try self.step(length)
        switch object.tag {
        case .range:
            let range = object.range.pointee
            return heap.makeRange(
                start: range.start &+ first &* range.step, stop: range.start &+ end &* range.step,
                step: range.step &* step, count: length)
        case .string:
            let letters = letters(object)
            var text = String.UnicodeScalarView()
            for number in 0..<length { text.append(letters[first + number * step]) }
            return heap.makeString(String(text))
        default:
            let result = heap.makeSequence(object.tag, capacity: length)
            for number in 0..<length {
                heap.append(object.sequence.pointee.cells[first + number * step], to: result.sequence)
            }
            return result
        }
    }

    // MARK: - Sets

    func makeSet(_ elements: [Cell]) -> Cell {
        let payload = SetPayload()
        let set = heap.makeForeign(.set, payload)
        for element in elements where !payload.elements.contains(where: { isIdentical($0, element) }) {
            payload.elements.append(element)
        }
        return set
    }
}
