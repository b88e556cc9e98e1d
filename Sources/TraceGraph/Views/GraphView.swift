internal import Micrograd

/// What of a graph a picture shows, before any text or size: values, what they are computed from, and frames.
struct GraphView: Sendable {
    let graph: Graph
    /// Operands stand before what is computed from them.
    private(set) var items: [Item] = []
    /// Parents stand before their children.
    let frames: [Frame]
    /// Scopes that were to be folded, and could not be.
    var scopesLeftOpen: [Int] = []
    /// Networks that are drawn as tables.
    private(set) var networks: [NetworkTable] = []

    /// One thing that is drawn.
    struct Item: Sendable {
        var content: Content
        /// The items that it is computed from, in the order of the operands; one used twice stands twice.
        var operands: [Int] = []
        /// The innermost frame.
        var frame: Int?
        /// The partial sums that are drawn as one with it, by id; of a sum in a table its products too.
        var joined: [Int] = []
        /// Which operand each is, where some are left out; empty where all are there.
        var operandNumbers: [Int] = []
        /// How many operands it has in all, where some are left out.
        var wholeOperandCount: Int?
        var operandCount: Int { wholeOperandCount ?? operands.count }
        /// How many values run along the edge from each operand; empty where it is one each.
        var counts: [Int] = []
    }

    enum Content: Sendable, Equatable {
        case value(Int)
        /// One more place of a value that several frames use; numbered from 2.
        case copy(of: Int, number: Int)
        /// All that a scope holds.
        case fold(scope: Int)

        /// The id of the value; nil for a folded scope.
        var node: Int? {
            switch self {
            case .value(let id), .copy(let id, _): id
            case .fold: nil
            }
        }

        /// Whether it shows a value that stands elsewhere too.
        var isCopy: Bool {
            if case .copy = self { true } else { false }
        }
    }

    /// A scope that is drawn as a frame.
    struct Frame: Sendable {
        /// Its id in the graph; nil for the tables of a network together, around which nothing is drawn.
        var scope: Int?
        var parent: Int?
    }

    /// What the data forms that need no layout show: the whole graph, or the part in focus, each value once.
    static func whole(_ graph: Graph, _ options: DrawingOptions) -> GraphView {
        GraphView(whole: graph, drawsFrames: options.drawsFrames).folded(options.folding)
            .focused(on: options.focus)
    }

    /// What a picture shows of a graph.
    ///
    /// - Parameter scopes: What is one node each, beside what the options say.
    static func picture(
        _ graph: Graph, _ options: DrawingOptions, foldedBefore scopes: FoldedScopes? = nil
    ) -> GraphView {
        let view = GraphView(
            picture: graph, drawsFrames: options.drawsFrames, joinsSums: options.joinsSums)
        return (scopes.map { view.folded($0) } ?? view).folded(options.folding).focused(on: options.focus)
    }

    init(_ graph: Graph, items: [Item], frames: [Frame], networks: [NetworkTable] = []) {
        self.graph = graph
        self.items = items
        self.frames = frames
        self.networks = networks
    }

    /// The value that an item shows; nil for a folded scope.
    func node(of item: Item) -> GraphNode? { item.content.node.map { graph.nodes[$0] } }

    /// The frame of each scope that is drawn as one.
    var frameOfScope: [Int: Int] {
        Dictionary(
            frames.enumerated().compactMap { index, frame in frame.scope.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// What stands in a frame's corner; nothing where a frame is not drawn.
    func name(of frame: Frame) -> String? { frame.scope.map { graph.scopes[$0].name } }

    /// The whole graph, each value once, as the data forms have it.
    private init(whole graph: Graph, drawsFrames: Bool) {
        let placement =
            drawsFrames ? FramePlacement(graph, repeatsParameters: false) : FramePlacement()
        self.graph = graph
        frames = placement.frames
        items = graph.nodes.map { node in
            Item(
                content: .value(node.id), operands: node.operands, frame: placement.frame(ofNode: node.id))
        }
    }

    /// The graph as a picture shows it: sums of a neuron joined, weights repeated in each frame that uses them.
    private init(picture graph: Graph, drawsFrames: Bool, joinsSums: Bool) {
        let placement =
            drawsFrames ? FramePlacement(graph, repeatsParameters: true) : FramePlacement()
        self.graph = graph
        frames = placement.frames
        let sums = joinsSums ? JoinedSums(graph) : JoinedSums()
        var places = ParameterPlaces()
        var items: [Item] = []
        var itemOfNode = [Int](repeating: -1, count: graph.nodes.count)
        /// A parameter is drawn where it is first used, and again in each other frame that uses it.
        func parameter(_ id: Int, in frame: Int?) -> Int {
            let (number, known) = places.number(of: id, in: frame, next: items.count)
            if known < items.count { return known }
            items.append(
                Item(content: number == 1 ? .value(id) : .copy(of: id, number: number), frame: frame))
            return known
        }
        let roots = Set(graph.roots)
        for node in graph.nodes where !sums.isHidden(node.id) {
            if node.isParameter, !placement.frames.isEmpty {
                if roots.contains(node.id) { _ = parameter(node.id, in: nil) }
                continue
            }
            let frame = placement.frame(ofNode: node.id)
            let operands = (sums.operands(of: node.id) ?? node.operands).map { operand in
                itemOfNode[operand] >= 0 ? itemOfNode[operand] : parameter(operand, in: frame)
            }
            itemOfNode[node.id] = items.count
            items.append(
                Item(
                    content: .value(node.id), operands: operands, frame: frame,
                    joined: sums.parts(of: node.id)))
        }
        self.items = items
    }

    /// In which frames each parameter is drawn, and as which item.
    private struct ParameterPlaces {
        private var items: [Key: Int] = [:]
        private var counts: [Int: Int] = [:]

        private struct Key: Hashable {
            var node: Int
            var frame: Int?
        }

        /// Returns the item of a parameter in a frame; `next`, with the number of the copy, where there is none yet.
        mutating func number(of node: Int, in frame: Int?, next: Int) -> (number: Int, item: Int) {
            let key = Key(node: node, frame: frame)
            if let item = items[key] { return (0, item) }
            items[key] = next
            counts[node, default: 0] += 1
            return (counts[node, default: 1], next)
        }
    }

    /// Whether the frames hold at least half of the values, so that a layout composes the picture from them.
    var isMostlyFramed: Bool {
        !frames.isEmpty && 2 * items.count { $0.frame != nil } >= items.count
    }

    /// How many frames stand inside one another, at most.
    var frameDepth: Int {
        var depths: [Int] = []
        for frame in frames { depths.append(1 + (frame.parent.map { depths[$0] } ?? 0)) }
        return depths.max() ?? 0
    }

    /// The most operations that stand in a row.
    var depth: Int {
        var depths: [Int] = []
        depths.reserveCapacity(items.count)
        for item in items {
            let deepest = item.operands.lazy.map { depths[$0] }.max()
            depths.append(deepest.map { $0 + 1 } ?? 0)
        }
        return depths.max() ?? 0
    }
}
