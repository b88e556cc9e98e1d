internal import Micrograd
internal import MicrogradSupport

extension Scene {
    /// The longest label that is laid out, in characters.
    static let labelLimit = 500

    /// Decides what the parts of a picture show, and how large each is.
    init(_ view: GraphView, _ options: DrawingOptions) {
        self.view = view
        let theme = options.theme
        if options.drawsSizes { scale = GradientScale(view.items.lazy.map { view.grad(of: $0) }) }
        let builder = PartBuilder(view, options, scale)

        // Where the values of items came to stand, for the edges.
        var partOfItem: [Int] = []
        partOfItem.reserveCapacity(view.items.count)
        for item in view.items {
            let node = view.graph.nodes[item.content.node]
            var inlet = parts.count
            if options.drawsOperations, let operation = node.operation {
                let sign = OperationSign(node, operation, operandCount: item.operands.count, theme)
                let face = OperationNode(sign, theme)
                let size = face.size(theme)
                parts.append(Part(id: .operation(node.id), face: .operation(face)))
                skeleton.parts.append(
                    Skeleton.Part(
                        size: size, outline: face.outline(height: size.height), frame: item.frame,
                        ordersOperands: node.ordersOperands))
                skeleton.edges.append(
                    Skeleton.Edge(
                        tail: inlet, head: parts.count, hasArrow: theme.pointsToResults, joinsResult: true))
                inlet = parts.count - 1
            }
            let (face, size, outline) = builder.face(of: item)
            partOfItem.append(parts.count)
            parts.append(Part(id: PartID(item.content), face: face))
            skeleton.parts.append(
                Skeleton.Part(
                    size: size, outline: outline, frame: item.frame,
                    ordersOperands: !options.drawsOperations && node.ordersOperands))
            skeleton.edges += item.operands.map { Skeleton.Edge(tail: partOfItem[$0], head: inlet) }
        }
        skeleton.frames = view.frames.map { frame in
            let name = view.graph.scopes[frame.scope].name
            let width = TextMetrics.usualWidth(of: LabelText.oneLine(name), fontSize: Scene.frameNameSize)
            return Skeleton.Frame(parent: frame.parent, label: Size(width: width, height: 12))
        }
    }

    static let frameNameSize = 10.0
}

extension PartID {
    fileprivate init(_ content: GraphView.Content) {
        switch content {
        case .value(let id): self = .value(id)
        case .copy(let id, let number): self = .copy(of: id, number: number)
        }
    }
}

extension GraphView {
    /// The gradient of a value that a picture shows; that of a constant is in its tooltip.
    fileprivate func grad(of item: Item) -> Double? {
        let node = graph.nodes[item.content.node]
        return node.isConstant ? nil : node.grad
    }
}

extension GraphNode {
    /// Whether the order of the operands changes the result.
    var ordersOperands: Bool {
        guard let operation, argument == nil else { return false }
        return [.subtract, .divide, .power].contains(operation)
    }
}
