// Exclusive or, which no single neuron can learn: a training loop by hand, with and without `zeroGrad`.
//
//     swift run -c release Xor           trains, and prints the table
//     swift run -c release Xor FOLDER    and writes its pictures there

import ExampleSupport
import Micrograd
import TraceGraph

let inputs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
let targets: [Double] = [-1, 1, 1, -1]

/// Trains a network of two layers from the same start, and returns it with the loss of each step.
func trainNetwork(zeroingGradients: Bool) -> (model: MLP, losses: [Double]) {
    let model = MLP(2, [4, 1], activation: .tanh, seed: 1)
    let losses = (0..<60).map { _ in
        withTape {
            let scores = inputs.map { model($0)[0] }
            let loss = sum(zip(scores, targets).map { score, target in (score - target) ** 2 })
            if zeroingGradients { model.zeroGrad() }
            loss.backward()
            for parameter in model.parameters { parameter.data -= 0.05 * parameter.grad }
            return loss.data
        }
    }
    return (model, losses)
}

runExample("Xor") { folder in
    let (model, losses) = trainNetwork(zeroingGradients: true)
    let (_, forgotten) = trainNetwork(zeroingGradients: false)
    print("loss at step 0: \(losses[0])")
    print("loss at step 59: \(losses[59])")
    print("loss at step 59 if zeroGrad is forgotten: \(forgotten[59])")

    for (row, target) in zip(inputs, targets) {
        let score = withTape { model(row)[0].data }
        print("\(Int(row[0])) xor \(Int(row[1])) is \(score > 0 ? 1 : 0) (score \(score), wanted \(target))")
    }

    if let folder {
        try LossCurve(
            [Series("with zeroGrad", losses), Series("forgotten", forgotten)], scale: .linear,
            title: "Loss by step, with and without zeroGrad"
        ).write(to: "\(folder)/forgotten-zero-grad.svg")
        let boundary = DecisionBoundary(
            points: inputs, labels: targets, title: "Decision boundary of exclusive or"
        ) { x, y in
            withTape { model([x, y])[0].data }
        }
        try boundary.write(to: "\(folder)/xor.svg")
        // The graph of one example, with the gradients of its loss.
        try withTape {
            let loss = (model([Value(1, label: "x1"), Value(0, label: "x2")])[0] - 1) ** 2
            loss.label = "loss"
            model.zeroGrad()
            loss.backward()
            try drawDot(loss).write(to: "\(folder)/xor-graph.svg")
        }
    }
}
