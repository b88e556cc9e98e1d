internal import MicrogradSupport

/// Brings each column of numbers to mean 0 and standard deviation 1: `(x - mean) / standardDeviation`.
///
///     let standardize = Standardization(fitting: training.inputs)
///     let (near, far) = (standardize(training), standardize(test))
public struct Standardization: Sendable, Equatable {
    /// One for each column.
    public let means: [Double]
    /// One for each column, of the population (`√(Σ(x - mean)² / n)`); 1 where all numbers are equal.
    public let standardDeviations: [Double]

    /// Takes mean and standard deviation from the columns of some rows, such as the inputs to train with.
    ///
    /// - Precondition: At least one row; all of one length.
    public init(fitting rows: [[Double]]) {
        guard let first = rows.first else { trap("A standardization needs at least one row to fit.") }
        rows.checkWidths("The rows of a standardization")
        var means: [Double] = []
        var deviations: [Double] = []
        for (column, number) in first.enumerated() {
            // Their sum may round, and then equal numbers would seem to vary.
            if rows.allSatisfy({ $0[column] == number }) {
                means.append(number)
                deviations.append(1)
                continue
            }
            let mean = rows.reduce(0) { $0 + $1[column] } / Double(rows.count)
            let squares = rows.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) }
            means.append(mean)
            let deviation = (squares / Double(rows.count)).squareRoot()
            // Numbers that differ by so little that the squares are 0 count as equal.
            deviations.append(deviation == 0 ? 1 : deviation)
        }
        self.means = means
        standardDeviations = deviations
    }

    /// Returns a row in standard units.
    public func callAsFunction(_ row: [Double]) -> [Double] {
        checkWidth(row)
        return row.indices.map { (row[$0] - means[$0]) / standardDeviations[$0] }
    }

    /// Returns rows in standard units.
    public func callAsFunction(_ rows: [[Double]]) -> [[Double]] { rows.map { self($0) } }

    /// Returns a dataset with its inputs in standard units.
    public func callAsFunction(_ dataset: Dataset) -> Dataset {
        Dataset(inputs: self(dataset.inputs), targets: dataset.targets)
    }

    /// Returns the row that comes to `row` in standard units, up to rounding.
    public func inverse(_ row: [Double]) -> [Double] {
        checkWidth(row)
        return row.indices.map { row[$0] * standardDeviations[$0] + means[$0] }
    }

    private func checkWidth(_ row: [Double]) {
        guard row.count == means.count else {
            trap("A standardization of \(means.count) columns was given a row of \(row.count).")
        }
    }
}
