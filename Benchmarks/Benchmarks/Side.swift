/// One of the engines that a workload is run on.
struct Side {
    var name: String
    /// How many runs make one round: enough to be timed.
    var count: Int
    /// Returns the seconds that one run takes, over `count` runs.
    var seconds: (Int) throws -> Double

    /// A side that runs in this process.
    init(_ name: String, count: Int, _ body: @escaping () -> Void) {
        self.name = name
        self.count = count
        seconds = { count in timed { for _ in 0..<count { body() } } / Double(count) }
    }

    /// A side that a peer runs.
    init(_ name: String, count: Int, peer: Peer, _ workload: String) {
        self.name = name
        self.count = count
        seconds = { try peer.seconds(workload, count: $0) }
    }
}

/// The sides of one workload, run in turns, so that all share what else the machine does.
struct Comparison {
    var title: String
    var sides: [Side]
    var rounds = 15

    struct Result: Encodable {
        var workload: String
        var side: String
        /// The median of the rounds.
        var seconds: Double
        /// The time of the first side over that of this one.
        var ratio: Double
    }

    func run() throws -> [Result] {
        var times = [[Double]](repeating: [], count: sides.count)
        for side in sides { _ = try side.seconds(max(1, side.count / 10)) }
        for _ in 0..<rounds {
            for (index, side) in sides.enumerated() { times[index].append(try side.seconds(side.count)) }
        }
        let medians = times.map(median)
        return zip(sides, medians).map { side, seconds in
            Result(workload: title, side: side.name, seconds: seconds, ratio: medians[0] / seconds)
        }
    }
}
