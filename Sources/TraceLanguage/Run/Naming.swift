internal import Micrograd

/// Gives values the names of the text, and knows which ones have been bound to a name.
struct Naming {
    /// The values that a name, or a line of their own, holds or held; each once, in order.
    private(set) var kept: [Value] = []
    private var keptPositions: Set<Int> = []
    /// How many values each name has labelled.
    private var uses: [String: Int] = [:]
    /// The values that have been given a name, each with how many were before it.
    private var namings: [Int: Int] = [:]
    /// The values that the text says have no label.
    private var unlabelled: Set<Int> = []
    /// The inputs that were used as a count, an index or a seed.
    private var readAsNumbers: Set<Int> = []
    /// The values that were labelled otherwise than by a name that holds them.
    private var labelledAside: [Value] = []
    /// The values that may have a label.
    var labelled: [Value] { kept + labelledAside + networkParameters }
    /// The parameters of networks that a name holds.
    private(set) var networkParameters: [Value] = []

    mutating func bind(_ object: Object, to name: String, namesElements: Bool) {
        switch object {
        case .value(let value):
            keep(value)
            nameFirst(value, name)
        case .list(let list), .tuple(let list):
            nameLists(in: list, name)
            for (index, element) in list.elements.enumerated() {
                if namesElements {
                    let isList = if case .list = element { true } else { false }
                    bind(element, to: "\(name)[\(index)]", namesElements: isList)
                } else {
                    keepAll(element)
                }
            }
        case .network(let network):
            networkParameters += network.parameters
        default:
            break
        }
    }

    /// Gives a list that has no name yet its name, and the lists inside it theirs.
    private func nameLists(in list: List, _ name: String) {
        guard list.name == nil else { return }
        list.name = name
        for (index, element) in list.elements.enumerated() {
            switch element {
            case .list(let inner), .tuple(let inner): nameLists(in: inner, "\(name)[\(index)]")
            default: break
            }
        }
    }

    /// Counts a value, or the values of a list, among those that may be drawn.
    mutating func keepAll(_ object: Object) {
        if case .value(let value) = object { keep(value) }
        for element in object.elements ?? [] { keepAll(element) }
    }

    private mutating func keep(_ value: Value) {
        if keptPositions.insert(value.position).inserted { kept.append(value) }
    }

    /// Labels a value that has no name yet.
    private mutating func nameFirst(_ value: Value, _ name: String) {
        noteNaming(of: value)
        guard value.label == nil, !unlabelled.contains(value.position) else {
            if value.label == name, uses[name] == nil { uses[name] = 1 }
            return
        }
        let count = uses[name, default: 0] + 1
        uses[name] = count
        value.label = count == 1 ? name : "\(name)#\(count)"
    }

    /// Gives a value the label that the text says; none where it is empty.
    mutating func label(_ value: Value, _ label: String) {
        if label.isEmpty {
            value.label = nil
            unlabelled.insert(value.position)
        } else {
            value.label = label
            noteLabel(of: value)
            unlabelled.remove(value.position)
            noteNaming(of: value)
        }
    }

    /// Counts a value among those that --root finds by their labels.
    mutating func noteLabel(of value: Value) { labelledAside.append(value) }

    private mutating func noteNaming(of value: Value) {
        if namings[value.position] == nil { namings[value.position] = namings.count }
    }

    /// Returns the one of some values that was given its name last; where none has a name, the one made last.
    func last(of values: [Value]) -> Value? {
        values.max { one, other in
            (namings[one.position] ?? -1, one.position) < (namings[other.position] ?? -1, other.position)
        }
    }

    mutating func markReadAsNumber(_ value: Value) { readAsNumbers.insert(value.position) }

    func isReadAsNumber(_ value: Value) -> Bool { readAsNumbers.contains(value.position) }
}
