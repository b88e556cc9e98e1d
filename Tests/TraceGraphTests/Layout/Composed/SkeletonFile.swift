import Foundation
import TraceGraph

/// The sizes, edges and frames of a graph in the modern look.
struct SkeletonFile: Decodable {
    private var parts: [Part]
    private var edges: [Edge]
    private var frames: [Frame]

    private struct Part: Decodable {
        var width: Double
        var height: Double
        var frame: Int?
        var ordersOperands: Bool
    }

    private struct Edge: Decodable {
        var tail: Int
        var head: Int
        var hasArrow: Bool
    }

    private struct Frame: Decodable {
        var parent: Int?
        var width: Double
        var height: Double
    }

    static let names = ["neuron", "gout", "readme", "fanout", "mlp", "xor", "mlp4pt"]

    init(_ name: String) throws {
        // From Layout/Composed up to the folder of the tests.
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Skeletons/\(name).json")
        self = try JSONDecoder().decode(SkeletonFile.self, from: Data(contentsOf: file))
    }

    var skeleton: Skeleton {
        Skeleton(
            parts: parts.map {
                Skeleton.Part(
                    size: Size(width: $0.width, height: $0.height), frame: $0.frame,
                    ordersOperands: $0.ordersOperands)
            },
            edges: edges.map { Skeleton.Edge(tail: $0.tail, head: $0.head, hasArrow: $0.hasArrow) },
            frames: frames.map {
                Skeleton.Frame(parent: $0.parent, label: Size(width: $0.width, height: $0.height))
            })
    }
}
