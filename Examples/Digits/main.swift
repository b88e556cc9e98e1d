// Handwritten digits: a network of two layers and a small convolutional one, each trained on five splits.
//
//     swift run -c release Digits           trains and tests both
//     swift run -c release Digits FOLDER    and writes parameters after each epoch, and pictures, there

import ExampleSupport
import Micrograd
import TraceGraph

/// 1,797 images of 8 by 8 pixels, from 0 to 1.
func readDigits() throws -> Dataset {
    let digits = try Dataset(CSV(path: "Examples/Data/digits.csv"), targets: ["digit"])
    return Dataset(inputs: digits.inputs.map { pixels in pixels.map { $0 / 16 } }, targets: digits.targets)
}

func makePerceptron(_ random: inout RandomStream) -> Sequential {
    Sequential(
        Linear(64, 64, name: "hidden", using: &random), Activation.relu, Dropout(0.2, using: &random),
        Linear(64, 10, name: "output", using: &random))
}

func makeConvolutional(_ random: inout RandomStream) -> Sequential {
    Sequential(
        Reshape(1, 8, 8),
        Conv2D(1, 12, kernel: 3, padding: 1, using: &random), Activation.relu, MaxPool2D(2),
        Dropout(0.1, using: &random),
        Conv2D(12, 24, kernel: 3, padding: 1, using: &random), Activation.relu, MaxPool2D(2), Flatten(),
        Dropout(0.3, using: &random), Linear(96, 10, using: &random))
}

/// Trains a model on four fifths of the digits and returns its history and its accuracy on the rest.
func trainAndTest(
    _ name: String, on digits: Dataset, seed: Int, epochs: Int, rate: Double, in folder: String?,
    _ make: (inout RandomStream) -> Sequential
) throws -> (history: TrainingHistory, accuracy: Double) {
    var random = RandomStream(seed: seed)
    let (training, test) = digits.split(test: 0.2, using: &random)
    // A tape of its own ends with the model.
    return try Tape().use {
        let model = make(&random)
        let history = try train(
            model, on: training, validation: test, loss: .crossEntropy, optimizer: Adam(model.parameters),
            epochs: epochs,
            options: TrainingOptions(
                schedule: .cosine(from: rate, over: epochs), shuffleSeed: seed, progress: .automatic)
        ) { _ in
            // Each file is whole at any moment: it is written beside the old one, which it then replaces.
            if let folder { try model.save(to: "\(folder)/digits-\(name).json") }
            return .goOn
        }
        if seed == 0, let folder, let layer = model.models[1] as? Conv2D {
            try HeatMap(kernelsOf: layer, title: "Kernels of the first convolution, 3 × 3")
                .write(to: "\(folder)/digits-kernels.svg")
        }
        return (history, evaluate(model, on: test, loss: .crossEntropy).accuracy ?? 0)
    }
}

func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }

runExample("Digits") { folder in
    let digits = try readDigits()
    var curves: [Series] = []
    for (name, title, epochs, rate, make) in [
        ("mlp", "MLP", 40, 0.005, makePerceptron), ("conv", "conv net", 20, 0.01, makeConvolutional),
    ] {
        print(title)
        var accuracies: [Double] = []
        for seed in 0...4 {
            let clock = ContinuousClock()
            let start = clock.now
            let (history, accuracy) = try trainAndTest(
                name, on: digits, seed: seed, epochs: epochs, rate: rate, in: folder, make)
            let seconds = ((clock.now - start) / .seconds(1) * 100).rounded() / 100
            print(
                "  seed \(seed): \(percent(accuracy)) of the test digits right, \(epochs) epochs in \(seconds) s"
            )
            accuracies.append(accuracy)
            if seed == 0 { curves.append(Series(title, history.validationLosses)) }
        }
        let mean = accuracies.reduce(0, +) / Double(accuracies.count)
        print("  mean \(percent(mean)), least \(percent(accuracies.min() ?? 0))")
    }
    if let folder {
        try LossCurve(curves, title: "Loss on test digits by epoch", xTitle: "epoch")
            .write(to: "\(folder)/digits-loss.svg")
    }
}
