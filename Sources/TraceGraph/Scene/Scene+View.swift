internal import Micrograd
internal import MicrogradSupport

extension Scene {
    /// The longest label that is laid out, in characters.
    static let labelLimit = 500

    /// Decides what the parts of a picture show, and how large each is.
    init(_ view: GraphView, _ options: DrawingOptions) {
        self.view = view
        if options.drawsSizes { scale = GradientScale(view.items.lazy.map { view.grad(of: $0) }) }
        let builder = PartBuilder(view, options, scale)

        addFrames()
        // Where the values of items came to stand, for the edges.
        var partOfItem = [Int](repeating: -1, count: view.items.count)
        var isUsed = [Bool](repeating: false, count: view.items.count)
        for item in view.items { for operand in item.operands { isUsed[operand] = true } }
        for table in view.networks {
            TableScene(table, view, options, builder, isUsed: isUsed).add(to: &self, &partOfItem)
        }
        for (index, item) in view.items.enumerated() {
            var inlet = partOfItem[index]
            if inlet < 0 {
                inlet = parts.count
                partOfItem[index] = add(item, builder, options)
            }
            addEdges(into: inlet, of: item, partOfItem, builder)
        }
    }

    /// Adds the parts of an item, and returns the one that its value leaves.
    private mutating func add(
        _ item: GraphView.Item, _ builder: PartBuilder, _ options: DrawingOptions
    ) -> Int {
        let theme = options.theme
        let node = view.node(of: item)
        let inlet = parts.count
        if options.drawsOperations, let node, let operation = node.operation {
            let sign = OperationSign(
                node, operation, operandCount: item.operandCount, theme)
            let face = OperationNode(sign, theme)
            let size = face.size(theme)
            parts.append(Part(id: .operation(node.id), face: .operation(face)))
            skeleton.parts.append(
                Skeleton.Part(
                    size: size, outline: face.outline(height: size.height), frame: item.frame,
                    ordersOperands: node.ordersOperands))
            skeleton.edges.append(
                Skeleton.Edge(
                    tail: inlet, head: inlet + 1, hasArrow: theme.pointsToResults, joinsResult: true))
        }
        let (face, size, outline) = builder.face(of: item)
        parts.append(Part(id: PartID(item.content), face: face))
        skeleton.parts.append(
            Skeleton.Part(
                size: size, outline: outline, frame: item.frame,
                ordersOperands: !options.drawsOperations && node?.ordersOperands == true))
        return parts.count - 1
    }

    /// The edges of an item's operands, through the labels that stand on them.
    private mutating func addEdges(
        into head: Int, of item: GraphView.Item, _ partOfItem: [Int], _ builder: PartBuilder
    ) {
        for (index, operand) in item.operands.enumerated() {
            guard let label = builder.label(ofOperand: index, of: item) else {
                skeleton.edges.append(Skeleton.Edge(tail: partOfItem[operand], head: head))
                continue
            }
            parts.append(Part(id: nil, face: .label(label)))
            skeleton.parts.append(Skeleton.Part(size: label.size, frame: item.frame))
            skeleton.edges.append(
                Skeleton.Edge(tail: partOfItem[operand], head: parts.count - 1, hasArrow: false))
            skeleton.edges.append(Skeleton.Edge(tail: parts.count - 1, head: head))
        }
    }

    private mutating func addFrames() {
        skeleton.frames = view.frames.map { frame in
            let name = view.name(of: frame) ?? ""
            let width = TextMetrics.usualWidth(of: LabelText.oneLine(name), fontSize: Scene.frameNameSize)
            return Skeleton.Frame(parent: frame.parent, label: Size(width: width, height: 12))
        }
    }

    static let frameNameSize = 10.0
}

extension GraphView {
    /// The gradient of a value that a picture shows; that of a constant is in its tooltip.
    fileprivate func grad(of item: Item) -> Double? {
        guard let node = node(of: item), !node.isConstant else { return nil }
        return node.grad
    }
}

extension GraphNode {
    /// Whether the order of the operands changes the result.
    var ordersOperands: Bool {
        guard let operation, argument == nil else { return false }
        return [.subtract, .divide, .power].contains(operation)
    }
}
