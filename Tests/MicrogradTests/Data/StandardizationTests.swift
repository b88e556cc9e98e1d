import Micrograd
import Testing

@Suite("A standardization")
struct StandardizationTests {
    /// Python: `statistics.fmean(column)`, `statistics.pstdev(column)`.
    private let rows: [[Double]] = [[1, 10.5, 3], [2, -0.25, 3], [4, 7, 3], [8, 2.75, 3]]

    @Test("takes mean and population deviation of each column, and 1 for equal numbers")
    func fitting() {
        let standardization = Standardization(fitting: rows)
        #expect(standardization.means == [3.75, 5.0, 3])
        for (found, expected) in zip(
            standardization.standardDeviations, [2.680951323690902, 4.088856808449031, 1])
        {
            #expect(abs(found - expected) <= 2 * expected.ulp)
        }
    }

    @Test("brings columns to mean 0 and deviation 1, and back")
    func roundTrip() {
        let standardization = Standardization(fitting: rows)
        let standard = standardization(rows)
        let again = Standardization(fitting: standard)
        #expect(again.means.allSatisfy { abs($0) < 1e-15 })
        #expect(again.standardDeviations.allSatisfy { abs($0 - 1) < 1e-15 })
        #expect(standard.map { $0[2] } == [0, 0, 0, 0])
        #expect(abs(standardization([9, 5, 4])[0] - 5.25 / 2.680951323690902) < 1e-15)
        #expect(standardization([9, 5, 4])[2] == 1)
        for row in rows {
            for (found, expected) in zip(standardization.inverse(standardization(row)), row) {
                #expect(abs(found - expected) <= 1e-14)
            }
        }
    }

    @Test("leaves targets alone")
    func datasets() {
        let dataset = Dataset(inputs: rows, labels: [0, 1, 2, 3])
        let standardization = Standardization(fitting: dataset.inputs)
        #expect(standardization(dataset) == Dataset(inputs: standardization(rows), labels: [0, 1, 2, 3]))
    }

    @Test(
        "takes numbers that only rounding tells apart as equal",
        arguments: [0.1, 1e300, Double.leastNonzeroMagnitude])
    func equalNumbers(number: Double) {
        let column = [[Double]](repeating: [number], count: 10)
        #expect(Standardization(fitting: column)(column).allSatisfy { $0 == [0] })
        #expect(Standardization(fitting: [[0], [.leastNonzeroMagnitude]]).standardDeviations == [1])
    }
}
