extension Layout {
    /// Places the parts of a skeleton in the direction asked for, or in the one that is larger on the page.
    ///
    /// - Parameter composes: Whether the picture is composed from its frames, and not left to Graphviz.
    /// - Returns: The places, and the direction they run to.
    static func make(
        for skeleton: Skeleton, _ options: DrawingOptions, composes: Bool
    ) throws(TraceGraphError) -> (layout: Layout, direction: Direction) {
        guard options.direction == .auto else {
            return (try placed(skeleton, options.direction, options, composes), options.direction)
        }
        // micrograd's own look has its own direction; and other engines than dot know of none.
        guard options.theme.values == .cards, options.engine.graphvizName == "dot" else {
            return (try placed(skeleton, .leftToRight, options, composes), .leftToRight)
        }
        // Tables are as wide as a page may be, so that all else stands above or below them.
        if skeleton.frames.contains(where: { $0.fixedSize != nil }) {
            return (try placed(skeleton, .topToBottom, options, composes), .topToBottom)
        }
        if skeleton.parts.count > countForOneTry {
            let direction = skeleton.isProbablyLargerDownwards ? Direction.topToBottom : .leftToRight
            return (try placed(skeleton, direction, options, composes), direction)
        }
        let rightwards = try placed(skeleton, .leftToRight, options, composes)
        guard rightwards.size.width > largestWidth(options) else { return (rightwards, .leftToRight) }
        let downwards = try placed(skeleton, .topToBottom, options, composes)
        return downwards.size.width < rightwards.size.width
            ? (downwards, .topToBottom) : (rightwards, .leftToRight)
    }

    private static func placed(
        _ skeleton: Skeleton, _ direction: Direction, _ options: DrawingOptions, _ composes: Bool
    ) throws(TraceGraphError) -> Layout {
        if composes { return Layout(composing: skeleton, direction) }
        var layout = try Graphviz.layout(skeleton, direction, options)
        layout.joinCurves(to: skeleton)
        return layout
    }

    /// The width at which text is 9 pixels high where the page is as wide as `fit` says.
    private static func largestWidth(_ options: DrawingOptions) -> Double {
        options.theme.fontSize * Double(options.fit) / 9
    }

    /// Beyond so many parts only one direction is tried.
    private static let countForOneTry = 1000
}

extension Skeleton {
    /// Judged by the longest chain of parts, and by how many stand beside each other on average.
    fileprivate var isProbablyLargerDownwards: Bool {
        var depths = [Int](repeating: 1, count: parts.count)
        var deepest = 1
        // Tails stand before heads.
        for edge in edges {
            depths[edge.head] = max(depths[edge.head], depths[edge.tail] + 1)
            deepest = max(deepest, depths[edge.head])
        }
        let width = parts.reduce(0) { $0 + $1.size.width } / Double(max(1, parts.count))
        let rightwards = Double(deepest) * (width + 25)
        let downwards = Double(parts.count) / Double(deepest) * (width + 13)
        return downwards < rightwards
    }
}
