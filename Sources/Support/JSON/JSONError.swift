/// What is wrong with a JSON text, and where.
package struct JSONError: Error {
    package var problem: String
    /// The offset of the byte that it begins with.
    package var offset: Int

    package init(problem: String, offset: Int) {
        // It often quotes the text.
        self.problem = problem.visible
        self.offset = offset
    }

    /// Where it stands in the text, counted from 1, in lines and characters.
    package func place(in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        return (
            before.count { $0 == UInt8(ascii: "\n") } + 1,
            String(decoding: before[lineStart...], as: UTF8.self).count + 1
        )
    }
}
