internal import Micrograd

/// A network's tables as parts of a scene: cells, heads, and the arrows between layers.
struct TableScene {
    let arrangement: TableArrangement
    let gates: TableGates
    private let table: NetworkTable
    private let builder: PartBuilder

    /// Takes the largest cells with which the whole stays readable.
    ///
    /// - Parameter isUsed: For each item whether another is computed from it.
    init(
        _ table: NetworkTable, _ view: GraphView, _ options: DrawingOptions, _ builder: PartBuilder,
        isUsed: [Bool]
    ) {
        self.table = table
        self.builder = builder
        let used = Set(table.layers[table.layers.count - 1].outputs.joined().filter { isUsed[$0] })
        let fed = Set(table.layers[0].inputs.joined().filter { !view.items[$0].operands.isEmpty })
        let names = TableScene.names(table, view, options, fed)
        arrangement = TableScene.choose(
            table, names, options, isFed: !fed.isEmpty, hasTints: builder.hasTints)
        gates = TableGates(arrangement, table, fed: fed, used: used)
    }

    /// At the width that a picture is to be readable at, text of cells is to be 8 pixels high at least, and the whole
    /// not much higher than wide.
    private static func choose(
        _ table: NetworkTable, _ names: [TableArrangement.Names], _ options: DrawingOptions, isFed: Bool,
        hasTints: Bool
    ) -> TableArrangement {
        let fit = Double(options.fit)
        // Wires and what follows take a little more than the tables.
        let (width, height) = (fit * Cell.fontSize / 8 - 2 * Scene.margin - 40, fit * 1.5)
        // Wires come in from above most easily.
        let orientations = isFed ? [false, true] : [true, false]
        let columns = orientations.map {
            TableMeasure.candidates(
                for: table, beginsWithColumns: $0, isFed: isFed, precision: options.precision)
        }
        var smallest: TableArrangement?
        for step in columns[0].indices {
            for measures in columns {
                // Where nothing is tinted, numbers are all there is.
                guard hasTints || !measures[step].hasTiles else { continue }
                let arrangement = TableArrangement(table, measures[step], names)
                if arrangement.size.width <= width, arrangement.size.height <= height { return arrangement }
                smallest = arrangement
            }
        }
        return smallest ?? TableArrangement(table, columns[0][0], names)
    }

    // MARK: - Texts

    private static func names(
        _ table: NetworkTable, _ view: GraphView, _ options: DrawingOptions, _ fed: Set<Int>
    ) -> [TableArrangement.Names] {
        table.layers.enumerated().map { index, layer in
            let steps = layer.steps[0].map { items -> (text: String, ground: TableHead.Ground) in
                guard let node = view.node(of: view.items[items[0]]), let operation = node.operation else {
                    return ("", .none)
                }
                let sign = OperationSign(node, operation, operandCount: .max, options.theme)
                return (sign.shownText, .operation(sign.family))
            }
            let showsNames = index == 0 && options.show.contains(.name)
            return TableArrangement.Names(
                title: LabelText.oneLine(view.graph.scopes[layer.scopes[0]].name), steps: steps,
                inputs: showsNames ? inputNames(layer, view, fed) : [])
        }
    }

    /// The labels of inputs where all calls have the same, else their numbers; none where wires come in.
    private static func inputNames(_ layer: LayerTable, _ view: GraphView, _ fed: Set<Int>) -> [String] {
        (0..<layer.inputCount).map { input in
            if layer.inputs.contains(where: { fed.contains($0[input]) }) { return "" }
            let labels = Set(layer.inputs.map { view.node(of: view.items[$0[input]])?.label ?? "" })
            guard labels.count == 1, let label = labels.first, !label.isEmpty else { return "x\(input)" }
            return Card.cut(LabelText.oneLine(label), to: 60, fontSize: TableHead.fontSize)
        }
    }

    // MARK: - Parts

    /// Adds the parts to a scene that has the frames already.
    ///
    /// - Parameter partOfItem: Gets the part of each item of the tables.
    func add(to scene: inout Scene, _ partOfItem: inout [Int]) {
        let shift = gates.shift
        scene.skeleton.frames[table.frame].fixedSize = gates.size
        for (index, frame) in arrangement.frames.enumerated() {
            var frame = frame
            frame.move(by: shift)
            scene.skeleton.frames[table.frame + 1 + index].place = frame
        }
        for head in arrangement.heads {
            add(.head(head.head), id: nil, head.place, to: &scene)
        }
        var digits = 0
        if case .numbers(let count) = arrangement.measure.cells { digits = count }
        let texts = CellNumber(digits: arrangement.measure.cells == .tiles ? 2 : digits)
        for cell in arrangement.cells {
            let item = scene.view.items[cell.item]
            partOfItem[cell.item] = scene.parts.count
            add(
                .cell(builder.cell(of: item, cell.style, texts)), id: PartID(item.content), cell.place,
                to: &scene)
            scene.skeleton.parts[scene.parts.count - 1].gate = gates.gates[cell.item]
        }
        for arrow in arrangement.arrows {
            var edge = Skeleton.Edge(tail: partOfItem[arrow.tail], head: partOfItem[arrow.head])
            edge.route = arrow.route.map { $0 + shift }
            scene.skeleton.edges.append(edge)
        }
    }

    private func add(_ face: Scene.Face, id: PartID?, _ place: Rectangle, to scene: inout Scene) {
        scene.parts.append(Scene.Part(id: id, face: face))
        var part = Skeleton.Part(
            size: Size(width: place.width, height: place.height), frame: table.frame)
        part.place = place.middle + gates.shift
        scene.skeleton.parts.append(part)
    }
}
