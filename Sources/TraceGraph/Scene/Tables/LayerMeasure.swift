/// How large the cells, heads and margins of one layer are.
///
/// It counts along the neurons, and along what each holds: weights, bias, and for each call its steps.
struct LayerMeasure {
    let layer: LayerTable
    let isFirst: Bool
    let isColumns: Bool
    let isTiles: Bool
    let names: TableArrangement.Names
    /// Of the neurons, and of the weights: how far places are apart, and how long a cell is.
    let neurons: (pitch: Double, length: Double)
    let weights: (pitch: Double, length: Double)
    /// What wires take of these pitches.
    let lanes: (neurons: Double, weights: Double)
    private let hasTilesForCalls: Bool

    static let headHeight = 12.5
    static let separation = 4.0
    static let padding = 8.0
    /// Beside what the neurons are counted by.
    static let countWidth = 24.0
    static let callWidth = 34.0

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

    /// How long a cell of bias or step is along the second way, and with the space behind it.
    var stepStyle: Cell.Style {
        if hasTilesForCalls { return .tile }
        guard isTiles else { return .stacked }
        if hasManyCalls { return .tile }
        if isColumns { return neurons.length >= 22 ? .stacked : .tile }
        return neurons.length >= Cell.lineHeight ? .line : .tile
    }

    var stepLength: Double {
        switch stepStyle {
        case .stacked: isColumns ? Cell.height : max(weights.length, 22)
        case .line: Cell.lineWidth
        case .tile: hasTilesForCalls || hasManyCalls ? 9 : max(9, weights.length)
        }
    }

    /// So many that each gets no more than a tint where there is little room.
    var hasManyCalls: Bool { layer.callCount > 4 }

    var biasStyle: Cell.Style {
        if hasTilesForCalls { return .stacked }
        return stepStyle == .line ? .tile : stepStyle
    }

    var biasLength: Double {
        if hasTilesForCalls { return isColumns ? Cell.height : weights.length }
        return stepStyle == .line ? max(9, weights.length) : stepLength
    }

    var stepGap: Double { isColumns && !isTiles ? TableMeasure.rowGap : 1 }

    /// Of inputs beside their weights, across these.
    var inputStyle: Cell.Style {
        if hasTilesForCalls || isTiles && hasManyCalls { return .tile }
        guard isTiles else { return .stacked }
        if isColumns { return weights.length >= Cell.lineHeight ? .line : .tile }
        return weights.length >= 22 ? .stacked : .tile
    }

    var inputPitch: Double {
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
        let least = isFirst && layer.callCount > 1 ? 38.0 : 31
        return max(least, (texts.map { LayerMeasure.width($0) }.max() ?? 0) + 8).rounded(.up)
    }

    var inputHeadWidth: Double {
        let widest = names.inputs.map { LayerMeasure.width($0) }.max() ?? 0
        return widest == 0 ? 0 : max(20, (widest + 8).rounded(.up))
    }

    static func width(_ text: String) -> Double {
        TextMetrics.usualWidth(of: text, fontSize: TableHead.fontSize)
    }

    var hasInputNames: Bool { names.inputs.contains { !$0.isEmpty } }

    /// What a layer needs before and above its first weight, its frame included.
    var room: (before: Double, above: Double) {
        let inputs = isFirst ? Double(layer.callCount) * inputPitch + 2 : 0
        let calls = layer.callCount > 1 ? LayerMeasure.callWidth : 0
        let title = TextMetrics.usualWidth(of: names.title, fontSize: Scene.frameNameSize)
        if isColumns {
            let beside = isFirst ? max(inputs + inputHeadWidth, calls) : calls
            return (headWidth + beside + LayerMeasure.padding, 30 + (isFirst && layer.callCount > 1 ? 2 : 0))
        }
        let above = isFirst ? inputs + (hasInputNames ? LayerMeasure.headHeight + 1 : 0) : 0
        // Arrows come down beside the title.
        return (
            max(LayerMeasure.countWidth + 12, title + 2 * LayerMeasure.padding),
            LayerMeasure.headHeight + 19 + above + (layer.callCount > 1 ? 11 : 0)
        )
    }
}
