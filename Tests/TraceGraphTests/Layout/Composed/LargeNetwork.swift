import TraceGraph

/// Skeletons of a size and shape on demand, for timings and edge cases.
enum LargeNetwork {
    /// A fully connected network on some points, open: a frame for each layer and neuron.
    ///
    /// - Parameter varies: Whether all neurons differ in a size, so that none can be laid out for another.
    static func layers(_ widths: [Int], points: Int = 1, varies: Bool) -> Skeleton {
        var skeleton = Skeleton(parts: [], edges: [], frames: [])
        var count = 0
        func add(_ frame: Int?, _ operands: [Int] = []) -> Int {
            count += 1
            let extra = varies ? Double(count % 977) / 60 : 0
            skeleton.parts.append(
                Skeleton.Part(
                    size: Size(width: (operands.isEmpty ? 78 : 91) + extra, height: 43), frame: frame,
                    ordersOperands: false))
            let head = skeleton.parts.count - 1
            for tail in operands {
                skeleton.edges.append(Skeleton.Edge(tail: tail, head: head, hasArrow: true))
            }
            return head
        }
        func frame(_ parent: Int?) -> Int {
            skeleton.frames.append(Skeleton.Frame(parent: parent, label: Size(width: 42, height: 12)))
            return skeleton.frames.count - 1
        }
        var results: [Int] = []
        for _ in 0..<points {
            var values = (0..<(widths.first ?? 0)).map { _ in add(nil) }
            for width in widths.dropFirst() {
                let layer = frame(nil)
                values = (0..<width).map { _ in
                    let neuron = frame(layer)
                    let terms = values.map { add(neuron, [add(neuron), $0]) }
                    return add(neuron, [add(neuron, terms + [add(neuron)])])
                }
            }
            results += values
        }
        _ = add(nil, results)
        return skeleton
    }

    /// An expression without frames: each part uses two of the recent ones, and some far back.
    static func expression(_ count: Int, reach: Int) -> Skeleton {
        var skeleton = Skeleton(parts: [], edges: [], frames: [])
        var state: UInt64 = 88_172_645_463_325_252
        for part in 0..<count {
            skeleton.parts.append(
                Skeleton.Part(size: Size(width: 91, height: 43), frame: nil, ordersOperands: part % 3 == 0))
            for _ in 0..<(part < 10 ? 0 : 2) {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                let back = 1 + Int(state % UInt64(min(part, state >> 40 & 63 == 0 ? count : reach)))
                skeleton.edges.append(Skeleton.Edge(tail: max(0, part - back), head: part, hasArrow: true))
            }
        }
        return skeleton
    }

    /// A chain of products with one weight, all of which a last sum adds up.
    static func chain(_ count: Int) -> Skeleton {
        let part = Skeleton.Part(size: Size(width: 91, height: 43), frame: nil, ordersOperands: false)
        var skeleton = Skeleton(parts: Array(repeating: part, count: count), edges: [], frames: [])
        for head in 2..<(count - 1) {
            for tail in [0, head - 1] {
                skeleton.edges.append(Skeleton.Edge(tail: tail, head: head, hasArrow: true))
            }
        }
        for tail in 1..<(count - 1) {
            skeleton.edges.append(Skeleton.Edge(tail: tail, head: count - 1, hasArrow: true))
        }
        return skeleton
    }

    /// Frames within frames, each with a part that uses the one outside and one that is used by the one outside.
    static func nested(_ depth: Int) -> Skeleton {
        let part = Skeleton.Part(size: Size(width: 91, height: 43), frame: nil, ordersOperands: true)
        var skeleton = Skeleton(parts: [part], edges: [], frames: [])
        for level in 0..<depth {
            skeleton.frames.append(
                Skeleton.Frame(parent: level == 0 ? nil : level - 1, label: Size(width: 30, height: 12)))
            skeleton.parts.append(part)
            skeleton.parts[level + 1].frame = level
            skeleton.edges.append(Skeleton.Edge(tail: level, head: level + 1, hasArrow: true))
        }
        // And back out, one frame after another.
        for level in (0..<depth).reversed() {
            skeleton.parts.append(part)
            skeleton.parts[skeleton.parts.count - 1].frame = level == 0 ? nil : level - 1
            let last = skeleton.parts.count - 1
            skeleton.edges.append(Skeleton.Edge(tail: last - 1, head: last, hasArrow: true))
            skeleton.edges.append(Skeleton.Edge(tail: 0, head: last, hasArrow: true))
        }
        return skeleton
    }
}
