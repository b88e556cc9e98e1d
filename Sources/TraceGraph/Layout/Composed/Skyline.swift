/// Stacks intervals: each gets the lowest lane above all that it overlaps and that were stacked before.
///
/// - Complexity: O(log places) for each interval (a segment tree).
struct Skyline {
    private let leaves: Int
    /// The highest lane, counted from 1, in the places below each node.
    private var highest: [Int]
    /// The highest lane of an interval that covers all places below each node.
    private var covering: [Int]

    /// - Parameter places: Intervals lie in `0..<places`.
    init(places: Int) {
        var leaves = 1
        while leaves < places { leaves *= 2 }
        self.leaves = leaves
        highest = Array(repeating: 0, count: 2 * leaves)
        covering = highest
    }

    /// Returns the lane of the interval, counted from 0.
    mutating func stack(_ interval: ClosedRange<Int>) -> Int {
        let nodes = nodes(covering: interval)
        var lane = 0
        for node in nodes {
            lane = max(lane, highest[node])
            var ancestor = node / 2
            while ancestor > 0 {
                lane = max(lane, covering[ancestor])
                ancestor /= 2
            }
        }
        for node in nodes {
            highest[node] = lane + 1
            covering[node] = lane + 1
            var ancestor = node / 2
            while ancestor > 0, highest[ancestor] < lane + 1 {
                highest[ancestor] = lane + 1
                ancestor /= 2
            }
        }
        return lane
    }

    private func nodes(covering interval: ClosedRange<Int>) -> [Int] {
        var nodes: [Int] = []
        var (first, end) = (interval.lowerBound + leaves, interval.upperBound + leaves + 1)
        while first < end {
            if first % 2 == 1 {
                nodes.append(first)
                first += 1
            }
            if end % 2 == 1 {
                end -= 1
                nodes.append(end)
            }
            first /= 2
            end /= 2
        }
        return nodes
    }
}
