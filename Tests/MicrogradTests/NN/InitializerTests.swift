import Micrograd
import Testing

@Suite("An initializer")
struct InitializerTests {
    /// The weights of a layer of 300 inputs and 100 outputs.
    private func weights(_ initializer: Initializer) -> [Double] {
        withTape { Linear(300, 100, initializer: initializer, seed: 2).weights.flatMap { $0.map(\.data) } }
    }

    @Test(
        "draws uniformly within the bound of its source",
        arguments: [
            (Initializer.uniform(-1, 1), 1), (.xavierUniform, (6.0 / 400).squareRoot()),
            (.kaimingUniform, (6.0 / 300).squareRoot()),
        ])
    func uniform(initializer: Initializer, bound: Double) {
        let weights = weights(initializer)
        let largest = weights.map(abs).max() ?? 0
        #expect(largest < bound && largest > 0.999 * bound)
        // The mean square of a uniform number is a third of the bound's; 30,000 numbers are within 3 %.
        let square = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
        #expect(abs(square / (bound * bound / 3) - 1) < 0.03)
    }

    @Test(
        "draws normally with the standard deviation of its source",
        arguments: [
            (Initializer.xavierNormal, (2.0 / 400).squareRoot()),
            (.kaimingNormal, (2.0 / 300).squareRoot()),
        ])
    func normal(initializer: Initializer, deviation: Double) {
        let weights = weights(initializer)
        let square = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
        #expect(abs(square / (deviation * deviation) - 1) < 0.03)
        // 68.27 % of all numbers lie within one deviation.
        let share = Double(weights.count { abs($0) < deviation }) / Double(weights.count)
        #expect(abs(share - 0.6827) < 0.01)
    }

    @Test("of a convolution counts the window of each channel")
    func convolution() {
        withTape {
            let layer = Conv2D(4, 50, kernel: 3, initializer: .xavierUniform, seed: 1)
            let bound = (6.0 / (4 * 9 + 50 * 9)).squareRoot()
            let largest = (0..<50).flatMap { layer.weights(of: $0).map { abs($0.data) } }.max() ?? 0
            #expect(largest < bound && largest > 0.99 * bound)
        }
    }
}
