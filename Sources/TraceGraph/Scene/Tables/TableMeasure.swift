/// How large the cells of a network's tables are, and which way its layers lie.
///
/// Layers lie in turns: the neurons of one are columns, and those of the next rows, so that output k of one stands in
/// line with weight k of the next. So the tables have axes: the first is that of the inputs, and each layer adds one.
struct TableMeasure {
    /// Whether the neurons of the first layer are columns.
    let beginsWithColumns: Bool
    let cells: Cells
    /// For each axis how far two places are apart.
    let pitches: [Double]
    /// For each axis how long a cell is along it.
    let lengths: [Double]

    /// Whether what depends on the call is shown by its tint alone: of many calls there is no room for numbers.
    let hasTilesForCalls: Bool
    /// For each axis the part of the pitch that wires take.
    private(set) var lanes: [Double] = []

    enum Cells: Equatable {
        /// Data and gradient in digits, so many behind the point.
        case numbers(digits: Int)
        /// The gradient's tint alone.
        case tiles
    }

    /// Whether some cells show a tint alone.
    var hasTiles: Bool { cells == .tiles || hasTilesForCalls }

    func isColumns(_ layer: Int) -> Bool { (layer % 2 == 0) == beginsWithColumns }

    /// Whether the places of an axis stand beside one another, and not below.
    func isHorizontal(_ axis: Int) -> Bool { (axis % 2 == 1) == beginsWithColumns }

    /// The space between a row of cells and the next, part of the pitch.
    static let rowGap = 3.0

    /// All that there are, the most readable first.
    ///
    /// - Parameters:
    ///   - isFed: Whether inputs have wires from outside.
    ///   - precision: Digits behind the point, at most.
    static func candidates(
        for table: NetworkTable, beginsWithColumns: Bool, isFed: Bool, precision: Int
    ) -> [TableMeasure] {
        let widths = [(34.0, 2), (28, 1), (25, 1), (23, 0)]
        var measures: [TableMeasure] = []
        func add(_ cells: Cells, _ width: Double, _ height: Double, hasTilesForCalls: Bool) {
            measures.append(
                TableMeasure(
                    table, beginsWithColumns, cells, pitch: (width, height), isFed, hasTilesForCalls))
        }
        for hasTilesForCalls in table.layers[0].callCount > 4 ? [false, true] : [false] {
            for (width, digits) in widths {
                add(
                    .numbers(digits: min(digits, precision)), width, Cell.height + rowGap,
                    hasTilesForCalls: hasTilesForCalls)
            }
        }
        for pitch in [14.0, 12, 10, 8, 6, 5, 4, 3] { add(.tiles, pitch, pitch, hasTilesForCalls: false) }
        return measures
    }

    private init(
        _ table: NetworkTable, _ beginsWithColumns: Bool, _ cells: Cells,
        pitch: (horizontal: Double, vertical: Double), _ isFed: Bool, _ hasTilesForCalls: Bool
    ) {
        self.hasTilesForCalls = hasTilesForCalls
        self.beginsWithColumns = beginsWithColumns
        self.cells = cells
        let counts = [table.layers[0].inputCount] + table.layers.map(\.neuronCount)
        var pitches: [Double] = []
        var lengths: [Double] = []
        for (axis, count) in counts.enumerated() {
            let isHorizontal = (axis % 2 == 1) == beginsWithColumns
            let isEnd = axis == 0 || axis == counts.count - 1
            var size = isHorizontal ? pitch.horizontal : pitch.vertical
            // What goes in and what comes out is shown in numbers where it is little.
            if cells == .tiles, isEnd, count <= 20 {
                size = max(size, isHorizontal ? 34 : Cell.lineHeight + 1.5)
            }
            let gap = isHorizontal || cells == .tiles ? (size < 8 ? 0.5 : 1) : TableMeasure.rowGap
            lengths.append(size - gap)
            // Wires of all calls but one come in or leave between the cells.
            let otherCalls = table.layers[0].callCount - 1
            let hasWires = axis == counts.count - 1 || axis == 0 && isFed
            lanes.append(hasWires ? TableMeasure.room(forCalls: otherCalls) : 0)
            pitches.append(size + lanes[axis])
        }
        self.pitches = pitches
        self.lengths = lengths
    }

    /// How much the wires of calls take that run between the same cells.
    static func room(forCalls count: Int) -> Double {
        count == 0 ? 0 : 6 + callLane(count) * Double(count - 1)
    }

    /// Between two of them.
    static func callLane(_ count: Int) -> Double { min(4, 40 / Double(max(1, count - 1))) }
}
