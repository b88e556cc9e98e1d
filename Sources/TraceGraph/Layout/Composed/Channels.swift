/// The trunks between the columns, with their lanes; channel i is before column i, and the last behind all.
struct Channels {
    private(set) var trunks: [[Trunk]]
    let lanes: [Lanes]
    /// For each link its trunk in the channel before its head; straight ones have none.
    private(set) var trunkOfLink: [Int?]
    /// For each detour its trunk in the channel before its use.
    private(set) var trunkOfWire: [Int?]
    /// For each track of a detour its trunk in the channel behind the source.
    private(set) var trunkOfTrack: [Int] = []

    init(_ grid: Grid, _ order: Order, _ detours: Detours, middles: [Double], trackPlaces: [Double]) {
        var trunks = [[Trunk]](repeating: [], count: grid.columns.count + 1)
        trunkOfLink = Array(repeating: nil, count: grid.links.count)
        trunkOfWire = Array(repeating: nil, count: grid.wires.count)
        for cell in order.columns.joined() {
            let channel = grid.cells[cell].rank + 1
            var rest = grid.departures[cell]
            while let first = rest.first {
                let net = grid.links[first].net
                let links = rest.prefix { grid.links[$0].net == net }
                rest = rest.dropFirst(links.count)
                let trunk = Trunk(
                    net: net, origin: middles[cell] + grid.links[first].departure,
                    targets: links.map { link in
                        middles[grid.links[link].head] + grid.arrival(of: grid.links[link])
                    })
                guard !trunk.isStraight else { continue }
                for link in links { trunkOfLink[link] = trunks[channel].count }
                trunks[channel].append(trunk)
            }
        }
        for (track, place) in zip(detours.tracks, trackPlaces) {
            trunkOfTrack.append(trunks[track.departure].count)
            trunks[track.departure].append(
                Trunk(net: track.net, origin: middles[track.source] + track.side, targets: [], track: place))
            for wire in track.wires {
                let item = grid.wires[wire].target.item
                let channel = grid.cells[item].rank
                // Uses in one column share the trunk.
                if trunks[channel].last?.net != track.net || trunks[channel].last?.isFromTrack != true {
                    trunks[channel].append(
                        Trunk(net: track.net, origin: place, isFromTrack: true, targets: []))
                }
                trunkOfWire[wire] = trunks[channel].count - 1
                trunks[channel][trunks[channel].count - 1].targets.append(
                    middles[item] + grid.wires[wire].arrival)
            }
        }
        self.trunks = trunks
        lanes = trunks.map { Lanes($0) }
    }
}
