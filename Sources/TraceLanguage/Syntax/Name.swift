/// A name in the text, with the number that stands for it at run time.
struct Name {
    var text: String
    /// The same for the same text; numbers run from 0.
    var slot: Int
    var range: Range<Int>
}

/// Gives each name of a text its number.
struct NameTable {
    private(set) var texts: [String] = []
    private var slots: [String: Int] = [:]

    mutating func slot(of text: String) -> Int {
        if let slot = slots[text] { return slot }
        slots[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }
}
