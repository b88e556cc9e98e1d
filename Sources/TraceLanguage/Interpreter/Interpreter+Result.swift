internal import Micrograd

extension Interpreter {
    /// Chooses the values to draw, sets their data back to those that were used, and runs backward where the
    /// text does not.
    func makeResult() throws(Failure) -> ProgramResult {
        let roots = try findRoots()
        if let (value, range) = state.notes.firstNotFinite {
            state.notes.add(.warning, .notFinite(value.label, value.data), at: range)
        }
        var result = ProgramResult(roots: roots, backward: nil, notes: [])
        let log = state.backward
        if log.calls > 0, let root = log.root {
            result.backward = ProgramResult.Backward(root: root, calls: log.calls)
        }
        let isOfOther = noteOtherGradients(than: roots, backward: result.backward)
        noteAddedGradients(for: roots)
        try restoreData(for: roots, after: isOfOther ? nil : result.backward)
        if log.calls > 0 {
            if !log.setGradients.isEmpty {
                state.notes.add(.note, .gradientsChanged(names(of: log.setGradients)), at: nil)
            }
        } else if state.options.runsBackward, log.setsGradients {
            state.notes.add(.note, .gradientsSet, at: nil)
        } else if state.options.runsBackward, roots.count == 1, !log.hasEmptySteps {
            roots[0].backward()
            result.backward = ProgramResult.Backward(root: roots[0], calls: 1)
            if log.readsGradients {
                state.notes.add(.note, .gradientsRead(root: name(of: roots[0])), at: nil)
            }
        }
        if log.calls > 0 || log.setsGradients {
            // A gradient that was set to 0 is drawn as 0: that is how the text left it.
            for value in log.setGradients where value.grad == 0 { value.grad = 0 }
        }
        result.notes = state.notes.inOrder.map {
            Diagnostic($0.severity, $0.problem, in: source, at: $0.range)
        }
        return result
    }

    /// Notes gradients that add up over passes with different data, as where zero_grad() was forgotten.
    private func noteAddedGradients(for roots: [Value]) {
        let added = state.dataChanges.addedGradients(for: roots, state.backward)
        guard let first = added.first else { return }
        let problem = Problem.addedGradients(
            name(of: first.value), passes: first.passes, more: added.count - 1)
        state.notes.add(.note, problem, at: nil)
    }

    /// Sets data back to those that the roots were computed from, and says where that is not all.
    private func restoreData(
        for roots: [Value], after backward: ProgramResult.Backward?
    ) throws(Failure) {
        let findings = state.dataChanges.restore(for: roots, after: backward)
        if !findings.changedLater.isEmpty {
            let root = roots.count == 1 ? labels(of: roots)[0] : nil
            state.notes.add(.note, .changedLater(names(of: findings.changedLater), root: root), at: nil)
        }
        if !findings.changedResults.isEmpty {
            state.notes.add(.note, .changedResults(names(of: findings.changedResults)), at: nil)
        }
        if !findings.changedBetween.isEmpty {
            state.notes.add(.note, .changedBetween(names(of: findings.changedBetween)), at: nil)
        }
        if !findings.overwritten.isEmpty {
            state.notes.add(.note, .overwritten(names(of: findings.overwritten)), at: nil)
        }
        if !findings.changedForBackward.isEmpty {
            let names = names(of: findings.changedForBackward.map(\.value))
            let problem = Problem.gradientsOfChangedData(
                zip(names, findings.changedForBackward).map { ($0, $1.data) })
            guard !state.options.requiresMatchingGradients else { throw Failure(problem, at: nil) }
            state.notes.add(.note, problem, at: nil)
        }
    }

    /// Notes that the gradients are those of a value that is not drawn; false where there are none of it.
    private func noteOtherGradients(than roots: [Value], backward: ProgramResult.Backward?) -> Bool {
        guard let root = backward?.root, !roots.isEmpty else { return false }
        let walk = GraphWalk(from: roots, detail: .whole)
        guard walk.id(of: root) == nil else { return false }
        if walk.contains(where: { $0.grad != nil }) {
            let drawn = roots.count == 1 ? name(of: roots[0]) : nil
            state.notes.add(.note, .gradientsOfOther(name(of: root), drawn: drawn), at: nil)
        }
        return true
    }

    // MARK: - Roots

    private func findRoots() throws(Failure) -> [Value] {
        if hasNoValue { return try noRoots() }
        if !state.options.roots.isEmpty { return noted(try namedRoots()) }
        if !state.backward.drawn.isEmpty {
            noteUnused(beside: state.backward.drawn)
            return noted(state.backward.drawn)
        }
        if let root = state.backward.root {
            noteUnused(beside: [root])
            return [root]
        }
        let kept = state.naming.kept
        guard let root = state.naming.last(of: Value.unused(among: kept.filter { !$0.isLeaf })) else {
            return inputs
        }
        noteLeftOut(of: kept, beside: root)
        return [root]
    }

    private var hasNoValue: Bool {
        state.naming.kept.isEmpty && state.naming.networkParameters.isEmpty && state.backward.drawn.isEmpty
            && state.backward.root == nil
    }

    /// What a text without a value gives: a note where printing is all that is wanted.
    private func noRoots() throws(Failure) -> [Value] {
        guard state.hasPrinted, state.options.roots.isEmpty, !state.options.requiresGraph else {
            let example = listOfValues ?? (state.kind == .program ? "a = Value(2.0)" : "a = 2.0")
            throw Failure(.nothingToDraw(file: source.name, example: example), at: nil)
        }
        state.notes.add(.note, .onlyPrints(file: source.name), at: nil)
        return []
    }

