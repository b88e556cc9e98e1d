/// Things that stand in frames, in an order in which each frame is opened and closed once.
struct FrameOrder {
    enum Step {
        case open(frame: Int)
        case close
        case item(Int)
    }

    private(set) var steps: [Step] = []

    /// - Parameters:
    ///   - frameOfItem: The innermost frame of each.
    ///   - parents: The frame around each frame; parents stand before their children.
    init(frameOfItem: [Int?], parents: [Int?]) {
        guard !parents.isEmpty else {
            steps = frameOfItem.indices.map { .item($0) }
            return
        }
        // What stands directly in each frame, and in none: its items, then its inner frames.
        let outside = parents.count
        var content = [[Step]](repeating: [], count: parents.count + 1)
        for (item, frame) in frameOfItem.enumerated() { content[frame ?? outside].append(.item(item)) }
        for (frame, parent) in parents.enumerated() { content[parent ?? outside].append(.open(frame: frame)) }
        var open = [(frame: outside, next: 0)]
        while let (frame, next) = open.last {
            guard next < content[frame].count else {
                open.removeLast()
                if !open.isEmpty { steps.append(.close) }
                continue
            }
            open[open.count - 1].next += 1
            steps.append(content[frame][next])
            if case .open(let inner) = content[frame][next] { open.append((inner, 0)) }
        }
    }
}
