import TraceGraph

/// What is wrong with a layout, and how well it reads.
struct LayoutMeasures {
    private(set) var overlappingParts = 0
    private(set) var overlappingFrames = 0
    private(set) var misplacedFrames = 0
    private(set) var misplacedParts = 0
    private(set) var wrongEnds = 0
    private(set) var slantedPieces = 0
    private(set) var crossedParts = 0
    private(set) var crossedFrames = 0
    private(set) var piecesOutside = 0
    private(set) var crossedNames = 0
    /// Pieces of routes of different values that lie on top of one another, longer than 4 pt.
    private(set) var sharedPieces = 0
    /// Pairs of wires that cross, counted as the prototype does: wires are cut at frames, and those with an end in
    /// common do not count.
    private(set) var crossings = 0
    /// Places where wires of different values cross.
    private(set) var crossingPoints = 0
    private(set) var bends = 0
    /// Pieces across of less than 6 pt: needless jogs.
    private(set) var jogs = 0
    private(set) var length = 0.0

    /// What does not hold though it must, with how often.
    var faults: [String] {
        let counts = [
            ("overlapping parts", overlappingParts), ("overlapping frames", overlappingFrames),
            ("misplaced frames", misplacedFrames), ("misplaced parts", misplacedParts),
            ("wrong ends", wrongEnds), ("slanted pieces", slantedPieces), ("crossed parts", crossedParts),
            ("crossed frames", crossedFrames), ("pieces outside", piecesOutside),
            ("crossed names", crossedNames),
        ]
        return counts.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }
    }

    var isSound: Bool { faults.isEmpty }

    private let skeleton: Skeleton
    /// Along x, whichever the flow.
    private let layout: ComposedLayout
    private let headRoomIsAbove: Bool
    private let boxes: [Rectangle]
    private let ancestors: [[Int]]

    /// - Parameter countsCrossings: Costs more than all else.
    init(_ skeleton: Skeleton, _ layout: ComposedLayout, flow: Flow, countsCrossings: Bool = true) {
        headRoomIsAbove = flow == .rightwards
        self.skeleton = flow == .rightwards ? skeleton : skeleton.transposed()
        self.layout = flow == .rightwards ? layout : layout.turned()
        boxes = zip(self.skeleton.parts, self.layout.parts).map { part, middle in
            Rectangle(
                x: middle.x - part.size.width / 2, y: middle.y - part.size.height / 2,
                width: part.size.width, height: part.size.height)
        }
        var ofFrame: [[Int]] = []
        for (number, frame) in skeleton.frames.enumerated() {
            ofFrame.append((frame.parent.map { ofFrame[$0] } ?? []) + [number])
        }
        ancestors = skeleton.parts.map { $0.frame.map { ofFrame[$0] } ?? [] }
        measurePlaces()
        measureRoutes()
        if countsCrossings { measureCrossings() }
    }

    // MARK: - Places

    private mutating func measurePlaces() {
        let buckets = Buckets(boxes)
        for (one, box) in boxes.enumerated() {
            for other in buckets.near(box) where other > one && box.overlaps(boxes[other], by: 0.01) {
                overlappingParts += 1
            }
            if !layout.bounds.contains(box) { misplacedParts += 1 }
        }
        let frames = Buckets(layout.frames)
        let margin = headRoomIsAbove ? (x: 0.0, y: 20.0) : (x: 20.0, y: 0.0)
        for (number, box) in boxes.enumerated() {
            let own = Set(ancestors[number])
            for frame in frames.near(box) where !own.contains(frame) {
                if box.overlaps(layout.frames[frame], by: 0.01) { misplacedParts += 1 }
            }
            for frame in own where !layout.frames[frame].inset(margin).contains(box) { misplacedParts += 1 }
        }
        for (number, frame) in layout.frames.enumerated() {
            let parent = skeleton.frames[number].parent
            let around = parent.map { layout.frames[$0].inset(margin) } ?? layout.bounds
            if !around.contains(frame) { misplacedFrames += 1 }
            let label = skeleton.frames[number].label.width + 16
            if (headRoomIsAbove ? frame.width : frame.height) < label - 0.01 { misplacedFrames += 1 }
            for other in frames.near(frame) where other > number && skeleton.frames[other].parent == parent {
                if frame.overlaps(layout.frames[other], by: 0.01) { overlappingFrames += 1 }
            }
        }
    }

    // MARK: - Routes

    private mutating func measureRoutes() {
        let parts = Buckets(boxes)
        let frames = Buckets(layout.frames)
        let names = zip(skeleton.frames, layout.frames).map { frame, place in
            headRoomIsAbove
                ? Rectangle(
                    x: place.x + 8, y: place.y + 4, width: frame.label.width, height: frame.label.height)
                : Rectangle(
                    x: place.x + 4, y: place.y + 8, width: frame.label.height, height: frame.label.width)
        }
        let nameBuckets = Buckets(names)
        for (edge, route) in zip(skeleton.edges, layout.routes) {
            guard let start = route.first, let end = route.last, route.count > 1 else {
                wrongEnds += 1
                continue
            }
            let (tail, head) = (boxes[edge.tail], boxes[edge.head])
            let startsRight =
                abs(start.x - tail.x - tail.width) < 0.01 && start.y > tail.y
                && start.y < tail.y + tail.height
                && route[1].x > start.x
            let endsRight =
                abs(end.x - head.x) < 0.01 && end.y > head.y && end.y < head.y + head.height
                && route[route.count - 2].x < end.x
            if !startsRight || !endsRight { wrongEnds += 1 }
            bends += route.count - 2
            let own = Set(ancestors[edge.tail] + ancestors[edge.head])
            for (one, other) in zip(route, route.dropFirst()) {
                let piece = Rectangle(between: one, other)
                if one.x != other.x && one.y != other.y { slantedPieces += 1 }
                if piece.width == 0 && piece.height < 6 { jogs += 1 }
                length += piece.width + piece.height
                if !layout.bounds.contains(piece) { piecesOutside += 1 }
                for part in parts.near(piece) where part != edge.tail && part != edge.head {
                    if piece.overlaps(boxes[part], by: 0) { crossedParts += 1 }
                }
                for name in nameBuckets.near(piece) where piece.overlaps(names[name], by: 0) {
                    crossedNames += 1
                }
                // Not through the own parts either.
                for part in [edge.tail, edge.head] where piece.overlaps(boxes[part], by: 0.01) {
                    crossedParts += 1
                }
                for frame in frames.near(piece) where !own.contains(frame) {
                    if piece.overlaps(layout.frames[frame], by: 0) { crossedFrames += 1 }
                }
            }
        }
    }

    // MARK: - Crossings

    private struct Wire: Hashable {
        var tail: Int
        var head: Int
        var places: [Double]
    }

    private mutating func measureCrossings() {
        var numbers: [Wire: Int] = [:]
        var wires: [Wire] = []
        var pieces: [(wire: Int, box: Rectangle)] = []
        for (number, edge) in skeleton.edges.enumerated() {
            for wire in cut(number, edge) where numbers[wire] == nil {
                numbers[wire] = wires.count
                let points = stride(from: 0, to: wire.places.count, by: 2).map {
                    Point(x: wire.places[$0], y: wire.places[$0 + 1])
                }
                for (one, other) in zip(points, points.dropFirst()) {
                    pieces.append((wires.count, Rectangle(between: one, other)))
                }
                wires.append(wire)
            }
        }
        let across = pieces.filter { $0.box.width == 0 }
        let along = pieces.filter { $0.box.height == 0 }
        let buckets = Buckets(along.map(\.box))
        var pairs: Set<[Int]> = []
        var points: Set<[Int]> = []
        for (one, box) in across {
            for number in buckets.near(box) {
                let (other, line) = along[number]
                let (a, b) = (wires[one], wires[other])
                let crosses =
                    line.x < box.x - 0.001 && box.x + 0.001 < line.x + line.width && box.y < line.y - 0.001
                    && line.y + 0.001 < box.y + box.height
                guard crosses, a.tail != b.tail, a.head != b.head, a.tail != b.head, a.head != b.tail else {
                    continue
                }
                pairs.insert([min(one, other), max(one, other)])
                points.insert([Int((box.x * 10).rounded()), Int((line.y * 10).rounded())])
            }
        }
        crossings = pairs.count
        crossingPoints = points.count
        measureShared(across.map { ($0.wire, $0.box.x, $0.box.y, $0.box.height) }, wires)
        measureShared(along.map { ($0.wire, $0.box.y, $0.box.x, $0.box.width) }, wires)
    }

    /// Counts pieces on one line that overlap.
    private mutating func measureShared(
        _ pieces: [(wire: Int, line: Double, start: Double, length: Double)], _ wires: [Wire]
    ) {
        let sorted = pieces.sorted { ($0.line, $0.start) < ($1.line, $1.start) }
        for (number, piece) in sorted.enumerated() {
            for other in sorted[(number + 1)...] {
                if other.line - piece.line > 0.3 { break }
                let shared =
                    min(piece.start + piece.length, other.start + other.length)
                    - max(piece.start, other.start)
                if shared > 4, wires[piece.wire].tail != wires[other.wire].tail { sharedPieces += 1 }
            }
        }
    }

    /// Cuts a route at the frames that it leaves and enters; all pieces but the last end in the value itself.
    private func cut(_ number: Int, _ edge: Skeleton.Edge) -> [Wire] {
        let (tails, heads) = (ancestors[edge.tail], ancestors[edge.head])
        let common = zip(tails, heads).prefix { $0 == $1 }.count
        var cuts = tails.dropFirst(common).reversed().map { layout.frames[$0].x + layout.frames[$0].width }
        cuts += heads.dropFirst(common).map { layout.frames[$0].x }
        var rest = layout.routes[number]
        var wires: [Wire] = []
        for x in cuts {
            guard let index = rest.indices.dropLast().first(where: { rest[$0].x <= x && x <= rest[$0 + 1].x })
            else { continue }
            let corner = Point(x: x, y: rest[index].y)
            let piece = rest[...index] + [corner]
            wires.append(Wire(tail: edge.tail, head: edge.tail, places: piece.flatMap { [$0.x, $0.y] }))
            rest = [corner] + rest[(index + 1)...]
        }
        wires.append(Wire(tail: edge.tail, head: edge.head, places: rest.flatMap { [$0.x, $0.y] }))
        return wires
    }
}

