import Foundation
import Micrograd
import TestSupport
import Testing

/// A module of any values under any names.
struct NamedValues: Module {
    var parts: [ModulePart]

    init(_ values: [(name: String, value: Value)]) {
        parts = values.map { ModulePart($0.name, $0.value) }
    }
}

@Suite("Parameters saved and loaded")
struct ModuleSavingTests {
    @Test("give a model back its numbers, in whatever order they are")
    func load() throws {
        let model = MLP(2, [3, 1], seed: 5)
        let saved = model.savedParameters()
        #expect(saved.parameters.map(\.name) == model.namedParameters.map(\.name))
        let numbers = model.parameters.map(\.data)
        for (index, parameter) in model.parameters.enumerated() { parameter.data = Double(index) }
        try model.load(saved)
        #expect(model.parameters.map(\.data) == numbers)
        let other = MLP(2, [3, 1], seed: 6)
        try other.load(SavedParameters(saved.parameters.reversed()))
        #expect(other.parameters.map(\.data) == numbers)
    }

    @Test("leave gradients and labels of the model alone")
    func gradients() throws {
        let x = Value(2, label: "x")
        (x * x).backward()
        try NamedValues([("w", x)]).load(SavedParameters([.init(name: "w", data: 7)]))
        #expect((x.data, x.grad, x.label) == (7, 4, "x"))
    }

    @Test("continue a training with their optimizer, bit for bit")
    func optimizer() throws {
        func step(_ model: MLP, _ optimizer: any ResumableOptimizer) {
            let loss = (model([0.5, -1.5])[0] - 1) ** 2
            model.zeroGrad()
            loss.backward()
            optimizer.step()
        }
        try withTemporaryFolder { folder in
            let folder = folder.path
            let path = "\(folder)/model.json"
            let model = MLP(2, [3, 1], seed: 5)
            let optimizer = Adam(model.parameters, learningRate: 0.05)
            for _ in 0..<3 { step(model, optimizer) }
            try model.save(to: path, optimizer: optimizer)
            let other = MLP(2, [3, 1], seed: 6)
            let otherOptimizer = Adam(other.parameters)
            try other.load(from: path, optimizer: otherOptimizer)
            for _ in 0..<3 {
                step(model, optimizer)
                step(other, otherOptimizer)
            }
            #expect(other.parameters.map(\.data) == model.parameters.map(\.data))
            #expect(otherOptimizer.state == optimizer.state)
        }
    }

    @Test("are refused with the state of another optimizer, or none, and nothing is set")
    func otherOptimizer() {
        let model = MLP(2, [1], seed: 5)
        let numbers = model.parameters.map(\.data)
        let other = MLP(2, [1], seed: 6)
        let sgd = SGD(model.parameters, learningRate: 0.1)
        let saved = other.savedParameters(with: Adam(other.parameters))
        let mismatch = #expect(throws: MicrogradError.self) { try model.load(saved, optimizer: sgd) }
        #expect(
            mismatch?.description
                == "the state is one of 'Adam', and this optimizer is 'SGD'; restore it in one of its own kind"
        )
        let none = #expect(throws: MicrogradError.self) {
            try model.load(other.savedParameters(), optimizer: sgd)
        }
        #expect(none == .noOptimizerState)
        #expect(model.parameters.map(\.data) == numbers)
    }

    /// Two layers that are one.
    private struct Tied: Module {
        let encoder: Linear
        let decoder: [Linear]

        init() {
            encoder = Linear(1, 1, seed: 1)
            decoder = [encoder]
        }
    }

    private final class Part: Module {
        let weight = Value(1)
        let next: [Part]

        init(_ next: [Part]) {
            self.next = next
        }
    }

    @Test("of a layer that two parts share are saved once, and loaded by either name or by both")
    func tied() throws {
        try withTape { () throws in
            let model = Tied()
            #expect(
                model.savedParameters().parameters.map(\.name) == ["encoder.weight.0.0", "encoder.bias.0"])
            try model.load(model.savedParameters())
            func load(_ numbers: [(String, Double)]) throws -> [Double] {
                try model.load(SavedParameters(numbers.map { .init(name: $0.0, data: $0.1) }))
                return model.parameters.map(\.data)
            }
            #expect(try load([("decoder.0.bias.0", 2), ("decoder.0.weight.0.0", 3)]) == [3, 2])
            #expect(
                try load([
                    ("encoder.weight.0.0", 4), ("encoder.bias.0", 5), ("decoder.0.weight.0.0", 4),
                    ("decoder.0.bias.0", 5),
                ]) == [4, 5])
            let error = #expect(throws: MicrogradError.self) {
                try load([("encoder.weight.0.0", 6), ("encoder.bias.0", 6), ("decoder.0.weight.0.0", 7)])
            }
            #expect(
                error?.description
                    == "in the saved parameters 'encoder.weight.0.0' is 6.0 and 'decoder.0.weight.0.0' is 7.0, and the model shares one parameter between them; make the model as it was when they were saved"
            )
            #expect(model.parameters.map(\.data) == [4, 5])
        }
    }

    @Test("of an object that several lead to are found by any way to it")
    func sharedObjects() throws {
        try withTape { () throws in
            let last = Part([])
            let middle = Part([last, last])
            let root = Part([middle, middle])
            #expect(root.namedParameters.map(\.name) == ["weight", "next.0.weight", "next.0.next.0.weight"])
            try root.load(
                SavedParameters([
                    .init(name: "weight", data: 2), .init(name: "next.1.weight", data: 3),
                    .init(name: "next.1.next.1.weight", data: 4),
                    .init(name: "next.0.next.1.weight", data: 4),
                ]))
            #expect(root.parameters.map(\.data) == [2, 3, 4])
            let error = #expect(throws: MicrogradError.self) {
                try root.load(SavedParameters([.init(name: "next.2.weight", data: 1)]))
            }
            #expect(error?.description.contains("the saved 'next.2.weight' is not in the model") == true)
        }
    }

    struct Misfit: Sendable, CustomTestStringConvertible {
        var saved: [String]
        var model: [String]
        var message: String

        var testDescription: String { message }
    }

    @Test("of another model are refused, and nothing is set", arguments: misfits)
    func misfit(misfit: Misfit) {
        let model = NamedValues(misfit.model.map { ($0, Value(1)) })
        let saved = SavedParameters(misfit.saved.map { .init(name: $0, data: 2) })
        let error = #expect(throws: MicrogradError.self) { try model.load(saved) }
        #expect(error?.description == misfit.message)
        #expect(model.parameters.allSatisfy { $0.data == 1 })
    }

    private static let misfits = [
        Misfit(
            saved: ["a"], model: ["a", "b"],
            message:
                "the saved parameters do not fit the model (1 saved, 2 in the model): the model's 'b' is not saved; make the model as it was when they were saved"
        ),
        Misfit(
            saved: ["a", "b"], model: ["b"],
            message:
                "the saved parameters do not fit the model (2 saved, 1 in the model): the saved 'a' is not in the model; make the model as it was when they were saved"
        ),
        Misfit(
            saved: ["a", "b", "x", "y", "z", "u"], model: ["b", "c", "d"],
            message:
                "the saved parameters do not fit the model (6 saved, 3 in the model): the model's 'c', 'd' are not saved; the saved 'a', 'x', 'y' and 2 more are not in the model; make the model as it was when they were saved"
        ),
        Misfit(
            saved: [], model: ["a"],
            message:
                "the saved parameters do not fit the model (0 saved, 1 in the model): the model's 'a' is not saved; make the model as it was when they were saved"
        ),
    ]
}
