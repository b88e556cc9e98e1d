/// Which stretches of the routes from a part are drawn already, so that a bus is drawn once.
struct DrawnStretches {
    private var reach: [Stretch: Double] = [:]

    /// What begins at a corner and runs one way.
    private struct Stretch: Hashable {
        var tail: Int
        var x: Double
        var y: Double
        var way: Int
    }

    /// Returns what of a route is still to be drawn, and counts it as drawn.
    mutating func rest(of route: [Point], from tail: Int) -> [Point] {
        var isDrawn = true
        var start = 0
        var first = route.first
        for index in route.indices.dropLast() {
            let (corner, next) = (route[index], route[index + 1])
            let way = next - corner
            let direction = way.x > 0 ? 0 : way.x < 0 ? 1 : way.y > 0 ? 2 : 3
            let stretch = Stretch(tail: tail, x: corner.x, y: corner.y, way: direction)
            let known = reach[stretch, default: 0]
            if isDrawn {
                start = index
                first = corner
                if known < way.length {
                    isDrawn = false
                    // A little back, because the other route leaves in a curve.
                    let begin = max(0, known - DrawnStretches.cornerRadius)
                    if known > 0 { first = corner + way * (begin / way.length) }
                }
            }
            reach[stretch] = max(known, way.length)
        }
        guard !isDrawn, let first else { return [] }
        return [first] + route[(start + 1)...]
    }

    /// Of all routes.
    static let cornerRadius = 6.0
}