    /// The same roots, with a note where they are several and no backward runs.
    private func noted(_ roots: [Value]) -> [Value] {
        if roots.count > 1, state.backward.calls == 0, state.options.runsBackward {
            state.notes.add(.note, .severalRoots(names(of: roots)), at: nil)
        }
        return roots
    }

    private func namedRoots() throws(Failure) -> [Value] {
        var roots: [Value] = []
        var positions: Set<Int> = []
        for name in state.options.roots {
            let slot = state.names.texts.firstIndex(of: Identifier.normalized(name))
            var object = slot.flatMap { state.globals[$0] }
            if object == nil { object = try labelled(Identifier.normalized(name)) }
            guard let object else {
                let names = valueNames
                let known = names + labels(of: state.naming.kept).compactMap(\.self)
                throw Failure(
                    .unknownRoot(name, suggestion: Suggestion.nearest(to: name, among: known), names: names),
                    at: nil)
            }
            guard !object.values.isEmpty else {
                throw Failure(.rootWithoutValue(name, type: object.typeName), at: nil)
            }
            for value in object.values where positions.insert(value.position).inserted {
                roots.append(value)
            }
        }
        return roots
    }

    /// Returns the value of a label or a place in a list, such as `c#2` or `p[0]`; nil where there is none.
    private func labelled(_ label: String) throws(Failure) -> Object? {
        var objects: [Int: Object] = [:]
        for value in state.naming.labelled where value.label.map(Identifier.normalized) == label {
            objects[value.position] = .value(value)
        }
        if let place = element(label) {
            guard case .value(let value) = place else {
                return objects.isEmpty ? place : objects.values.first
            }
            objects[value.position] = place
        }
        guard objects.count < 2 else { throw Failure(.sharedLabel(label, count: objects.count), at: nil) }
        return objects.values.first
    }

    /// Returns the element of a place such as `p[0]` or `rows[0][1]`; nil where there is none.
    private func element(_ place: String) -> Object? {
        var parts = place.split(separator: "[", omittingEmptySubsequences: false)
        let name = parts.removeFirst()
        guard !parts.isEmpty, let slot = state.names.texts.firstIndex(of: String(name)) else { return nil }
        var object = state.globals[slot]
        for part in parts {
            guard part.last == "]", let index = Int(part.dropLast()), let elements = object?.elements,
                elements.indices.contains(index)
            else { return nil }
            object = elements[index]
        }
        return object
    }

    /// The names of the text that hold a Value, or a list of some.
    private var valueNames: [String] {
        zip(state.names.texts, state.globals).filter { $0.1.map { !$0.values.isEmpty } ?? false }.map(\.0)
    }

    /// What is drawn where nothing is computed.
    private var inputs: [Value] {
        guard !state.naming.kept.isEmpty else { return state.naming.networkParameters }
        let inputs = state.naming.kept
        state.notes.add(.note, .nothingComputed(names(of: inputs), example: listOfValues), at: nil)
        return inputs
    }

    /// How a list of plain numbers that has a name is written with Values; nil where there is no such list.
    private var listOfValues: String? {
        for (name, object) in zip(state.names.texts, state.globals) {
            guard let elements = object?.elements, !elements.isEmpty else { continue }
            let numbers = elements.filter(\.isFiniteNumber)
            guard numbers.count == elements.count else { continue }
            let values = numbers.prefix(3).map { "Value(\(state.writer.representation(of: $0)))" }
            return "\(name) = [" + (values + (numbers.count > 3 ? ["…"] : [])).joined(separator: ", ") + "]"
        }
        return nil
    }

    /// Names what the root does not depend on: of a computation its result alone.
    private func noteLeftOut(of kept: [Value], beside root: Value) {
        let leftOut = Value.unused(among: kept).filter { value in
            value.position != root.position && !(value.isLeaf && value.isParameter)
                && !state.naming.isReadAsNumber(value)
        }
        let names = labels(of: leftOut).compactMap(\.self)
        if !names.isEmpty { state.notes.add(.note, .leftOut(names, roots: [name(of: root)]), at: nil) }
    }

    /// Names at most three of the results that a name still holds, where the text says what to draw.
    private func noteUnused(beside roots: [Value]) {
        var positions: Set<Int> = []
        for case .value(let value)? in state.globals
        where !value.isLeaf && !state.naming.isReadAsNumber(value) {
            positions.insert(value.position)
        }
        for root in roots { positions.remove(root.position) }
        // The value of the last backward() is named by the note about its gradients.
        if state.backward.calls > 0, let root = state.backward.root { positions.remove(root.position) }
        guard !positions.isEmpty else { return }
        let leftOut = Value.unused(among: roots + state.naming.kept).filter {
            positions.contains($0.position)
        }
        let names = labels(of: leftOut).compactMap(\.self)
        guard !names.isEmpty else { return }
        let more = names.count > 3 ? ["\(names.count - 3) more"] : []
        state.notes.add(.note, .leftOut(names.prefix(3) + more, roots: self.names(of: roots)), at: nil)
    }

    // MARK: - Names

    private func name(of value: Value) -> String { names(of: [value])[0] }

    private func names(of values: [Value]) -> [String] {
        labels(of: values).map { $0 ?? "a value without a name" }
    }

    /// The labels of values, or their places in lists that have names, as a message names them.
    private func labels(of values: [Value]) -> [String?] {
        let places = values.allSatisfy { $0.label != nil } ? [:] : placesInLists
        return values.map { $0.label ?? places[$0.position] }
    }

    private var placesInLists: [Int: String] {
        var places: [Int: String] = [:]
        for (name, object) in zip(state.names.texts, state.globals) {
            for (index, element) in (object?.elements ?? []).enumerated() {
                if case .value(let value) = element, places[value.position] == nil {
                    places[value.position] = "\(name)[\(index)]"
                }
            }
        }
        return places
    }
}
