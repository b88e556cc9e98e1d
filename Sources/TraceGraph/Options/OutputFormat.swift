/// What a drawing can be written as.
public enum OutputFormat: String, CaseIterable, Sendable {
    case svg, png, pdf, dot, json, mermaid, txt

    /// Whether the format is UTF-8 text.
    package var isText: Bool { self != .png && self != .pdf }

    /// Whether Graphviz has to place the nodes first.
    package var needsLayout: Bool { self == .svg || self == .png || self == .pdf }

    /// The format that a file name asks for by its extension; nil where that is unknown.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
        let ending = name[name.index(after: point)...].lowercased()
        self.init(rawValue: ["gv": "dot", "mmd": "mermaid"][ending] ?? ending)
    }

    package static var extensionList: String {
        let names = allCases.map { $0 == .mermaid ? ".mmd" : ".\($0.rawValue)" }
        return names.dropLast().joined(separator: " ") + " or " + (names.last ?? "")
    }
}
