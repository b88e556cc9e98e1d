internal import MicrogradSupport

/// A computation recorded once, to be run again with other inputs and parameters, without building it anew.
///
/// The closure runs once, on stand-ins for the inputs. What it computed is then run for a whole batch of
/// examples at a time, forward and backward:
///
///     let model = MLP(2, [16, 16, 1])
///     let step = Recording(inputs: ["point": 2, "label": 1]) { inputs in
///         let score = model(inputs["point"])[0]
///         return ["loss": [(1 - inputs["label"][0] * score).relu()], "score": [score]]
///     }
///     for _ in 0..<100 {
///         step.run(["point": points, "label": labels])
///         model.zeroGrad()
///         step.backward(from: "loss", reduction: .mean)
///         for parameter in model.parameters { parameter.data -= 0.1 * parameter.grad }
///     }
///
/// Values that were made before, such as parameters, are looked up in each run; `backward` adds to their
/// gradients, and stops there. Leaves made inside are constants.
///
/// - Important: Only operations on values are recorded, and the way that the closure took stays. It cannot
///   ask for the `data` or `grad` of inputs and of what it computes, in an `if`, a loop or a call of `print`, nor
///   set them, call `backward()`, draw, or use them in another recording: there are no numbers yet, and the
///   program ends with a message. Use `relu`, `min` and `max` for choices that depend on the data.
/// - Note: It belongs to the tape and thread of its values, and is valid as long as those that were there when
///   it was made: after the end of the `withTape { }` or tape around it, its use ends the program with a
///   message. It takes no room on the tape. Not `Sendable`.
public final class Recording {
    /// How a gradient over a batch is made of the gradients of its examples.
    public enum Reduction: Sendable {
        /// The gradients of all examples added up, as of a sum of the outputs.
        case sum
        /// Their mean, as of a mean of the outputs.
        case mean
    }

    /// The stand-ins for the inputs of a recording.
    public struct Inputs {
        let values: [(name: String, values: [Value])]

        /// The values of an input.
        ///
        /// - Precondition: The recording has an input of the name.
        public subscript(_ name: String) -> [Value] {
            guard let input = values.first(where: { $0.name == name }) else {
                Recording.trapNoInput([name], of: values.map(\.name))
            }
            return input.values
        }
    }

    /// An input or output of a recording.
    public struct Port: Hashable, Sendable {
        /// What `run`, `backward` and the subscript call it.
        public let name: String
        /// How many numbers it has for one example.
        public let count: Int
    }

    /// What `run` takes, in the order declared.
    public let inputs: [Port]
    /// What it computes, in the order returned.
    public var outputs: [Port] { plans.map { Port(name: $0.name, count: $0.slots.count) } }
    /// How many examples the last run had; 0 before the first.
    public private(set) var batchCount = 0

    private let program: ReplayProgram
    let plans: [ReplayOutput]
    private let memory: ReplayMemory
    private let differentiatesInputs: Bool
    /// A value of the innermost region in which the recording was made.
    private let anchor: Value
    private var inputGrads: [[Double]] = []

    /// Records what `body` computes.
    ///
    /// - Parameters:
    ///   - inputs: The name of each input, and how many values it has for one example.
    ///   - differentiatesInputs: Whether `backward` computes the gradients of the inputs too; by default it
    ///     does not.
    ///   - body: Returns the values of each output, by name.
    /// - Precondition: Names that differ, at least one output, and at least one value in each.
    public init<Failure: Error>(
        inputs: KeyValuePairs<String, Int>, differentiatesInputs: Bool = false,
        _ body: (Inputs) throws(Failure) -> KeyValuePairs<String, [Value]>
    ) throws(Failure) {
        Recording.checkNames(inputs.map(\.key), of: "input")
        for (name, count) in inputs where count < 1 {
            trap("The input '\(name)' of a recording needs at least one value (got \(count)).")
        }
        let state = TapeState.current
        anchor = Value(stamp: state.pointee.stamp, index: 0)
        self.inputs = inputs.map { Port(name: $0.key, count: $0.value) }
        self.differentiatesInputs = differentiatesInputs

        state.pointee.openRegion()
        let outer = state.pointee.firstStandIn
        defer {
            TapeState.closeRegion(of: state)
            state.pointee.firstStandIn = outer
        }
        let (start, region) = (state.pointee.count, state.pointee.stamp)
        let standIns = self.inputs.map { input in
            (input.name, (0..<input.count).map { _ in Value(input: 0, on: state) })
        }
        for index in start..<state.pointee.count { state.pointee.nodes[index].flags.insert(.standIn) }
        state.pointee.firstStandIn = min(start, outer)
        let outputs = try body(Inputs(values: standIns))
        guard state.pointee.stamp == region else {
            trap("A recording's tape was compacted while it was recorded. Compact it before or after.")
        }
        Recording.checkNames(outputs.map(\.key), of: "output")
        guard !outputs.isEmpty else { trap("A recording needs at least one output.") }
        for (name, values) in outputs {
            guard !values.isEmpty else { trap("The output '\(name)' of a recording has no value.") }
            for value in values where value.state != state { Value.trapTwoTapes() }
        }
        (program, plans) = ReplayCompiler.compile(
            state.pointee, from: start, inputCount: self.inputs.reduce(0) { $0 + $1.count },
            outputs: outputs.map { ($0.key, $0.value.map(\.position)) },
            differentiatesInputs: differentiatesInputs)
        for index in program.captured { Value.checkRecorded(index, on: state, before: outer) }
        memory = ReplayMemory(
            sharedCount: program.differentiatesShared.count, varyingCount: program.differentiatesVarying.count
        )
        for (slot, data) in program.constants { memory.shared[slot] = data }
    }

