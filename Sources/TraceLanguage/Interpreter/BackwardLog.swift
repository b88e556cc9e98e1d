internal import Micrograd

/// What the text does with `backward()`, and what it changes after it.
struct BackwardLog {
    private(set) var calls = 0
    /// The receiver of the last call, run or ignored.
    private(set) var root: Value?
    /// The last argument of `draw_dot`.
    var drawn: [Value] = []
    /// The values whose data or gradient changed after the last call.
    private(set) var changed: [Value] = []
    private var changedPositions: Set<Int> = []
    /// Those of `changed` whose gradient changed.
    private(set) var changedGradients: [Value] = []
    /// The values whose data changed before any call, each with the length of the tape at the last time.
    private var early: [Int: (value: Value, count: Int)] = [:]
    /// Whether the text gave a Value a gradient itself, or read one, before any call.
    private(set) var setsGradients = false
    private(set) var readsGradients = false

    /// The values whose data changed before any call, but after something had been computed from them.
    var changedTooLate: [Value] {
        early.values.sorted { $0.value.position < $1.value.position }
            .filter { $0.value.isUsed(amongFirst: $0.count) }.map(\.value)
    }

    mutating func noteCall(from root: Value, isRun: Bool) {
        self.root = root
        if isRun { calls += 1 }
        changed = []
        changedGradients = []
        changedPositions = []
    }

    mutating func noteGradientChange(of value: Value) {
        if calls > 0 { changedGradients.append(value) }
    }

    mutating func noteGradientSet() {
        if calls == 0 { setsGradients = true }
    }

    mutating func noteGradientRead() {
        if calls == 0 { readsGradients = true }
    }

    mutating func noteDataChange(of value: Value) {
        if calls == 0 { early[value.position] = (value, value.tapeCount) }
        noteChange(of: value)
    }

    mutating func noteChange(of value: Value) {
        guard calls > 0, changedPositions.insert(value.position).inserted else { return }
        changed.append(value)
    }
}
