/// A network's tables in their places, from the left upper corner of all; x runs right and y down.
struct TableArrangement {
    let measure: TableMeasure
    private let table: NetworkTable
    private(set) var cells: [PlacedCell] = []
    private(set) var heads: [PlacedHead] = []
    /// Those of the layers.
    private(set) var frames: [Rectangle] = []
    private(set) var arrows: [Arrow] = []
    private(set) var size = Size(width: 0, height: 0)

    struct PlacedCell {
        var item: Int
        var place: Rectangle
        var style: Cell.Style
    }

    struct PlacedHead {
        var head: TableHead
        var place: Rectangle
    }

    /// From an output to the weights of the next layer that multiply it.
    struct Arrow {
        var tail: Int
        var head: Int
        var route: [Point]
    }

    /// The layer's texts.
    struct Names {
        /// Of the frame.
        var title: String
        /// What each step of a neuron is: Σ, tanh.
        var steps: [(text: String, ground: TableHead.Ground)]
        /// For each input its label, where all calls agree; only the first layer's are shown.
        var inputs: [String]
    }

    init(_ table: NetworkTable, _ measure: TableMeasure, _ names: [Names]) {
        self.table = table
        self.measure = measure
        var origin = Point(x: 0, y: 0)
        for layer in table.layers.indices {
            var maker = LayerArranger(LayerMeasure(table, layer, measure, names[layer]))
            maker.arrange(at: origin)
            cells += maker.cells
            heads += maker.heads
            frames.append(maker.frame)
            guard layer + 1 < table.layers.count else { break }
            let next = LayerMeasure(table, layer + 1, measure, names[layer + 1])
            if measure.isColumns(layer) {
                origin = Point(x: origin.x, y: maker.end + 8 + LayerArranger.gap + next.room.above)
                connect(layer, maker, to: origin.y - LayerMeasure.headHeight - 3.5)
            } else {
                origin = Point(x: maker.end + 8 + LayerArranger.gap + next.room.before, y: origin.y)
                connect(layer, maker, to: origin.x - next.headWidth - 1)
            }
        }
        moveToOrigin()
    }

    /// Draws the arrows from a layer to the next, which end at its heads.
    private mutating func connect(_ layer: Int, _ maker: LayerArranger, to end: Double) {
        let (from, to) = (table.layers[layer], table.layers[layer + 1])
        // Where they would run into one another, one stands for all.
        let isDense = maker.measure.neurons.pitch < 9
        for neuron in isDense ? [from.neuronCount / 2] : Array(0..<from.neuronCount) {
            let middle = maker.middle(ofNeuron: neuron)
            let route =
                measure.isColumns(layer)
                ? [Point(x: middle, y: maker.end + 2), Point(x: middle, y: end)]
                : [Point(x: maker.end + 1, y: middle), Point(x: end, y: middle)]
            arrows.append(
                Arrow(
                    tail: from.outputs[from.callCount - 1][neuron], head: to.weights[0][neuron],
                    route: route))
        }
    }

    private mutating func moveToOrigin() {
        let left = frames.map(\.x).min() ?? 0
        let top = frames.map(\.y).min() ?? 0
        let shift = Point(x: -left, y: -top)
        for index in cells.indices { cells[index].place.move(by: shift) }
        for index in heads.indices { heads[index].place.move(by: shift) }
        for index in frames.indices { frames[index].move(by: shift) }
        for index in arrows.indices { arrows[index].route = arrows[index].route.map { $0 + shift } }
        size = Size(
            width: frames.map { $0.x + $0.width }.max() ?? 0,
            height: frames.map { $0.y + $0.height }.max() ?? 0)
    }
}

extension Rectangle {
    mutating func move(by shift: Point) {
        x += shift.x
        y += shift.y
    }

    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
}
