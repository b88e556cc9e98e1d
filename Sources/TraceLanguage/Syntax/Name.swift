/// A name in the text, with the number that stands for it at run time.
struct Name {
    var text: String
    /// The same for the same text; numbers run from 0.
    var id: Int
    var range: Range<Int>
}

/// Gives each name of a text its number.
struct NameTable {
    private(set) var texts: [String] = []
    private var ids: [String: Int] = [:]

    init() {
        for special in SpecialName.allCases { _ = id(of: special.rawValue) }
    }

    mutating func id(of text: String) -> Int {
        if let id = ids[text] { return id }
        ids[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// The number of a name that the text has; nil for others.
    func knownID(of text: String) -> Int? { ids[text] }
}

/// The names that have a meaning in a class or of a Value; their numbers are the same in all texts.
enum SpecialName: String, CaseIterable {
    case construction = "__init__", call = "__call__", representation = "__repr__", text = "__str__"
    case length = "__len__", data, grad

    var id: Int {
        switch self {
        case .construction: 0
        case .call: 1
        case .representation: 2
        case .text: 3
        case .length: 4
        case .data: 5
        case .grad: 6
        }
    }
}
