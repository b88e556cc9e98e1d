internal import Micrograd
internal import MicrogradSupport

/// Decides what a picture shows of a graph, and places it.
struct PictureMaker {
    private let graph: Graph
    private let options: DrawingOptions

    init(_ graph: Graph, _ options: DrawingOptions) {
        self.graph = graph
        self.options = options
    }

    func make() throws(TraceGraphError) -> Picture {
        let view = GraphView.picture(graph, options)
        try checkLabels(view)
        guard mayFold else {
            var picture = try picture(of: view)
            picture.foldingNotes = [FoldingNote(leftOpenIn: view)].compactMap { $0 }
            return picture
        }
        guard count(view) > min(PictureMaker.countOfNoReader, options.maximumNodeCount) else {
            let open = try picture(of: view)
            guard isTooSmall(open), let folded = try folded(view), folded.area < open.area else {
                return open
            }
            return named(folded, like: open.scene)
        }
        guard let folded = try folded(view) else { return try picture(of: view) }
        return named(folded, like: Scene(view, options))
    }

    private func named(_ picture: Picture, like scene: Scene) -> Picture {
        var picture = picture
        picture.openScene = scene
        return picture
    }

    // MARK: - Folding

    /// Whether wide layers become tables without being asked for.
    private var mayFold: Bool {
        options.folding == .auto && options.engine == .auto && options.joinsSums && options.drawsFrames
            && !options.showsLocalGradients && !options.show.isDisjoint(with: [.data, .grad])
    }

    /// Of so many parts text is too small on any page.
    private static let countOfNoReader = 4000
    /// In pixels of text, below which nobody reads.
    private static let leastText = 5.0

    /// Widths of the page, beyond which nobody scrolls.
    private static let mostHeight = 3.0

    private func isTooSmall(_ picture: Picture) -> Bool {
        let (width, height) = (picture.size.width + 2 * SVGPage.margin, picture.size.height)
        return options.theme.fontSize * Double(options.fit) < PictureMaker.leastText * width
            || height > PictureMaker.mostHeight * max(width, Double(options.fit) * 3 / 4)
    }

    /// Wide layers as tables, or where these are too large as one node each; nil where there are none.
    private func folded(_ view: GraphView) throws(TraceGraphError) -> Picture? {
        let finder = TableFinder(view)
        let layers = finder.layers
        guard !layers.isEmpty else { return nil }
        let names = layers.map { (graph.path(ofScope: $0.scopes[0]).visible, $0.callCount) }
        if let tables = view.withTables(finder), count(tables) <= options.maximumNodeCount {
            var picture = try picture(of: tables)
            if picture.scene.skeleton.widthOfTables <= largestTables {
                picture.foldingNotes = [FoldingNote(names, as: picture.scene.hasTiles ? .tints : .tables)]
                return picture
            }
        }
        let scopes = Set(layers.flatMap(\.scopes))
        // A part of a layer is folded as the whole of it.
        let nodes = GraphView.picture(
            graph, options, foldedBefore: FoldedScopes(graph) { scopes.contains($0.id) })
        var picture = try picture(of: nodes)
        picture.foldingNotes =
            [FoldingNote(names, as: .nodes)] + [FoldingNote(leftOpenIn: nodes)].compactMap { $0 }
        return picture
    }

    /// Tables are not to be wider than what made them necessary.
    private var largestTables: Double {
        options.theme.fontSize * Double(options.fit) / PictureMaker.leastText
    }

    // MARK: - Layout

    func count(_ view: GraphView) -> Int {
        let operations =
            options.drawsOperations ? view.items.count { view.node(of: $0)?.operation != nil } : 0
        let labels = options.showsLocalGradients ? view.items.reduce(0) { $0 + $1.operands.count } : 0
        return view.items.count + operations + view.frames.count + labels
    }

    /// Refuses what a layout would take minutes for, or end the process over.
    private func picture(of view: GraphView) throws(TraceGraphError) -> Picture {
        let count = count(view)
        guard count <= options.maximumNodeCount else {
            throw .tooManyNodes(count: count, limit: options.maximumNodeCount)
        }
        let frameDepth = view.frameDepth
        guard frameDepth <= PictureMaker.frameDepthLimit else {
            throw .framesTooDeep(frames: frameDepth, limit: PictureMaker.frameDepthLimit)
        }
        if options.engine.graphvizName == "dot" {
            // A label on each edge is one more rank.
            let depth = options.showsLocalGradients ? 2 * view.depth : view.depth
            guard depth <= PictureMaker.depthLimit else {
                throw .tooDeep(operations: depth, limit: PictureMaker.depthLimit)
            }
        }
        let scene = Scene(view, options)
        let (layout, direction) = try Layout.make(
            for: scene.skeleton, options,
            composes: options.engine == .auto && (view.isMostlyFramed || !view.networks.isEmpty))
        return Picture(scene, layout, direction, options)
    }

    private func checkLabels(_ view: GraphView) throws(TraceGraphError) {
        func isTooLong(_ label: String) -> Bool {
            label.utf8.count > Scene.labelLimit && label.count > Scene.labelLimit
        }
        func error(_ label: String, _ owner: TraceGraphError.LabelOwner) -> TraceGraphError {
            .labelTooLong(owner, start: String(label.prefix(20)), count: label.count, limit: Scene.labelLimit)
        }
        for case .some(let id) in view.frames.map(\.scope) {
            let scope = graph.scopes[id]
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

extension Scene {
    /// Whether tables show tints alone.
    fileprivate var hasTiles: Bool {
        parts.contains { part in
            if case .cell(let cell) = part.face { cell.style == .tile } else { false }
        }
    }
}

extension Picture {
    fileprivate var area: Double { size.width * size.height }
}

extension Skeleton {
    fileprivate var widthOfTables: Double {
        frames.compactMap { $0.fixedSize?.downwards.width }.max() ?? 0
    }
}
