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
    public func svg() throws(TraceGraphError) -> String { String(decoding: try svgBytes(), as: UTF8.self) }

    private func svgBytes() throws(TraceGraphError) -> [UInt8] {
        let picture = try makePicture()
        return SVGWriter.bytes(
            of: picture, caption: Caption(graph, options),
            fingerprint: Fingerprint(of: picture.scene, options))
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
        switch format {
        case .svg: return try svgBytes()
        case .dot: return DOTWriter.bytes(of: graph, options)
        case .json: return graph.jsonBytes
        case .mermaid: return MermaidWriter.bytes(of: graph, options)
        case .txt: return Array(table.utf8)
        case .pdf: return try render(.pdf, resolution: nil)
        case .png: return try render(.png, resolution: options.resolution)
        }
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

    private func render(_ format: OutputFormat, resolution: Int?) throws(TraceGraphError) -> [UInt8] {
        try Graphviz.render(try graphvizPicture(format, resolution: resolution), format: format)
    }

    /// What Graphviz renders, with everything where the SVG has it.
    package func graphvizPicture(
        _ format: OutputFormat, resolution: Int?
    ) throws(TraceGraphError) -> GraphvizPicture {
        let picture = try makePicture()
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
    func makePicture() throws(TraceGraphError) -> Picture {
        let scene = try layoutScene()
        let (layout, direction) = try Layout.make(
            for: scene.skeleton, options, composes: options.engine == .auto && scene.view.isMostlyFramed)
        return Picture(scene, layout, direction, options)
    }

    /// The scene that is to be laid out; refuses what Graphviz would take minutes for, or end the process over.
    private func layoutScene() throws(TraceGraphError) -> Scene {
        let view = GraphView.picture(graph, options)
        let operations =
            options.drawsOperations ? view.items.count { graph.nodes[$0.content.node].operation != nil } : 0
        let count = view.items.count + operations + view.frames.count
        guard count <= options.maximumNodeCount else {
            throw .tooManyNodes(count: count, limit: options.maximumNodeCount)
        }
        let frameDepth = view.frameDepth
        guard frameDepth <= Drawing.frameDepthLimit else {
            throw .framesTooDeep(frames: frameDepth, limit: Drawing.frameDepthLimit)
        }
        if options.engine.graphvizName == "dot" {
            let depth = view.depth
            guard depth <= Drawing.depthLimit else {
                throw .tooDeep(operations: depth, limit: Drawing.depthLimit)
            }
        }
        try checkLabels(view)
        return Scene(view, options)
    }

    private func checkLabels(_ view: GraphView) throws(TraceGraphError) {
        func isTooLong(_ label: String) -> Bool {
            label.utf8.count > Scene.labelLimit && label.count > Scene.labelLimit
        }
        func error(_ label: String, _ owner: TraceGraphError.LabelOwner) -> TraceGraphError {
            .labelTooLong(owner, start: String(label.prefix(20)), count: label.count, limit: Scene.labelLimit)
        }
        for frame in view.frames {
            let scope = graph.scopes[frame.scope]
            guard isTooLong(scope.name) else { continue }
            throw error(scope.name, .frame(path: graph.path(ofScope: scope.parent)))
        }
        guard options.show.contains(.name) else { return }
        for node in graph.nodes {
            guard let label = node.label, isTooLong(label) else { continue }
            throw error(label, .value(id: node.id, path: graph.path(ofScope: node.scope)))
        }
    }

    /// Operations in a row. Each takes two of dot's ranks, of which it counts 32,767.
    private static let depthLimit = 15_000
    /// Frames inside one another: the time grows with the square of their number.
    private static let frameDepthLimit = 500
}
