import Micrograd
import TestSupport
import Testing

/// The optimizers as the tests make them: by name, with arguments by name and PyTorch's defaults for the rest.
enum OptimizerTable {
    static let names = ["SGD", "Adam", "AdamW", "RMSProp"]

    static func make(_ name: String, _ parameters: [Value], _ arguments: [String: Double])
        -> any ResumableOptimizer
    {
        func argument(_ name: String, _ number: Double) -> Double { arguments[name] ?? number }
        let weightDecay = argument("weightDecay", name == "AdamW" ? 1e-2 : 0)
        // Without arguments through the initializer's own defaults, which are to be PyTorch's.
        switch (name, arguments.isEmpty) {
        case ("SGD", _):
            return SGD(
                parameters, learningRate: argument("learningRate", 1e-3), momentum: argument("momentum", 0),
                nesterov: argument("nesterov", 0) != 0, weightDecay: weightDecay)
        case ("Adam", true): return Adam(parameters)
        case ("Adam", false):
            return Adam(
                parameters, learningRate: argument("learningRate", 1e-3), beta1: argument("beta1", 0.9),
                beta2: argument("beta2", 0.999), epsilon: argument("epsilon", 1e-8), weightDecay: weightDecay)
        case ("AdamW", true): return AdamW(parameters)
        case ("AdamW", false):
            return AdamW(
                parameters, learningRate: argument("learningRate", 1e-3), beta1: argument("beta1", 0.9),
                beta2: argument("beta2", 0.999), epsilon: argument("epsilon", 1e-8), weightDecay: weightDecay)
        case ("RMSProp", true): return RMSProp(parameters)
        case ("RMSProp", false):
            return RMSProp(
                parameters, learningRate: argument("learningRate", 1e-2), alpha: argument("alpha", 0.99),
                epsilon: argument("epsilon", 1e-8), momentum: argument("momentum", 0),
                weightDecay: weightDecay)
        default: fatalError("no optimizer is called \(name)")
        }
    }
}

@Suite("Optimizers make PyTorch's steps")
struct OptimizersPyTorchTests {
    typealias Row = PyTorchNNReference.Optimizer

    @Test("with any arguments, gradients and rates", arguments: Reference.pyTorchNN.optimizers)
    func steps(_ row: Row) {
        withTape {
            let parameters = row.start.map { Value($0.number) }
            let optimizer = OptimizerTable.make(row.name, parameters, row.arguments.mapValues(\.number))
            let rate = optimizer.learningRate
            #expect(abs(rate - row.rates[0].number) < 1e-15)
            for step in row.grads.indices {
                for (parameter, grad) in zip(parameters, row.grads[step]) { parameter.grad = grad.number }
                optimizer.learningRate = row.rates[step].number
                optimizer.step()
                #expect(
                    PyTorchNNReference.areClose(parameters.map(\.data), row.parameters[step]), "step \(step)")
            }
            #expect(optimizer.state.stepCount == row.grads.count)
        }
    }

    @Test("are all in the reference, with five steps each")
    func coverage() {
        let rows = Reference.pyTorchNN.optimizers
        #expect(Set(rows.map(\.name)) == Set(OptimizerTable.names))
        #expect(rows.allSatisfy { $0.parameters.count == 5 })
    }
}
