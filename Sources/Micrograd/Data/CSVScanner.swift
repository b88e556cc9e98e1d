/// Finds the fields of comma-separated values, as RFC 4180 defines them.
///
/// Lines end in LF, CR LF or CR. A byte order mark and blank lines at the end are skipped.
struct CSVScanner {
    /// Where a field stands, without the quotes around it.
    struct Field {
        var bytes: Range<Int>
        var isQuoted: Bool
    }

    /// What is wrong, and in which line.
    struct Fault: Error {
        var problem: CSVProblem
        var line: Int?
    }

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// Row by row.
    private(set) var fields: [Field] = []
    /// The line that each row begins in.
    private(set) var lines: [Int] = []

    init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
        var blankLine: Int?
        while position < bytes.count {
            let start = line
            if skipLineEnd() {
                blankLine = blankLine ?? start
                continue
            }
            if let blankLine { throw Fault(problem: .blankLine, line: blankLine) }
            try scanRow()
        }
        if lines.isEmpty { throw Fault(problem: .empty) }
    }

    var columnCount: Int { fields.count / lines.count }

    private mutating func scanRow() throws(Fault) {
        let start = line
        let first = fields.count
        while true {
            try scanField()
            guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
            position += 1
        }
        _ = skipLineEnd()
        let count = fields.count - first
        let expected = lines.isEmpty ? count : first / lines.count
        guard count == expected else {
            throw Fault(problem: .fieldCount(count, expected: expected), line: start)
        }
        lines.append(start)
    }

    private mutating func scanField() throws(Fault) {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try scanQuotedField() }
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) {
            if bytes[position] == UInt8(ascii: "\"") { throw Fault(problem: .misplacedQuote, line: line) }
            position += 1
        }
        fields.append(Field(bytes: start..<position, isQuoted: false))
    }

    private mutating func scanQuotedField() throws(Fault) {
        let startLine = line
        position += 1
        let start = position
        while position < bytes.count {
            if skipLineEnd() { continue }
            position += 1
            guard bytes[position - 1] == UInt8(ascii: "\"") else { continue }
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                position += 1
                continue
            }
            guard position == bytes.count || isEnd(bytes[position]) else {
                throw Fault(problem: .misplacedQuote, line: line)
            }
            return fields.append(Field(bytes: start..<position - 1, isQuoted: true))
        }
        throw Fault(problem: .unclosedQuote, line: startLine)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func skipLineEnd() -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return false }
        position += 1
        if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
            position += 1
        }
        line += 1
        return true
    }
}
