/// The corners of wires, each with the one before it, so that branches of one value share what they have in common.
struct Corners {
    private var corners: [(point: Point, before: Int?)] = []

    mutating func append(_ point: Point, after before: Int?) -> Int {
        corners.append((point, before))
        return corners.count - 1
    }

    subscript(corner: Int) -> Point { corners[corner].point }

    /// All points up to a corner.
    func route(to corner: Int) -> [Point] {
        var points: [Point] = []
        var next: Int? = corner
        while let current = next {
            points.append(corners[current].point)
            next = corners[current].before
        }
        return points.reversed()
    }
}
