// karpathy/micrograd's demo: a network learns to tell two moons apart, with a training loop of one's own.
//
//     swift run -c release Moons           the 100 lines of the notebook
//     swift run -c release Moons FOLDER    and writes its pictures there

import ExampleSupport
import Micrograd
import TraceGraph

runExample("Moons") { folder in
    let table = try CSV(path: "Examples/Data/moons.csv")
    let data = try Dataset(table, targets: ["label"])
    let labels = data.targets.map { $0[0] }

    var random = RandomStream(seed: 1337)
    let model = MLP(2, [16, 16, 1], using: &random)
    let parameters = model.parameters
    print(model)
    print("number of parameters", parameters.count)

    var losses: [Double] = []
    for step in 0..<100 {
        withTape {
            // Forward: the score of each point, and the max-margin loss with an L2 penalty.
            let scores = data.inputs.map { model($0)[0] }
            let loss = maxMargin(scores, labels) + l2Penalty(parameters, strength: 1e-4)

            // Backward.
            model.zeroGrad()
            loss.backward()

            // Update.
            let rate = 1.0 - 0.9 * Double(step) / 100
            for parameter in parameters { parameter.data -= rate * parameter.grad }

            let rightCount = zip(scores, labels).count { ($0.data > 0) == ($1 > 0) }
            print(
                "step \(step) loss \(loss.data), accuracy \(Double(rightCount) / Double(data.count) * 100)%")
            losses.append(loss.data)
        }
    }

    if let folder {
        try LossCurve(losses, title: "Loss on two moons by step").write(
            to: "\(folder)/moons-loss.svg")
        let boundary = DecisionBoundary(
            points: data.inputs, labels: labels, title: "Decision boundary on two moons"
        ) { x, y in
            withTape { model([x, y])[0].data }
        }
        try boundary.write(to: "\(folder)/moons.svg")
    }
}
