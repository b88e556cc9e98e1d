/// Places the cells and heads of one layer.
///
/// It counts along the neurons, and along what each holds: weights, bias, and for each call its steps.
struct LayerArranger {
    private let layer: LayerTable
    private let isFirst: Bool
    private let isColumns: Bool
    private let isTiles: Bool
    private let names: TableArrangement.Names
    /// Of the neurons, and of the weights: how far places are apart, and how long a cell is.
    private let neurons: (pitch: Double, length: Double)
    private let weights: (pitch: Double, length: Double)
    /// What wires take of these pitches.
    private let lanes: (neurons: Double, weights: Double)
    private let hasTilesForCalls: Bool
    private var origin = Point(x: 0, y: 0)
    private(set) var cells: [TableArrangement.PlacedCell] = []
    private(set) var heads: [TableArrangement.PlacedHead] = []
    private(set) var frame = Rectangle(x: 0, y: 0, width: 0, height: 0)

    /// Between the frames of two layers.
    static let gap = 12.0
    static let headHeight = 12.5
    private static let separation = 4.0
    private static let padding = 8.0
    /// Beside what the neurons are counted by.
    private static let countWidth = 24.0
    private static let callWidth = 34.0

    init(_ table: NetworkTable, _ layer: Int, _ measure: TableMeasure, _ names: TableArrangement.Names) {
        self.layer = table.layers[layer]
        self.names = names
        isFirst = layer == 0
        isColumns = measure.isColumns(layer)
        isTiles = measure.cells == .tiles
        neurons = (measure.pitches[layer + 1], measure.lengths[layer + 1])
        weights = (measure.pitches[layer], measure.lengths[layer])
        lanes = (measure.lanes[layer + 1], measure.lanes[layer])
        hasTilesForCalls = measure.hasTilesForCalls
    }

    // MARK: - Measures

    /// How long a cell of bias or step is along the second way, and with the space behind it.
    private var stepStyle: Cell.Style {
        if hasTilesForCalls { return .tile }
        guard isTiles else { return .stacked }
        if isColumns { return neurons.length >= 22 ? .stacked : .tile }
        return neurons.length >= Cell.lineHeight ? .line : .tile
    }

    private var stepLength: Double {
        switch stepStyle {
        case .stacked: isColumns ? Cell.height : max(weights.length, 22)
        case .line: Cell.lineWidth
        case .tile: hasTilesForCalls ? 9 : max(9, weights.length)
        }
    }

    private var biasStyle: Cell.Style {
        if hasTilesForCalls { return .stacked }
        return stepStyle == .line ? .tile : stepStyle
    }

    private var biasLength: Double {
        if hasTilesForCalls { return isColumns ? Cell.height : weights.length }
        return stepStyle == .line ? max(9, weights.length) : stepLength
    }

    private var stepGap: Double { isColumns && !isTiles ? TableMeasure.rowGap : 1 }

    /// Of inputs beside their weights, across these.
    private var inputStyle: Cell.Style {
        if hasTilesForCalls { return .tile }
        guard isTiles else { return .stacked }
        if isColumns { return weights.length >= Cell.lineHeight ? .line : .tile }
        return weights.length >= 22 ? .stacked : .tile
    }

    private var inputPitch: Double {
        switch inputStyle {
        case .stacked: isColumns ? 34 : Cell.height + 2
        case .line: Cell.lineWidth + 1
        case .tile: 11
        }
    }

    /// The width of the heads at the left of a layer of columns.
    var headWidth: Double {
        let texts = names.steps.map(\.text) + ["w\(layer.inputCount - 1)"]
        // Above stands `neuron`, beside the numbers of calls.
        return max(isFirst && layer.callCount > 1 ? 38 : 31, (texts.map { LayerArranger.width($0) }.max() ?? 0) + 8).rounded(.up)
    }

    private var inputHeadWidth: Double {
        let widest = names.inputs.map { LayerArranger.width($0) }.max() ?? 0
        return widest == 0 ? 0 : max(20, (widest + 8).rounded(.up))
    }

