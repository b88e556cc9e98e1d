internal import CGraphviz
internal import Micrograd
internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The Graphviz C library: the only file that calls it. Everything here runs on `GraphvizWorker`.
///
/// Contexts are made once and never freed: a second one after `gvFreeContext` reads freed memory.
package enum Graphviz {
    /// Places the parts of a scene. No font is read, so the result is the same on every machine.
    static func layout(
        _ skeleton: Skeleton, _ direction: Direction, _ options: DrawingOptions
    ) throws(TraceGraphError) -> Layout {
        try GraphvizWorker.shared.run { () throws(TraceGraphError) in
            let context = layoutContext(for: options.engine)
            return try job { () throws(TraceGraphError) in
                let built = BuiltGraph(skeleton, direction, options)
                defer { agclose(built.graph) }
                guard gvLayout(context, built.graph, options.engine.graphvizName) == 0 else {
                    throw missing(options.engine.graphvizName) ?? failure("the layout failed")
                }
                defer { gvFreeLayout(context, built.graph) }
                return built.readLayout(version: version(context))
            }
        }
    }

    /// Renders a picture that is drawn already, with the machine's fonts.
    package static func render(
        _ picture: GraphvizPicture, format: OutputFormat
    ) throws(TraceGraphError) -> [UInt8] {
        try GraphvizWorker.shared.run { () throws(TraceGraphError) in
            let context = fullContext
            return try job { () throws(TraceGraphError) in
                let graph = makeGraph(of: picture)
                defer { agclose(graph) }
                guard gvLayout(context, graph, "nop2") == 0 else {
                    throw missing("nop2") ?? failure("the picture was not accepted")
                }
                defer { gvFreeLayout(context, graph) }
                var data: UnsafeMutablePointer<CChar>?
                var length = 0
                let name = format == .png || format == .pdf ? "\(format.rawValue):cairo" : format.rawValue
                guard shim_render(context, graph, name, &data, &length) == 0, let data else {
                    throw missing(name) ?? failure("rendering failed")
                }
                defer { gvFreeRenderData(data) }
                return Array(UnsafeRawBufferPointer(start: data, count: length))
            }
        }
    }

    /// A graph of unseen nodes in their places, behind which the picture is painted.
    private static func makeGraph(of picture: GraphvizPicture) -> UnsafeMutablePointer<Agraph_t> {
        guard let graph = shim_open_graph("trace") else {
            trap("Graphviz could not make a graph: out of memory.")
        }
        for (name, value) in picture.attributes { shim_declare(graph, 0, name, value) }
        shim_declare(graph, 1, "label", "")
        shim_declare(graph, 1, "shape", "box")
        shim_declare(graph, 1, "fixedsize", "true")
        shim_declare(graph, 1, "style", "invis")
        let position = shim_declare(graph, 1, "pos", "")
        let width = shim_declare(graph, 1, "width", "1")
        let height = shim_declare(graph, 1, "height", "1")
        for node in picture.nodes {
            let part = shim_node(graph, node.name)
            shim_set(part, position, node.position)
            shim_set(part, width, LayoutAttributes.inches(node.size.width))
            shim_set(part, height, LayoutAttributes.inches(node.size.height))
        }
        return graph
    }

    /// The version of the library, and where it looks for its plug-ins.
    static func versionAndFolder() -> (version: String, folder: String?) {
        let found = try? GraphvizWorker.shared.run { () throws(TraceGraphError) in
            (version(fullContext), pluginFolder)
        }
        return found ?? ("unknown", nil)
    }

    // MARK: - Jobs

    /// Runs one job, after which Graphviz knows of no error that would fail the next.
    private static func job<Result>(
        _ body: () throws(TraceGraphError) -> Result
    ) throws(TraceGraphError) -> Result {
        GraphvizMessages.clear()
        shim_collect_errors { piece in
            if let piece { GraphvizMessages.add(String(cString: piece)) }
            return 0
        }
        defer { agreseterrors() }
        let result = try body()
        // Graphviz returns 0 for some errors, and draws what is left.
        guard GraphvizMessages.errors.isEmpty else { throw failure("") }
        return result
    }

    private static func failure(_ otherwise: String) -> TraceGraphError {
        let errors = GraphvizMessages.errors
        return .graphviz(messages: errors.isEmpty ? [otherwise] : errors)
    }

    /// The error that Graphviz's messages mean where a plug-in is not there.
    private static func missing(_ name: String) -> TraceGraphError? {
        let says = GraphvizMessages.errors
        guard
            says.isEmpty || says.contains(where: { $0.contains("not recognized") || $0.contains("no valid") })
        else { return nil }
        return .missingPlugin(name: name, folder: pluginFolder)
    }

    // MARK: - Contexts

    private static func version(_ context: OpaquePointer) -> String {
        gvcVersion(context).map { String(cString: $0) } ?? "unknown"
    }

    /// Loads plug-ins as they are needed, fonts and all.
    nonisolated(unsafe) private static let fullContext: OpaquePointer = {
        guard let context = gvContext() else { trap("Graphviz could not make a context: out of memory.") }
        return context
    }()

    /// Has the layout engines asked for so far, and nothing else.
    nonisolated(unsafe) private static var bareContext: OpaquePointer?
    nonisolated(unsafe) private static var loadedLibraries: Set<String> = []

    /// The bare context where the plug-in is found, else the full one, which may know of it.
    private static func layoutContext(for engine: LayoutEngine) -> OpaquePointer {
        let name = engine.library
        if let bareContext, loadedLibraries.contains(name) { return bareContext }
        guard let library = pluginLibrary(name) else { return fullContext }
        guard let context = bareContext ?? gvContextPlugins(nil, 0) else {
            trap("Graphviz could not make a context: out of memory.")
        }
        gvAddLibrary(context, library)
        bareContext = context
        loadedLibraries.insert(name)
        return context
    }

    /// `graphviz/` beside the library that is loaded.
    private static let pluginFolder: String? = {
        guard let path = shim_library_path() else { return nil }
        let file = String(cString: path)
        guard let slash = file.lastIndex(of: "/") else { return nil }
        return file[...slash] + "graphviz"
    }()

    private static func pluginLibrary(_ name: String) -> UnsafeMutablePointer<gvplugin_library_t>? {
        guard let pluginFolder else { return nil }
        // Debian's versions of the file, the one of Graphviz 2.42 to 12 first; then the plain names.
        let endings = [".so.6", ".so", ".so.7", ".so.8", ".6.dylib", ".dylib"]
        for ending in endings {
            let path = "\(pluginFolder)/libgvplugin_\(name)\(ending)"
            guard let handle = dlopen(path, RTLD_NOW | RTLD_GLOBAL) else { continue }
            if let symbol = dlsym(handle, "gvplugin_\(name)_LTX_library") {
                return symbol.assumingMemoryBound(to: gvplugin_library_t.self)
            }
        }
        return nil
    }
}

