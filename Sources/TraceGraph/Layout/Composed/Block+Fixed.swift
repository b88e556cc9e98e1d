extension Block {
    /// A frame in which everything has its place already; wires run through the gates of its parts.
    init(fixed level: Level, _ size: Skeleton.FixedSize, _ skeleton: Skeleton, flow: Flow) {
        let isDownwards = flow == .downwards
        let size = isDownwards ? size.downwards.transposed() : size.rightwards
        func gate(of item: Int) -> [Point] {
            guard case .part(let part) = level.items[item], let gate = skeleton.parts[part].gate else {
                return []
            }
            return isDownwards ? gate.downwards.map { $0.transposed() } : gate.rightwards
        }
        var centers = level.items.map { item in
            guard case .part(let part) = item else { return Point(x: 0, y: 0) }
            return skeleton.parts[part].place ?? Point(x: 0, y: 0)
        }
        var routes: [[Point]] = []
        var firstRoutes: [Int] = []
        for net in level.nets {
            firstRoutes.append(routes.count)
            for target in net.targets {
                let isIncoming = level.items[net.source.item].isEntry
                let route = gate(of: isIncoming ? target.item : net.source.item)
                if isIncoming {
                    centers[net.source.item] = Point(x: 0, y: route.first?.y ?? 0)
                } else {
                    centers[target.item] = Point(x: size.width, y: route.last?.y ?? 0)
                }
                routes.append(route)
            }
        }
        self.init(
            size: size, centers: centers, entries: level.entries.map { centers[$0.item].y },
            exits: level.exits.map { centers[$0.item].y }, routes: routes, firstRoutes: firstRoutes,
            junctions: [], isFixed: true)
    }
}

extension Level.Item {
    fileprivate var isEntry: Bool {
        if case .entry = self { true } else { false }
    }
}
