/// A drawing composed from its frames: each is laid out by itself, once for all that are equal, and then stands as a
/// block of fixed size among the items around it.
///
/// Values run from column to column through channels of buses and arrive on the incoming side. Frames that form a
/// cycle, because a value leaves one and what comes of it returns, are arranged as if the wires that close the cycle
/// were not there; those run around below all columns.
///
/// - Complexity: Nearly linear in parts, edges and boundaries crossed.
package struct ComposedLayout: Sendable, Equatable {
    package var size: Size
    /// The middle of each part.
    package var parts: [Point]
    /// For each edge its corners, from the outgoing side of its tail to the incoming side of its head.
    package var routes: [[Point]]
    package var frames: [Rectangle]
    /// Where a bus branches.
    package var junctions: [Point]

    package init(composing skeleton: Skeleton, flow: Flow) {
        switch flow {
        case .rightwards:
            self.init(skeleton, flow: flow)
        case .downwards:
            self.init(skeleton.transposed(), flow: flow)
            transpose()
        }
    }

    /// Composes with x along the flow.
    private init(_ skeleton: Skeleton, flow: Flow) {
        let levels = Levels(skeleton)
        let blocks = Blocks(levels, skeleton, flow: flow)
        size = blocks[0].size
        parts = Array(repeating: Point(x: 0, y: 0), count: skeleton.parts.count)
        frames = []
        junctions = blocks[0].junctions
        var origins = [Point(x: 0, y: 0)]
        for level in levels.all.indices.dropFirst() {
            let place = levels.places[level]
            if let fixed = skeleton.frames[level - 1].place {
                let origin = origins[place.level] + Point(x: fixed.x, y: fixed.y)
                origins.append(origin)
                frames.append(
                    Rectangle(x: origin.x, y: origin.y, width: fixed.width, height: fixed.height))
                continue
            }
            let size = blocks[level].size
            let origin =
                origins[place.level] + blocks[place.level].centers[place.item]
                - Point(x: size.width / 2, y: size.height / 2)
            origins.append(origin)
            frames.append(Rectangle(x: origin.x, y: origin.y, width: size.width, height: size.height))
            junctions += blocks[level].junctions.map { $0 + origin }
        }
        for (part, place) in levels.partPlaces.enumerated() {
            parts[part] = origins[place.level] + blocks[place.level].centers[place.item]
        }
        routes = skeleton.edges.enumerated().map { edge, ends in
            if let route = ends.route {
                let origin = origins[levels.partPlaces[ends.head].level]
                return route.map { $0 + origin }
            }
            return Route(of: edge, skeleton, levels, blocks, origins).points
        }
    }

    private mutating func transpose() {
        size = size.transposed()
        parts = parts.map { $0.transposed() }
        routes = routes.map { route in route.map { $0.transposed() } }
        frames = frames.map { $0.transposed() }
        junctions = junctions.map { $0.transposed() }
    }
}
