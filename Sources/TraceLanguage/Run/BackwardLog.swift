internal import Micrograd

/// What the text does with `backward()` and `draw_dot`, and which gradients it sets itself.
///
/// Values are known by their positions on the tape.
struct BackwardLog {
    private(set) var calls = 0
    /// The receiver of the last call, run or ignored.
    private(set) var root: Int?
    /// The last argument of `draw_dot`.
    var drawn: [Int] = []
    /// The values whose gradient the text set after the last call, in that order, each once.
    private(set) var setGradients: [Int] = []
    /// For each position: one more than the calls that had run when the text set its gradient last; 0 for never.
    private var lastSet: [Int32] = []
    /// Whether the text gave a Value a gradient itself, or read one, before any call.
    private(set) var setsGradients = false
    private(set) var readsGradients = false
    /// Whether a step of a pass by hand, before any call, found no gradient.
    private(set) var hasEmptySteps = false

    /// What keeps values alive: the receiver of the last call, and what was drawn last.
    var kept: [Int] { drawn + (root.map { [$0] } ?? []) }

    mutating func noteCall(from root: Int, isRun: Bool) {
        self.root = root
        if isRun { calls += 1 }
        setGradients = []
    }

    mutating func noteGradient(_ grad: Double, of position: Int) {
        if position >= lastSet.count {
            lastSet += Array(repeating: 0, count: position - lastSet.count + 1)
        }
        let mark = Int32(truncatingIfNeeded: calls + 1)
        if lastSet[position] != mark || setGradients.isEmpty {
            lastSet[position] = mark
            setGradients.append(position)
        }
        if grad != 0 { notePassByHand() }
    }

    /// How many calls had run when the text set a gradient last; 0 for never.
    func callsBeforeSet(of position: Int) -> Int {
        position < lastSet.count ? max(Int(lastSet[position]) - 1, 0) : 0
    }

    mutating func notePassByHand() {
        if calls == 0 { setsGradients = true }
    }

    mutating func noteEmptyStep() {
        if calls == 0 { hasEmptySteps = true }
    }

    mutating func noteGradientRead() {
        if calls == 0 { readsGradients = true }
    }

    mutating func move(by move: borrowing TapeMove) {
        if let old = root { root = move.place(of: old) }
        var moved: [Int] = []
        for position in drawn { if let place = move.place(of: position) { moved.append(place) } }
        drawn = moved
        moved = []
        for position in setGradients { if let place = move.place(of: position) { moved.append(place) } }
        setGradients = moved
        var marks: [Int32] = []
        for position in lastSet.indices where lastSet[position] != 0 {
            guard let place = move.place(of: position) else { continue }
            while marks.count <= place { marks.append(0) }
            marks[place] = lastSet[position]
        }
        lastSet = marks
    }
}
