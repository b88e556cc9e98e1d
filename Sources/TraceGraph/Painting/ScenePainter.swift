internal import Micrograd

/// Paints a picture: frames, edges, parts, and below them the key.
struct ScenePainter<Paper: Canvas> {
    private let picture: Picture
    private(set) var canvas: Paper
    private var drawn = DrawnStretches()
    private let sums: GradientSums
    /// Labels with the frames that tell them apart, for what stands in no frame of its own.
    private let distinctLabels: [String?]

    private var scene: Scene { picture.scene }
    private var layout: Layout { picture.layout }
    private var direction: Direction { picture.direction }
    private var theme: Theme { picture.options.theme }

    init(_ picture: Picture, on canvas: Paper) {
        self.picture = picture
        self.canvas = canvas
        let standsAlone = picture.scene.parts.contains { part in
            switch part.face {
            case .cell: true
            case .card(let card): card.isCopy
            default: false
            }
        }
        distinctLabels = standsAlone ? picture.scene.view.graph.distinctLabels : []
        sums = picture.options.showsLocalGradients ? GradientSums(picture.scene.view.graph) : GradientSums()
    }

    mutating func paint() {
        paintFrames()
        for (edge, route) in zip(scene.skeleton.edges, layout.edges) { paint(edge, route) }
        for junction in layout.junctions {
            canvas.draw(.ellipse(center: junction, Size(width: 4.4, height: 4.4)), .junction)
        }
        for (index, part) in scene.parts.enumerated() { paint(part, index) }
        picture.gradientKey?.paint(on: &canvas, at: Point(x: 0, y: layout.size.height + GradientKey.distance))
    }

    private mutating func paintFrames() {
        for (frame, place) in zip(scene.view.frames, layout.frames) {
            guard let name = scene.view.name(of: frame) else { continue }
            canvas.open(.frame, title: "")
            // Layers of tables stand in nothing that is drawn.
            let isInner = frame.parent.map { scene.view.frames[$0].scope != nil } ?? false
            canvas.draw(.rectangle(place, left: 6, right: 6), .frame(isInner: isInner))
            // Upwards a composed frame has its free room below.
            let isBelow = layout.graphvizVersion == nil && direction == .bottomToTop
            canvas.write(
                LabelText.oneLine(name),
                at: Point(x: place.x + 8, y: isBelow ? place.y + place.height - 7 : place.y + 13), .frameName)
            canvas.close()
        }
    }

    private mutating func paint(_ edge: Skeleton.Edge, _ route: Layout.Route) {
        let head = ArrowHead(theme.arrow)
        canvas.open(.edge, title: "")
        switch route.line {
        case .curves(let curves):
            var path = Path.curves(curves)
            if let tip = route.arrowTip, let base = curves.last?.last {
                let (notch, outline) = head.outline(base: base, tip: tip)
                path.append(.line(notch))
                canvas.draw(path, .edge)
                canvas.draw(.polygon(outline), .head)
            } else {
                canvas.draw(path, .edge)
            }
        case .straight(let route):
            var points = drawn.rest(of: route, from: edge.tail)
            let radius = DrawnStretches.cornerRadius
            guard edge.hasArrow, let tip = route.last, route.count > 1 else {
                canvas.draw(.straight(points, radius: radius), .edge)
                break
            }
            let last = tip - route[route.count - 2]
            let base = tip - last * (min(6, last.length) / max(last.length, 0.01))
            let (notch, outline) = head.outline(base: base, tip: tip)
            if points.count > 1 {
                points[points.count - 1] = notch
                canvas.draw(.straight(points, radius: radius), .edge)
            }
            canvas.draw(.polygon(outline), .head)
        }
        canvas.close()
    }

    private mutating func paint(_ part: Scene.Part, _ index: Int) {
        let center = layout.parts[index]
        let size = scene.skeleton.parts[index].size
        let frame = Rectangle(
            x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
            height: size.height)
        let graph = scene.view.graph
        switch part.face {
        case .head(let head):
            paint(head, in: frame)
        case .label(let label):
            canvas.write(label.text, at: Point(x: center.x, y: center.y + 3.2), .edgeLabel)
        case .fold(let card):
            canvas.open(.fold(scope: card.scope), title: card.title)
            FoldPainter(card).paint(in: frame, on: &canvas)
            canvas.close()
        case .operation(let operation):
            guard case .operation(let result)? = part.id else { return }
            canvas.open(
                .operation(result: result, operation.sign.family),
                title: graph.operationTooltip(of: graph.nodes[result]))
            OperationPainter(operation.sign).paint(operation.shape, in: frame, on: &canvas)
            canvas.close()
        case .chip, .record, .card, .cell:
            guard let id = part.id, let value = id.value else { return }
            paintValue(part.face, id, graph.nodes[value], in: frame)
        }
    }

    private mutating func paintValue(
        _ face: Scene.Face, _ id: PartID, _ node: GraphNode, in frame: Rectangle
    ) {
        let (graph, sums) = (scene.view.graph, sums)
        var name: String?
        switch face {
        case .cell: name = distinctLabels[node.id]
        case .card(let card): name = card.isCopy ? distinctLabels[node.id] : nil
        default: break
        }
        func open(_ role: ValueRole, joined: [Int] = []) {
            canvas.open(.value(id, role, joined: joined), title: graph.tooltip(of: node, sums, name: name))
        }
        switch face {
        case .chip(let text):
            open(.constant)
            canvas.draw(.rectangle(frame, left: 10, right: 10), .chip)
            canvas.write(text, at: frame.middle + Point(x: 0, y: 3.9), .chipText)
        case .record(let record):
            open(record.role)
            paint(record, in: frame)
        case .card(let card):
            open(card.role, joined: card.joined)
            CardPainter(card, isMirrored: direction == .rightToLeft).paint(in: frame, on: &canvas) {
                graph.operationTooltip(of: node)
            }
        case .cell(let cell):
            open(cell.role, joined: cell.joined)
            CellPainter(cell, in: frame).paint(on: &canvas)
        case .head, .label, .fold, .operation: return
        }
        canvas.close()
    }

    private mutating func paint(_ head: TableHead, in frame: Rectangle) {
        if head.ground != .none { canvas.draw(.rectangle(frame, left: 2, right: 2), .tableHead(head.ground)) }
        // Where there is no room for a word, the colour tells what it is.
        guard !head.text.isEmpty, head.text.count < 3 || frame.width > 16 || head.ground == .none else {
            return
        }
        let baseline = frame.middle + Point(x: 0, y: 3.2)
        let width = TextMetrics.usualWidth(of: head.text, fontSize: TableHead.fontSize)
        let isTight = head.ground != .none && width > frame.width - 3
        canvas.write(
            head.text, at: baseline, .tableHeadText(head.ground), fitting: isTight ? frame.width - 2 : nil)
    }

    private mutating func paint(_ record: Record, in frame: Rectangle) {
        canvas.draw(.rectangle(frame, left: 0, right: 0), .record(record.role))
        let baseline = frame.y + frame.height / 2 + 0.35 * theme.fontSize
        var x = frame.x
        for cell in record.cells {
            if x > frame.x {
                let end = Point(x: x, y: frame.y + frame.height)
                canvas.draw(.line(from: Point(x: x, y: frame.y), to: end), .recordLine(record.role))
            }
            let text = cell.field.map { "\($0.rawValue) \(cell.text)" } ?? cell.text
            if !cell.text.isEmpty {
                canvas.write(text, at: Point(x: x + cell.width / 2, y: baseline), .field(cell.field))
            }
            x += cell.width
        }
    }
}
