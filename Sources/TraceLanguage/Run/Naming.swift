internal import Micrograd

/// Gives values the names of the text, and knows which ones have been bound to a name.
///
/// Values are known by their positions on the tape.
struct Naming {
    private enum Flag {
        /// A name, or a line of its own, holds or held the value.
        static let kept: UInt8 = 1
        /// It has been given a name.
        static let named: UInt8 = 2
        /// The text says that it has no label.
        static let unlabelled: UInt8 = 4
        /// An input that was used as a count, an index or a seed.
        static let readAsNumber: UInt8 = 8
    }

    private var flags: [UInt8] = []
    /// The values that a name, or a line of their own, holds or held; each once, in order.
    private(set) var kept: [Int] = []
    /// Those that have been given a name, in that order.
    private(set) var named: [Int] = []
    /// The values that were labelled otherwise than by a name that holds them.
    private var labelledAside: [Int] = []
    /// The parameters of networks that a name holds.
    private(set) var networkParameters: [Int] = []
    /// How many values each name has labelled, by the number of the name.
    private var uses: [Int32] = []
    /// The place of a name that labels values.
    typealias NamePlace = Int
    /// The places of names of the text, by their numbers; -1 for none.
    private var namePlaces: [Int32] = []
    private var nameTexts: [String] = []
    private var labelNames: [LabelName] = []
    /// The names of lists and objects, by the numbers that these keep.
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The numbers of names of the text among these; -1 for none.
    private var textNumbers: [Int32] = []
    /// A place in a list, and how many values it has labelled.
    private struct Element {
        var name: NamePlace
        var uses = 0
    }

    private var elements: [Element] = []
    /// The places of each list that has a name, by their index.
    private var lists: [[Int32]] = []
    /// The labels that the reader asks for, whose values stay alive.
    let wanted: Set<String>
    /// Their values.
    private var wantedPositions: [Int] = []

    init(wanted: Set<String>) { self.wanted = wanted }

    /// The values that may have a label.
    var labelled: [Int] { kept + labelledAside + networkParameters }

    /// What keeps values alive: that which was named last, and what the reader asks for.
    var alive: [Int] { wantedPositions + (lastNamedResult.map { [$0] } ?? []) + networkParameters }
    /// The computed value that was named last.
    private var lastNamedResult: Int?

    private func has(_ flag: UInt8, _ position: Int) -> Bool {
        position < flags.count && flags[position] & flag != 0
    }

    private mutating func set(_ flag: UInt8, _ position: Int) {
        if position >= flags.count {
            flags.append(contentsOf: repeatElement(0, count: position - flags.count + 1))
        }
        flags[position] |= flag
    }

    // MARK: - Names

    /// Gives a value the name of a variable that holds it.
    ///
    /// - Parameter count: How many values the name has labelled.
    mutating func bind(_ value: Value, to name: NamePlace, count: inout Int) {
        keep(value.position)
        noteNaming(of: value)
        guard !value.hasLabel, !has(Flag.unlabelled, value.position) else {
            if count == 0, value.label == nameTexts[name] { count = 1 }
            return
        }
        count += 1
        label(value, name, count)
    }

    /// Gives a value the name of a variable of a function, which holds it no longer than the call lasts.
    mutating func bindLocal(_ value: Value, to name: NamePlace, count: inout Int) {
        if !value.isLeaf { lastNamedResult = value.position }
        guard !value.hasLabel, !has(Flag.unlabelled, value.position) else { return }
        count += 1
        label(value, name, count)
    }

    /// The same for a name of the text itself, by its number.
    mutating func bind(_ value: Value, to number: Int, _ text: String) {
        if uses.count <= number { uses += Array(repeating: 0, count: number - uses.count + 1) }
        var count = Int(uses[number])
        bind(value, to: name(number, text), count: &count)
        uses[number] = Int32(truncatingIfNeeded: count)
    }

    /// Where the name of a number in the text is kept here.
    mutating func name(_ number: Int, _ text: String) -> NamePlace {
        if namePlaces.count <= number {
            namePlaces += Array(repeating: -1, count: number - namePlaces.count + 1)
        }
        if namePlaces[number] < 0 { namePlaces[number] = Int32(truncatingIfNeeded: addName(text)) }
        return Int(namePlaces[number])
    }

    /// Keeps a name for labels.
    private mutating func addName(_ text: String) -> NamePlace {
        nameTexts.append(text)
        labelNames.append(Tape.labelName(text))
        return nameTexts.count - 1
    }

    /// Gives a value the name of a place in a list, `x[0]`.
    ///
    /// - Parameter isCounted: Whether a second value of the place is `x[0]#2`.
    mutating func bindElement(_ value: Value, of list: Int32, at index: Int, isCounted: Bool) {
        let place = element(of: list, at: index)
        guard isCounted else { return bindOnce(value, to: elements[place].name) }
        var count = elements[place].uses
        bind(value, to: elements[place].name, count: &count)
        elements[place].uses = count
    }

