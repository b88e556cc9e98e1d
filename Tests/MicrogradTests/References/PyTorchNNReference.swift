import TestSupport
import Testing

/// What `Scripts/make_pytorch_nn_reference.py` wrote: PyTorch's numbers for what networks are trained with.
struct PyTorchNNReference: Decodable {
    /// Outputs, and the gradient of the inputs of `Σ weights · outputs`.
    struct Function: Decodable, CustomTestStringConvertible {
        var name: String
        var arguments: [String: TextNumber]
        var inputs: [TextNumber]
        var weights: [TextNumber]
        var outputs: [TextNumber]
        var grad: [TextNumber]

        var testDescription: String { "\(name) of \(inputs.numbers)" }
    }

    /// The loss of one batch, and the gradient of its inputs.
    struct Loss: Decodable, CustomTestStringConvertible {
        var name: String
        var arguments: [String: TextNumber]
        var shape: [Int]
        var inputs: [TextNumber]
        var targets: [TextNumber]
        var loss: TextNumber
        var grad: [TextNumber]

        var testDescription: String { "\(name) of \(inputs.numbers) and \(targets.numbers)" }
    }

    /// The learning rate and gradients of each step, and the parameters after it.
    struct Optimizer: Decodable, CustomTestStringConvertible {
        var name: String
        var arguments: [String: TextNumber]
        var start: [TextNumber]
        var rates: [TextNumber]
        var grads: [[TextNumber]]
        var parameters: [[TextNumber]]

        var testDescription: String {
            "\(name) \(arguments.map { "\($0): \($1.number)" }.sorted()) from \(start[0].number)"
        }
    }

    struct Clipping: Decodable, CustomTestStringConvertible {
        var limit: TextNumber
        var grads: [TextNumber]
        var norm: TextNumber
        var clipped: [TextNumber]

        var testDescription: String { "\(grads.numbers) to \(limit.number)" }
    }

    /// The learning rates of steps 0, 1, 2, ….
    struct Schedule: Decodable, CustomTestStringConvertible {
        var name: String
        var arguments: [String: TextNumber]
        var rates: [TextNumber]

        var testDescription: String { "\(name) \(arguments.map { "\($0): \($1.number)" }.sorted())" }
    }

    var functions: [Function]
    var losses: [Loss]
    var optimizers: [Optimizer]
    var clipping: [Clipping]
    var schedules: [Schedule]

    /// Whether a number is PyTorch's to 1e-10 of the larger of that and 1; NaN is NaN, and infinity infinity.
    ///
    /// What is seen stays below 1e-15: the rest is for other machines and versions.
    static func isClose(_ number: Double, _ reference: Double) -> Bool {
        if reference.isNaN { return number.isNaN }
        if reference.isInfinite { return number == reference }
        return abs(number - reference) <= 1e-10 * max(abs(reference), 1)
    }

    static func areClose(_ numbers: [Double], _ references: [TextNumber]) -> Bool {
        numbers.count == references.count
            && zip(numbers, references).allSatisfy { isClose($0, $1.number) }
    }
}

extension [TextNumber] {
    var numbers: [Double] { map(\.number) }
}
