/// A graph as plain numbers, in which one node at a time is moved.
///
/// Nodes are taken from the result on: what is known of the nodes behind one tells how well its own differences
/// can be told from rounding.
struct MovedGraph {
    private let nodes: [MovedNode]
    private let data: [Double]
    private let root: Int
    /// The data after a move down, and after one up; those of nodes that it does not reach are as they were.
    private var low: [Double]
    private var high: [Double]
    /// The node to move, and those that it reaches on the way to the root, operands first.
    private var moved = 0
    private var reached: [Int] = []
    private var isReached: [Bool]
    private let isUsed: [Bool]
    /// What rounding may make of the result.
    private var rounding = 0.0
    /// The largest of the data of the node and of those that it reaches.
    private var magnitude = 0.0
    /// How steep the result is at each node; 0 where rounding hides it.
    private var sizes: [Double]

    init(_ nodes: [GraphNode], root: Int) {
        self.nodes = nodes.map(MovedNode.init)
        self.root = root
        data = nodes.map(\.data)
        low = data
        high = data
        isReached = data.map { _ in false }
        sizes = data.map { _ in 0 }
        var isUsed = isReached
        isUsed[root] = true
        for node in nodes.prefix(root + 1).reversed() where isUsed[node.id] {
            for operand in node.operands { isUsed[operand] = true }
        }
        self.isUsed = isUsed
    }

    /// Whether the root depends on the node.
    func uses(_ id: Int) -> Bool { isUsed[id] }

    /// Turns to a node that the root depends on.
    mutating func turn(to id: Int) {
        moved = id
        for id in reached { isReached[id] = false }
        reached.removeAll(keepingCapacity: true)
        isReached[id] = true
        var squares = 0.0
        magnitude = data[id].magnitude
        if id < root {
            for next in id + 1...root where isUsed[next] {
                let node = nodes[next]
                guard node.first >= 0, isReached[node.first] || isReached[node.second] else { continue }
                isReached[next] = true
                reached.append(next)
                let error = sizes[next] * data[next]
                squares += error * error
                magnitude = Swift.max(magnitude, data[next].magnitude)
            }
        }
        reached.append(id)
        // Each node rounds by itself, so that the errors add up like lengths at right angles.
        rounding = squares.isFinite ? Double.ulpOfOne * squares.squareRoot() : 0
    }

    /// Keeps how steep the result is at the node turned to, for those that are turned to later.
    mutating func keep(size: Double) {
        sizes[moved] = size.isFinite ? size : 0
    }

    /// Moves the node turned to, and computes anew what it reaches.
    mutating func slopes(over step: Double) -> Slopes {
        let x = data[moved]
        low[moved] = x - step
        high[moved] = x + step
        var kinks: [Int] = []
        for id in reached.dropLast() {
            let node = nodes[id]
            low[id] = node.value(in: low)
            high[id] = node.value(in: high)
            if node.hasKink, node.side(in: low) != node.side(in: high), sizes[id] > 0 { kinks.append(id) }
        }
        let slopes = Slopes(
            step: step, y: data[root], lowY: low[root], highY: high[root], rounding: rounding,
            magnitude: magnitude, kinks: kinks)
        for id in reached {
            low[id] = data[id]
            high[id] = data[id]
        }
        return slopes
    }
}

/// What is needed of a node to compute it anew.
private struct MovedNode {
    /// The operands; -1 for a leaf. That of an operation on one stands twice.
    let first: Int
    let second: Int
    private let operation: Value.Operation
    private let argument: Double?

    init(_ node: GraphNode) {
        first = node.operands.first ?? -1
        second = node.operands.last ?? -1
        operation = node.operation ?? .add
        argument = node.argument
    }

    @inline(__always)
    func value(in data: [Double]) -> Double {
        operation.value(data[first], argument ?? data[second])
    }

    var hasKink: Bool {
        switch operation {
        case .relu, .abs, .minimum, .maximum: true
        default: false
        }
    }

    /// Which side of the kink the operands are on: -1 or 1, and 0 in it.
    func side(in data: [Double]) -> Int {
        let x = data[first]
        let y = operation.arity == 1 ? 0 : data[second]
        return x < y ? -1 : (x > y ? 1 : 0)
    }
}