    // MARK: Forward

    /// Computes the outputs for a batch of examples.
    ///
    /// - Parameter batch: For each input the numbers of all examples, one example after the other.
    /// - Precondition: All inputs, with the same number of examples each; at least one.
    /// - Complexity: O(n·m) in the operations recorded and the examples. Keeps 8 bytes for each value that
    ///   depends on an input and each example, until a batch of another size.
    public func run(_ batch: [String: [Double]] = [:]) {
        let state = anchor.state
        let examples = checkShapes(of: batch)
        memory.prepare(batchCount: examples)
        batchCount = examples
        for (slot, index) in program.captured.enumerated() { memory.shared[slot] = state.pointee.data[index] }
        for step in program.sharedSteps { memory.run(step) }
        for tile in 0..<memory.tileCount {
            fill(tile, with: batch)
            for step in program.varyingSteps { memory.run(step, tile: tile) }
        }
    }

    /// The numbers that the last run computed for an output: all of one example, then those of the next.
    ///
    /// - Precondition: The recording has an output of the name, and has run.
    public subscript(_ output: String) -> [Double] {
        let slots = plan(of: output).slots
        var numbers = [Double](repeating: 0, count: batchCount * slots.count)
        for tile in 0..<memory.tileCount {
            let examples = memory.examples(ofTile: tile)
            for (position, slot) in slots.enumerated() {
                switch slot {
                case .shared(let index):
                    for example in examples {
                        numbers[example * slots.count + position] = memory.shared[index]
                    }
                case .varying(let index):
                    let data = memory.data(index, tile: tile).numbers
                    for (place, example) in examples.enumerated() {
                        numbers[example * slots.count + position] = data[place]
                    }
                }
            }
        }
        return numbers
    }

    // MARK: Backward

    /// Adds the gradients of an output over the last batch to those of the values made before the recording.
    ///
    /// An output of several values counts as their sum. The data are those of the last run: what was set
    /// since does not count.
    ///
    /// - Parameters:
    ///   - output: Its name.
    ///   - reduction: Whether the examples add up, or count as their mean; the sum by default.
    /// - Precondition: The recording has an output of the name, and has run.
    public func backward(from output: String, reduction: Reduction = .sum) {
        let state = anchor.state
        let plan = plan(of: output)
        let weight = reduction == .mean ? 1 / Double(batchCount) : 1
        state.pointee.prepareGrads()
        memory.clearSharedGrads()
        if differentiatesInputs {
            inputGrads = inputs.map { [Double](repeating: 0, count: $0.count * batchCount) }
        }
        for tile in 0..<memory.tileCount {
            memory.clearVaryingGrads()
            let examples = memory.examples(ofTile: tile)
            for slot in plan.slots {
                switch slot {
                case .shared(let index): memory.sharedGrads[index] += weight * Double(examples.count)
                case .varying(let index):
                    let grads = memory.grads(index).numbers
                    for example in 0..<examples.count { grads[example] += weight }
                }
            }
            for step in plan.varyingSteps { memory.sweep(step, tile: tile, of: program) }
            if differentiatesInputs { keepInputGrads(of: examples) }
        }
        for step in plan.sharedSteps { memory.sweep(step, of: program) }
        for position in plan.captured {
            let index = program.captured[position]
            if state.pointee.nodes[index].isCompound { state.pointee.keepInnerGrad(of: index) }
            state.pointee.grads[index] += memory.sharedGrads[position] + 0.0
            if !state.pointee.nodes[index].isLeaf {
                state.pointee.sweptEnd = max(state.pointee.sweptEnd, index + 1)
            }
        }
    }

    /// The gradients of an input that the last `backward` computed, of the batch it was called for: all of one example, then those of the next.
    ///
    /// - Precondition: The recording was made with `differentiatesInputs`, has an input of the name, and swept.
    public func gradient(of input: String) -> [Double] {
        guard differentiatesInputs else {
            trap(
                "A recording has the gradients of its inputs only if made with `differentiatesInputs: true`.")
        }
        guard let position = inputs.firstIndex(where: { $0.name == input }) else {
            Recording.trapNoInput([input], of: inputs.map(\.name))
        }
        guard inputGrads.count > position else {
            trap("A recording was asked for the gradient of '\(input)' before its first `backward`.")
        }
        return inputGrads[position]
    }
}

@available(*, unavailable)
extension Recording: Sendable {}

extension Recording: CustomStringConvertible {
    /// Inputs and outputs with their sizes, such as `Recording(x: 2 -> y: 1)`.
    public var description: String {
        func list(_ ports: [Port]) -> String {
            ports.map { "\($0.name): \($0.count)" }.joined(separator: ", ")
        }
        return "Recording(\(list(inputs)) -> \(list(outputs)))"
    }
}

// MARK: - Between examples and blocks

extension Recording {
    private func fill(_ tile: Int, with batch: [String: [Double]]) {
        let examples = memory.examples(ofTile: tile)
        var slot = 0
        for input in inputs {
            guard let numbers = batch[input.name] else { return }
            for position in 0..<input.count {
                let data = memory.data(slot + position, tile: tile).numbers
                for (place, example) in examples.enumerated() {
                    data[place] = numbers[example * input.count + position]
                }
            }
            slot += input.count
        }
    }

    private func keepInputGrads(of examples: Range<Int>) {
        var slot = 0
        for (input, count) in inputs.map(\.count).enumerated() {
            for position in 0..<count {
                let grads = memory.grads(slot + position).numbers
                for (place, example) in examples.enumerated() {
                    inputGrads[input][example * count + position] = grads[place]
                }
            }
            slot += count
        }
    }
}
