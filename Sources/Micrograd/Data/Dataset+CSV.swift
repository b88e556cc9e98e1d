extension Dataset {
    /// Makes a dataset of the rows of a table.
    ///
    ///     let moons = try Dataset(CSV(path: "moons.csv"), targets: ["label"])
    ///
    /// - Parameters:
    ///   - csv: Its columns that are used hold numbers.
    ///   - targets: The columns to learn.
    ///   - inputs: The columns to learn from; by default all others, first to last.
    public init(_ csv: CSV, targets: [String], inputs: [String]? = nil) throws(MicrogradError) {
        let inputs = inputs ?? csv.columnNames.filter { !targets.contains($0) }
        self.init(inputs: try csv.rows(of: inputs), targets: try csv.rows(of: targets))
    }
}
