import TestSupport
import Testing

/// Numbers that other programs computed, from the JSON files beside this one.
///
/// `Scripts` holds the programs that wrote them.
enum Reference {
    static let pyTorch: PyTorchReference = read("pytorch.json")
    static let pyTorchLayers: PyTorchLayersReference = read("pytorch-layers.json")
    static let pyTorchNN: PyTorchNNReference = read("pytorch-nn.json")

    private static func read<Content: Decodable>(_ name: String) -> Content {
        readReference(name, beside: #filePath)
    }
}

// MARK: - PyTorch

struct PyTorchReference: Decodable {
    var torch: String
    /// Random expressions of all shapes, away from kinks and poles.
    var expressions: [Expression]
    /// Every operation at its kinks and poles, and at signed zeros, NaN and infinity.
    var kinks: [Expression]

    /// An expression as a list of nodes in order of creation, the root last.
    struct Expression: Decodable, CustomTestStringConvertible {
        var name: String
        var nodes: [Node]
        var data: [TextNumber]
        var grad: [TextNumber?]

        var testDescription: String { name }
    }

    /// `["leaf", number]` or `[symbol, operand, …]`.
    struct Node: Decodable {
        var symbol: String
        var operands: [Operand] = []

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            symbol = try container.decode(String.self)
            while !container.isAtEnd { operands.append(try container.decode(Operand.self)) }
        }
    }

    enum Operand: Decodable {
        case node(Int)
        case constant(Double)

        init(from decoder: any Decoder) throws {
            if let index = try? decoder.singleValueContainer().decode(Int.self) {
                self = .node(index)
            } else {
                self = .constant(try TextNumber(from: decoder).number)
            }
        }
    }
}

/// Layers, with their inputs, outputs and gradients.
struct PyTorchLayersReference: Decodable {
    var cases: [Case]

    struct Case: Decodable, CustomTestStringConvertible {
        var layer: Layer
        var shape: [Int]
        var input: [TextNumber]
        var parameters: [TextNumber]
        var outputShape: [Int]
        var output: [TextNumber]
        var upstream: [TextNumber]
        var inputGrad: [TextNumber]
        var parameterGrads: [TextNumber]

        var testDescription: String { "\(layer.kind) \(layer.sizes) of \(shape)" }
    }

    struct Layer: Decodable {
        var kind: String
        var sizes: [Int]
    }
}
