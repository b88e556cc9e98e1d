extension SourceText {
    /// Refuses what no person writes: bytes that are not text, a line of half a million bytes.
    func check() throws(Failure) {
        if let offset = firstBadByte {
            throw Failure(bytes[offset] == 0 ? .nulByte : .notUTF8(bytes[offset]), at: offset..<offset + 1)
        }
        for line in lineStarts.indices {
            let range = range(ofLine: line)
            guard range.count <= SourceText.longestLine else {
                throw Failure(
                    .lineTooLong(
                        line: place(ofLine: line).line, bytes: range.count, limit: SourceText.longestLine),
                    at: range.lowerBound..<range.lowerBound + 1)
            }
        }
    }

    /// The offset of the first byte that is not UTF-8, or is NUL, which no text holds.
    private var firstBadByte: Int? {
        if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil { return nil }
        var offset = 0
        while offset < bytes.count, bytes[offset] != 0 {
            let length =
                switch bytes[offset] {
                case 0..<0x80: 1
                case 0xc2..<0xe0: 2
                case 0xe0..<0xf0: 3
                case 0xf0..<0xf5: 4
                default: 0
                }
            let end = offset + length
            guard length > 0, end <= bytes.count,
                length == 1 || String(validating: bytes[offset..<end], as: UTF8.self) != nil
            else { return offset }
            offset = end
        }
        return offset
    }
}
