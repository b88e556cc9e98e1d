/// The items of a level in their columns, with the wires that pass columns, and the links between columns.
///
/// A wire to the next column is one link; a longer one has a cell in every column that it passes, which all branches
/// of its value share. Wires that would run back, or beyond the reach of their value, are detours around the columns.
struct Grid {
    /// Items first, by their numbers in the level; then passes.
    private(set) var cells: [Cell]
    /// The cells of each column, in the order in which they were made.
    private(set) var columns: [[Int]] = []
    private(set) var links: [Link] = []
    /// All uses, net after net.
    var wires: [Wire] = []
    /// The cells that are blocks of fixed places.
    private(set) var fixedBlocks: [Int] = []
    /// The links that leave each cell, by their places on its side.
    private(set) var departures = Neighbours(places: 0, pairs: [])
    /// The links that reach each cell, by their places on its side.
    private(set) var arrivals = Neighbours(places: 0, pairs: [])

    /// What takes room in a column.
    struct Cell {
        var kind: Kind
        var size: Size
        var rank: Int
    }

    enum Kind {
        case part
        case frame
        case entry
        case exit
        /// A wire on its way through.
        case pass

        /// Whether it is but a wire.
        var isWire: Bool { self != .part && self != .frame }
    }

    /// One use of one value.
    struct Wire {
        var net: Int
        var target: Level.Pin
        /// Where it reaches the side of its item, counted from the middle.
        var arrival: Double
        /// Its number among the places where wires reach the item; those that may be exchanged share one.
        var order: Int
        /// The link that is its last piece; a detour has none.
        var link: Int?
    }

    /// A piece of a wire between two columns.
    struct Link {
        var net: Int
        var tail: Int
        var head: Int
        /// Where it leaves the side of the tail, counted from the middle.
        var departure: Double
        /// The use at its end, unless that is a pass.
        var wire: Int?
        /// How much it matters that it is straight.
        var weight = 1.0
    }

    init(_ level: LevelShape, ranks: Ranks, blocks: [Block]) {
        cells = level.items.enumerated().map { number, item in
            Cell(item, rank: ranks[number], blocks)
        }
        fixedBlocks = level.fixedItems(blocks)
        let reaches = Reaches(level, ranks)
        for (number, net) in level.nets.enumerated() {
            var departure = level.departure(net.source, blocks)
            var ends = (tail: net.source.item, rank: ranks[net.source.item])
            let start = ends.rank
            let wireStart = wires.count
            for target in net.targets { wires.append(Wire(target, of: number, level.items, blocks)) }
            let order = net.targets.indices.sorted {
                (ranks[net.targets[$0].item], $0) < (ranks[net.targets[$1].item], $1)
            }
            for target in order {
                let rank = ranks[net.targets[target].item]
                guard rank > start, rank <= reaches.ranks[number] else { continue }
                while ends.rank < rank - 1 {
                    let pass = Cell(
                        kind: .pass, size: Size(width: 0, height: Spacing.wire), rank: ends.rank + 1)
                    cells.append(pass)
                    links.append(
                        Link(net: number, tail: ends.tail, head: cells.count - 1, departure: departure))
                    ends = (cells.count - 1, pass.rank)
                    departure = 0
                }
                wires[wireStart + target].link = links.count
                links.append(
                    Link(
                        net: number, tail: ends.tail, head: net.targets[target].item,
                        departure: departure, wire: wireStart + target))
            }
        }
        columns = Array(repeating: [], count: (cells.lazy.map(\.rank).max() ?? -1) + 1)
        for (number, cell) in cells.enumerated() { columns[cell.rank].append(number) }
        collectLinks()
    }

    private mutating func collectLinks() {
        departures = Neighbours(
            places: cells.count, pairs: links.enumerated().map { (place: $1.tail, value: $0) })
        departures.sortEach { [links] in (links[$0].departure, $0) < (links[$1].departure, $1) }
        arrivals = Neighbours(
            places: cells.count, pairs: links.enumerated().map { (place: $1.head, value: $0) })
        arrivals.sortEach { [links, wires] in
            let orders = (links[$0].wire.map { wires[$0].order }, links[$1].wire.map { wires[$0].order })
            return (orders.0 ?? 0, $0) < (orders.1 ?? 0, $1)
        }
        for (number, link) in links.enumerated() {
            let (tail, head) = (cells[link.tail].kind, cells[link.head].kind)
            let isOnlyDeparture = departures[link.tail].count == 1
            let isOnlyArrival = arrivals[link.head].count == 1
            links[number].weight =
                if tail == .pass && head == .pass {
                    16
                } else if tail.isWire || head.isWire {
                    4
                } else if isOnlyDeparture && isOnlyArrival {
                    8
                } else {
                    isOnlyDeparture || isOnlyArrival ? 2 : 1
                }
        }
    }
}

extension Grid {
    /// Where a link reaches the side of its head, counted from the middle.
    func arrival(of link: Link) -> Double { link.wire.map { wires[$0].arrival } ?? 0 }

    /// The place where links reach the head, counted from 0; those that may be exchanged share one.
    func arrivalOrder(of link: Link) -> Int { link.wire.map { wires[$0].order } ?? 0 }

    /// How far the middles of two cells that stand one above the other are apart at least.
    func distance(_ upper: Int, _ lower: Int) -> Double {
        let isBesideWire = cells[upper].kind.isWire || cells[lower].kind.isWire
        return (cells[upper].size.height + cells[lower].size.height) / 2
            + (isBesideWire ? Spacing.besideWire : Spacing.besideBox)
    }
}

extension Grid.Cell {
    fileprivate init(_ item: LevelShape.Item, rank: Int, _ blocks: [Block]) {
        self.rank = rank
        size = Size(width: 0, height: Spacing.wire)
        switch item {
        case .entry: kind = .entry
        case .exit: kind = .exit
        case .part(let width, let height, _):
            kind = .part
            size = Size(width: width, height: height)
        case .frame(let block):
            kind = .frame
            size = blocks[block].size
        }
    }
}

extension Grid.Wire {
    fileprivate init(_ target: Level.Pin, of net: Int, _ items: [LevelShape.Item], _ blocks: [Block]) {
        self.net = net
        self.target = target
        arrival = 0
        order = 0
        switch items[target.item] {
        case .part(_, _, let ordersOperands): if ordersOperands { order = target.port }
        case .frame(let block):
            arrival = blocks[block].entries[target.port] - blocks[block].size.height / 2
            order = blocks[block].entryOrder[target.port]
        case .entry, .exit: break
        }
    }
}
