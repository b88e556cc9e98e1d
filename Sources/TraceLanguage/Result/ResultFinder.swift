internal import Micrograd

/// What a run gives when its text has ended: the values to draw, their gradients, and what is to be said of both.
///
/// Its steps: find the roots; warn of numbers that are not finite; set data back to those that were used; run backward
/// where the text did not; name what the reader may not expect.
struct ResultFinder {
    let machine: Machine
    var notes: Notes
    let naming: Naming
    let log: BackwardLog
    let options: RunOptions
    /// The objects of the names of the text, in order.
    let globals: [(name: String, cell: Cell)]

    init(_ machine: Machine) {
        self.machine = machine
        notes = machine.notes
        naming = machine.naming
        log = machine.backward
        options = machine.options
        globals = machine.boundNames
    }

    mutating func makeResult() throws(Failure) -> ProgramResult {
        let roots = try findRoots()
        noteNotFinite()
        var result = ProgramResult(roots: roots, backward: nil, notes: [])
        if log.calls > 0, let root = log.root {
            result.backward = ProgramResult.Backward(root: value(root), calls: log.calls)
        }
        let isOfOther = noteOtherGradients(than: roots, backward: result.backward)
        noteAddedGradients(for: roots)
        try restoreData(for: roots, after: isOfOther ? nil : result.backward)
        if let backward = finishGradients(of: roots) { result.backward = backward }
        result.notes = notes.inOrder.map {
            Diagnostic($0.severity, $0.problem, in: machine.source, at: $0.range)
        }
        return result
    }

    func value(_ position: Int) -> Value { machine.tape.value(at: position) }

    // MARK: - Gradients

    /// Runs backward where the text does not, or notes how the gradients came about.
    private mutating func finishGradients(of roots: [Value]) -> ProgramResult.Backward? {
        var backward: ProgramResult.Backward?
        if log.calls > 0 {
            if !log.setGradients.isEmpty {
                add(.note, .gradientsChanged(names(of: log.setGradients.map(value))))
            }
        } else if options.runsBackward, log.setsGradients {
            add(.note, .gradientsSet)
        } else if options.runsBackward, roots.count == 1, !log.hasEmptySteps {
            roots[0].backward()
            backward = ProgramResult.Backward(root: roots[0], calls: 1)
            if log.readsGradients { add(.note, .gradientsRead(root: name(of: roots[0]))) }
        }
        if log.calls > 0 || log.setsGradients {
            // A gradient that was set to 0 is drawn as 0: that is how the text left it.
            for position in log.setGradients where value(position).grad == 0 { value(position).grad = 0 }
        }
        return backward
    }

    /// Notes gradients that add up over passes with different data, as where zero_grad() was forgotten.
    private mutating func noteAddedGradients(for roots: [Value]) {
        let added = machine.dataChanges.addedGradients(for: roots)
        guard let first = added.first else { return }
        add(
            .note,
            .addedGradients(
                name(of: value(first.position)), passes: first.passes, more: added.count - 1))
    }

    /// Notes that the gradients are those of a value that is not drawn; false where there are none of it.
    private mutating func noteOtherGradients(
        than roots: [Value], backward: ProgramResult.Backward?
    ) -> Bool {
        guard let root = backward?.root, !roots.isEmpty else { return false }
        let walk = GraphWalk(from: roots, detail: .whole)
        guard walk.id(of: root) == nil else { return false }
        if walk.contains(where: { $0.grad != nil }) {
            let drawn = roots.count == 1 ? name(of: roots[0]) : nil
            add(.note, .gradientsOfOther(name(of: root), drawn: drawn))
        }
        return true
    }

    // MARK: - Data

    /// Sets data back to those that the roots were computed from, and says where that is not all.
    private mutating func restoreData(
        for roots: [Value], after backward: ProgramResult.Backward?
    ) throws(Failure) {
        let findings = machine.dataChanges.restore(for: roots, after: backward, on: machine.tape)
        func names(_ positions: [Int]) -> [String] { self.names(of: positions.map(value)) }
        if !findings.changedLater.isEmpty {
            let root = roots.count == 1 ? labels(of: roots)[0] : nil
            add(.note, .changedLater(names(findings.changedLater), root: root))
        }
        if !findings.changedResults.isEmpty { add(.note, .changedResults(names(findings.changedResults))) }
        if !findings.changedBetween.isEmpty { add(.note, .changedBetween(names(findings.changedBetween))) }
        if !findings.overwritten.isEmpty { add(.note, .overwritten(names(findings.overwritten))) }
        if !findings.changedForBackward.isEmpty {
            let names = names(findings.changedForBackward.map(\.position))
            let problem = Problem.gradientsOfChangedData(
                zip(names, findings.changedForBackward).map { ($0, $1.data) })
            guard !options.requiresMatchingGradients else { throw Failure(problem, at: nil) }
            add(.note, problem)
        }
    }

    private mutating func noteNotFinite() {
        guard let first = notes.firstNotFinite else { return }
        let label = first.position.flatMap { value($0).label } ?? first.label
        notes.add(.warning, .notFinite(label, first.data), at: first.range)
    }

    mutating func add(_ severity: Diagnostic.Severity, _ problem: Problem) {
        notes.add(severity, problem, at: nil)
    }
}
