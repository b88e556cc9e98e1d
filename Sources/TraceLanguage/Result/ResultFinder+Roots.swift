internal import Micrograd

extension ResultFinder {
    mutating func findRoots() throws(Failure) -> [Value] {
        if hasNoValue { return try noRoots() }
        if !options.roots.isEmpty { return noted(try namedRoots()) }
        if !log.drawn.isEmpty {
            let drawn = log.drawn.map(value)
            noteUnused(beside: drawn)
            return noted(drawn)
        }
        if let position = log.root {
            let root = value(position)
            noteUnused(beside: [root])
            return [root]
        }
        guard let root = naming.last(of: Value.unused(among: candidates.filter { !$0.isLeaf })) else {
            return inputs
        }
        noteLeftOut(beside: root)
        return [root]
    }

    /// The values that a name of the text still holds, and the one that was named last: what is drawn does not depend
    /// on when memory was tidied.
    private var candidates: [Value] {
        var held = Set(naming.alive)
        for (_, cell) in globals { held.formUnion(Builtins.values(in: cell)) }
        return held.sorted().map(value)
    }

    private var hasNoValue: Bool {
        naming.kept.isEmpty && naming.alive.isEmpty && log.drawn.isEmpty && log.root == nil
    }

    /// What a text without a value gives: a note where printing is all that is wanted.
    private mutating func noRoots() throws(Failure) -> [Value] {
        guard machine.hasPrinted, options.roots.isEmpty, !options.requiresGraph else {
            let example = listOfValues ?? (machine.kind == .program ? "a = Value(2.0)" : "a = 2.0")
            throw Failure(.nothingToDraw(file: machine.source.name, example: example), at: nil)
        }
        add(.note, .onlyPrints(file: machine.source.name))
        return []
    }

    /// The same roots, with a note where they are several and no backward runs.
    private mutating func noted(_ roots: [Value]) -> [Value] {
        if roots.count > 1, log.calls == 0, options.runsBackward {
            add(.note, .severalRoots(names(of: roots)))
        }
        return roots
    }

    // MARK: - Roots by name

    private func namedRoots() throws(Failure) -> [Value] {
        var roots: [Value] = []
        var positions: Set<Int> = []
        for name in options.roots {
            let normalized = Identifier.normalized(name)
            var cell = globals.first { $0.name == normalized }?.cell
            if cell == nil { cell = try labelled(normalized) }
            guard let cell else {
                let names = valueNames
                let known = names + labels(of: naming.kept.map(value)).compactMap(\.self)
                throw Failure(
                    .unknownRoot(name, suggestion: Suggestion.nearest(to: name, among: known), names: names),
                    at: nil)
            }
            let found = Builtins.values(in: cell)
            guard !found.isEmpty else {
                throw Failure(.rootWithoutValue(name, type: machine.typeName(of: cell)), at: nil)
            }
            for position in found where positions.insert(position).inserted { roots.append(value(position)) }
        }
        return roots
    }

    /// Returns the value of a label or a place in a list, such as `c#2` or `p[0]`; nil where there is none.
    private func labelled(_ label: String) throws(Failure) -> Cell? {
        var found: Set<Int> = []
        for position in naming.labelled where value(position).label.map(Identifier.normalized) == label {
            found.insert(position)
        }
        if let place = element(label) {
            guard place.tag == .value else {
                return found.isEmpty ? place : found.first.map { Cell(valueAt: $0) }
            }
            found.insert(place.position)
        }
        guard found.count < 2 else { throw Failure(.sharedLabel(label, count: found.count), at: nil) }
        return found.first.map { Cell(valueAt: $0) }
    }

