internal import Micrograd

/// What the text does with `backward()` and `draw_dot`, and which gradients it sets itself.
struct BackwardLog {
    private(set) var calls = 0
    /// The receivers of the calls that ran, in order.
    private(set) var sweptRoots: [Value] = []
    /// How many calls had run when the text set the gradient of a value last.
    private(set) var callsBeforeSet: [Int: Int] = [:]
    /// The receiver of the last call, run or ignored.
    private(set) var root: Value?
    /// The last argument of `draw_dot`.
    var drawn: [Value] = []
    /// The values whose gradient the text set after the last call, in that order, each once.
    private(set) var setGradients: [Value] = []
    private var setPositions: Set<Int> = []
    /// Whether the text gave a Value a gradient itself, or read one, before any call.
    private(set) var setsGradients = false
    private(set) var readsGradients = false
    /// Whether a step of a pass by hand, before any call, found no gradient.
    private(set) var hasEmptySteps = false

    mutating func noteCall(from root: Value, isRun: Bool) {
        self.root = root
        if isRun {
            calls += 1
            sweptRoots.append(root)
        }
        setGradients = []
        setPositions = []
    }

    mutating func noteGradient(_ grad: Double, of value: Value) {
        callsBeforeSet[value.position] = calls
        if setPositions.insert(value.position).inserted { setGradients.append(value) }
        if grad != 0 { notePassByHand() }
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
}
