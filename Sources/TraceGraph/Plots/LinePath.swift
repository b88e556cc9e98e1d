/// The path of a line of a plot.
enum LinePath {
    /// Returns the path through points that stand in places of a picture, which run to the right.
    static func data(_ points: [Point]) -> String {
        "M" + thinned(points).map(SVGText.point).joined(separator: "L")
    }

    /// The points that can be seen: of those above one another, the first, last, lowest and highest.
    ///
    /// A line of a million points looks as it did and takes no more than four for each unit of the picture.
    /// (M4: U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, 2014.)
    static func thinned(_ points: [Point]) -> [Point] {
        guard points.count > 4 * Int(PlotCanvas.width) else { return points }
        var result: [Point] = []
        var start = 0
        while start < points.count {
            let column = points[start].x.rounded(.down)
            var end = start
            var (low, high) = (start, start)
            while end < points.count, points[end].x.rounded(.down) == column {
                if points[end].y < points[low].y { low = end }
                if points[end].y > points[high].y { high = end }
                end += 1
            }
            var last = -1
            for index in [start, min(low, high), max(low, high), end - 1] where index > last {
                result.append(points[index])
                last = index
            }
            start = end
        }
        return result
    }
}
