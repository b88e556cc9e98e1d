import Micrograd
import Testing

/// Holds gradients to central finite differences, `(f(x + h) - f(x - h)) / 2h` with h = 1e-5.
///
/// The formula's own error is f‴·h²/6 and that of rounding about 1e-16·f/h: for functions and numbers around 1 both
/// stay below 1e-8 of the derivative or 1.
func expectFiniteDifferences(
    at point: [Double], sourceLocation: SourceLocation = #_sourceLocation, _ function: ([Value]) -> Value
) {
    let step = 1e-5
    withTape {
        let inputs = point.map { Value($0) }
        // The gradient of the result is not 1, so that a sweep which forgets the chain rule is seen.
        (3 * function(inputs)).backward()
        for position in point.indices {
            let slopes = [step, -step].map { step in
                var moved = point
                moved[position] += step
                return withTape { function(moved.map { Value($0) }).data }
            }
            let expected = 3 * (slopes[0] - slopes[1]) / (2 * step)
            #expect(
                abs(inputs[position].grad - expected) <= 1e-8 * max(1, abs(expected)),
                "input \(position) at \(point): \(inputs[position].grad), by differences \(expected)",
                sourceLocation: sourceLocation)
        }
    }
}

/// Holds a recording of a function, run for a batch, to the same function built on the tape for each example.
///
/// To 1e-12 of the larger of a number and 1, because a batch adds up in another order.
func expectSameInRecording(
    _ examples: [[Double]], sourceLocation: SourceLocation = #_sourceLocation,
    _ function: ([Value]) -> [Value]
) {
    func areClose(_ one: [Double], _ other: [Double]) -> Bool {
        one.count == other.count
            && zip(one, other).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
    }
    withTape {
        let recording = Recording(inputs: ["x": examples[0].count], differentiatesInputs: true) { inputs in
            let outputs = function(inputs["x"])
            // Weights that differ, so that gradients do not cancel out.
            let weighted = outputs.enumerated().map { index, output in Double(index + 1) * output }
            return ["outputs": outputs, "total": [sum(weighted)]]
        }
        recording.run(["x": examples.flatMap { $0 }])
        recording.backward(from: "total")
        var outputs: [Double] = [], grads: [Double] = []
        for example in examples {
            withTape {
                let inputs = example.map { Value($0) }
                let own = function(inputs)
                sum(own.enumerated().map { index, output in Double(index + 1) * output }).backward()
                outputs += own.map(\.data)
                grads += inputs.map(\.grad)
            }
        }
        #expect(areClose(recording["outputs"], outputs), sourceLocation: sourceLocation)
        #expect(areClose(recording.gradient(of: "x"), grads), sourceLocation: sourceLocation)
    }
}
