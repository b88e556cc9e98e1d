import Foundation
import Micrograd
import TraceGraph

/// Measures the engine: `swift run -c release Benchmarks [--peers PYTHON] [--only PART] [--json] [--plot FILE]`.
///
/// With a Python that has micrograd, PyTorch and JAX (`make benchmark-peers`), all run in turns. The plot is that
/// of growth; `--plot FILE --from DOCUMENT` draws the figures of a document, and measures nothing.
@main
struct Benchmarks {
    private static let parts = [
        "README expression", "moons step", "scoped steps", "growth", "stages", "picture",
    ]

    private static func isPart(_ word: String) -> Bool { parts.contains { $0.contains(word) } }

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        func value(of option: String) -> String? {
            words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
        }
        let (python, only) = (value(of: "--peers"), value(of: "--only"))
        let (plot, document) = (value(of: "--plot"), value(of: "--from"))
        let options = [("--peers", python), ("--only", only), ("--plot", plot), ("--from", document)]
        let known = ["--json"] + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
        let isPlotted = plot == nil || document != nil || only.map("growth".contains) ?? true
        guard
            words.allSatisfy(known.contains), only.map(isPart) ?? true, isPlotted,
            document == nil || plot != nil
        else {
            print(
                """
                Usage: Benchmarks [--peers PYTHON] [--only PART] [--json] [--plot FILE [--from DOCUMENT]]
                PART is a word of one of: \(parts.joined(separator: ", "))
                FILE is an SVG of growth, measured or as a table of the DOCUMENT says.
                """)
            exit(64)
        }
        if let plot, let document {
            return try draw(String(contentsOfFile: document, encoding: .utf8), to: plot)
        }
        var report = Report()
        report.machine = Machine.description
        report.differences = Floor.differences()

        let peers = try python.map { python in
            (
                micrograd: try Peer("micrograd_peer.py", python: python),
                torch: try Peer("torch_peer.py", python: python), jax: try Peer("jax_peer.py", python: python)
            )
        }
        if let peers { report.peers = [peers.micrograd.version, peers.torch.version, peers.jax.version] }

        let moons = Moons()
        let floor = moons.makeFloor()
        var expression = Comparison(
            title: "README expression",
            sides: [Side("Micrograd", count: 100_000) { _ = readmeExpression() }])
        var fast = Comparison(
            title: "moons step",
            sides: [
                Side("Micrograd, scalar nodes", count: 200) { _ = moons.scalarStep() },
                Side("Micrograd, compound nodes", count: 1_000) { _ = moons.step() },
                Side("Micrograd, replay", count: 2_000) { _ = moons.replayStep() },
                Side("loops written by hand in C", count: 2_000) { _ = floor.step() },
            ])
        var slow: Comparison?
        if let peers {
            expression.sides += [
                Side("Python micrograd, cyclic GC off", count: 2_000, peer: peers.micrograd, "W1"),
                Side("Python micrograd, cyclic GC on", count: 2_000, peer: peers.micrograd, "W1gc"),
                Side("PyTorch, one tensor a value", count: 200, peer: peers.torch, "W1"),
            ]
            fast.sides += [
                Side("JAX jit, batched", count: 500, peer: peers.jax, "W3"),
                Side("PyTorch, batched", count: 100, peer: peers.torch, "W3batched"),
                Side("Python micrograd, cyclic GC off", count: 1, peer: peers.micrograd, "W3"),
            ]
            slow = Comparison(
                title: "moons step, slow peers",
                sides: [
                    Side("Micrograd, scalar nodes", count: 200) { _ = moons.scalarStep() },
                    Side("PyTorch, one tensor a value", count: 1, peer: peers.torch, "W3"),
                    Side("Python micrograd, cyclic GC on", count: 1, peer: peers.micrograd, "W3gc"),
                ], rounds: 5)
        }
        func isWanted(_ title: String) -> Bool { only.map(title.contains) ?? true }
        for comparison in [expression, fast, slow].compactMap({ $0 }) where isWanted(comparison.title) {
            report.results += try comparison.run()
        }
        if isWanted("scoped steps") { report.scopedGrowth = Growth.ofScopedSteps() }
        if isWanted("growth") { report.growth = Growth.measure() }
        if isWanted("stages") { report.stages = Pictures.stages() + Compaction.stages() }
        if isWanted("picture") {
            for comparison in try Pictures.comparisons() { report.results += try comparison.run() }
        }
        print(words.contains("--json") ? try report.json : report.text)
        if let plot { try draw(report.text, to: plot) }
    }

    private static func draw(_ text: String, to path: String) throws {
        guard let plot = Growth.plot(ofTableIn: text) else {
            print("There is no table of growth to draw: it begins with '| values in a chain |'.")
            exit(65)
        }
        try plot.write(to: path)
    }
}
