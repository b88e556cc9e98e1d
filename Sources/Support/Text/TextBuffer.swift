/// A long text as it grows: one buffer of UTF-8, without a string for each piece.
package struct TextBuffer {
    package private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: How many bytes there may be. Memory is only taken where it is used.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    package mutating func append(byte: UInt8) { bytes.append(byte) }

    package mutating func append(spaces count: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    }

    package mutating func append(_ number: Int) { append(String(number)) }

    package var count: Int { bytes.count }

    /// Takes away what was appended since there were `count` bytes.
    package mutating func removeText(from count: Int) -> String {
        defer { bytes.removeSubrange(count...) }
        return String(decoding: bytes[count...], as: UTF8.self)
    }

    /// Takes away the spaces at the end.
    package mutating func trimSpaces() {
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    }
}
