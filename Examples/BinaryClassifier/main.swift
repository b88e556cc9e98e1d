// The binary classifier of the micrograd lecture: four rows, a network of 41 parameters, 1,000 steps.
//
//     swift run -c release BinaryClassifier           seeds 0 to 3
//     swift run -c release BinaryClassifier FOLDER    and writes its pictures there

import ExampleSupport
import Micrograd
import TraceGraph

let rows: [[Double]] = [[2, 3, -1], [3, -1, 0.5], [0.5, 1, 1], [1, 1, -1]]
let targets: [Double] = [1, -1, -1, 1]

/// The sum of squared errors.
func loss(of scores: [Value]) -> Value {
    sum(zip(scores, targets).map { score, target in (score - target) ** 2 })
}

/// The gradients of each layer.
func gradients(of model: MLP) -> [(name: String, gradients: [Double])] {
    model.layers.enumerated().map { number, layer in
        (name: "layer \(number)", gradients: layer.parameters.map(\.grad))
    }
}

runExample("BinaryClassifier") { folder in
    var curves: [Series] = []
    var firstGradients: [(name: String, gradients: [Double])] = []
    for seed in 0...3 {
        let model = MLP(3, [4, 4, 1], seed: seed)
        var losses: [Double] = []
        print("seed \(seed)")
        for step in 0..<1_000 {
            withTape {
                let loss = loss(of: rows.map { model($0)[0] })
                model.zeroGrad()
                loss.backward()
                for parameter in model.parameters { parameter.data -= 0.01 * parameter.grad }
                losses.append(loss.data)
                if step % 200 == 0 || step == 999 { print("  step \(step) loss \(loss.data)") }
            }
            if seed == 0, step == 0 { firstGradients = gradients(of: model) }
        }
        let scores = withTape { rows.map { model($0)[0].data } }
        print("  scores \(scores)")
        curves.append(Series("seed \(seed)", losses))
        if seed == 0, let folder {
            let weights = model.layers[0].neurons.map { $0.weights.map(\.data) }
            try HeatMap(weights, title: "Weights of the first layer, by neuron and input")
                .write(to: "\(folder)/binary-classifier-weights.svg")
        }
    }
    if let folder {
        try GradientHistogram(
            layers: firstGradients, title: "Sizes of the gradients of the first step, by layer"
        )
        .write(to: "\(folder)/binary-classifier-gradients.svg")
        try LossCurve(curves, title: "Loss by step, for four seeds").write(
            to: "\(folder)/binary-classifier-loss.svg")
    }
}
