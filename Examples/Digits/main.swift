// Handwritten digits: a network of two layers and a small convolutional one, each trained on five splits.
//
//     swift run -c release Digits           trains and tests both
//     swift run -c release Digits FOLDER    and writes parameters after each epoch, and pictures, there

import Micrograd
import TraceGraph

let folder = CommandLine.arguments.dropFirst().first
let table = try CSV(path: "Examples/Data/digits.csv")
let raw = try Dataset(table, targets: ["digit"])
// Pixels from 0 to 16 become numbers from 0 to 1.
let digits = Dataset(inputs: raw.inputs.map { $0.map { $0 / 16 } }, targets: raw.targets)

func makePerceptron(_ random: inout RandomStream) -> Sequential {
    Sequential(
        Linear(64, 64, name: "hidden", using: &random), Activation.relu, Dropout(0.2),
        Linear(64, 10, name: "output", using: &random))
}

func makeConvolutional(_ random: inout RandomStream) -> Sequential {
    Sequential(
        Reshape(1, 8, 8),
        Conv2D(1, 8, kernel: 3, padding: 1, using: &random), Activation.relu, MaxPool2D(2),
        Conv2D(8, 16, kernel: 3, padding: 1, using: &random), Activation.relu, MaxPool2D(2),
        Flatten(), Dropout(0.25), Linear(64, 10, using: &random))
}

/// Trains a model on four fifths of the digits and returns its history and its accuracy on the rest.
func trainAndTest(
    _ name: String, seed: Int, epochs: Int, rate: Double, _ make: (inout RandomStream) -> Sequential
) throws -> (history: TrainingHistory, accuracy: Double) {
    var random = RandomStream(seed: seed)
    let (training, test) = digits.split(test: 0.2, using: &random)
    // A tape of its own ends with the model.
    return try Tape().use {
        let model = make(&random)
        let history = try train(
            model, on: training, validation: test, loss: .crossEntropy, optimizer: Adam(model.parameters),
            epochs: epochs, batchSize: 32, schedule: .cosine(from: rate, over: epochs), shuffledBy: seed
        ) { _ in
            // Each file is whole at any moment: it is written beside the old one, which it then replaces.
            if let folder { try model.save(to: "\(folder)/digits-\(name).json") }
            return .goOn
        }
        if seed == 0, let folder, let hidden = model.models[0] as? Linear {
            let weights = hidden.weights.map { $0.map(\.data) }
            try HeatMap(weights, title: "Weights of the hidden layer", columnTitle: "pixel")
                .write(to: "\(folder)/digits-weights.svg")
        }
        return (history, evaluate(model, on: test, loss: .crossEntropy).accuracy ?? 0)
    }
}

func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }

var curves: [Series] = []
for (name, title, epochs, rate, make) in [
    ("mlp", "MLP", 40, 0.005, makePerceptron), ("conv", "Convolutional net", 20, 0.01, makeConvolutional),
] {
    print(title)
    var accuracies: [Double] = []
    for seed in 0...4 {
        let clock = ContinuousClock()
        let start = clock.now
        let (history, accuracy) = try trainAndTest(name, seed: seed, epochs: epochs, rate: rate, make)
        let seconds = ((clock.now - start) / .seconds(1) * 100).rounded() / 100
        print(
            "  seed \(seed): \(percent(accuracy)) of the test digits right, \(epochs) epochs in \(seconds) s")
        accuracies.append(accuracy)
        if seed == 0 { curves.append(Series(title, history.validationLosses)) }
    }
    let mean = accuracies.reduce(0, +) / Double(accuracies.count)
    print("  mean \(percent(mean)), least \(percent(accuracies.min() ?? 0))")
}
if let folder {
    try LossCurve(curves, scale: .logarithmic, title: "Loss on test digits", xTitle: "epoch")
        .write(to: "\(folder)/digits-loss.svg")
}
