import Micrograd

extension FuzzProgram {
    /// Makes a recording, runs it for two batches, and compares it with each example by itself.
    mutating func runRecording() throws {
        let inputCount = 1 + random.below(3)
        var count = inputCount + values.count
        var steps: [FuzzStep] = []
        for _ in 0..<1 + random.below(8) {
            let step = FuzzStep.random(using: &random, count: count, modules: modules)
            // How many results it has, the plain tape tells.
            var probe = tape.leaves()
            count += step.run(on: &probe, [Int](repeating: 0, count: count)).count
            steps.append(step)
        }
        let outputs = (0...random.below(3)).map { _ in
            random.chance(70) ? count - 1 - random.below(min(count, 5)) : random.below(count)
        }
        let differentiatesInputs = random.chance(50)
        let recording = Recording(inputs: ["x": inputCount], differentiatesInputs: differentiatesInputs) {
            inputs in
            // Values in front, so that the newest are the inputs.
            var list = values + inputs["x"]
            for step in steps { list += step.run(on: list) }
            return ["y": outputs.map { list[$0] }]
        }
        for _ in 0..<2 {
            let batchCount = random.pick([1, 2, 3, 8, 9, random.chance(10) ? 137 : 5])
            let batch = (0..<batchCount * inputCount).map { _ in random.number() }
            recording.run(["x": batch])
            let reduction: Recording.Reduction = random.chance(50) ? .sum : .mean
            let grads = (values + modules.flatMap(\.parameters)).map(\.grad)
            recording.backward(from: "y", reduction: reduction)
            let weight = reduction == .mean ? 1 / Double(batchCount) : 1

            var expected = ExampleSums(count: tape.nodes.count)
            for example in 0..<batchCount {
                var plain = tape.leaves()
                let numbers = batch[example * inputCount..<(example + 1) * inputCount]
                var list = places
                let inputPlaces = numbers.map { plain.leaf($0) }
                list += inputPlaces
                for step in steps { list += step.run(on: &plain, list) }
                for (position, output) in outputs.enumerated() {
                    let data = recording["y"][example * outputs.count + position]
                    let other = plain.nodes[list[output]].data
                    guard data.bitPattern == other.bitPattern || (data.isNaN && other.isNaN) else {
                        throw difference(
                            "Output \(position) of a recording is \(data) for example \(example) of \(batchCount), by itself \(other)."
                        )
                    }
                }
                let roots = outputs.map { list[$0] }
                let sizes = plain.gradientMagnitudes(from: roots)
                for root in roots { plain.backward(from: root) }
                expected.add(plain, sizes, weight: weight)
                guard differentiatesInputs else { continue }
                for (position, place) in inputPlaces.enumerated() {
                    try compareSum(
                        recording.gradient(of: "x")[example * inputCount + position],
                        (plain.nodes[place].grad ?? 0) * weight, size: sizes[place] * weight,
                        "of input \(position) for example \(example) of \(batchCount)")
                }
            }
            let all =
                zip(values, places).map { ($0, $1) }
                + modules.flatMap { module in
                    module.parameters.enumerated().map { ($1, module.firstParameter + $0) }
                }
            for ((value, place), before) in zip(all, grads) where expected.isReached[place] {
                try compareSum(
                    value.grad, before + expected.grads[place], size: abs(before) + expected.sizes[place],
                    "of \(describe(place)), \(before) before")
            }
            // From here on the plain tape goes on with what the engine rounded to.
            for (value, place) in all where expected.isReached[place] { tape.nodes[place].grad = value.grad }
            try compareNumbers()
            if !values.isEmpty, random.chance(50) {
                let (chosen, data) = (random.below(values.count), random.number())
                values[chosen].data = data
                tape.nodes[places[chosen]].data = data
            }
        }
    }

    /// Compares sums whose parts may have been added in another order.
    ///
    /// Each of some hundred additions rounds by a part in 10¹⁶ of the parts, so 10⁻¹² of them is far above rounding and
    /// far below a part that is missing.
    private func compareSum(_ one: Double, _ other: Double, size: Double, _ what: String) throws {
        // Where a part is infinite, the order decides between infinity and NaN.
        guard size.isFinite, other.isFinite else { return }
        guard abs(one - other) > 1e-12 * size + 1e-300 || one.isNaN else { return }
        throw difference(
            "The gradient \(what) in a recording is \(one), of its examples by themselves \(other).")
    }
}

/// The gradients of some examples, added up.
private struct ExampleSums {
    var grads: [Double]
    var sizes: [Double]
    var isReached: [Bool]

    init(count: Int) {
        grads = [Double](repeating: 0, count: count)
        sizes = grads
        isReached = [Bool](repeating: false, count: count)
    }

    mutating func add(_ tape: PlainTape, _ sizes: [Double], weight: Double) {
        for place in grads.indices {
            guard let grad = tape.nodes[place].grad else { continue }
            isReached[place] = true
            grads[place] += grad * weight
            self.sizes[place] += sizes[place] * weight
        }
    }
}