    private static func width(_ text: String) -> Double {
        TextMetrics.usualWidth(of: text, fontSize: TableHead.fontSize)
    }

    private var hasInputNames: Bool { names.inputs.contains { !$0.isEmpty } }

    /// What a layer needs before and above its first weight, its frame included.
    var room: (before: Double, above: Double) {
        let inputs = isFirst ? Double(layer.callCount) * inputPitch + 2 : 0
        let calls = layer.callCount > 1 ? LayerArranger.callWidth : 0
        let title = TextMetrics.usualWidth(of: names.title, fontSize: Scene.frameNameSize)
        if isColumns {
            let beside = isFirst ? max(inputs + inputHeadWidth, calls) : calls
            return (headWidth + beside + LayerArranger.padding, 30 + (isFirst && layer.callCount > 1 ? 2 : 0))
        }
        let above = isFirst ? inputs + (hasInputNames ? LayerArranger.headHeight + 1 : 0) : 0
        // Arrows come down beside the title.
        return (
            max(LayerArranger.countWidth + 12, title + 2 * LayerArranger.padding),
            LayerArranger.headHeight + 19 + above + (layer.callCount > 1 ? 11 : 0)
        )
    }

    /// Where the last step ends.
    private(set) var end = 0.0

    /// How far the neurons are apart.
    var neuronPitch: Double { neurons.pitch }

    func middle(ofNeuron neuron: Int) -> Double {
        (isColumns ? origin.x : origin.y) + neurons.pitch * Double(neuron) + neurons.length / 2
    }

    // MARK: - Places

    mutating func arrange(at origin: Point) {
        self.origin = origin
        var along = 0.0
        for weight in 0..<layer.inputCount {
            addRow(layer.weights.map { $0[weight] }, at: along, length: weights.length, isTiles ? .tile : .stacked)
            along += weights.pitch
        }
        addWeightHeads()
        along += LayerArranger.separation - (weights.pitch - lanes.weights - weights.length) + stepGap
        if !layer.biases.isEmpty {
            addRow(layer.biases, at: along, length: biasLength, biasStyle)
            addHead("b", .value(.parameter), at: along, length: biasLength)
            along += biasLength + stepGap + LayerArranger.separation
        }
        for (call, steps) in layer.steps.enumerated() {
            let start = along
            for (step, items) in steps.enumerated() {
                addRow(items, at: along, length: stepLength, stepStyle)
                addHead(names.steps[step].text, names.steps[step].ground, at: along, length: stepLength)
                along += stepLength + stepGap
            }
            if layer.callCount > 1 { addCallHead(call, from: start, to: along - stepGap) }
            along += LayerArranger.separation
        }
        end = (isColumns ? origin.y : origin.x) + along - LayerArranger.separation - stepGap
        addNeuronHeads()
        if isFirst { addInputs() }
        addFrame()
    }

    /// A place by how far it is along the neurons, and along what they hold.
    private func place(_ across: Double, _ along: Double, _ width: Double, _ length: Double) -> Rectangle {
        isColumns
            ? Rectangle(x: origin.x + across, y: origin.y + along, width: width, height: length)
            : Rectangle(x: origin.x + along, y: origin.y + across, width: length, height: width)
    }

    private mutating func addRow(_ items: [Int], at along: Double, length: Double, _ style: Cell.Style) {
        for (neuron, item) in items.enumerated() {
            cells.append(
                TableArrangement.PlacedCell(
                    item: item, place: place(neurons.pitch * Double(neuron), along, neurons.length, length),
                    style: style))
        }
    }

    /// Beside a row of cells, on the side where the layer begins.
    private mutating func addHead(
        _ text: String, _ ground: TableHead.Ground, at along: Double, length: Double
    ) {
        let across = isColumns ? headWidth : LayerArranger.headHeight
        heads.append(
            TableArrangement.PlacedHead(
                head: TableHead(text: text, ground: ground),
                place: place(-across - (isColumns ? 0 : 2.5), along, across - 1, length)))
    }

