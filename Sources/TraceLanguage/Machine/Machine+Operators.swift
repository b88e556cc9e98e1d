internal import Micrograd

// Operators on all that the loop of the machine does not do itself.

extension Machine {
    func binary(
        _ operation: BinaryOperator, _ x: Cell, _ y: Cell, isInPlace: Bool = false, _ i: Instruction
    ) throws(Failure) -> Cell {
        if x.tag == .string, operation == .remainder {
            return heap.makeString(try formatPercent(x.string, y))
        }
        if x.tag == .value || y.tag == .value {
            guard let result = try valueOperation(operation, x, y) else {
                throw badOperands(operation, x, y, i)
            }
            let cell = cell(result)
            noteNumbers(x, y, operation, i)
            noteResult(cell)
            return cell
        }
        if let result = try apply(operation, x, y, isInPlace: isInPlace) { return result }
        throw badOperands(operation, x, y, i)
    }

    private func badOperands(
        _ operation: BinaryOperator, _ x: Cell, _ y: Cell, _ i: Instruction
    ) -> Failure {
        failure(.badOperands(operation.rawValue, left: typeName(of: x), right: typeName(of: y)))
    }

    /// Applies an operation to operands that are not registers of the instruction; nil where it does not fit them.
    func apply(
        _ operation: BinaryOperator, _ x: Cell, _ y: Cell, isInPlace: Bool = false
    ) throws(Failure) -> Cell? {
        if x.tag == .value || y.tag == .value {
            guard let result = try valueOperation(operation, x, y) else { return nil }
            return cell(result)
        }
        if let x = integer(of: x), let y = integer(of: y) {
            return try wrap { () throws(ArithmeticProblem) in
                try Arithmetic.apply(operation, x, y)
            }
        }
        if let x = number(of: x), let y = number(of: y) {
            return try wrap { () throws(ArithmeticProblem) in
                .float(try Arithmetic.apply(operation, x, y))
            }
        }
        switch operation {
        case .add: return try concatenate(x, y, isInPlace: isInPlace)
        case .multiply: return try repeated(x, y, isInPlace: isInPlace)
        default: return nil
        }
    }

    private func wrap(
        _ body: () throws(ArithmeticProblem) -> Arithmetic.Result
    ) throws(Failure) -> Cell {
        do throws(ArithmeticProblem) {
            switch try body() {
            case .integer(let integer): return heap.makeInteger(integer)
            case .float(let number): return Cell(number)
            }
        } catch {
            throw failure(error.problem)
        }
    }

    private func valueOperation(_ operation: BinaryOperator, _ x: Cell, _ y: Cell) throws(Failure) -> Value? {
        if x.tag == .value, y.tag == .value { return Arithmetic.apply(operation, value(x), value(y)) }
        if x.tag == .value {
            guard let y = number(of: y) else { return nil }
            return Arithmetic.apply(operation, value(x), y)
        }
        guard let x = number(of: x) else { return nil }
        return Arithmetic.apply(operation, x, value(y))
    }

    // MARK: - Texts and lists

    private func concatenate(_ x: Cell, _ y: Cell, isInPlace: Bool) throws(Failure) -> Cell? {
        if x.tag == .string, y.tag == .string {
            try step(x.string.utf8.count + y.string.utf8.count)
            return heap.makeString(x.string + y.string)
        }
        if isInPlace, x.tag == .list {
            guard isIterable(y) else { return nil }
            try extend(x, by: y)
            return x
        }
        guard x.tag == y.tag, x.tag == .list || x.tag == .tuple else { return nil }
        let (one, two) = (x.sequence.pointee.elements, y.sequence.pointee.elements)
        try step(one.count + two.count)
        let result = heap.makeSequence(x.tag, capacity: one.count + two.count)
        for cell in one { heap.append(cell, to: result.sequence) }
        for cell in two { heap.append(cell, to: result.sequence) }
        return result
    }

