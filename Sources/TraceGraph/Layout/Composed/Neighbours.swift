/// For each of many places a list of numbers, kept in one array.
struct Neighbours {
    private var starts: [Int]
    private var values: [Int]

    /// Sorts pairs by their first number; pairs that share it stay in order.
    init(places: Int, pairs: [(place: Int, value: Int)]) {
        starts = Array(repeating: 0, count: places + 1)
        values = Array(repeating: 0, count: pairs.count)
        for pair in pairs { starts[pair.place + 1] += 1 }
        for place in 0..<places { starts[place + 1] += starts[place] }
        var next = starts
        for pair in pairs {
            values[next[pair.place]] = pair.value
            next[pair.place] += 1
        }
    }

    subscript(place: Int) -> ArraySlice<Int> { values[starts[place]..<starts[place + 1]] }

    /// Puts the numbers of every place in order.
    mutating func sortEach(by areInIncreasingOrder: (Int, Int) -> Bool) {
        for place in 0..<(starts.count - 1) where starts[place + 1] - starts[place] > 1 {
            values[starts[place]..<starts[place + 1]].sort(by: areInIncreasingOrder)
        }
    }
}
