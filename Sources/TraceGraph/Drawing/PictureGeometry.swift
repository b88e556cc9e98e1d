internal import Micrograd

/// Where everything in a picture stands, in points from its left upper corner; y runs down.
package struct PictureGeometry: Sendable {
    /// Without margins and key.
    package var size: Size
    package var parts: [Part]
    package var edges: [Edge]
    package var frames: [Frame]

    package init(size: Size, parts: [Part], edges: [Edge], frames: [Frame]) {
        self.size = size
        self.parts = parts
        self.edges = edges
        self.frames = frames
    }

    /// A value, or an operation between values.
    package struct Part: Sendable {
        /// As the end of its id in the SVG: `v3`, `v3-2`, `o3`, `s1`; empty for what has none.
        package var name: String
        package var center: Point
        package var size: Size
        /// The innermost frame.
        package var frame: Int?
    }

    package struct Edge: Sendable {
        package var tail: Int
        package var head: Int
        /// The line from tail to head: corners, or the ends and control points of Bézier curves.
        package var points: [Point]
        package var isCurve: Bool

        package init(tail: Int, head: Int, points: [Point], isCurve: Bool) {
            self.tail = tail
            self.head = head
            self.points = points
            self.isCurve = isCurve
        }
    }

    package struct Frame: Sendable {
        package var parent: Int?
        package var origin: Point
        package var size: Size
    }
}

extension Drawing {
    /// The places that the picture's parts have.
    package func geometry() throws(TraceGraphError) -> PictureGeometry {
        let picture = try makePicture()
        let (scene, layout) = (picture.scene, picture.layout)
        let parts = scene.parts.indices.map { index in
            PictureGeometry.Part(
                name: scene.parts[index].id?.description ?? "", center: layout.parts[index],
                size: scene.skeleton.parts[index].size, frame: scene.skeleton.parts[index].frame)
        }
        let edges = zip(scene.skeleton.edges, layout.edges).map { edge, route in
            switch route.line {
            case .curves(let curves):
                PictureGeometry.Edge(
                    tail: edge.tail, head: edge.head,
                    points: curves.flatMap { $0 } + (route.arrowTip.map { [$0] } ?? []), isCurve: true)
            case .straight(let points):
                PictureGeometry.Edge(tail: edge.tail, head: edge.head, points: points, isCurve: false)
            }
        }
        let frames = zip(scene.skeleton.frames, layout.frames).map { frame, place in
            PictureGeometry.Frame(
                parent: frame.parent, origin: Point(x: place.x, y: place.y),
                size: Size(width: place.width, height: place.height))
        }
        return PictureGeometry(size: layout.size, parts: parts, edges: edges, frames: frames)
    }
}
