internal import Micrograd

extension Call {
    /// The number of an argument; an input of an expression file gives its own.
    func number(_ index: Int) throws(Failure) -> Double {
        let cell = self[index]
        if let number = machine.number(of: cell) ?? machine.readNumber(cell) { return number }
        if cell.tag == .value { throw wrong(index, wanted: "a number such as x.data") }
        throw wrong(index, wanted: "a number")
    }

    /// An integer, such as a seed.
    func integer(_ index: Int) throws(Failure) -> Int128 {
        let cell = self[index]
        if let integer = machine.integer(of: cell) ?? machine.readInteger(cell) { return integer }
        throw wrong(index, wanted: "an integer")
    }

    /// A count of at least 1 that memory can hold.
    func count(_ index: Int) throws(Failure) -> Int { try count(self[index], index) }

    private func count(_ cell: Cell, _ index: Int) throws(Failure) -> Int {
        guard let integer = machine.integer(of: cell) ?? machine.readInteger(cell), integer > 0,
            integer <= 1_000_000_000
        else { throw try wrongCount(cell, index) }
        return Int(integer)
    }

    private func wrongCount(_ cell: Cell, _ index: Int) throws(Failure) -> Failure {
        let number = machine.number(of: cell)
        return Failure(
            .wrongArgument(
                function: builtin.name, parameter: "'\(builtin.parameters[index].name)'",
                wanted: (number ?? 0) > 1e9 ? "a count of at most a billion" : "a count of at least 1",
                given: number == nil
                    ? machine.typeName(of: cell) : try machine.representation(of: cell)),
            at: range(index))
    }

    /// A list of counts, such as the sizes of layers.
    func counts(_ index: Int) throws(Failure) -> [Int] {
        guard let elements = machine.sequenceElements(self[index]), !elements.isEmpty else {
            throw wrong(index, wanted: "a list of counts such as [4, 4, 1]")
        }
        var counts: [Int] = []
        for element in elements { counts.append(try count(element, index)) }
        return counts
    }

    /// The elements of a list, or of whatever can be gone through.
    func elements(_ index: Int) throws(Failure) -> [Cell] {
        guard machine.isIterable(self[index]) else { throw wrong(index, wanted: "a list") }
        return try machine.elements(of: self[index])
    }

    func value(_ index: Int) throws(Failure) -> Value {
        guard self[index].tag == .value else { throw wrong(index, wanted: "a Value") }
        return machine.value(self[index])
    }

    /// A string; nil where it was left out, or is None.
    func string(_ index: Int) throws(Failure) -> String? {
        guard let cell = optional(index) else { return nil }
        guard cell.tag == .string else { throw wrong(index, wanted: "a string") }
        return cell.string
    }

    /// Values, with each number among them as a leaf of its own.
    func values(_ cells: [Cell], of index: Int) throws(Failure) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(cells.count)
        for cell in cells {
            if cell.tag == .value {
                values.append(machine.value(cell))
            } else if let number = machine.number(of: cell) {
                values.append(Value(number))
            } else {
                throw Failure(
                    .wrongArgument(
                        function: builtin.name, parameter: "an argument", wanted: "a Value or a number",
                        given: machine.typeName(of: cell)),
                    at: range(index))
            }
        }
        return values
    }

    /// Applies an operation at the place of the call.
    func apply(_ operation: BinaryOperator, _ left: Cell, _ right: Cell) throws(Failure) -> Cell {
        try machine.step()
        guard let result = try machine.apply(operation, left, right) else {
            throw failure(
                .badOperands(
                    operation.rawValue, left: machine.typeName(of: left), right: machine.typeName(of: right)))
        }
        if result.tag == .value { machine.noteResult(result) }
        return result
    }
}
