import Foundation
import Testing

/// Numbers that other programs computed, from the JSON files beside this one.
///
/// `Scripts` holds the programs that wrote them.
enum Reference {
    static let pyTorch: PyTorchReference = read("pytorch.json")
    static let pyTorchLayers: PyTorchLayersReference = read("pytorch-layers.json")
    static let pyTorchNN: PyTorchNNReference = read("pytorch-nn.json")
    static let cPython: CPythonReference = read("cpython.json")

    private static func read<Content: Decodable>(_ name: String) -> Content {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        do {
            return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path()): \(error)")
        }
    }
}

/// A double as text, so that nan, inf and -0.0 survive.
struct TextNumber: Decodable {
    let number: Double

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let number = Double(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no number")
        }
        self.number = number
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

// MARK: - CPython

struct CPythonReference: Decodable {
    var python: String
    /// The numbers of digits that `fixed` and `scientific` of each row stand for.
    var digits: [Int]
    var streams: [Stream]
    var integers: [Integers]
    var doubles: [Row]

    struct Stream: Decodable, CustomTestStringConvertible {
        var seed: String
        var numbers: [Call]

        var testDescription: String { "seed \(seed)" }
    }

    struct Call: Decodable {
        var name: String
        var number: Double

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            name = try container.decode(String.self)
            number = try container.decode(TextNumber.self).number
        }
    }

    /// Whole numbers of one stream, lists shuffled after them, and the stream's next `random`.
    struct Integers: Decodable, CustomTestStringConvertible {
        var seed: String
        /// Pairs of a bound and a number.
        var below: [[Int]]
        var shuffled: [[Int]]
        var next: TextNumber

        var testDescription: String { "seed \(seed)" }
    }

    /// A double and its texts.
    struct Row: Decodable, CustomTestStringConvertible {
        var bits: String
        var `repr`: String
        var fixed: [String]
        var scientific: [String]
        var exact: String?
        var pointPosition: Int?

        var number: Double { Double(bitPattern: UInt64(bits, radix: 16) ?? 0) }
        var testDescription: String { `repr` }
    }
}
