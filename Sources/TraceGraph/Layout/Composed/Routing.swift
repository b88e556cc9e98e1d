/// The wires of a level, drawn through its channels.
struct Routing {
    /// All uses, net after net.
    private(set) var routes: [[Point]]
    private(set) var junctions: [Point] = []

    private let arrangement: Arrangement

    init(_ arrangement: Arrangement) {
        self.arrangement = arrangement
        let (detours, channels) = (arrangement.detours, arrangement.channels)
        routes = Array(repeating: [], count: arrangement.grid.wires.count)
        drawLinks()
        for (number, track) in detours.tracks.enumerated() {
            draw(track, through: channels.trunkOfTrack[number], place: arrangement.trackPlaces[number])
        }
        for (channel, trunks) in channels.trunks.enumerated() {
            for (number, trunk) in trunks.enumerated() {
                let x = arrangement.place(of: number, in: channel)
                for y in trunk.junctions { junctions.append(Point(x: x, y: y)) }
            }
        }
    }

    private mutating func drawLinks() {
        let (grid, middles) = (arrangement.grid, arrangement.middles)
        var corners = Corners()
        // For each pass the last corner before it.
        var lastCorners = Array(repeating: 0, count: grid.cells.count)
        for cell in arrangement.order.columns.joined() {
            for number in grid.departures[cell] {
                let link = grid.links[number]
                var corner =
                    grid.cells[cell].kind == .pass
                    ? lastCorners[cell]
                    : corners.append(
                        Point(x: arrangement.outgoingSide(of: cell), y: middles[cell] + link.departure),
                        after: nil)
                if let trunk = arrangement.channels.trunkOfLink[number] {
                    let y = middles[link.head] + grid.arrival(of: link)
                    let start = corners[corner].y
                    if abs(start - y) >= Spacing.tolerance {
                        let x = arrangement.place(of: trunk, in: grid.cells[link.head].rank)
                        corner = corners.append(Point(x: x, y: start), after: corner)
                        corner = corners.append(Point(x: x, y: y), after: corner)
                    }
                }
                if let wire = link.wire {
                    let end = Point(x: arrangement.incomingSide(of: link.head), y: corners[corner].y)
                    routes[wire] = corners.route(to: corner) + [end]
                } else {
                    lastCorners[link.head] = corner
                }
            }
        }
    }

    private mutating func draw(_ track: Detours.Track, through trunk: Int, place: Double) {
        let (grid, middles, channels) = (arrangement.grid, arrangement.middles, arrangement.channels)
        let start = Point(
            x: arrangement.outgoingSide(of: track.source), y: middles[track.source] + track.side)
        let departure = arrangement.place(of: trunk, in: track.departure)
        var ends = [departure]
        for wire in track.wires {
            let item = grid.wires[wire].target.item
            guard let trunk = channels.trunkOfWire[wire] else { continue }
            let x = arrangement.place(of: trunk, in: grid.cells[item].rank)
            let y = middles[item] + grid.wires[wire].arrival
            routes[wire] = [
                start, Point(x: departure, y: start.y), Point(x: departure, y: place),
                Point(x: x, y: place), Point(x: x, y: y), Point(x: arrangement.incomingSide(of: item), y: y),
            ]
            if ends.last != x { ends.append(x) }
        }
        ends.sort()
        for x in ends.dropFirst().dropLast() { junctions.append(Point(x: x, y: place)) }
        if let link = grid.departures[track.source].first(where: { grid.links[$0].net == track.net }) {
            let x =
                channels.trunkOfLink[link].map { arrangement.place(of: $0, in: track.departure) } ?? departure
            junctions.append(Point(x: min(x, departure), y: start.y))
        }
    }
}
