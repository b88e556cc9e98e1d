/// The tracks below all columns, one for each value of which a use cannot be reached through the columns.
///
/// A detour leaves its item through the channel behind it, runs along its track, back or on, and arrives through the
/// channel before its use: it meets no other item.
struct Detours {
    private(set) var tracks: [Track] = []
    private(set) var laneCount = 0

    struct Track {
        var net: Int
        var wires: [Int]
        /// Where the value comes from.
        var source: Int
        /// Where it leaves the side of its source, counted from the middle.
        var side: Double
        /// The channel behind the source, and those before the uses.
        var departure: Int
        var arrivals: [Int]
        var lane = 0

        /// From the first channel to the last.
        var extent: ClosedRange<Int> {
            min(departure, arrivals.min() ?? departure)...max(departure, arrivals.max() ?? departure)
        }
    }

    init(_ level: LevelShape, _ grid: Grid, _ blocks: [Block]) {
        for (number, wire) in grid.wires.enumerated() where wire.link == nil {
            if tracks.last?.net != wire.net {
                let pin = level.nets[wire.net].source
                tracks.append(
                    Track(
                        net: wire.net, wires: [], source: pin.item, side: level.departure(pin, blocks),
                        departure: grid.cells[pin.item].rank + 1, arrivals: []))
            }
            tracks[tracks.count - 1].wires.append(number)
            tracks[tracks.count - 1].arrivals.append(grid.cells[wire.target.item].rank)
        }
        var skyline = Skyline(places: grid.columns.count + 1)
        let extents = tracks.map(\.extent)
        // Short ones first, so that long ones run around them.
        for track in tracks.indices.sorted(by: {
            (extents[$0].count, extents[$0].lowerBound, $0)
                < (extents[$1].count, extents[$1].lowerBound, $1)
        }) {
            tracks[track].lane = skyline.stack(extents[track])
            laneCount = max(laneCount, tracks[track].lane + 1)
        }
    }
}
