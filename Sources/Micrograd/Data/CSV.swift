internal import MicrogradSupport

/// A table of comma-separated values, whose columns are read as text or as numbers.
///
///     let csv = try CSV(path: "moons.csv")
///     let x1 = try csv.numbers(named: "x1")
///
/// Read strictly, as RFC 4180 has it: fields in quotes may hold commas, line ends and doubled quotes; every line
/// has as many fields as the first; spaces belong to a field. UTF-8, with any line ends.
public struct CSV: Sendable {
    /// First to last; without a header `1`, `2`, ….
    public let columnNames: [String]
    /// The number of rows below the header, at least 1.
    public let rowCount: Int

    private let path: String?
    private let bytes: [UInt8]
    /// Of the header too.
    private let scan: CSVScanner
    private let firstRow: Int

    /// Reads a table from a text.
    ///
    /// - Parameters:
    ///   - text: Lines of fields.
    ///   - hasHeader: Whether the first line names the columns; true by default.
    public init(_ text: String, hasHeader: Bool = true) throws(MicrogradError) {
        try self.init(Array(text.utf8), path: nil, hasHeader: hasHeader)
    }

    /// Reads a table from a file.
    public init(path: String, hasHeader: Bool = true) throws(MicrogradError) {
        let bytes: [UInt8]
        do {
            bytes = try File.read(path)
        } catch {
            throw MicrogradError(error)
        }
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            throw .csv(.notText, line: nil, path: path)
        }
        try self.init(bytes, path: path, hasHeader: hasHeader)
    }

    private init(_ bytes: [UInt8], path: String?, hasHeader: Bool) throws(MicrogradError) {
        self.bytes = bytes
        self.path = path
        do {
            scan = try CSVScanner(bytes)
        } catch {
            throw .csv(error.problem, line: error.line, path: path)
        }
        let scan = scan
        firstRow = hasHeader ? 1 : 0
        rowCount = scan.lines.count - firstRow
        columnNames = (0..<scan.columnCount).map {
            hasHeader ? CSV.text(of: scan.fields[$0], in: bytes) : String($0 + 1)
        }
        var names: Set<String> = []
        for name in columnNames where !names.insert(name).inserted {
            throw .csv(.repeatedColumn(name), line: scan.lines[0], path: path)
        }
        guard rowCount > 0 else { throw .csv(.noRows, line: nil, path: path) }
    }

    /// Returns a column as text, without the quotes around its fields.
    public func column(named name: String) throws(MicrogradError) -> [String] {
        let column = try index(of: name)
        return (0..<rowCount).map { CSV.text(of: field($0, column), in: bytes) }
    }

    /// Returns a column as numbers: finite decimals with a point, in any locale.
    public func numbers(named name: String) throws(MicrogradError) -> [Double] {
        let column = try index(of: name)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(MicrogradError) in
            var numbers: [Double] = []
            numbers.reserveCapacity(rowCount)
            for row in 0..<rowCount { numbers.append(try number(row, column, in: bytes)) }
            return numbers
        }
    }

    /// Returns the numbers of several columns, row by row.
    public func rows(of names: [String]) throws(MicrogradError) -> [[Double]] {
        var columns: [Int] = []
        for name in names { columns.append(try index(of: name)) }
        return try bytes.withUnsafeBufferPointer { (bytes) throws(MicrogradError) in
            var rows: [[Double]] = []
            rows.reserveCapacity(rowCount)
            for row in 0..<rowCount {
                var numbers: [Double] = []
                numbers.reserveCapacity(columns.count)
                for column in columns { numbers.append(try number(row, column, in: bytes)) }
                rows.append(numbers)
            }
            return rows
        }
    }

    private func index(of name: String) throws(MicrogradError) -> Int {
        guard let index = columnNames.firstIndex(of: name) else {
            throw .csv(.unknownColumn(name, known: columnNames), line: nil, path: path)
        }
        return index
    }

    private func field(_ row: Int, _ column: Int) -> CSVScanner.Field {
        scan.fields[(firstRow + row) * columnNames.count + column]
    }

    private func number(
        _ row: Int, _ column: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) throws(MicrogradError) -> Double {
        let field = field(row, column)
        guard let number = Double(decimal: UnsafeBufferPointer(rebasing: bytes[field.bytes])) else {
            let problem = CSVProblem.notANumber(
                CSV.text(of: field, in: self.bytes), column: columnNames[column])
            throw .csv(problem, line: scan.lines[firstRow + row], path: path)
        }
        return number
    }

    private static func text(of field: CSVScanner.Field, in bytes: [UInt8]) -> String {
        guard field.isQuoted else { return String(decoding: bytes[field.bytes], as: UTF8.self) }
        var text: [UInt8] = []
        var position = field.bytes.lowerBound
        while position < field.bytes.upperBound {
            text.append(bytes[position])
            // Of two quotes the second is skipped.
            position += bytes[position] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
