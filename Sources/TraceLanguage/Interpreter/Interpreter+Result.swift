internal import Micrograd

extension Interpreter {
    /// Chooses the values to draw, and runs backward where the text does not.
    func makeResult() throws(Failure) -> ProgramResult {
        let roots = try findRoots()
        if let (value, range) = notes.firstNotFinite {
            notes.add(.warning, .notFinite(value.label, value.data), at: range)
        }
        let changedTooLate = backward.changedTooLate
        if !changedTooLate.isEmpty {
            notes.add(.note, .changedAfterUse(changedTooLate.map(name(of:))), at: nil)
        }
        var result = ProgramResult(roots: roots, backward: nil, notes: [])
        if backward.calls > 0, let root = backward.root {
            result.backward = ProgramResult.Backward(root: root, calls: backward.calls)
            if !backward.changed.isEmpty {
                // A gradient that was set to 0 is drawn as 0: that is how the text left it.
                for value in backward.changedGradients where value.grad == 0 { value.grad = 0 }
                notes.add(.note, .changedAfterBackward(backward.changed.map(name(of:))), at: nil)
            }
        } else if options.runsBackward, backward.setsGradients {
            notes.add(.note, .gradientsSet, at: nil)
        } else if options.runsBackward, roots.count == 1 {
            roots[0].backward()
            result.backward = ProgramResult.Backward(root: roots[0], calls: 1)
            if backward.readsGradients { notes.add(.note, .gradientsRead(root: name(of: roots[0])), at: nil) }
        }
        result.notes = notes.inOrder.map { Diagnostic($0.severity, $0.problem, in: source, at: $0.range) }
        return result
    }

    private func findRoots() throws(Failure) -> [Value] {
        if !options.roots.isEmpty {
            let roots = try namedRoots()
            if roots.count > 1, backward.calls == 0, options.runsBackward {
                notes.add(.note, .severalRoots(roots.map(name(of:)), byOption: true), at: nil)
            }
            return roots
        }
        if let root = backward.root {
            noteUnheeded(backward.drawn, beside: root)
            return [root]
        }
        if !backward.drawn.isEmpty {
            if backward.drawn.count > 1, options.runsBackward {
                notes.add(.note, .severalRoots(backward.drawn.map(name(of:)), byOption: true), at: nil)
            }
            return backward.drawn
        }
        let computed = Value.unused(among: naming.kept.filter { !$0.isLeaf })
        if computed.isEmpty { return try inputs() }
        noteUnusedInputs(beside: computed)
        if computed.count > 1 {
            notes.add(.note, .severalRoots(computed.map(name(of:)), byOption: false), at: nil)
        }
        return computed
    }

    private func namedRoots() throws(Failure) -> [Value] {
        var roots: [Value] = []
        for name in options.roots {
            let slot = program.names.texts.firstIndex(of: name)
            guard let slot, let object = globals[slot] else {
                let names = valueNames
                throw Failure(
                    .unknownRoot(name, suggestion: Suggestion.nearest(to: name, among: names), names: names),
                    at: nil)
            }
            let values = Interpreter.values(in: object)
            guard !values.isEmpty else {
                throw Failure(.rootWithoutValue(name, type: object.typeName), at: nil)
            }
            for value in values where !roots.contains(where: { $0.position == value.position }) {
                roots.append(value)
            }
        }
        return roots
    }

    /// The names of the text that hold a Value, or a list of some.
    private var valueNames: [String] {
        zip(program.names.texts, globals).filter { !($0.1.map(Interpreter.values) ?? []).isEmpty }.map(\.0)
    }

    /// The Values that an object is, or holds.
    static func values(in object: Object) -> [Value] {
        if case .value(let value) = object { return [value] }
        return object.elements?.flatMap(values) ?? []
    }

    /// What is drawn where nothing is computed.
    private func inputs() throws(Failure) -> [Value] {
        let inputs = naming.kept.isEmpty ? naming.networkParameters : naming.kept
        guard !inputs.isEmpty else { throw Failure(.nothingToDraw, at: nil) }
        if !naming.kept.isEmpty { notes.add(.note, .nothingComputed(inputs.map(name(of:))), at: nil) }
        return inputs
    }

    /// Says so where the text asks `draw_dot` for something else than backward's last root.
    private func noteUnheeded(_ drawn: [Value], beside root: Value) {
        guard !drawn.isEmpty, !drawn.contains(where: { $0.position == root.position }) else { return }
        let variable = zip(program.names.texts, globals).first { _, object in
            if case .value(let value) = object { return value.position == drawn[0].position }
            return false
        }
        notes.add(.note, .drawsAnother(root: name(of: root), asked: variable?.0 ?? "NAME"), at: nil)
    }

    private func noteUnusedInputs(beside roots: [Value]) {
        let walk = GraphWalk(from: roots)
        let unused = naming.kept.filter { value in
            value.isLeaf && !value.isParameter && walk.id(of: value) == nil && !naming.isReadAsNumber(value)
        }
        if !unused.isEmpty { notes.add(.note, .unusedInputs(unused.map(name(of:))), at: nil) }
    }

    /// The label of a value, or its place in a list that has a name, as a message names it.
    private func name(of value: Value) -> String {
        if let label = value.label { return label }
        for (name, object) in zip(program.names.texts, globals) {
            let place = object?.elements?.firstIndex { element in
                if case .value(let other) = element { return other.position == value.position }
                return false
            }
            if let place { return "\(name)[\(place)]" }
        }
        return "a value without a name"
    }
}
