import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An SVG read by an XML parser: its elements in order, with their attributes and text.
final class SVGDocument: NSObject, XMLParserDelegate {
    final class Element {
        let name: String
        let attributes: [String: String]
        var text = ""
        var children: [Element] = []

        init(name: String, attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        var classes: [Substring] { attributes["class"]?.split(separator: " ") ?? [] }

        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? .nan }

        /// The text of the element and all in it.
        var allText: String { text + children.map(\.allText).joined() }
    }

    private(set) var elements: [Element] = []
    private var open: [Element] = []
    private var failure: (any Error)?

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        if !parser.parse() { throw parser.parserError ?? failure ?? CocoaError(.fileReadCorruptFile) }
    }

    func all(_ name: String, class className: String? = nil) -> [Element] {
        elements.filter {
            $0.name == name && (className == nil || $0.classes.contains(className.map { $0[...] } ?? ""))
        }
    }

    func parser(
        _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = Element(name: name, attributes: attributes)
        elements.append(element)
        open.last?.children.append(element)
        open.append(element)
    }

    func parser(_: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_: XMLParser, foundCharacters text: String) {
        open.last?.text += text
    }
}
