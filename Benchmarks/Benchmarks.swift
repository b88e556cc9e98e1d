import Foundation
import Micrograd

/// Measures the engine: `swift run -c release Benchmarks [--python PYTHON]`.
///
/// With a Python that has PyPI's micrograd, both run in turns, so that a ratio is of one moment.
@main
struct Benchmarks {
    static func main() throws {
        let words = CommandLine.arguments
        let python = words.firstIndex(of: "--python").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
        let peer = try python.map(PythonPeer.init)
        #if DEBUG
            print("A debug build is 30 to 40 times slower: use -c release.")
        #endif
        let moons = Moons()
        try compare("W1 README expression", "W1", runs: (100_000, 2_000), peer) { _ = readmeExpression() }
        try compare("W3 moons step, scalar nodes", "W3", runs: (200, 1), peer) { _ = moons.step() }
        scopedSteps()
        longChain()
    }

    /// Medians of 15 rounds in which both sides take turns.
    private static func compare(
        _ title: String, _ workload: String, runs: (own: Int, peer: Int), _ peer: PythonPeer?,
        _ body: () -> Void
    ) throws {
        var own: [Double] = []
        var others: [Double] = []
        for _ in 0..<15 {
            own.append(seconds(count: runs.own, body))
            if let peer { others.append(try peer.seconds(workload, count: runs.peer)) }
        }
        print("\(title): \(short(median(own) * 1e6)) µs")
        guard !others.isEmpty else { return }
        print("  Python micrograd, garbage collector off: \(short(median(others) * 1e6)) µs")
        print("  ratio: \(short(median(own) / median(others)))")
    }

    private static func scopedSteps() {
        for _ in 0..<1_000 { _ = readmeExpression() }
        let before = residentBytes
        for _ in 0..<100_000 { _ = readmeExpression() }
        print("100,000 scoped steps: memory grows by \(residentBytes - before) bytes")
    }

    private static func longChain() {
        let count = 10_000_000
        let before = residentBytes
        withTape {
            var end = Value(0)
            let build = seconds(count: 1) { end = chain(count) }
            print(
                "chain of \(count) values: \(short(Double(residentBytes - before) / Double(count))) bytes a value"
            )
            print("  build     \(short(build / Double(count) * 1e9)) ns a value")
            print(
                "  backward  \(short(seconds(count: 1) { end.backward() } / Double(count) * 1e9)) ns a value")
            var sum = 0.0
            let walk = seconds(count: 1) { for node in GraphWalk(from: end) { sum += node.grad ?? 0 } }
            print(
                "  walk      \(short(walk / Double(count) * 1e9)) ns a value (sum of gradients \(Int(sum)))")
        }
    }
}
