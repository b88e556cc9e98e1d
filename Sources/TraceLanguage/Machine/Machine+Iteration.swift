// Going through the elements of something, one by one.

extension Machine {
    /// Makes the state of a loop of what stands in its first register.
    ///
    /// Ranges and lists are gone through in the registers themselves; a generator expression keeps an iterator instead.
    func prepareLoop(_ state: UnsafeMutablePointer<Cell>, isGenerator: Bool) throws(Failure) {
        let source = state[0]
        if isGenerator {
            state[0] = try iterator(over: source)
            return
        }
        switch source.tag {
        case .range:
            let range = source.range.pointee
            state[0] = Cell(range.start)
            state[1] = Cell(range.count)
            state[2] = Cell(range.step)
        case .list, .tuple:
            state[1] = .none
            state[2] = Cell(0)
        default:
            state[0] = try iterator(over: source)
            state[1] = .none
        }
    }

    /// What goes through the elements of an object: Python's `iter`.
    func iterator(over source: Cell) throws(Failure) -> Cell {
        switch source.tag {
        case .iterator, .generator: return source
        case .list: return heap.makeIterator(.list, over: source)
        case .tuple: return heap.makeIterator(.tuple, over: source)
        case .string:
            let letters = source.string.unicodeScalars.map { heap.makeString(String(Character($0))) }
            return heap.makeIterator(.tuple, over: heap.makeTuple(letters))
        case .range:
            let range = source.range.pointee
            return heap.makeIterator(
                .range, over: .none, index: range.start, count: range.count, step: range.step)
        case .set:
            return heap.makeIterator(.tuple, over: heap.makeTuple(source.payload(SetPayload.self).elements))
        case .keywords:
            let names = source.payload(Keywords.self).names.map { heap.makeString($0.text) }
            return heap.makeIterator(.tuple, over: heap.makeTuple(names))
        default: throw notIterable(source)
        }
    }

    func notIterable(_ source: Cell) -> Failure {
        failure(.notIterable(typeName(of: source), isNumber: isNumeric(source)))
    }

    /// The next element of an iterator; nil at the end.
    func nextElement(of cell: Cell) throws(Failure) -> Cell? {
        if cell.tag == .generator {
            let home = freeStack
            reserve(home + 1)
            guard try resume(cell, target: home, isBoundary: true) else { return nil }
            guard core.pointee.nesting < Machine.deepestNesting else {
                throw failure(.recursion(Machine.deepestCall))
            }
            let element = try runBoundary()
            return element.isBound ? element : nil
        }
        let iterator = cell.iterator
        guard !iterator.pointee.isExhausted else { return nil }
        let source = iterator.pointee.source
        let index = iterator.pointee.index
        switch iterator.pointee.kind {
        case .list, .tuple:
            if index < source.sequence.pointee.count {
                iterator.pointee.index += 1
                return source.sequence.pointee.cells[index]
            }
        case .reversed:
            if index >= 0, index < source.sequence.pointee.count {
                iterator.pointee.index -= 1
                return source.sequence.pointee.cells[index]
            }
        case .range:
            if iterator.pointee.count > 0 {
                iterator.pointee.count -= 1
                iterator.pointee.index &+= iterator.pointee.step
                return Cell(index)
            }
        case .enumerate:
            if let element = try nextElement(of: source) {
                cell.iterator.pointee.index += 1
                return heap.makeTuple([Cell(index), element])
            }
        case .zip:
            let sources = source.sequence
            let count = sources.pointee.count
            if count > 0 {
                let tuple = heap.makeSequence(.tuple, capacity: count)
                for number in 0..<count {
                    guard let element = try nextElement(of: sources.pointee.cells[number]) else { break }
                    heap.append(element, to: tuple.sequence)
                }
                if tuple.sequence.pointee.count == count { return tuple }
            }
        case .map:
            let sources = source.sequence
            var arguments: [Cell] = []
            for number in 0..<sources.pointee.count {
                guard let element = try nextElement(of: sources.pointee.cells[number]) else { break }
                arguments.append(element)
            }
            if arguments.count == sources.pointee.count {
                return try callAndWait(iterator.pointee.function, arguments)
            }
        }
        iterator.pointee.isExhausted = true
        return nil
    }

