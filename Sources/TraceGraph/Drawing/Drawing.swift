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

    /// The picture as DOT text, for any Graphviz to draw; made without Graphviz.
    public var dot: String {
        DOTWriter.text(of: Scene(graph, options), options)
    }

    /// A digest of graph and options, which every SVG carries: a picture is up to date if it is equal.
    public var fingerprint: String { Fingerprint(of: graph, options, dot: dot).text }

    /// Draws the picture as an SVG: one file for light and dark pages, to embed anywhere.
    ///
    /// The same graph, options and version of Graphviz give the same bytes on every machine.
    public func svg() throws(TraceGraphError) -> String {
        let scene = try layoutScene()
        var layout = try Graphviz.layout(scene, options)
        layout.joinEdges(to: scene, cornerRadius: options.theme.cornerRadius)
        return SVGWriter.text(
            of: scene, layout, options, caption: Caption(graph, options),
            fingerprint: Fingerprint(of: graph, options, dot: DOTWriter.text(of: scene, options)))
    }

    /// The values and gradients as a table for a terminal.
    public var table: String { TableWriter.text(of: graph, options) }

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
        case .svg: return Array(try svg().utf8)
        case .dot: return Array(dot.utf8)
        case .json: return Array(graph.json.utf8)
        case .txt: return Array(table.utf8)
        case .pdf: return try render(.pdf, resolution: nil)
        case .png: return try render(.png, resolution: Drawing.pixelsPerInch)
        }
    }

    /// Draws the picture into a file, in the format of its extension; all of it or nothing.
    public func write(to path: String) throws(TraceGraphError) {
        guard let format = OutputFormat(path: path) else { throw .unknownFileExtension(path: path) }
        let bytes = try data(as: format)
        try File.writePicture(bytes, to: path)
    }

    private static let pixelsPerInch = 96
    /// Cairo draws no bitmap that is larger on a side.
    private static let pixelLimit = 32_000

    private func render(_ format: OutputFormat, resolution: Int?) throws(TraceGraphError) -> [UInt8] {
        let dot = DOTWriter.text(of: try layoutScene(), options, resolution: resolution)
        return try Graphviz.render(
            dot: dot, engine: options.engine, format: format,
            pixelLimit: resolution.map { (Drawing.pixelLimit, $0) })
    }

    /// The scene that Graphviz is to lay out; refuses what it would take minutes for, or end the process over.
    private func layoutScene() throws(TraceGraphError) -> Scene {
        let frames = ScopePlacement(graph, options)
        let count = graph.drawnNodeCount + frames.groups.count
        guard count <= options.maximumNodeCount else {
            throw .tooManyNodes(count: count, limit: options.maximumNodeCount)
        }
        let frameDepth = frames.depth
        guard frameDepth <= Drawing.frameDepthLimit else {
            throw .framesTooDeep(frames: frameDepth, limit: Drawing.frameDepthLimit)
        }
        if options.engine == .dot {
            let depth = graph.depth
            guard depth <= Drawing.depthLimit else {
                throw .tooDeep(operations: depth, limit: Drawing.depthLimit)
            }
        }
        try checkLabels(frames)
        return Scene(graph, options, frames)
    }

    private func checkLabels(_ frames: ScopePlacement) throws(TraceGraphError) {
        func isTooLong(_ label: String) -> Bool {
            label.utf8.count > Scene.labelLimit && label.count > Scene.labelLimit
        }
        func error(_ label: String, _ owner: TraceGraphError.LabelOwner) -> TraceGraphError {
            .labelTooLong(owner, start: String(label.prefix(20)), count: label.count, limit: Scene.labelLimit)
        }
        for group in frames.groups where isTooLong(group.name) {
            throw error(group.name, .frame(path: graph.path(ofScope: graph.scopes[group.scope].parent)))
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

extension Fingerprint {
    /// The graph itself, how it is drawn, and what that comes to.
    fileprivate init(of graph: Graph, _ options: DrawingOptions, dot: String) {
        let style = SVGStyle(options: options, prefix: "").text
        self.init(of: "\(options.engine.rawValue)\n\(graph.json)\(dot)\(style)")
    }
}
