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
    static func layout(_ scene: Scene, _ options: DrawingOptions) throws(TraceGraphError) -> Layout {
        try GraphvizWorker.shared.run { () throws(TraceGraphError) in
            let context = layoutContext(for: options.engine)
            return try job { () throws(TraceGraphError) in
                let built = BuiltGraph(scene, options)
                defer { agclose(built.graph) }
                guard gvLayout(context, built.graph, options.engine.rawValue) == 0 else {
                    throw missing(options.engine.rawValue) ?? failure("the layout failed")
                }
                defer { gvFreeLayout(context, built.graph) }
                return built.readLayout(version: version(context))
            }
        }
    }

    /// Draws DOT text with the machine's fonts.
    package static func render(
        dot: String, engine: LayoutEngine, format: OutputFormat, pixelLimit: (limit: Int, resolution: Int)?
    ) throws(TraceGraphError) -> [UInt8] {
        try GraphvizWorker.shared.run { () throws(TraceGraphError) in
            let context = fullContext
            return try job { () throws(TraceGraphError) in
                guard let graph = agmemread(dot) else { throw failure("its DOT text was not accepted") }
                defer { agclose(graph) }
                guard gvLayout(context, graph, engine.rawValue) == 0 else {
                    throw missing(engine.rawValue) ?? failure("the layout failed")
                }
                defer { gvFreeLayout(context, graph) }
                if let pixelLimit { try check(graph, format, pixelLimit.limit, pixelLimit.resolution) }

                var data: UnsafeMutablePointer<CChar>?
                var length = 0
                let name = "\(format.rawValue):cairo"
                guard shim_render(context, graph, name, &data, &length) == 0, let data else {
                    throw missing(name) ?? failure("rendering failed")
                }
                defer { gvFreeRenderData(data) }
                return Array(UnsafeRawBufferPointer(start: data, count: length))
            }
        }
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

    private static func check(
        _ graph: UnsafeMutablePointer<Agraph_t>, _ format: OutputFormat, _ limit: Int, _ resolution: Int
    ) throws(TraceGraphError) {
        let bounds = shim_bounds(graph)
        let scale = Double(resolution) / 72
        let width = ((bounds.UR.x - bounds.LL.x) * scale).rounded(.up)
        let height = ((bounds.UR.y - bounds.LL.y) * scale).rounded(.up)
        guard max(width, height) <= Double(limit) else {
            throw .pictureTooLarge(
                format: format.rawValue, width: Int(width), height: Int(height), limit: limit)
        }
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

// MARK: - From a scene to a Graphviz graph and back

/// A scene as a Graphviz graph of boxes without text.
private struct BuiltGraph {
    let graph: UnsafeMutablePointer<Agraph_t>
    private var boxes: [UnsafeMutablePointer<Agnode_t>?] = []
    private var marks: [UnsafeMutablePointer<Agnode_t>?] = []
    private var edges: [UnsafeMutablePointer<Agedge_t>?] = []
    private var groups: [UnsafeMutablePointer<Agraph_t>?] = []

    init(_ scene: Scene, _ options: DrawingOptions) {
        guard let graph = shim_open_graph("trace") else {
            trap("Graphviz could not make a graph: out of memory.")
        }
        self.graph = graph
        let attributes = LayoutAttributes(scene, options)
        for (name, value) in attributes.graph { shim_declare(graph, 0, name, value) }
        shim_declare(graph, 0, "fontsize", LayoutAttributes.scopeFontSize.shortestDescription)
        let label = shim_declare(graph, 0, "label", "")
        shim_declare(graph, 1, "label", "")
        shim_declare(graph, 1, "fixedsize", "true")
        let shape = shim_declare(graph, 1, "shape", "box")
        let ordering = shim_declare(graph, 1, "ordering", "")
        let width = shim_declare(graph, 1, "width", "1")
        let height = shim_declare(graph, 1, "height", "1")
        shim_declare(graph, 2, "arrowhead", options.theme.arrow.rawValue)
        shim_declare(graph, 2, "arrowsize", attributes.arrowSize)
        let direction = shim_declare(graph, 2, "dir", "forward")
        let weight = shim_declare(graph, 2, "weight", "1")

        groups = scene.groups.indices.map { _ in nil }
        boxes = scene.boxes.indices.map { _ in nil }
        marks = scene.marks.indices.map { _ in nil }
        func makeNode(_ name: String, _ size: Size, in group: Int?) -> UnsafeMutablePointer<Agnode_t>? {
            guard let node = shim_node(graph, name) else { return nil }
            shim_set(node, width, LayoutAttributes.inches(size.width))
            shim_set(node, height, LayoutAttributes.inches(size.height))
            if let group, let subgraph = groups[group] { shim_enter(subgraph, node) }
            return node
        }
        for step in GroupOrder(scene).steps {
            switch step {
            case .open(let index):
                let group = scene.groups[index]
                groups[index] = shim_subgraph(
                    group.parent.flatMap { groups[$0] } ?? graph, "cluster_\(index)")
                // A text as wide as the name: only the room it takes matters.
                let textWidth = TextMetrics.width(of: group.name, fontSize: LayoutAttributes.scopeFontSize)
                let letters = max(1, Int((textWidth / 5.5).rounded(.up)))
                shim_set(groups[index], label, String(repeating: "x", count: letters))
            case .close: break
            case .box(let id):
                boxes[id] = makeNode("v\(id)", scene.boxes[id].size, in: scene.boxes[id].group)
            case .mark(let index):
                let mark = scene.marks[index]
                marks[index] = makeNode("o\(mark.result)", mark.size, in: mark.group)
                if mark.shape != .pill { shim_set(marks[index], shape, "ellipse") }
                if mark.ordersOperands { shim_set(marks[index], ordering, "in") }
            }
        }
        for edge in scene.edges {
            switch edge {
            case .operand(let box, let mark):
                edges.append(shim_edge(graph, boxes[box], marks[mark], nil))
            case .result(let mark, let box):
                let line = shim_edge(graph, marks[mark], boxes[box], nil)
                if !options.theme.pointsToResults { shim_set(line, direction, "none") }
                shim_set(line, weight, LayoutAttributes.resultWeight)
                edges.append(line)
            }
        }
    }

    func readLayout(version: String) -> Layout {
        let bounds = shim_bounds(graph)
        func place(_ point: pointf) -> Point {
            Point(x: point.x - bounds.LL.x, y: bounds.UR.y - point.y)
        }
        var layout = Layout(
            width: bounds.UR.x - bounds.LL.x, height: bounds.UR.y - bounds.LL.y, graphvizVersion: version)
        layout.boxes = boxes.map { place(shim_position($0)) }
        layout.marks = marks.map { place(shim_position($0)) }
        layout.groups = groups.map { group in
            let inner = shim_bounds(group)
            return Rectangle(
                x: inner.LL.x - bounds.LL.x, y: bounds.UR.y - inner.UR.y, width: inner.UR.x - inner.LL.x,
                height: inner.UR.y - inner.LL.y)
        }
        layout.edges = edges.map { edge in
            (0..<shim_curve_count(edge)).map { curve in
                Layout.Curve(
                    points: (0..<shim_point_count(edge, curve)).map { place(shim_point(edge, curve, $0)) },
                    arrowTip: shim_has_head(edge, curve) != 0 ? place(shim_head(edge, curve)) : nil)
            }
        }
        return layout
    }
}