    /// Returns the element of a place such as `p[0]` or `rows[0][1]`; nil where there is none.
    private func element(_ place: String) -> Cell? {
        var parts = place.split(separator: "[", omittingEmptySubsequences: false)
        let name = String(parts.removeFirst())
        guard !parts.isEmpty, var cell = globals.first(where: { $0.name == name })?.cell else { return nil }
        for part in parts {
            guard part.last == "]", let index = Int(part.dropLast()),
                let elements = machine.sequenceElements(cell), elements.indices.contains(index)
            else { return nil }
            cell = elements[index]
        }
        return cell
    }

    /// The names of the text that hold a Value, or a list of some.
    private var valueNames: [String] {
        globals.filter { !Builtins.values(in: $0.cell).isEmpty }.map(\.name)
    }

    // MARK: - What is left out

    /// What is drawn where nothing is computed.
    private var inputs: [Value] {
        mutating get {
            guard !naming.kept.isEmpty else { return naming.networkParameters.map(value) }
            let inputs = naming.kept.map(value)
            add(.note, .nothingComputed(names(of: inputs), example: listOfValues))
            return inputs
        }
    }

    /// How a list of plain numbers that has a name is written with Values; nil where there is no such list.
    private var listOfValues: String? {
        for (name, cell) in globals {
            guard let elements = machine.sequenceElements(cell), !elements.isEmpty else { continue }
            let numbers = elements.filter {
                $0.tag != .bool && machine.number(of: $0)?.isFinite ?? false
            }
            guard numbers.count == elements.count else { continue }
            let values = numbers.prefix(3).compactMap { cell in
                (try? machine.representation(of: cell)).map { "Value(\($0))" }
            }
            return "\(name) = [" + (values + (numbers.count > 3 ? ["…"] : [])).joined(separator: ", ") + "]"
        }
        return nil
    }

    /// Names what the root does not depend on: of a computation its result alone.
    private mutating func noteLeftOut(beside root: Value) {
        let leftOut = Value.unused(among: naming.kept.map(value)).filter { value in
            value.position != root.position && !(value.isLeaf && value.isParameter)
                && !naming.isReadAsNumber(value)
        }
        let names = labels(of: leftOut).compactMap(\.self)
        if !names.isEmpty { add(.note, .leftOut(names, roots: [name(of: root)])) }
    }

    /// Names at most three of the results that a name still holds, where the text says what to draw.
    private mutating func noteUnused(beside roots: [Value]) {
        var positions: Set<Int> = []
        for (_, cell) in globals where cell.tag == .value {
            let value = machine.value(cell)
            if !value.isLeaf, !naming.isReadAsNumber(value) { positions.insert(value.position) }
        }
        for root in roots { positions.remove(root.position) }
        // The value of the last backward() is named by the note about its gradients.
        if log.calls > 0, let root = log.root { positions.remove(root) }
        guard !positions.isEmpty else { return }
        let leftOut = Value.unused(among: roots + naming.kept.map(value)).filter {
            positions.contains($0.position)
        }
        let names = labels(of: leftOut).compactMap(\.self)
        guard !names.isEmpty else { return }
        let more = names.count > 3 ? ["\(names.count - 3) more"] : []
        add(.note, .leftOut(names.prefix(3) + more, roots: self.names(of: roots)))
    }

    // MARK: - Names

    func name(of value: Value) -> String { names(of: [value])[0] }

    func names(of values: [Value]) -> [String] {
        labels(of: values).map { $0 ?? "a value without a name" }
    }

    /// The labels of values, or their places in lists that have names, as a message names them.
    func labels(of values: [Value]) -> [String?] {
        let places = values.allSatisfy { $0.label != nil } ? [:] : placesInLists
        return values.map { $0.label ?? places[$0.position] }
    }

    private var placesInLists: [Int: String] {
        var places: [Int: String] = [:]
        for (name, cell) in globals {
            guard let elements = machine.sequenceElements(cell) else { continue }
            for (index, element) in elements.enumerated()
            where element.tag == .value && places[element.position] == nil {
                places[element.position] = "\(name)[\(index)]"
            }
        }
        return places
    }
}
