/// Tells in constant time whether one level stands within another.
struct Nesting {
    /// The number of each level where a level stands directly before all that it holds.
    private var numbers: [Int]
    /// How many levels each holds, with itself.
    private var extents: [Int]

    /// Takes the level around each; the first is around all and its own.
    init(parents: [Int]) {
        extents = Array(repeating: 1, count: parents.count)
        for level in parents.indices.dropFirst().reversed() { extents[parents[level]] += extents[level] }
        numbers = Array(repeating: 0, count: parents.count)
        var next = Array(repeating: 1, count: parents.count)
        for level in parents.indices.dropFirst() {
            let parent = parents[level]
            numbers[level] = numbers[parent] + next[parent]
            next[parent] += extents[level]
        }
    }

    func contains(_ inner: Int, in outer: Int) -> Bool {
        numbers[inner] >= numbers[outer] && numbers[inner] < numbers[outer] + extents[outer]
    }
}
