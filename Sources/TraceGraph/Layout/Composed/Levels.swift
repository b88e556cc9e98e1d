/// A skeleton taken apart into one level for each frame, and one for what has no frame.
///
/// - Complexity: O(parts + edges + boundaries crossed), each boundary counted once for each value.
struct Levels: Sendable {
    /// The whole picture first, then the frames in their order.
    private(set) var all: [Level]
    /// For each level where it stands in the one around it; the whole picture stands in itself.
    private(set) var places: [Place]
    private(set) var partPlaces: [Place]
    /// For each edge the wire that meets its head, in the level of the head.
    private(set) var lastWires: [Level.Wire]

    struct Place: Sendable {
        var level: Int
        var item: Int
    }

    init(_ skeleton: Skeleton) {
        all = Array(repeating: Level(), count: skeleton.frames.count + 1)
        places = [Place(level: 0, item: 0)]
        partPlaces = []
        lastWires = Array(repeating: Level.Wire(net: 0, target: 0), count: skeleton.edges.count)
        for (index, part) in skeleton.parts.enumerated() {
            partPlaces.append(add(.part(index), in: skeleton.levelFrame(part.frame)))
        }
        for (index, frame) in skeleton.frames.enumerated() {
            // A frame in a fixed place is no level of its own: what it holds belongs to the one around it.
            guard frame.place == nil else {
                places.append(Place(level: skeleton.levelFrame(frame.parent).map { $0 + 1 } ?? 0, item: -1))
                continue
            }
            places.append(add(.frame(index), in: frame.parent))
        }
        connect(skeleton)
    }

    private mutating func add(_ item: Level.Item, in frame: Int?) -> Place {
        let level = frame.map { $0 + 1 } ?? 0
        all[level].items.append(item)
        return Place(level: level, item: all[level].items.count - 1)
    }

    private mutating func connect(_ skeleton: Skeleton) {
        var operandCounts = Array(repeating: 0, count: skeleton.parts.count)
        let operands = skeleton.edges.map { edge in
            operandCounts[edge.head] += 1
            return operandCounts[edge.head] - 1
        }
        let uses = Neighbours(
            places: skeleton.parts.count,
            pairs: skeleton.edges.enumerated().compactMap { number, edge in
                edge.route == nil ? (place: edge.tail, value: number) : nil
            })
        let nesting = Nesting(parents: places.map(\.level))
        var latest = Array(repeating: Latest(value: -1, net: -1), count: all.count)
        for value in skeleton.parts.indices where !uses[value].isEmpty {
            let home = partPlaces[value]
            latest[home.level] = Latest(
                value: value, net: addNet(from: home.item, port: 0, in: home.level))
            var outermost = home.level
            for edge in uses[value] {
                let head = partPlaces[skeleton.edges[edge].head]
                var level = head.level
                var entered: [Int] = []
                while latest[level].value != value, !nesting.contains(home.level, in: level) {
                    entered.append(level)
                    level = places[level].level
                }
                while latest[level].value != value {
                    let port = addExit(of: latest[outermost].net, in: outermost)
                    let place = places[outermost]
                    outermost = place.level
                    latest[outermost] = Latest(
                        value: value, net: addNet(from: place.item, port: port, in: outermost))
                }
                for inner in entered.reversed() {
                    let pin = Level.Pin(item: places[inner].item, port: all[inner].entries.count)
                    let wire = addTarget(pin, to: latest[level].net, in: level)
                    latest[inner] = Latest(value: value, net: addEntry(from: wire, in: inner))
                    level = inner
                }
                let pin = Level.Pin(item: head.item, port: operands[edge])
                lastWires[edge] = addTarget(pin, to: latest[level].net, in: level)
            }
        }
    }

    /// The value that a level met last, and its net there: so each value gets one net in a level.
    private struct Latest {
        var value: Int
        var net: Int
    }

    private mutating func addNet(from item: Int, port: Int, in level: Int) -> Int {
        all[level].nets.append(Level.Net(source: Level.Pin(item: item, port: port), targets: []))
        return all[level].nets.count - 1
    }

    private mutating func addTarget(_ pin: Level.Pin, to net: Int, in level: Int) -> Level.Wire {
        all[level].nets[net].targets.append(pin)
        return Level.Wire(net: net, target: all[level].nets[net].targets.count - 1)
    }

    /// Returns the net that begins at a new entry.
    private mutating func addEntry(from wire: Level.Wire, in level: Int) -> Int {
        let (item, entry) = (all[level].items.count, all[level].entries.count)
        all[level].items.append(.entry)
        all[level].entries.append(Level.Gate(item: item, wire: wire))
        return addNet(from: item, port: entry, in: level)
    }

    /// Returns the port of a new exit.
    private mutating func addExit(of net: Int, in level: Int) -> Int {
        let item = all[level].items.count
        all[level].items.append(.exit)
        let wire = addTarget(Level.Pin(item: item, port: 0), to: net, in: level)
        all[level].exits.append(Level.Gate(item: item, wire: wire))
        return all[level].exits.count - 1
    }
}

extension Skeleton {
    /// The innermost frame that is laid out by itself.
    fileprivate func levelFrame(_ frame: Int?) -> Int? {
        var next = frame
        while let frame = next, frames[frame].place != nil { next = frames[frame].parent }
        return next
    }
}
