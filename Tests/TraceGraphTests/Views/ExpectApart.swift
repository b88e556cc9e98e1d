import Testing
import TraceGraph

/// Expects of a picture that no box leaves it or lies on another, and that no straight wire crosses a box that is not its
/// own.
func expectApart(_ geometry: PictureGeometry) {
    let boxes = geometry.parts.map { part in
        (
            left: part.center.x - part.size.width / 2, right: part.center.x + part.size.width / 2,
            top: part.center.y - part.size.height / 2, bottom: part.center.y + part.size.height / 2
        )
    }
    for (index, box) in boxes.enumerated() where !geometry.parts[index].name.isEmpty {
        #expect(
            box.left > -0.01 && box.top > -0.01 && box.right < geometry.size.width + 0.01
                && box.bottom < geometry.size.height + 0.01)
        for (other, otherBox) in boxes.enumerated().dropFirst(index + 1)
        where !geometry.parts[other].name.isEmpty {
            let isApart =
                box.right < otherBox.left + 0.01 || otherBox.right < box.left + 0.01
                || box.bottom < otherBox.top + 0.01 || otherBox.bottom < box.top + 0.01
            #expect(isApart, "\(geometry.parts[index].name) and \(geometry.parts[other].name)")
        }
    }
    for edge in geometry.edges where !edge.isCurve {
        for (start, end) in zip(edge.points, edge.points.dropFirst()) {
            for (part, box) in boxes.enumerated() where part != edge.tail && part != edge.head {
                let isClear =
                    max(start.x, end.x) < box.left + 0.01 || min(start.x, end.x) > box.right - 0.01
                    || max(start.y, end.y) < box.top + 0.01 || min(start.y, end.y) > box.bottom - 0.01
                #expect(
                    isClear,
                    "the edge of \(geometry.parts[edge.tail].name) and \(geometry.parts[part].name)")
            }
        }
    }
}