    private mutating func addWeightHeads() {
        if isTiles {
            // One ground for all, with a number here and there.
            addHead(
                "", .value(.parameter), at: 0,
                length: weights.pitch * Double(layer.inputCount - 1) + weights.length)
        }
        for weight in shown(count: layer.inputCount, pitch: weights.pitch, isHorizontal: !isColumns) {
            addHead(
                "w\(weight)", isTiles ? .none : .value(.parameter),
                at: weights.pitch * Double(weight), length: weights.length)
        }
    }

    /// Which numbers of a row fit beside one another.
    private func shown(count: Int, pitch: Double, isHorizontal: Bool) -> [Int] {
        let room = isHorizontal ? LayerArranger.width("w\(count - 1)") + 3 : 11
        let step = [1, 2, 4, 8, 16, 32, 64, 128].first { Double($0) * pitch >= room } ?? 256
        return Array(stride(from: 0, to: count, by: step))
    }

    private mutating func addNeuronHeads() {
        for neuron in shown(count: layer.neuronCount, pitch: neurons.pitch, isHorizontal: isColumns) {
            let across = neurons.pitch * Double(neuron)
            let place =
                isColumns
                ? place(across, -14, neurons.length, 12)
                : place(across, -LayerArranger.countWidth, neurons.length, LayerArranger.countWidth - 4)
            addLabel("\(neuron)", place)
        }
        let corner =
            isColumns
            ? Rectangle(x: origin.x - 36, y: origin.y - 14, width: 32, height: 12)
            : Rectangle(x: origin.x - 36, y: origin.y - 15, width: 32, height: 12.5)
        addLabel("neuron", corner)
    }

    private mutating func addLabel(_ text: String, _ place: Rectangle) {
        heads.append(
            TableArrangement.PlacedHead(head: TableHead(text: text, ground: .none), place: place))
    }

    private mutating func addCallHead(_ call: Int, from start: Double, to end: Double) {
        let place =
            isColumns
            ? Rectangle(
                x: origin.x - headWidth - LayerArranger.callWidth, y: origin.y + start,
                width: LayerArranger.callWidth - 4, height: end - start)
            : place(-LayerArranger.headHeight - 14, start, 11, end - start)
        let isNarrow = !isColumns && end - start < 24
        addLabel(isNarrow ? "\(call)" : "call \(call)", place)
    }

    private mutating func addInputs() {
        let calls = layer.callCount
        let before = isColumns ? headWidth : LayerArranger.headHeight + 2.5
        for (call, inputs) in layer.inputs.enumerated() {
            let across = -before - inputPitch * Double(calls - call) - 1
            for (input, item) in inputs.enumerated() {
                cells.append(
                    TableArrangement.PlacedCell(
                        item: item,
                        place: place(across, weights.pitch * Double(input), inputPitch - 1, weights.length),
                        style: inputStyle))
            }
            guard calls > 1 else { continue }
            let label =
                isColumns
                ? place(across, -14, inputPitch - 1, 12)
                : place(across, -36, inputPitch - 1, 32)
            addLabel(isColumns && inputPitch <= 30 ? "\(call)" : "call \(call)", label)
        }
        guard hasInputNames else { return }
        let width = isColumns ? inputHeadWidth : LayerArranger.headHeight
        let across = -before - inputPitch * Double(calls) - 1 - width
        for (input, name) in names.inputs.enumerated() where !name.isEmpty {
            heads.append(
                TableArrangement.PlacedHead(
                    head: TableHead(text: name, ground: .value(.input)),
                    place: place(across, weights.pitch * Double(input), width - 1, weights.length)))
        }
    }

    private mutating func addFrame() {
        let extent = neurons.pitch * Double(layer.neuronCount - 1) + neurons.length + lanes.neurons
        let (width, height) =
            isColumns ? (extent, end - origin.y) : (end - origin.x, extent)
        let padding = LayerArranger.padding
        frame = Rectangle(
            x: origin.x - room.before, y: origin.y - room.above, width: width + room.before + padding,
            height: height + room.above + padding)
    }
}
