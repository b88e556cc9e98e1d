extension Compiler {
    /// Writes the code of a notebook: of the cells that run, and notes on the others.
    func compile(_ cells: [CellProgram]) throws(Failure) {
        var made: Set<Int> = []
        for program in cells {
            if let note = program.note { emitNote(note.problem, at: note.range) }
            let shown = program.shownValue(in: source)
            for statement in program.statements.dropLast(shown == nil ? 0 : 1) {
                try compileOutermost(statement)
            }
            if let shown { try compileShown(shown) }
            if program.obstacle == nil { made.formUnion(NameUses(of: program.statements).assigned) }
            for name in program.lostNames where !made.contains(name.id) {
                lose(name, program.problem(with: name))
            }
        }
    }

    /// Writes down what to say where a name is read that no cell has made.
    private func lose(_ name: Name, _ problem: Problem?) {
        if leftOutNames[name.id] == nil { leftOutNames[name.id] = problem }
        // It is not the built-in function that it would have hidden.
        if builtins.global(name.text) != nil, let register = globalRegister(name.id) {
            emitConstant(.unbound, into: register, at: name.range)
        }
    }

    private func compileShown(_ value: Expression) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            let register = try operand(value)
            emit(Instruction(.keep, register), at: value.range)
            emit(Instruction(.show, register), at: value.range)
        }
    }
}

extension CellProgram {
    /// The expression that the cell ends with, whose value Jupyter shows; nil behind `;`, for a comment in quotes, and
    /// where the cell does not run.
    fileprivate func shownValue(in source: SourceText) -> Expression? {
        guard obstacle == nil, let last = statements.last, case .expression(let value) = last.kind else {
            return nil
        }
        if case .literal(.string) = value.kind { return nil }
        let rest = source.bytes[value.range.upperBound..<cell.range.upperBound]
        return rest.first { !$0.isBlank && $0 != UInt8(ascii: ")") } == UInt8(ascii: ";") ? nil : value
    }
}