    /// Puts what the next element of a loop consists of into registers; false at the end.
    ///
    /// The tuples of `zip` and `enumerate` over lists are never made.
    func nextElements(
        _ state: UnsafeMutablePointer<Cell>, into first: Int, count: Int
    ) throws(Failure) -> Bool {
        let source = state[0]
        if source.tag == .iterator {
            let iterator = source.iterator
            if iterator.pointee.kind == .zip, iterator.pointee.source.sequence.pointee.count == count {
                let sources = iterator.pointee.source.sequence.pointee.cells
                guard !iterator.pointee.isExhausted else { return false }
                for index in 0..<count {
                    guard let element = try nextQuickly(of: sources[index]) else {
                        iterator.pointee.isExhausted = true
                        return false
                    }
                    stack[first + index] = element
                }
                return true
            }
            if iterator.pointee.kind == .enumerate, count == 2 {
                guard !iterator.pointee.isExhausted else { return false }
                let inner = iterator.pointee.source
                guard let element = try nextQuickly(of: inner) else {
                    iterator.pointee.isExhausted = true
                    return false
                }
                stack[first] = Cell(iterator.pointee.index)
                iterator.pointee.index += 1
                stack[first + 1] = element
                return true
            }
        }
        let element: Cell
        if state[1].tag == .integer || source.tag == .list || source.tag == .tuple {
            guard let next = nextOfState(state) else { return false }
            element = next
        } else {
            guard let next = try nextElement(of: source) else { return false }
            element = next
        }
        try unpack(element, into: first, count: count)
        return true
    }

    /// The next element of an iterator, of a list or a tuple at once.
    @inline(__always)
    private func nextQuickly(of cell: Cell) throws(Failure) -> Cell? {
        if cell.tag == .iterator {
            let iterator = cell.iterator
            if iterator.pointee.kind == .list || iterator.pointee.kind == .tuple,
                iterator.pointee.index < iterator.pointee.source.sequence.pointee.count,
                !iterator.pointee.isExhausted
            {
                iterator.pointee.index &+= 1
                return iterator.pointee.source.sequence.pointee.cells[iterator.pointee.index &- 1]
            }
        }
        return try nextElement(of: cell)
    }

    /// The next element of a loop whose state stands in registers.
    private func nextOfState(_ state: UnsafeMutablePointer<Cell>) -> Cell? {
        if state[1].tag == .integer {
            guard state[1].bits != 0 else { return nil }
            state[1].bits &-= 1
            let number = state[0].bits
            state[0].bits &+= state[2].bits
            return Cell(.integer, number)
        }
        let sequence = state[0].sequence
        let index = Int(state[2].bits)
        guard index < sequence.pointee.count else {
            state[2].bits = UInt64(Int.max)
            return nil
        }
        state[2].bits &+= 1
        return sequence.pointee.cells[index]
    }

    /// Calls `body` with each element of an object.
    func forEach(in source: Cell, _ body: (Cell) throws(Failure) -> Void) throws(Failure) {
        switch source.tag {
        case .list, .tuple:
            var index = 0
            while index < source.sequence.pointee.count {
                try body(source.sequence.pointee.cells[index])
                index += 1
            }
        default:
            let iterator = try iterator(over: source)
            while let element = try nextElement(of: iterator) {
                try step()
                try body(element)
            }
        }
    }

    /// The elements of an object; nil where it has none.
    func elements(of source: Cell) throws(Failure) -> [Cell] {
        if source.tag == .list || source.tag == .tuple { return Array(source.sequence.pointee.elements) }
        var elements: [Cell] = []
        try forEach(in: source) { (cell) throws(Failure) in elements.append(cell) }
        return elements
    }

    /// The elements of a list or a tuple; nil for all else.
    func sequenceElements(_ cell: Cell) -> UnsafeMutableBufferPointer<Cell>? {
        cell.tag == .list || cell.tag == .tuple ? cell.sequence.pointee.elements : nil
    }

    /// Whether `for` can go through it.
    func isIterable(_ cell: Cell) -> Bool {
        switch cell.tag {
        case .list, .tuple, .string, .range, .set, .iterator, .generator, .keywords: true
        default: false
        }
    }

    // MARK: - Unpacking and growing

    func unpack(_ source: Cell, into first: Int, count: Int) throws(Failure) {
        guard isIterable(source) else { throw failure(.notUnpackable(typeName(of: source))) }
        var given = 0
        if let elements = sequenceElements(source) {
            given = elements.count
            if given == count { for index in 0..<count { stack[first + index] = elements[index] } }
        } else {
            let iterator = try iterator(over: source)
            while given <= count, let element = try nextElement(of: iterator) {
                if given < count { stack[first + given] = element }
                given += 1
            }
        }
        guard given == count else { throw failure(.unpackCount(wanted: count, given: given)) }
    }

    func extend(_ list: Cell, by source: Cell) throws(Failure) {
        if source.isSame(as: list) {
            let count = list.sequence.pointee.count
            try step(count)
            for index in 0..<count { heap.append(list.sequence.pointee.cells[index], to: list.sequence) }
            return
        }
        try forEach(in: source) { (cell) throws(Failure) in
            try step()
            heap.append(cell, to: list.sequence)
        }
    }
}
