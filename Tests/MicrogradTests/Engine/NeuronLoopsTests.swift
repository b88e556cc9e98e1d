import CMicrograd
import Micrograd
import Testing

/// The loops of a layer, for this processor and for any, beside plain loops: equal to the last bit.
@Suite("The loops of a layer")
struct NeuronLoopsTests {
    private struct Shape {
        let rows: Int
        let columns: Int
        var stride: Int { columns + 1 }
    }

    /// A number, now and then one that is special.
    private static func number(_ random: inout RandomStream) -> Double {
        let specials = [0.0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e300]
        let pick = random.uniform(0, 20)
        return pick < 1 ? specials[Int(pick * 7)] : random.uniform(-2, 2)
    }

    private static func numbers(_ count: Int, _ random: inout RandomStream) -> [Double] {
        (0..<count).map { _ in number(&random) }
    }

    /// NaN equals any NaN: their signs depend on the order of operands.
    private static func isSame(_ one: [Double], _ other: [Double]) -> Bool {
        one.elementsEqual(other) { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
    }

    @Test("add each row from first to last", arguments: 1...20)
    func weightedSums(columns: Int) {
        var random = RandomStream(seed: columns)
        for rows in 1...18 {
            let shape = Shape(rows: rows, columns: columns)
            let weights = Self.numbers(rows * shape.stride, &random), inputs = Self.numbers(columns, &random)
            let expected = (0..<rows).map { row in
                (0..<columns).reduce(weights[row * shape.stride + columns]) {
                    $0 + weights[row * shape.stride + $1] * inputs[$1]
                }
            }
            for function in [micrograd_weighted_sums, micrograd_weighted_sums_portable] {
                var results = [Double](repeating: 7, count: rows)
                function(weights, inputs, &results, rows, columns)
                #expect(Self.isSame(results, expected))
            }
        }
    }

    @Test("give to weights, biases and inputs row by row", arguments: 1...20)
    func sweepRows(columns: Int) {
        var random = RandomStream(seed: 100 + columns)
        for rowCount in 1...12 {
            let shape = Shape(rows: rowCount, columns: columns)
            let weights = Self.numbers(rowCount * shape.stride, &random)
            let inputs = Self.numbers(columns, &random)
            // Some rows are not reached, and negative zero stands for no gradient.
            let reached = (0..<rowCount).reversed().filter { _ in random.uniform(0, 1) < 0.8 }
            guard !reached.isEmpty else { continue }
            let rows = reached.map { row in
                MicrogradRow(start: row * shape.stride, grad: Self.number(&random) + 0.0)
            }
            let weightGrads = weights.map { _ in random.uniform(0, 1) < 0.5 ? -0.0 : random.uniform(-1, 1) }
            let inputGrads = inputs.map { _ in random.uniform(0, 1) < 0.5 ? -0.0 : random.uniform(-1, 1) }

            var expected = (weights: weightGrads, inputs: inputGrads)
            for row in rows {
                expected.weights[row.start + columns] += row.grad
                for column in 0..<columns {
                    expected.weights[row.start + column] += row.grad * inputs[column] + 0.0
                    expected.inputs[column] += row.grad * weights[row.start + column] + 0.0
                }
            }
            for function in [micrograd_sweep_rows, micrograd_sweep_rows_portable] {
                var (ownWeights, ownInputs) = (weightGrads, inputGrads)
                function(rows, rows.count, weights, &ownWeights, inputs, &ownInputs, columns)
                #expect(Self.isSame(ownWeights, expected.weights))
                #expect(Self.isSame(ownInputs, expected.inputs))
            }
        }
    }
}
