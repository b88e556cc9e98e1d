import Micrograd
import TestSupport
import Testing

@Suite("A layer of PyTorch's")
struct LayersPyTorchTests {
    /// To rounding: sums are added in another order.
    private static let tolerance = 1e-10

    @Test("has the same outputs and gradients here", arguments: Reference.pyTorchLayers.cases)
    func agreement(reference: PyTorchLayersReference.Case) throws {
        try withTape { () throws in
            let model = try #require(makeModel(reference.layer))
            let parameters = model.parameters
            try #require(parameters.count == reference.parameters.count)
            for (parameter, number) in zip(parameters, reference.parameters) {
                parameter.data = number.number
            }
            let inputs = Values(reference.input.map(\.number), shape: reference.shape)
            let outputs = model(inputs)
            #expect(outputs.shape == reference.outputShape)
            expect(outputs.map(\.data), are: reference.output, "outputs")
            dot(outputs.elements, reference.upstream.map { Value($0.number) }).backward()
            expect(inputs.map(\.grad), are: reference.inputGrad, "gradients of the inputs")
            expect(parameters.map(\.grad), are: reference.parameterGrads, "gradients of the parameters")
        }
    }

    @Test("is one of many")
    func count() {
        #expect(Reference.pyTorchLayers.cases.count >= 30)
        #expect(Set(Reference.pyTorchLayers.cases.map(\.layer.kind)).count == 20)
    }

    private func expect(_ numbers: [Double], are reference: [TextNumber], _ what: String) {
        #expect(numbers.count == reference.count)
        let differences = zip(numbers, reference).map { number, reference in
            abs(number - reference.number) / max(abs(reference.number), 1)
        }
        // NaN compares as false, and so fails.
        let isClose = !differences.contains { !($0 <= LayersPyTorchTests.tolerance) }
        #expect(isClose, "\(what) differ by up to \(differences.max() ?? 0)")
    }

    private func makeModel(_ layer: PyTorchLayersReference.Layer) -> (any Model)? {
        let sizes = layer.sizes
        return switch layer.kind {
        case "linear": Linear(sizes[0], sizes[1])
        case "conv2d": Conv2D(sizes[0], sizes[1], kernel: sizes[2], stride: sizes[3], padding: sizes[4])
        case "max_pool2d": MaxPool2D(sizes[0], stride: sizes[1])
        case "average_pool2d": AveragePool2D(sizes[0], stride: sizes[1])
        case "relu": Activation.relu
        case "tanh": Activation.tanh
        case "sigmoid": Activation.sigmoid
        case "leaky_relu": Activation.leakyRelu
        case "gelu": Activation.gelu
        case "softplus": Activation.softplus
        case "softmax": Softmax()
        case "log_softmax": LogSoftmax()
        case "network":
            Sequential(
                Conv2D(1, 3, kernel: 3, padding: 1), Activation.relu, MaxPool2D(2), Conv2D(3, 2, kernel: 3),
                Activation.tanh, AveragePool2D(2), Flatten(), Linear(2, 4), LogSoftmax())
        default: makePerceptron(layer)
        }
    }

    /// `mlp tanh` and such; outputs of its layers and neurons are the same, as other tests hold.
    private func makePerceptron(_ layer: PyTorchLayersReference.Layer) -> (any Model)? {
        guard layer.kind.hasPrefix("mlp "),
            let activation = Activation(rawValue: String(layer.kind.dropFirst(4)))
        else { return nil }
        return MLP(layer.sizes[0], Array(layer.sizes.dropFirst()), activation: activation)
    }
}
