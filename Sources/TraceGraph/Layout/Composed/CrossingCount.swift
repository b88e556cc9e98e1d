/// Counts pairs of links that cross, one link after another from top to bottom of their tails.
///
/// - Complexity: O(log places) for each link (a Fenwick tree).
struct CrossingCount {
    private(set) var crossings = 0
    /// At i how many heads of the last `i & -i` places up to i, counted from 1.
    private var sums: [Int]
    private var total = 0

    init(places: Int) {
        sums = Array(repeating: 0, count: places + 1)
    }

    /// Counts the earlier links whose heads are below a place.
    mutating func count(at place: Int) {
        var upTo = 0
        var index = place + 1
        while index > 0 {
            upTo += sums[index]
            index &= index - 1
        }
        crossings += total - upTo
    }

    /// Lets links that come later see one at a place.
    mutating func insert(at place: Int) {
        total += 1
        var index = place + 1
        while index < sums.count {
            sums[index] += 1
            index += index & -index
        }
    }
}
