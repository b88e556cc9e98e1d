import Foundation
import TraceGraph

/// How often the curves of a picture cross that share no end, each cut into short pieces.
struct CurveCrossings {
    private(set) var count = 0

    init(_ geometry: PictureGeometry) {
        let lines = geometry.edges.map(CurveCrossings.pieces)
        for (one, edge) in geometry.edges.enumerated() {
            for (other, otherEdge) in geometry.edges.enumerated().dropFirst(one + 1) {
                let ends = Set([edge.tail, edge.head, otherEdge.tail, otherEdge.head])
                if ends.count == 4 { count += CurveCrossings.crossings(lines[one], lines[other]) }
            }
        }
    }

    private static func pieces(_ edge: PictureGeometry.Edge) -> [Point] {
        guard edge.isCurve, edge.points.count > 3 else { return edge.points }
        var result = [edge.points[0]]
        for start in stride(from: 0, to: edge.points.count - 3, by: 3) {
            let points = edge.points[start...(start + 3)].map { $0 }
            for step in 1...24 {
                let t = Double(step) / 24
                let weights = [pow(1 - t, 3), 3 * t * pow(1 - t, 2), 3 * t * t * (1 - t), t * t * t]
                let x = zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.x }
                let y = zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.y }
                result.append(Point(x: x, y: y))
            }
        }
        return result
    }

    private static func crossings(_ one: [Point], _ other: [Point]) -> Int {
        zip(one, one.dropFirst()).reduce(0) { count, piece in
            count + zip(other, other.dropFirst()).count { cross(piece, $0) }
        }
    }

    private static func cross(_ one: (Point, Point), _ other: (Point, Point)) -> Bool {
        func side(_ line: (Point, Point), _ point: Point) -> Bool {
            (line.1.x - line.0.x) * (point.y - line.0.y) > (line.1.y - line.0.y) * (point.x - line.0.x)
        }
        return side(one, other.0) != side(one, other.1) && side(other, one.0) != side(other, one.1)
    }
}
