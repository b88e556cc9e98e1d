import Foundation
import Testing

/// The points of an SVG path with absolute coordinates, and the shape that it outlines.
struct SVGPath {
    /// Where its pieces begin and end, and the control points of its curves.
    private(set) var points: [SIMD2<Double>] = []
    /// The radius of its corners.
    private(set) var radius = 0.0
    private var isEllipse = false

    init(_ element: SVGDocument.Element) throws {
        let data = try #require(element.attributes["d"])
        var place = SIMD2(0.0, 0.0)
        for match in data.matches(of: /([MLHVCAZ])([^MLHVCAZ]*)/) {
            let numbers = match.2.split { " ,".contains($0) }.compactMap { Double($0) }
            switch match.1 {
            case "H": points.append(SIMD2(numbers[0], place.y))
            case "V": points.append(SIMD2(place.x, numbers[0]))
            case "A":
                radius = max(radius, numbers[0])
                points.append(SIMD2(numbers[5], numbers[6]))
            case "Z": continue
            default:
                if match.1 == "C", data.hasSuffix("Z") { isEllipse = true }
                for index in stride(from: 0, to: numbers.count, by: 2) {
                    points.append(SIMD2(numbers[index], numbers[index + 1]))
                }
            }
            place = points[points.count - 1]
        }
        try #require(!points.isEmpty)
    }

    var lower: SIMD2<Double> { points.reduce(points[0]) { pointwiseMin($0, $1) } }
    var upper: SIMD2<Double> { points.reduce(points[0]) { pointwiseMax($0, $1) } }

    /// From the line of an ellipse, or of a rectangle with round corners.
    func distance(from point: SIMD2<Double>) -> Double {
        let half = (upper - lower) / 2
        let place = point - (upper + lower) / 2
        if isEllipse {
            // To first order, which is enough this close: the equation's value by the length of its gradient.
            let scaled = place / half
            return abs((scaled * scaled).sum() - 1) / (2 * length(scaled / half))
        }
        let beyond = SIMD2(abs(place.x), abs(place.y)) - half + radius
        let outside = length(SIMD2(max(beyond.x, 0), max(beyond.y, 0)))
        return abs(outside + min(max(beyond.x, beyond.y), 0) - radius)
    }

    private func length(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }
}