    private func repeated(_ x: Cell, _ y: Cell, isInPlace: Bool) throws(Failure) -> Cell? {
        let (object, times) = integer(of: y) != nil ? (x, y) : (y, x)
        guard let given = integer(of: times) else { return nil }
        let count = Int(clamping: max(given, 0))
        func total(_ size: Int) -> Int {
            let (product, isOver) = size.multipliedReportingOverflow(by: count)
            return isOver ? 1 << 60 : product
        }
        switch object.tag {
        case .string:
            try step(total(object.string.utf8.count))
            return heap.makeString(String(repeating: object.string, count: count))
        case .list, .tuple:
            let size = object.sequence.pointee.count
            try step(total(size))
            if isInPlace, x.tag == .list {
                if count == 0 { x.sequence.pointee.count = 0 }
                for _ in 1..<max(count, 1) {
                    for index in 0..<size { heap.append(x.sequence.pointee.cells[index], to: x.sequence) }
                }
                return x
            }
            let result = heap.makeSequence(object.tag, capacity: size * count)
            for _ in 0..<count {
                for cell in object.sequence.pointee.elements { heap.append(cell, to: result.sequence) }
            }
            return result
        default: return nil
        }
    }

    // MARK: - One operand

    func negated(_ cell: Cell) throws(Failure) -> Cell {
        switch cell.tag {
        case .value:
            let result = self.cell(-value(cell))
            noteResult(result)
            return result
        case .float: return Cell(-cell.double)
        default:
            guard let integer = integer(of: cell) else { throw badOperand("-", cell) }
            guard integer != Int128.min else { throw failure(.integerOverflow) }
            return heap.makeInteger(-integer)
        }
    }

    /// What `+x` gives.
    func unchanged(_ cell: Cell) throws(Failure) -> Cell {
        switch cell.tag {
        case .value, .float: return cell
        default:
            guard let integer = integer(of: cell) else { throw badOperand("+", cell) }
            return heap.makeInteger(integer)
        }
    }

    private func badOperand(_ sign: String, _ cell: Cell) -> Failure {
        failure(.badOperand(sign, type: typeName(of: cell)))
    }

    /// A step of `sum`: a total that has no object yet takes the element.
    ///
    /// - Parameter flags of the instruction: 1 checks the start, 2 ends the sum.
    func addToSum(_ total: Cell, _ element: Cell, _ i: Instruction) throws(Failure) -> Cell {
        if i.flags == 2 { return total.isBound ? total : Cell(0) }
        if i.flags == 1 {
            if total.tag == .string { throw failure(.sumOfTexts) }
            return total
        }
        guard total.isBound else {
            guard isNumeric(element) else {
                throw failure(.badOperands("+", left: "0", right: typeName(of: element)))
            }
            return integer(of: element).map(heap.makeInteger) ?? element
        }
        guard let sum = try apply(.add, total, element) else {
            throw failure(.badOperands("+", left: typeName(of: total), right: typeName(of: element)))
        }
        if sum.tag == .value { noteResult(sum) }
        return sum
    }

    // MARK: - Notes

    /// Notes that a plain number stands in the graph as a constant, where the text has a name for it.
    private func noteNumbers(_ x: Cell, _ y: Cell, _ operation: BinaryOperator, _ i: Instruction) {
        guard kind == .program, x.tag != y.tag else { return }
        // Once for each place.
        guard i.flags & Instruction.seen == 0 else { return }
        let instruction = UnsafeMutablePointer(mutating: frames[top].instruction - 1)
        instruction.pointee.flags |= Instruction.seen
        if x.tag != .value { noteNumber(x, in: i.b, left: true) }
        if y.tag != .value, operation != .power { noteNumber(y, in: i.c, left: false) }
    }

    private func noteNumber(_ cell: Cell, in register: UInt16, left: Bool) {
        guard let number = number(of: cell), let name = name(ofOperand: register),
            assignedNames.contains(name)
        else { return }
        let text = names.texts[name]
        notes.addOnce(text, .plainNumber(text, number), at: operandPlace(text, isLeft: left))
    }

    /// Keeps the place of the first value that is not a finite number.
    func noteResult(_ cell: Cell) {
        guard notes.firstNotFinite == nil, !tape.data(at: cell.position).isFinite else { return }
        notes.firstNotFinite = Notes.FirstNotFinite(
            position: cell.position, data: tape.data(at: cell.position), range: place)
    }
}
