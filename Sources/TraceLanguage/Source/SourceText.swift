/// A text to run, with the name that messages show for it.
public struct SourceText: Sendable {
    /// The name as messages show it, such as `expr.txt`.
    public let name: String

    /// UTF-8, without a byte order mark.
    let bytes: [UInt8]
    /// The offset at which each line starts.
    let lineStarts: [Int]
    /// The cells, where the text is that of a notebook; they cover it.
    let cells: [SourceCell]

    /// Makes a text; a byte order mark is dropped, and lines may end in LF, CR LF or CR.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Makes a text of the bytes of a file, which should be UTF-8: `run` refuses others, with the place of the first.
    public init(name: String, bytes: [UInt8]) {
        var bytes = bytes
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
        self.init(name, bytes, cells: [])
    }

    init(_ name: String, _ bytes: [UInt8], cells: [SourceCell]) {
        self.name = name
        self.cells = cells
        var starts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let isReturn = bytes[offset] == .carriageReturn
                let isPair = isReturn && offset + 1 < bytes.count && bytes[offset + 1] == .lineFeed
                offset += 1
                if bytes[offset - 1] == .lineFeed || (isReturn && !isPair) { starts.append(offset) }
            }
        }
        self.bytes = bytes
        lineStarts = starts
    }

    /// The longest line that is read, in bytes.
    static let longestLine = 500_000

    /// The bytes of a line, counted from 0, without its end.
    func range(ofLine line: Int) -> Range<Int> {
        let start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }

    /// The line that an offset lies on, counted from 0.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Returns a part that fits into a message; nil where it spans lines or is long.
    func shortText(in range: Range<Int>) -> String? {
        guard range.count <= 60, !bytes[range].contains(where: \.isLineEnd) else { return nil }
        return text(in: range)
    }

    func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    /// A space, a tab or a form feed.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0c }
    var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
