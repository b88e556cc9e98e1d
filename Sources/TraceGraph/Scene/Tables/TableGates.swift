/// The wires between a network's tables and the sides of the room that they take, for each flow.
///
/// They come in where the first layer begins, and leave where the last one ends: straight in one flow, and along lanes
/// of their own in the other.
struct TableGates {
    /// By item.
    private(set) var gates: [Int: Skeleton.Gate] = [:]
    private(set) var size: Skeleton.FixedSize
    /// How far the tables are moved down or right, for the lanes of what comes in.
    private(set) var shift = Point(x: 0, y: 0)

    private static let lane = 7.0
    private static let besideLanes = 6.0

    /// - Parameters:
    ///   - fed: Items of inputs that have a wire from outside.
    ///   - used: Items of outputs that something outside uses.
    init(_ arrangement: TableArrangement, _ table: NetworkTable, fed: Set<Int>, used: Set<Int>) {
        size = Skeleton.FixedSize(rightwards: arrangement.size, downwards: arrangement.size)
        let places = Dictionary(
            arrangement.cells.map { ($0.item, $0.place) }, uniquingKeysWith: { first, _ in first })
        let measure = arrangement.measure
        addInputs(table.layers[0], isColumns: measure.isColumns(0), fed, places)
        addOutputs(
            table.layers[table.layers.count - 1], isColumns: measure.isColumns(table.layers.count - 1),
            used, places)
    }

    /// Down or right are alike but for x and y: `isColumns` tells which of the two a layer runs.
    private mutating func addOutputs(
        _ layer: LayerTable, isColumns: Bool, _ used: Set<Int>, _ places: [Int: Rectangle]
    ) {
        var exits: [(item: Int, route: [Point])] = []
        let last = layer.callCount - 1
        for (call, outputs) in layer.outputs.enumerated() {
            for item in outputs where used.contains(item) {
                guard var place = places[item] else { continue }
                place.move(by: shift)
                // As if the layer ran downwards.
                let cell = isColumns ? place : place.transposed()
                if call == last {
                    exits.append((item, [Point(x: cell.middle.x, y: cell.y + cell.height)]))
                } else {
                    let offset = 3 + TableMeasure.callLane(last) * Double(last - 1 - call)
                    let side = Point(x: cell.x + cell.width, y: cell.middle.y)
                    exits.append((item, [side, Point(x: side.x + offset, y: side.y)]))
                }
            }
        }
        guard !exits.isEmpty else { return }
        let along = isColumns ? size.downwards : size.downwards.transposed()
        // The one that is furthest on has the first lane.
        exits.sort { ($0.route.last?.x ?? 0, $0.item) > ($1.route.last?.x ?? 0, $1.item) }
        let across = Size(
            width: along.width,
            height: along.height + TableGates.besideLanes + TableGates.lane * Double(exits.count))
        for (number, (item, route)) in exits.enumerated() {
            let x = route.last?.x ?? 0
            let y = along.height + TableGates.besideLanes + TableGates.lane * Double(number)
            let straight = route + [Point(x: x, y: along.height)]
            let turned = route + [Point(x: x, y: y), Point(x: across.width, y: y)]
            gates[item] =
                isColumns
                ? Skeleton.Gate(rightwards: turned, downwards: straight)
                : Skeleton.Gate(
                    rightwards: straight.map { $0.transposed() }, downwards: turned.map { $0.transposed() })
        }
        if isColumns { size.rightwards = across } else { size.downwards = across.transposed() }
    }

    private mutating func addInputs(
        _ layer: LayerTable, isColumns: Bool, _ fed: Set<Int>, _ places: [Int: Rectangle]
    ) {
        guard !fed.isEmpty else { return }
        var entries: [(item: Int, route: [Point])] = []
        let lanes = layer.callCount - 1
        let room = TableGates.besideLanes + TableGates.lane * Double(fed.count)
        shift = isColumns ? Point(x: room, y: 0) : Point(x: 0, y: room)
        for (call, inputs) in layer.inputs.enumerated() {
            for item in inputs where fed.contains(item) {
                guard let place = places[item] else { continue }
                // As if the inputs stood in a row, and were fed from above.
                let cell = isColumns ? place.transposed() : place
                let top = Point(x: cell.middle.x, y: cell.y + room)
                if call == 0 {
                    entries.append((item, [top]))
                } else {
                    let x = cell.x + cell.width + 5 + TableMeasure.callLane(lanes) * Double(call - 1)
                    let y = cell.middle.y + room
                    entries.append((item, [Point(x: x, y: y), Point(x: cell.x + cell.width, y: y)]))
                }
            }
        }
        entries.sort { ($0.route[0].x, $0.item) > ($1.route[0].x, $1.item) }
        for (number, (item, route)) in entries.enumerated() {
            let x = route[0].x
            let y = 2 + TableGates.lane * Double(number)
            let straight = [Point(x: x, y: 0)] + route
            let turned = [Point(x: 0, y: y), Point(x: x, y: y)] + route
            gates[item] =
                isColumns
                ? Skeleton.Gate(
                    rightwards: straight.map { $0.transposed() }, downwards: turned.map { $0.transposed() })
                : Skeleton.Gate(rightwards: turned, downwards: straight)
        }
        for flow in [\Skeleton.FixedSize.rightwards, \.downwards] {
            size[keyPath: flow].width += shift.x
            size[keyPath: flow].height += shift.y
        }
    }
}
