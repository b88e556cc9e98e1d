internal import Micrograd

/// What a run knows while its statements are carried out: what names hold, and what has been done so far.
final class RunState {
    let kind: Program.Kind
    let source: SourceText
    let names: NameTable
    let options: RunOptions
    private let print: (String) -> Void

    /// The object of each name, by its slot.
    var globals: [Object?]
    /// Where the text assigned each name last.
    var assignedAt: [Int?]
    var random: RandomStream
    var naming = Naming()
    var backward = BackwardLog()
    var dataChanges = DataChangeLog()
    var notes = Notes()
    private(set) var hasPrinted = false
    private var steps = 0

    init(_ program: Program, of source: SourceText, options: RunOptions, print: @escaping (String) -> Void) {
        kind = program.kind
        self.source = source
        names = program.names
        self.options = options
        self.print = print
        globals = Array(repeating: nil, count: program.names.texts.count)
        assignedAt = globals.map { _ in nil }
        random = RandomStream(seed: options.seed)
    }

    /// How objects are printed: in an expression file, where nobody wrote `Value`, a value is its number.
    var writer: ObjectWriter { ObjectWriter(showsNumbers: kind == .expressions) }

    /// Counts operations against the limit of the run.
    func step(_ count: Int = 1, at range: Range<Int>) throws(Failure) {
        steps &+= count
        guard steps <= options.maximumSteps else {
            throw Failure(.tooManySteps(options.maximumSteps), at: range)
        }
    }

    func printText(_ text: String) {
        hasPrinted = true
        print(text)
    }

    // MARK: - Inputs as numbers

    /// Reads an input of an expression file as the integer that it was assigned.
    func readInteger(_ object: Object) -> Int128? {
        guard let number = readNumber(object) else { return nil }
        return Int128(exactly: number)
    }

    /// Reads an input of an expression file as its number.
    func readNumber(_ object: Object) -> Double? {
        guard kind == .expressions, case .value(let value) = object, value.isLeaf else { return nil }
        naming.markReadAsNumber(value)
        return value.data
    }

    /// Reads a result of an expression file, such as `rate*w.grad`, as its number, where it is computed from inputs
    /// that serve as numbers alone.
    ///
    /// - Returns: The name of what else it is computed from, an input or parameter of the graph that was drawn or
    ///   swept, or what is set; nil where there is none.
    func inputOfGraph(_ result: Value, beside owner: Value) -> String? {
        guard !result.isLeaf else { return nil }
        let graph = GraphWalk(from: [backward.root].compactMap(\.self) + backward.drawn + [owner])
        let inputs = naming.kept.filter(\.isLeaf) + naming.networkParameters
        let walk = GraphWalk(from: [result])
        let read = inputs.filter { walk.id(of: $0) != nil }
        if let other = read.first(where: { $0.isParameter || graph.id(of: $0) != nil }) {
            return other.label ?? "x"
        }
        for value in read + [result] { naming.markReadAsNumber(value) }
        return nil
    }

    // MARK: - Changes

    /// Sets a gradient; 0 removes it, so that a value that no backward reaches shows none.
    func setGradient(of value: Value, to grad: Double) {
        if grad == 0 {
            value.zeroGrad()
        } else {
            value.grad = grad
        }
        backward.noteGradient(grad, of: value)
    }

    /// Sets data, and keeps those that have been used until now.
    func setData(of value: Value, to data: Double) {
        dataChanges.noteChange(of: value, backwardCount: backward.calls)
        value.data = data
        if value.isLeaf { value.isParameter = true }
    }

    // MARK: - Notes

    /// Notes that a plain number stands in the graph as a constant, where the text has a name for it.
    func noteNumber(_ object: Object, named name: Name?) {
        guard kind == .program, let number = object.number, let name else { return }
        notes.addOnce(name.text, .plainNumber(name.text, number), at: name.range)
    }

    /// Notes, once, that a step of a backward pass by hand had no gradient to hand on.
    ///
    /// - Parameter name: How the text names the value.
    func noteEmptyStep(of value: Value, named name: String?, at range: Range<Int>) {
        backward.noteEmptyStep()
        notes.addOnce(
            "_backward()", .emptyStep(name ?? value.label, isFirst: !backward.setsGradients), at: range)
    }

    /// Keeps the place of the first value that is not a finite number.
    func noteResult(_ object: Object, at range: Range<Int>) {
        guard case .value(let value) = object, !value.data.isFinite, notes.firstNotFinite == nil else {
            return
        }
        notes.firstNotFinite = (value, range)
    }
}
