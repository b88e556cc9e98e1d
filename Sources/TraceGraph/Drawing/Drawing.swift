public import Micrograd
internal import MicrogradSupport

/// A graph together with how it is to be drawn.
public struct Drawing: Sendable, Equatable {
    /// What is drawn.
    public var graph: Graph
    /// How it is drawn.
    public var options: DrawingOptions

    /// Makes a drawing of a snapshot, such as one read from JSON.
    public init(_ graph: Graph, options: DrawingOptions = DrawingOptions()) {
        self.graph = graph
        self.options = options
    }

    /// The graph as DOT text, for any Graphviz to draw; made without Graphviz.
    ///
    /// Values are records and operations nodes between them, each value once, left to right where `auto` is asked.
    public var dot: String { String(decoding: DOTWriter.bytes(of: graph, options), as: UTF8.self) }

    /// A digest of what is shown and how, which every SVG carries: a picture is up to date if it is equal.
    public var fingerprint: String { Fingerprint(of: Scene(.picture(graph, options), options), options).text }

    /// Draws the picture as an SVG: one file for light and dark pages, to embed anywhere.
    ///
    /// The same graph, options and version of Graphviz give the same bytes on every machine.
    public func svg() throws(TraceGraphError) -> String {
        String(decoding: try data(as: .svg), as: UTF8.self)
    }

    private func svgBytes(of picture: Picture) -> [UInt8] {
        var caption = Caption(graph, options)
        for note in picture.foldingNotes { caption.description += " \(note.sentence)" }
        return SVGWriter.bytes(
            of: picture, caption: caption, fingerprint: Fingerprint(of: picture.openScene, options))
    }

    /// The values and gradients as a table for a terminal.
    ///
    /// Below it a sentence for frames whose gradients are all exactly zero, vanishing or exploding.
    public var table: String {
        let findings = gradientFindings
        let table = TableWriter.text(of: graph, options)
        return findings.isEmpty ? table : "\(table)\n\(findings.joined(separator: "\n"))\n"
    }

    /// What is worth a note about the gradients, in sentences: where they are all exactly 0, below a millionth of the
    /// largest, or a million and more.
    package var gradientFindings: [String] {
        options.show.contains(.grad) ? GradientFindings(graph).sentences.map(\.visible) : []
    }

    /// The same table with the difference quotient and verdict of each gradient.
    ///
    /// - Precondition: The check is one of this graph, and has no obstacle.
    public func table(with check: GradientCheck) -> String {
        guard check.gradients.count == graph.nodes.count else {
            trap(
                "A table was given a check of \(check.gradients.count) gradients for a graph of "
                    + "\(graph.nodes.count) nodes: check the graph that is drawn, and look at `obstacle` first."
            )
        }
        return TableWriter.text(of: check, of: graph, options)
    }

    /// What came out of a check, with as many digits as the table has.
    package func summary(of check: GradientCheck) -> String {
        check.summary(number: NumberText(precision: options.precision).text)
    }

    /// Draws the picture in the format given: bytes of an image, or UTF-8 text.
    public func data(as format: OutputFormat) throws(TraceGraphError) -> [UInt8] {
        try rendering(as: format).bytes
    }

    /// A drawing in a format, and what is to be said of it.
    package struct Rendering: Sendable {
        package var bytes: [UInt8]
        /// What was drawn otherwise than a reader may expect, and how to have it so.
        package var notes: [String] = []
    }

    /// Draws the picture in the format given, and tells what it leaves out by itself.
    package func rendering(as format: OutputFormat) throws(TraceGraphError) -> Rendering {
        if format != .json { try checkFolding() }
        switch format {
        case .dot: return Rendering(bytes: DOTWriter.bytes(of: graph, options), notes: notesOfText)
        case .json: return Rendering(bytes: graph.jsonBytes)
        case .mermaid: return Rendering(bytes: MermaidWriter.bytes(of: graph, options), notes: notesOfText)
        case .txt: return Rendering(bytes: Array(table.utf8), notes: notesOfText)
        case .svg, .pdf, .png:
            let picture = try makePicture()
            let notes = picture.foldingNotes.map(\.note)
            guard format != .svg else { return Rendering(bytes: svgBytes(of: picture), notes: notes) }
            let job = try graphvizPicture(
                of: picture, format, resolution: format == .png ? options.resolution : nil)
            return Rendering(bytes: try Graphviz.render(job, format: format), notes: notes)
        }
    }

    private var notesOfText: [String] {
        guard case .kind = options.folding else { return [] }
        return FoldingNote(leftOpenIn: GraphView.whole(graph, options)).map { [$0.note] } ?? []
    }

    /// Refuses to fold what the graph has none of.
    private func checkFolding() throws(TraceGraphError) {
        guard case .kind(let kind) = options.folding, FoldedScopes(graph, kind: kind).isEmpty else { return }
        var kinds: [String] = []
        for scope in graph.scopes where !kinds.contains(scope.kind) { kinds.append(scope.kind) }
        throw .unknownKind(kind, known: kinds)
    }

    /// Draws the picture into a file, in the format of its extension; all of it or nothing.
    public func write(to path: String) throws(TraceGraphError) {
        guard let format = OutputFormat(path: path) else { throw .unknownFileExtension(path: path) }
        let bytes = try data(as: format)
        try File.writePicture(bytes, to: path)
    }

    /// Cairo draws no bitmap that is larger on a side.
    private static let pixelLimit = 32_000
    /// A bitmap of more takes a minute and a gigabyte.
    private static let areaLimit = 100_000_000

    /// What Graphviz renders, with everything where the SVG has it.
    package func graphvizPicture(
        _ format: OutputFormat, resolution: Int?
    ) throws(TraceGraphError) -> GraphvizPicture {
        try graphvizPicture(of: try makePicture(), format, resolution: resolution)
    }

    private func graphvizPicture(
        of picture: Picture, _ format: OutputFormat, resolution: Int?
    ) throws(TraceGraphError) -> GraphvizPicture {
        if let resolution {
            guard resolution > 0 else {
                trap("A PNG has at least 1 pixel an inch (got a resolution of \(resolution)).")
            }
            let (width, height) = GraphvizWriter.pixels(picture.size, resolution: resolution)
            guard max(width, height) <= Drawing.pixelLimit, width * height <= Drawing.areaLimit else {
                throw .pictureTooLarge(
                    format: format.rawValue, width: width, height: height, limit: Drawing.pixelLimit)
            }
        }
        return GraphvizWriter.picture(of: picture, resolution: resolution)
    }

    /// The scene in its places.
    func makePicture() throws(TraceGraphError) -> Picture { try PictureMaker(graph, options).make() }
}
