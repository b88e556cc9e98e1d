/// A cell of a notebook, read: its statements, or why it does not run.
struct CellProgram {
    /// Why a cell does not run.
    enum Obstacle {
        /// It needs what trace has not: what for, and where it says so.
        case need(CellNeed, use: String?, at: Range<Int>)
        /// The reader chose others.
        case notChosen
    }

    var cell: SourceCell
    var obstacle: Obstacle?
    /// Of a cell that does not run, its imports alone: they do nothing but give names.
    var statements: [Statement] = []
    /// The names that it would have made, where it does not run.
    var lostNames: [Name] = []

    /// The note that says why it does not run; nil where it does, or where the reader knows.
    var note: (problem: Problem, range: Range<Int>)? {
        guard case .need(let need, let use, let range)? = obstacle else { return nil }
        return (.cellLeftOut(cell.number, need, use: use), range)
    }

    /// What is wrong where a name is used that it would have made.
    func problem(with name: Name) -> Problem? {
        switch obstacle {
        case .need(let need, _, _): .leftOutName(name.text, cell: cell.number, need)
        case .notChosen: .unchosenName(name.text, cell: cell.number)
        case nil: nil
        }
    }
}

extension [CellProgram] {
    /// The kind of a notebook: what does not run has no say in it.
    func kind(in source: SourceText) -> ProgramKind {
        ProgramKind(of: source, in: filter { $0.obstacle == nil }.map(\.cell.range))
    }
}
