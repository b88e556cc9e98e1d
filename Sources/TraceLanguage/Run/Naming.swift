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
    /// The names of lists and objects, by the numbers that these keep.
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]
    /// How many values each place in a list has labelled.
    private var elementUses: [String: Int] = [:]
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
    mutating func bind(_ value: Value, to name: String, count: inout Int) {
        keep(value.position)
        noteNaming(of: value)
        guard value.label == nil, !has(Flag.unlabelled, value.position) else {
            if count == 0, value.label == name { count = 1 }
            return
        }
        count += 1
        label(value, count == 1 ? name : "\(name)#\(count)")
    }

    /// The same for a name of the text itself, by its number.
    mutating func bind(_ value: Value, to name: String, number: Int) {
        while uses.count <= number { uses.append(0) }
        var count = Int(uses[number])
        bind(value, to: name, count: &count)
        uses[number] = Int32(truncatingIfNeeded: count)
    }

    /// Gives a value the name of a place in a list, `x[0]`.
    mutating func bindElement(_ value: Value, to name: String) {
        var count = elementUses[name, default: 0]
        bind(value, to: name, count: &count)
        elementUses[name] = count
    }

    /// Gives a value the name of an attribute, which each object has for itself.
    mutating func bindAttribute(_ value: Value, to name: String) {
        keep(value.position)
        noteNaming(of: value)
        guard value.label == nil, !has(Flag.unlabelled, value.position) else { return }
        label(value, name)
    }

    /// Labels a value that may not be kept.
    mutating func labelIfNone(_ value: Value, _ name: String) {
        guard value.label == nil, !has(Flag.unlabelled, value.position) else { return }
        label(value, name)
        labelledAside.append(value.position)
    }

    private mutating func label(_ value: Value, _ label: String) {
        value.label = label
        if !wanted.isEmpty, wanted.contains(Identifier.normalized(label)) {
            wantedPositions.append(value.position)
        }
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

    mutating func keepParameters(_ values: [Value]) { networkParameters += values.map(\.position) }

    private mutating func noteNaming(of value: Value) {
        if !has(Flag.named, value.position) {
            set(Flag.named, value.position)
            named.append(value.position)
        }
        if !value.isLeaf { lastNamedResult = value.position }
    }

    /// Returns the one of some values that was given its name last; where none has a name, the one made last.
    func last(of values: [Value]) -> Value? {
        let order = Dictionary(named.enumerated().map { ($1, $0) }) { first, _ in first }
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
