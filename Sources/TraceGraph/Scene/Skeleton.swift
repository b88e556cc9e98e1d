/// What a layout needs of a scene: sizes, edges and frames, without texts and colours.
///
/// So several scenes that differ in their numbers alone can share one layout.
package struct Skeleton: Sendable, Equatable {
    package var parts: [Part]
    /// Those into one part stand in the order of its operands; a value used twice has two.
    package var edges: [Edge]
    /// Parents stand before their children.
    package var frames: [Frame]

    package init(parts: [Part] = [], edges: [Edge] = [], frames: [Frame] = []) {
        self.parts = parts
        self.edges = edges
        self.frames = frames
    }

    /// What has a place of its own, such as a value.
    package struct Part: Sendable, Equatable {
        package var size: Size
        /// What edges end at.
        package var outline: Outline.Shape
        /// The innermost frame.
        package var frame: Int?
        /// Whether its operands stand in their order, the first on top or left, because that changes the result.
        package var ordersOperands: Bool
        /// Where its middle is, in a frame of fixed places.
        var place: Point?
        /// How wires from outside of such a frame reach it, or its own get out.
        var gate: Gate?

        package init(
            size: Size, outline: Outline.Shape = .rectangle(radius: 0), frame: Int? = nil,
            ordersOperands: Bool = false
        ) {
            self.size = size
            self.outline = outline
            self.frame = frame
            self.ordersOperands = ordersOperands
        }
    }

    /// From a part to one that is computed from it.
    package struct Edge: Sendable, Equatable {
        package var tail: Int
        package var head: Int
        package var hasArrow: Bool
        /// Whether it joins an operation to its result, which stand close together.
        package var joinsResult: Bool
        /// Where it runs, in a frame of fixed places that holds both of its ends.
        var route: [Point]?

        package init(tail: Int, head: Int, hasArrow: Bool = true, joinsResult: Bool = false) {
            self.tail = tail
            self.head = head
            self.hasArrow = hasArrow
            self.joinsResult = joinsResult
        }
    }

    /// Holds parts and other frames.
    package struct Frame: Sendable, Equatable {
        package var parent: Int?
        /// The room that its name takes.
        package var label: Size
        /// How large it is for each flow, where all that it holds has a fixed place.
        var fixedSize: FixedSize?
        /// Where it stands, in a frame of fixed places.
        var place: Rectangle?

        package init(parent: Int?, label: Size) {
            self.parent = parent
            self.label = label
        }
    }

    /// A wire between a part in a frame of fixed places and the side of that frame, for each flow: from the frame's side
    /// to what is fed, or from what feeds to the frame's side.
    struct Gate: Sendable, Equatable {
        var rightwards: [Point]
        var downwards: [Point]
    }

    struct FixedSize: Sendable, Equatable {
        var rightwards: Size
        var downwards: Size
    }
}

extension Skeleton {
    /// For each part whether it has operands.
    var isComputed: [Bool] {
        var result = [Bool](repeating: false, count: parts.count)
        for edge in edges { result[edge.head] = true }
        return result
    }

    /// The same with widths and heights exchanged, in which what runs downwards runs rightwards.
    package func transposed() -> Skeleton {
        var copy = self
        for index in copy.parts.indices {
            copy.parts[index].size = parts[index].size.transposed()
            copy.parts[index].place = parts[index].place?.transposed()
        }
        for index in copy.edges.indices {
            copy.edges[index].route = edges[index].route?.map { $0.transposed() }
        }
        for index in copy.frames.indices { copy.frames[index].place = frames[index].place?.transposed() }
        return copy
    }
}

extension Size {
    package func transposed() -> Size { Size(width: height, height: width) }
}

extension Point {
    func transposed() -> Point { Point(x: y, y: x) }
}

extension Rectangle {
    func transposed() -> Rectangle { Rectangle(x: y, y: x, width: height, height: width) }
}
