/// The places where arrows reach the side of a box: side by side around its middle, as far apart as it allows.
struct Slots {
    /// The wires into each part, by operand.
    private let operands: Neighbours
    private let parts: [Int]
    private let ordersOperands: [Bool]

    init(_ level: LevelShape, _ grid: Grid) {
        var parts: [Int] = []
        var ordersOperands = Array(repeating: false, count: level.items.count)
        for (number, item) in level.items.enumerated() {
            guard case .part(_, _, let orders) = item else { continue }
            parts.append(number)
            ordersOperands[number] = orders
        }
        self.parts = parts
        self.ordersOperands = ordersOperands
        var operands = Neighbours(
            places: level.items.count,
            pairs: grid.wires.enumerated().map { (place: $1.target.item, value: $0) })
        operands.sortEach { grid.wires[$0].target.port < grid.wires[$1].target.port }
        self.operands = operands
    }

    /// Gives every operand its place, in the order of the operands.
    func assignByOperand(_ grid: inout Grid) {
        for part in parts { assign(Array(operands[part]), part, &grid) }
    }

    /// Gives the operands of sums and products places in the order of their sources, so that arrows do not cross;
    /// detours come from below.
    func assignBySource(_ grid: inout Grid, _ positions: [Int]) {
        for part in parts {
            guard !ordersOperands[part], operands[part].count > 1 else { continue }
            let keys = operands[part].map { wire in
                let link = grid.wires[wire].link.map { grid.links[$0] }
                return (
                    wire: wire, position: link.map { positions[$0.tail] } ?? Int.max,
                    departure: link?.departure ?? 0
                )
            }
            let sorted = keys.sorted {
                ($0.position, $0.departure, $0.wire) < ($1.position, $1.departure, $1.wire)
            }
            assign(sorted.map(\.wire), part, &grid)
        }
    }

    private func assign(_ wires: [Int], _ part: Int, _ grid: inout Grid) {
        guard wires.count > 1 else { return }
        let steps = Double(wires.count - 1)
        let side = grid.cells[part].size.height
        let room = max(side - Spacing.corners, side / 2)
        let gap = min(Spacing.slot, room / steps)
        for (number, wire) in wires.enumerated() {
            grid.wires[wire].arrival = (Double(number) - steps / 2) * gap
        }
    }
}