// MARK: - From a skeleton to a Graphviz graph and back

/// A skeleton as a Graphviz graph of boxes without text.
private struct BuiltGraph {
    let graph: UnsafeMutablePointer<Agraph_t>
    private var parts: [UnsafeMutablePointer<Agnode_t>?] = []
    private var edges: [UnsafeMutablePointer<Agedge_t>?] = []
    private var frames: [UnsafeMutablePointer<Agraph_t>?] = []

    init(_ skeleton: Skeleton, _ direction: Direction, _ options: DrawingOptions) {
        guard let graph = shim_open_graph("trace") else {
            trap("Graphviz could not make a graph: out of memory.")
        }
        self.graph = graph
        let attributes = LayoutAttributes(partCount: skeleton.parts.count, direction, options)
        for (name, value) in attributes.graph { shim_declare(graph, 0, name, value) }
        shim_declare(graph, 0, "fontsize", Scene.frameNameSize.shortestDescription)
        let label = shim_declare(graph, 0, "label", "")
        shim_declare(graph, 1, "label", "")
        shim_declare(graph, 1, "fixedsize", "true")
        let shape = shim_declare(graph, 1, "shape", "box")
        let ordering = shim_declare(graph, 1, "ordering", "")
        let width = shim_declare(graph, 1, "width", "1")
        let height = shim_declare(graph, 1, "height", "1")
        shim_declare(graph, 2, "arrowhead", options.theme.arrow.rawValue)
        shim_declare(graph, 2, "arrowsize", attributes.arrowSize)
        let arrows = shim_declare(graph, 2, "dir", "forward")
        let weight = shim_declare(graph, 2, "weight", "1")

        frames = skeleton.frames.map { _ in nil }
        parts = skeleton.parts.map { _ in nil }
        let order = FrameOrder(
            frameOfItem: skeleton.parts.map(\.frame), parents: skeleton.frames.map(\.parent))
        for step in order.steps {
            switch step {
            case .open(let index):
                let frame = skeleton.frames[index]
                frames[index] = shim_subgraph(
                    frame.parent.flatMap { frames[$0] } ?? graph, "cluster_\(index)")
                // A text as wide as the name: only the room it takes matters.
                let letters = max(1, Int((frame.label.width / 5).rounded(.up)))
                shim_set(frames[index], label, String(repeating: "x", count: letters))
            case .close: break
            case .item(let index):
                let part = skeleton.parts[index]
                guard let node = shim_node(graph, "p\(index)") else { continue }
                parts[index] = node
                shim_set(node, width, LayoutAttributes.inches(part.size.width))
                shim_set(node, height, LayoutAttributes.inches(part.size.height))
                if case .ellipse = part.outline { shim_set(node, shape, "ellipse") }
                if part.ordersOperands { shim_set(node, ordering, "in") }
                if let frame = part.frame, let subgraph = frames[frame] { shim_enter(subgraph, node) }
            }
        }
        let isComputed = skeleton.isComputed
        for edge in skeleton.edges {
            let line = shim_edge(graph, parts[edge.tail], parts[edge.head], nil)
            if !edge.hasArrow { shim_set(line, arrows, "none") }
            if edge.joinsResult {
                shim_set(line, weight, LayoutAttributes.resultWeight)
            } else if isComputed[edge.tail] {
                shim_set(line, weight, LayoutAttributes.computedWeight)
            }
            edges.append(line)
        }
    }

    func readLayout(version: String) -> Layout {
        let bounds = shim_bounds(graph)
        func place(_ point: pointf) -> Point {
            Point(x: point.x - bounds.LL.x, y: bounds.UR.y - point.y)
        }
        var layout = Layout(
            size: Size(width: bounds.UR.x - bounds.LL.x, height: bounds.UR.y - bounds.LL.y),
            graphvizVersion: version)
        layout.parts = parts.map { place(shim_position($0)) }
        layout.frames = frames.map { frame in
            let inner = shim_bounds(frame)
            return Rectangle(
                x: inner.LL.x - bounds.LL.x, y: bounds.UR.y - inner.UR.y, width: inner.UR.x - inner.LL.x,
                height: inner.UR.y - inner.LL.y)
        }
        layout.edges = edges.map { edge in
            var tip: Point?
            let curves = (0..<shim_curve_count(edge)).map { curve in
                if shim_has_head(edge, curve) != 0 { tip = place(shim_head(edge, curve)) }
                return (0..<shim_point_count(edge, curve)).map { place(shim_point(edge, curve, $0)) }
            }
            return Layout.Route(line: .curves(curves), arrowTip: tip)
        }
        return layout
    }
}