/// Rectangles by what they cover of the y axis.
private struct Buckets {
    private var buckets: [Int: [Int]] = [:]

    init(_ rectangles: [Rectangle]) {
        for (number, rectangle) in rectangles.enumerated() {
            for bucket in Buckets.range(rectangle) { buckets[bucket, default: []].append(number) }
        }
    }

    func near(_ rectangle: Rectangle) -> [Int] {
        let range = Buckets.range(rectangle)
        if range.count == 1 { return buckets[range.lowerBound] ?? [] }
        return Set(range.flatMap { buckets[$0] ?? [] }).sorted()
    }

    private static func range(_ rectangle: Rectangle) -> ClosedRange<Int> {
        Int((rectangle.y / 64).rounded(.down))...Int(((rectangle.y + rectangle.height) / 64).rounded(.down))
    }
}

extension Rectangle {
    fileprivate init(between one: Point, _ other: Point) {
        self.init(
            x: min(one.x, other.x), y: min(one.y, other.y), width: abs(one.x - other.x),
            height: abs(one.y - other.y))
    }

    fileprivate func overlaps(_ other: Rectangle, by least: Double) -> Bool {
        min(x + width, other.x + other.width) - max(x, other.x) > (width == 0 ? -0.001 : least)
            && min(y + height, other.y + other.height) - max(y, other.y) > (height == 0 ? -0.001 : least)
            && min(x + width, other.x + other.width) - max(x, other.x)
                + min(y + height, other.y + other.height) - max(y, other.y) > 0.02
    }

    fileprivate func contains(_ other: Rectangle) -> Bool {
        other.x >= x - 0.01 && other.x + other.width <= x + width + 0.01 && other.y >= y - 0.01
            && other.y + other.height <= y + height + 0.01
    }

    fileprivate func inset(_ margin: (x: Double, y: Double)) -> Rectangle {
        Rectangle(x: x + margin.x, y: y + margin.y, width: width - margin.x, height: height - margin.y)
    }
}

extension ComposedLayout {
    fileprivate var bounds: Rectangle { Rectangle(x: 0, y: 0, width: size.width, height: size.height) }

    /// The same with x and y exchanged.
    fileprivate func turned() -> ComposedLayout {
        var copy = self
        copy.size = size.transposed()
        copy.parts = parts.map { Point(x: $0.y, y: $0.x) }
        copy.routes = routes.map { $0.map { Point(x: $0.y, y: $0.x) } }
        copy.frames = frames.map { Rectangle(x: $0.y, y: $0.x, width: $0.height, height: $0.width) }
        return copy
    }
}
