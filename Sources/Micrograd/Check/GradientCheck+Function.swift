extension GradientCheck {
    /// Checks the gradients of a function with respect to its inputs, by running it at moved inputs.
    ///
    ///     let check = GradientCheck(at: [2, -3]) { x in tanh(x[0] * x[1]) }
    ///
    /// Unlike the check of a value it also finds what the graph does not hold: a gradient that is lost because the
    /// function goes by way of `data`, or takes another way for other numbers. It runs the function in `withTape`,
    /// once for its gradients and twice for each step. Like any backward pass it adds to the gradients of values
    /// made before that the function uses, such as parameters.
    ///
    /// - Parameters:
    ///   - inputs: The numbers to check at.
    ///   - options: How to compare; `maximumCount` bounds the graph in which a kink is looked for.
    ///   - function: Makes the result of the inputs. It must give the same result each time.
    public init(at inputs: [Double], options: Options = Options(), _ function: ([Value]) -> Value) {
        var recorded = withTape { RecordedFunction(at: inputs, options, function) }
        guard recorded.result.isFinite else {
            obstacle = .resultNotFinite(recorded.result)
            return
        }
        for (index, input) in inputs.enumerated() {
            var gradient = CheckedGradient(
                id: index, label: recorded.labels[index], operation: nil, data: input,
                grad: recorded.grads[index], verdict: .skipped(.unused))
            gradient.compare(passes: 1, options) { step in
                func result(at x: Double) -> Double {
                    var moved = inputs
                    moved[index] = x
                    return withTape { function(moved.map { Value($0) }).data }
                }
                return Slopes(
                    step: step, y: recorded.result, lowY: result(at: input - step),
                    highY: result(at: input + step), rounding: recorded.rounding,
                    magnitude: Swift.max(recorded.magnitude, input.magnitude), kinks: [])
            }
            recorded.explain(&gradient)
            gradients.append(gradient)
        }
    }
}

/// One run of a function, with its gradients.
private struct RecordedFunction {
    let result: Double
    let labels: [String?]
    /// The gradients of the inputs, 0 where the result does not depend on one as far as the graph knows.
    let grads: [Double]
    /// What rounding may make of the result.
    let rounding: Double
    /// The largest number computed on the way to it; constants do not round.
    let magnitude: Double
    private let nodes: [GraphNode]
    private let ids: [Int?]
    private let options: GradientCheck.Options
    /// What the graph says of itself.
    private lazy var check = GradientCheck(nodes, root: nodes.count - 1, passes: 1, options)

    init(at inputs: [Double], _ options: GradientCheck.Options, _ function: ([Value]) -> Value) {
        let values = inputs.map { Value($0) }
        let y = function(values)
        y.backward()
        let walk = GraphWalk(from: y)
        nodes = Array(walk)
        ids = values.map(walk.id)
        result = y.data
        labels = values.map(\.label)
        grads = values.map(\.grad)
        self.options = options
        magnitude = nodes.lazy.filter { $0.operation != nil }.map(\.data.magnitude).max() ?? 0
        var squares = y.data * y.data
        for node in nodes {
            guard let grad = node.grad, (grad * node.data).isFinite else { continue }
            squares += grad * grad * node.data * node.data
        }
        rounding = Double.ulpOfOne * squares.squareRoot()
    }

    /// Looks up in the graph whose kink it is, or whether the graph lacks something.
    mutating func explain(_ gradient: inout CheckedGradient) {
        guard let id = ids[gradient.id] else {
            if gradient.verdict == .differs { gradient.hint = .notRecorded }
            return
        }
        switch gradient.verdict {
        case .kink(var kink):
            guard case .kink(let known)? = verdict(of: id) else { return }
            kink.operation = known.operation
            gradient.verdict = .kink(kink)
        case .differs:
            if verdict(of: id) == .agrees { gradient.hint = .notRecorded }
            // The function has set data itself.
            if case .changed? = check.obstacle { gradient.hint = .notRecorded }
        default: break
        }
    }

    private mutating func verdict(of id: Int) -> CheckedGradient.Verdict? {
        check.gradients.first { $0.id == id }?.verdict
    }
}