    /// Labels the input that a network makes of a number in a list.
    mutating func labelInput(_ value: Value, of list: Int32, at index: Int) {
        let name = elements[element(of: list, at: index)].name
        guard !value.hasLabel, !has(Flag.unlabelled, value.position) else { return }
        label(value, name, 1)
        labelledAside.append(value.position)
    }

    /// Where a place in a list is kept.
    private mutating func element(of list: Int32, at index: Int) -> Int {
        while lists.count <= Int(list) { lists.append([]) }
        while lists[Int(list)].count <= index {
            let number = lists[Int(list)].count
            elements.append(Element(name: addName("\(texts[Int(list)])[\(number)]")))
            lists[Int(list)].append(Int32(truncatingIfNeeded: elements.count - 1))
        }
        return Int(lists[Int(list)][index])
    }

    /// Gives a value the name of an attribute, which each object has for itself.
    mutating func bindAttribute(_ value: Value, to number: Int, _ text: String) {
        bindOnce(value, to: name(number, text))
    }

    private mutating func bindOnce(_ value: Value, to name: NamePlace) {
        if !value.isLeaf { lastNamedResult = value.position }
        guard !value.hasLabel, !has(Flag.unlabelled, value.position) else { return }
        label(value, name, 1)
    }

    private mutating func label(_ value: Value, _ name: NamePlace, _ ordinal: Int) {
        value.setLabel(labelNames[name], ordinal: UInt32(truncatingIfNeeded: ordinal))
        if !wanted.isEmpty { noteWanted(value) }
    }

    private mutating func noteWanted(_ value: Value) {
        if let label = value.label, wanted.contains(Identifier.normalized(label)) {
            wantedPositions.append(value.position)
        }
    }

    private mutating func label(_ value: Value, _ label: String) {
        value.label = label
        if !wanted.isEmpty { noteWanted(value) }
    }

    /// Gives a value the label that the text says; none where it is empty.
    mutating func setLabel(_ value: Value, _ label: String) {
        if label.isEmpty {
            value.label = nil
            set(Flag.unlabelled, value.position)
        } else {
            self.label(value, label)
            labelledAside.append(value.position)
            if value.position < flags.count { flags[value.position] &= ~Flag.unlabelled }
            noteNaming(of: value)
        }
    }

    /// The number of the name of a list or an object that is a name of the text.
    mutating func number(ofName name: Int, _ text: String) -> Int32 {
        if textNumbers.count <= name {
            textNumbers += Array(repeating: -1, count: name - textNumbers.count + 1)
        }
        if textNumbers[name] < 0 { textNumbers[name] = number(of: text) }
        return textNumbers[name]
    }

    /// Keeps the name of a list or an object, and returns its number.
    mutating func number(of text: String) -> Int32 {
        if let known = numbers[text] { return known }
        texts.append(text)
        let number = Int32(truncatingIfNeeded: texts.count - 1)
        numbers[text] = number
        return number
    }

    // MARK: - Candidates

    /// Counts a value among those that may be drawn.
    mutating func keep(_ position: Int) {
        guard !has(Flag.kept, position) else { return }
        set(Flag.kept, position)
        kept.append(position)
    }

    mutating func keepParameters(_ positions: [Int]) { networkParameters += positions }

    private mutating func noteNaming(of value: Value) {
        if !has(Flag.named, value.position) {
            set(Flag.named, value.position)
            named.append(value.position)
        }
        if !value.isLeaf { lastNamedResult = value.position }
    }

    /// Returns the one of some values that was given its name last; where none has a name, the one made last.
    func last(of values: [Value]) -> Value? {
        var order = Dictionary(named.enumerated().map { ($1, $0) }) { first, _ in first }
        if let last = lastNamedResult, order[last] == nil { order[last] = named.count }
        return values.max { one, other in
            (order[one.position] ?? -1, one.position) < (order[other.position] ?? -1, other.position)
        }
    }

    mutating func markReadAsNumber(_ value: Value) { set(Flag.readAsNumber, value.position) }

    func isReadAsNumber(_ value: Value) -> Bool { has(Flag.readAsNumber, value.position) }

    // MARK: - Moving

    mutating func move(by move: borrowing TapeMove) {
        var moved = [UInt8](repeating: 0, count: 0)
        for position in flags.indices where flags[position] != 0 {
            guard let place = move.place(of: position) else { continue }
            while moved.count <= place { moved.append(0) }
            moved[place] = flags[position]
        }
        flags = moved
        Naming.move(&kept, by: move)
        Naming.move(&named, by: move)
        Naming.move(&labelledAside, by: move)
        Naming.move(&networkParameters, by: move)
        Naming.move(&wantedPositions, by: move)
        if let last = lastNamedResult { lastNamedResult = move.place(of: last) }
    }

    private static func move(_ positions: inout [Int], by move: borrowing TapeMove) {
        var count = 0
        for position in positions {
            guard let place = move.place(of: position) else { continue }
            positions[count] = place
            count += 1
        }
        positions.removeSubrange(count...)
    }
}
