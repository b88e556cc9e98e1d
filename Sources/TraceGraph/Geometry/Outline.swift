/// The line around a box or an operation, as it is drawn.
package struct Outline: Sendable {
    private let center: Point
    private let halfWidth: Double
    private let halfHeight: Double
    private let shape: Shape

    package enum Shape: Sendable, Equatable {
        /// A rectangle whose corners are quarters of a circle; a pill where the radius is half the height.
        case rectangle(radius: Double)
        case ellipse
    }

    package init(_ shape: Shape, center: Point, size: Size) {
        self.shape = shape
        self.center = center
        halfWidth = size.width / 2
        halfHeight = size.height / 2
    }

    /// Whether a point lies inside.
    package func contains(_ point: Point) -> Bool {
        let place = point - center
        switch shape {
        case .ellipse:
            let (x, y) = (place.x / halfWidth, place.y / halfHeight)
            return x * x + y * y < 1
        case .rectangle(let radius):
            guard abs(place.x) < halfWidth, abs(place.y) < halfHeight else { return false }
            return (place - nearestInCore(place, radius)).length < radius || isInCore(place, radius)
        }
    }

    /// Returns the point on the outline where a line that ends near it meets it.
    ///
    /// The line is followed a little way on, or back where it ends inside. Where it passes by, as beside a round
    /// corner, it is the point that is nearest, or for an ellipse the one towards its centre.
    ///
    /// - Parameters:
    ///   - end: Where the line ends now.
    ///   - direction: Where it runs to there, of length 1.
    package func meetingPoint(of end: Point, direction: Point) -> Point {
        let isInside = contains(end)
        var (near, far) = (0.0, isInside ? -reach : reach)
        guard contains(end + direction * far) != isInside else { return nearest(to: end) }
        // Halved until a hundredth of a point, in which pictures are written, is far away.
        for _ in 0..<24 {
            let middle = (near + far) / 2
            if contains(end + direction * middle) == isInside { near = middle } else { far = middle }
        }
        return end + direction * far
    }

    /// How far a line is followed: beyond it the edge would graze the corner.
    private var reach: Double {
        switch shape {
        case .ellipse: 1
        case .rectangle(let radius): 1 + radius / 2
        }
    }

    private func nearest(to point: Point) -> Point {
        let place = point - center
        switch shape {
        case .ellipse:
            let (x, y) = (place.x / halfWidth, place.y / halfHeight)
            let distance = (x * x + y * y).squareRoot()
            return distance == 0
                ? Point(x: center.x - halfWidth, y: center.y) : center + place * (1 / distance)
        case .rectangle(let radius):
            let core = nearestInCore(place, radius)
            let outwards = place - core
            if !isInCore(place, radius) { return center + core + outwards * (radius / outwards.length) }
            // Deep inside: to the side that is nearest.
            if halfWidth - abs(place.x) < halfHeight - abs(place.y) {
                return center + Point(x: place.x < 0 ? -halfWidth : halfWidth, y: place.y)
            }
            return center + Point(x: place.x, y: place.y < 0 ? -halfHeight : halfHeight)
        }
    }

    /// The core of a rounded rectangle is what is at least the radius away from its sides.
    private func nearestInCore(_ place: Point, _ radius: Double) -> Point {
        let (width, height) = (max(0, halfWidth - radius), max(0, halfHeight - radius))
        return Point(x: min(max(place.x, -width), width), y: min(max(place.y, -height), height))
    }

    private func isInCore(_ place: Point, _ radius: Double) -> Bool {
        nearestInCore(place, radius) == place
    }
}
