import Foundation
import Micrograd
import TraceGraph

/// The way from values to a picture, stage by stage.
enum Pictures {
    struct Stage: Encodable {
        var name: String
        /// Of one node of the walk.
        var secondsPerNode: Double
    }

    /// Walk, snapshot, and the texts of a chain of a million values.
    static func stages() -> [Stage] {
        withTape {
            let end = chain(1_000_000)
            end.backward()
            var sum = 0.0
            let walk = timed { for node in GraphWalk(from: end) { sum += node.data } }
            var graph = Graph(tracing: end)
            let snapshot = timed { graph = Graph(tracing: end) }
            let dot = timed { sum += Double(Drawing(graph).dot.utf8.count) }
            var text = ""
            let json = timed { text = graph.json }
            let reading = timed { graph = (try? Graph(json: text)) ?? graph }
            let count = Double(graph.nodes.count)
            return [
                Stage(name: "walk", secondsPerNode: walk / count),
                Stage(name: "snapshot", secondsPerNode: snapshot / count),
                Stage(name: "DOT text", secondsPerNode: dot / count),
                Stage(name: "JSON text", secondsPerNode: json / count),
                Stage(name: "reading JSON", secondsPerNode: reading / count),
            ]
        }
    }

    /// An SVG in process, beside `dot` as a process of its own on the DOT text of the same picture.
    static func comparisons() throws -> [Comparison] {
        try [(15, [Int]()), (1_000, [8, 12, 1]), (10_000, [32, 32, 1])].map { size, layers in
            let drawing = withTape { drawDot(layers.isEmpty ? neuron() : network(layers)) }
            let file = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(size).dot")
            try Data(drawing.dot.utf8).write(to: file)
            var sides = [
                Side("TraceGraph, SVG in process", count: size < 1000 ? 50 : 1) { _ = try? drawing.svg() }
            ]
            if let dot = ["/usr/bin/dot", "/opt/homebrew/bin/dot"].first(
                where: FileManager.default.isExecutableFile)
            {
                sides.append(
                    Side("dot -Tsvg, whole process", count: size < 1000 ? 10 : 1) { run(dot, file.path) })
            }
            return Comparison(
                title: "picture of \(drawing.graph.drawnNodeCount) nodes", sides: sides,
                rounds: size > 5000 ? 3 : 9)
        }
    }

    private static func neuron() -> Value {
        let y = Neuron(3, seed: 1)([Value(1), Value(-2), Value(3)])
        y.backward()
        return y
    }

    private static func network(_ layers: [Int]) -> Value {
        let y = MLP(layers[0], layers, seed: 1)((0..<layers[0]).map { Value(Double($0)) })[0]
        y.backward()
        return y
    }

    /// Without Foundation's `Process`, which takes longer than `dot`.
    private static func run(_ program: String, _ file: String) {
        let words: [String] = [program, "-Tsvg", file, "-o", "/dev/null"]
        var arguments = words.map { word in word.withCString { strdup($0) } }
        arguments.append(nil)
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, program, nil, nil, arguments, environ) == 0 else { return }
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}
