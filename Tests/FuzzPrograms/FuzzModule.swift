import Micrograd

/// A module of a random program, with the place of its parameters on the plain tape.
struct FuzzModule {
    private enum Kind {
        case neuron(Neuron)
        case layer(Layer)
        case linear(Linear)
        case mlp(MLP)
        /// On an image of one channel, 3 by 3.
        case convolution(Conv2D, padding: Int)
    }

    /// Neurons that share their inputs, as the plain tape computes them.
    private struct Rows {
        var scope: (kind: String, name: String)?
        /// The name of the scope of each neuron; none where they have none.
        var neuronScopes: [String]
        var count: Int
        var inputCount: Int
        var activation: Activation
        var firstParameter: Int
        var instance: Int
    }

    private let kind: Kind
    private var layers: [Rows] = []
    private let instance: Int
    let inputCount: Int
    /// The index of the first node of the region in which it was made.
    let regionStart: Int
    /// The parameters, in the order in which they stand on both tapes.
    let parameters: [Value]
    let firstParameter: Int

    /// Makes a module on both tapes.
    init(using random: inout FuzzRandom, on tape: inout PlainTape, instance: inout Int, regionStart: Int) {
        self.regionStart = regionStart
        self.instance = instance
        let seed = random.below(1000)
        let activation = random.pick([Activation.linear, .relu, .tanh, .sigmoid])
        var inputs = 1 + random.below(3)
        let outputs = 1 + random.below(3)
        var shapes: [(Int, Int, Activation, (String, String)?, Bool)] = []
        switch random.below(5) {
        case 0:
            let neuron = Neuron(inputs, activation: activation, seed: seed)
            kind = .neuron(neuron)
            parameters = neuron.parameters
            shapes = [(inputs, 1, activation, nil, true)]
        case 1:
            let layer = Layer(inputs, outputs, activation: activation, seed: seed)
            kind = .layer(layer)
            parameters = layer.parameters
            shapes = [(inputs, outputs, activation, ("layer", "layer"), true)]
        case 2:
            let name = random.pick(["linear", "head", "tail"])
            let linear = Linear(inputs, outputs, name: name, seed: seed)
            kind = .linear(linear)
            parameters = linear.parameters
            shapes = [(inputs, outputs, .linear, ("linear", name), false)]
        case 3:
            let mlp = MLP(inputs, [outputs, 2], activation: activation, seed: seed)
            kind = .mlp(mlp)
            parameters = mlp.parameters
            shapes = [
                (inputs, outputs, activation, ("layer", "layer 0"), true),
                (outputs, 2, .linear, ("layer", "layer 1"), true),
            ]
        default:
            let padding = random.below(2)
            let convolution = Conv2D(1, outputs, kernel: 2, stride: 1, padding: padding, seed: seed)
            kind = .convolution(convolution, padding: padding)
            parameters = convolution.parameters
            shapes = [(4, outputs, .linear, ("conv2d", "conv2d"), false)]
            inputs = 9
        }
        inputCount = inputs
        firstParameter = tape.nodes.count
        for (inputs, outputs, activation, scope, hasNeuronScopes) in shapes {
            let name = scope == nil ? "neuron" : nil
            instance += 10
            layers.append(
                Rows(
                    scope: scope,
                    neuronScopes: hasNeuronScopes ? (0..<outputs).map { name ?? "neuron \($0)" } : [],
                    count: outputs, inputCount: inputs, activation: activation,
                    firstParameter: tape.nodes.count, instance: instance))
            for _ in 0..<outputs {
                for column in 0..<inputs { _ = tape.leaf(0, label: "w\(column)", isParameter: true) }
                _ = tape.leaf(0, label: "b", isParameter: true)
            }
        }
        instance += 10
        for (offset, parameter) in parameters.enumerated() {
            if random.chance(30) { parameter.data = random.number() }
            tape.nodes[firstParameter + offset].data = parameter.data
        }
    }

    func run(on inputs: [Value]) -> [Value] {
        switch kind {
        case .neuron(let neuron): [neuron(inputs)]
        case .layer(let layer): layer(inputs)
        case .linear(let linear): linear(Values(inputs)).elements
        case .mlp(let mlp): mlp(inputs)
        case .convolution(let convolution, _): convolution(Values(inputs, shape: [1, 3, 3])).elements
        }
    }

    func run(on tape: inout PlainTape, _ inputs: [Int]) -> [Int] {
        switch kind {
        case .mlp:
            return tape.scoped("mlp", "mlp", instance: instance) { tape in
                layers.reduce(inputs) { run($1, on: &tape, $0) }
            }
        case .convolution(_, let padding):
            return tape.scoped("conv2d", "conv2d", instance: layers[0].instance) { tape in
                convolve(inputs, padding: padding, on: &tape)
            }
        case .neuron, .layer, .linear:
            return run(layers[0], on: &tape, inputs)
        }
    }

    private func run(_ rows: Rows, on tape: inout PlainTape, _ inputs: [Int]) -> [Int] {
        guard let (kind, name) = rows.scope else { return outputs(of: rows, on: &tape, inputs) }
        return tape.scoped(kind, name, instance: rows.instance) { outputs(of: rows, on: &$0, inputs) }
    }

    private func outputs(of rows: Rows, on tape: inout PlainTape, _ inputs: [Int]) -> [Int] {
        (0..<rows.count).map { row in
            guard !rows.neuronScopes.isEmpty else { return output(row, of: rows, on: &tape, inputs) }
            return tape.scoped("neuron", rows.neuronScopes[row], instance: rows.instance + 1 + row) {
                output(row, of: rows, on: &$0, inputs)
            }
        }
    }

    private func output(_ row: Int, of rows: Rows, on tape: inout PlainTape, _ inputs: [Int]) -> Int {
        let start = rows.firstParameter + row * (rows.inputCount + 1)
        var sum = start + rows.inputCount
        for (column, input) in inputs.enumerated() {
            let product = tape.record("*", start + column, input)
            sum = tape.record("+", sum, product)
        }
        return rows.activation == .linear ? sum : tape.record(rows.activation.rawValue, sum)
    }

    /// Returns the outputs, channel by channel; they are computed window by window.
    private func convolve(_ image: [Int], padding: Int, on tape: inout PlainTape) -> [Int] {
        let width = 3 + 2 * padding
        var padded: [Int] = []
        for row in 0..<width {
            for column in 0..<width {
                let (y, x) = (row - padding, column - padding)
                let isInside = (0..<3).contains(y) && (0..<3).contains(x)
                padded.append(isInside ? image[y * 3 + x] : tape.leaf(0))
            }
        }
        var channels = [[Int]](repeating: [], count: layers[0].count)
        for row in 0..<width - 1 {
            for column in 0..<width - 1 {
                let corner = row * width + column
                let window = [corner, corner + 1, corner + width, corner + width + 1].map { padded[$0] }
                for (channel, output) in outputs(of: layers[0], on: &tape, window).enumerated() {
                    channels[channel].append(output)
                }
            }
        }
        return channels.flatMap { $0 }
    }
}
