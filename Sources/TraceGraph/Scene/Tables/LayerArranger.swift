/// Places the cells and heads of one layer.
struct LayerArranger {
    let measure: LayerMeasure
    private var origin = Point(x: 0, y: 0)
    private(set) var cells: [TableArrangement.PlacedCell] = []
    private(set) var heads: [TableArrangement.PlacedHead] = []
    private(set) var frame = Rectangle(x: 0, y: 0, width: 0, height: 0)

    /// Between the frames of two layers.
    static let gap = 12.0

    init(_ measure: LayerMeasure) { self.measure = measure }

    /// Where the last step ends.
    private(set) var end = 0.0

    func middle(ofNeuron neuron: Int) -> Double {
        let start = measure.isColumns ? origin.x : origin.y
        return start + measure.neurons.pitch * Double(neuron) + measure.neurons.length / 2
    }

    // MARK: - Places

    mutating func arrange(at origin: Point) {
        self.origin = origin
        var along = 0.0
        for weight in 0..<measure.layer.inputCount {
            addRow(
                measure.layer.weights.map { $0[weight] }, at: along, length: measure.weights.length,
                measure.isTiles ? .tile : .stacked)
            along += measure.weights.pitch
        }
        addWeightHeads()
        along +=
            LayerMeasure.separation - (measure.weights.pitch - measure.lanes.weights - measure.weights.length)
            + measure.stepGap
        if !measure.layer.biases.isEmpty {
            addRow(measure.layer.biases, at: along, length: measure.biasLength, measure.biasStyle)
            addHead("b", .value(.parameter), at: along, length: measure.biasLength)
            along += measure.biasLength + measure.stepGap + LayerMeasure.separation
        }
        for (call, steps) in measure.layer.steps.enumerated() {
            let start = along
            for (step, items) in steps.enumerated() {
                addRow(items, at: along, length: measure.stepLength, measure.stepStyle)
                addHead(
                    measure.names.steps[step].text, measure.names.steps[step].ground, at: along,
                    length: measure.stepLength)
                along += measure.stepLength + measure.stepGap
            }
            if measure.layer.callCount > 1 { addCallHead(call, from: start, to: along - measure.stepGap) }
            along += LayerMeasure.separation
        }
        end = (measure.isColumns ? origin.y : origin.x) + along - LayerMeasure.separation - measure.stepGap
        addNeuronHeads()
        if measure.isFirst { addInputs() }
        addFrame()
    }

    /// A place by how far it is along the neurons, and along what they hold.
    private func place(_ across: Double, _ along: Double, _ width: Double, _ length: Double) -> Rectangle {
        measure.isColumns
            ? Rectangle(x: origin.x + across, y: origin.y + along, width: width, height: length)
            : Rectangle(x: origin.x + along, y: origin.y + across, width: length, height: width)
    }

    private mutating func addRow(_ items: [Int], at along: Double, length: Double, _ style: Cell.Style) {
        for (neuron, item) in items.enumerated() {
            cells.append(
                TableArrangement.PlacedCell(
                    item: item,
                    place: place(
                        measure.neurons.pitch * Double(neuron), along, measure.neurons.length, length),
                    style: style))
        }
    }

    /// Beside a row of cells, on the side where the layer begins.
    private mutating func addHead(
        _ text: String, _ ground: TableHead.Ground, at along: Double, length: Double
    ) {
        let across = measure.isColumns ? measure.headWidth : LayerMeasure.headHeight
        heads.append(
            TableArrangement.PlacedHead(
                head: TableHead(text: text, ground: ground),
                place: place(-across - (measure.isColumns ? 0 : 2.5), along, across - 1, length)))
    }

    private mutating func addWeightHeads() {
        if measure.isTiles {
            // One ground for all, with a number here and there.
            addHead(
                "", .value(.parameter), at: 0,
                length: measure.weights.pitch * Double(measure.layer.inputCount - 1) + measure.weights.length)
        }
        for weight in shown(
            count: measure.layer.inputCount, pitch: measure.weights.pitch, isHorizontal: !measure.isColumns)
        {
            addHead(
                "w\(weight)", measure.isTiles ? .none : .value(.parameter),
                at: measure.weights.pitch * Double(weight), length: measure.weights.length)
        }
    }

    /// Which numbers of a row fit beside one another.
    private func shown(count: Int, pitch: Double, isHorizontal: Bool) -> [Int] {
        let room = isHorizontal ? LayerMeasure.width("w\(count - 1)") + 3 : 11
        let step = [1, 2, 4, 8, 16, 32, 64, 128].first { Double($0) * pitch >= room } ?? 256
        return Array(stride(from: 0, to: count, by: step))
    }

    private mutating func addNeuronHeads() {
        for neuron in shown(
            count: measure.layer.neuronCount, pitch: measure.neurons.pitch, isHorizontal: measure.isColumns)
        {
            let across = measure.neurons.pitch * Double(neuron)
            let place =
                measure.isColumns
                ? place(across, -14, measure.neurons.length, 12)
                : place(across, -LayerMeasure.countWidth, measure.neurons.length, LayerMeasure.countWidth - 4)
            addLabel("\(neuron)", place)
        }
        let corner =
            measure.isColumns
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
            measure.isColumns
            ? Rectangle(
                x: origin.x - measure.headWidth - LayerMeasure.callWidth, y: origin.y + start,
                width: LayerMeasure.callWidth - 4, height: end - start)
            : place(-LayerMeasure.headHeight - 14, start, 11, end - start)
        let isNarrow = !measure.isColumns && end - start < 24
        addLabel(isNarrow ? "\(call)" : "call \(call)", place)
    }

    private mutating func addInputs() {
        let calls = measure.layer.callCount
        let before = measure.isColumns ? measure.headWidth : LayerMeasure.headHeight + 2.5
        for (call, inputs) in measure.layer.inputs.enumerated() {
            let across = -before - measure.inputPitch * Double(calls - call) - 1
            for (input, item) in inputs.enumerated() {
                cells.append(
                    TableArrangement.PlacedCell(
                        item: item,
                        place: place(
                            across, measure.weights.pitch * Double(input), measure.inputPitch - 1,
                            measure.weights.length),
                        style: measure.inputStyle))
            }
            guard calls > 1 else { continue }
            let label =
                measure.isColumns
                ? place(across, -14, measure.inputPitch - 1, 12)
                : place(across, -36, measure.inputPitch - 1, 32)
            addLabel(measure.isColumns && measure.inputPitch <= 30 ? "\(call)" : "call \(call)", label)
        }
        guard measure.hasInputNames else { return }
        let width = measure.isColumns ? measure.inputHeadWidth : LayerMeasure.headHeight
        let across = -before - measure.inputPitch * Double(calls) - 1 - width
        for (input, name) in measure.names.inputs.enumerated() where !name.isEmpty {
            heads.append(
                TableArrangement.PlacedHead(
                    head: TableHead(text: name, ground: .value(.input)),
                    place: place(
                        across, measure.weights.pitch * Double(input), width - 1, measure.weights.length)))
        }
    }

    private mutating func addFrame() {
        let extent =
            measure.neurons.pitch * Double(measure.layer.neuronCount - 1) + measure.neurons.length
            + measure.lanes.neurons
        let (width, height) =
            measure.isColumns ? (extent, end - origin.y) : (end - origin.x, extent)
        let padding = LayerMeasure.padding
        frame = Rectangle(
            x: origin.x - measure.room.before, y: origin.y - measure.room.above,
            width: width + measure.room.before + padding,
            height: height + measure.room.above + padding)
    }
}
