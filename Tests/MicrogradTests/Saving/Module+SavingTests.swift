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
        func step(_ model: MLP, _ optimizer: any Optimizer) {
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
