import Micrograd
import Testing

@Suite("The state of an optimizer")
struct OptimizerStateTests {
    private static let arguments: [[String: Double]] = [
        [:], ["learningRate": 0.05, "momentum": 0.9, "weightDecay": 0.1],
        ["learningRate": 0.05, "momentum": 0.5, "nesterov": 1],
    ]

    /// Makes steps with gradients that depend on the data.
    private func advance(_ optimizer: any ResumableOptimizer, by steps: Int) {
        for _ in 0..<steps {
            for (index, parameter) in optimizer.parameters.enumerated() {
                parameter.grad = (parameter.data * Double(index + 1) + 0.3) * 2
            }
            optimizer.learningRate *= 0.95
            optimizer.step()
        }
    }

    @Test("continues bit for bit in another optimizer", arguments: OptimizerTable.names)
    func continues(_ name: String) throws {
        for arguments in Self.arguments {
            try withTape {
                let start = [0.7, -1.3, 2.1]
                let first = OptimizerTable.make(name, start.map { Value($0) }, arguments)
                advance(first, by: 4)
                let state = first.state
                let data = first.parameters.map(\.data)
                let second = OptimizerTable.make(name, data.map { Value($0) }, arguments)
                try second.restore(state)
                #expect(second.state == state)
                // Only the learning rate: it goes elsewhere, unless there is nothing else to remember.
                let third = OptimizerTable.make(name, data.map { Value($0) }, arguments)
                third.learningRate = state.learningRate
                for optimizer in [first, second, third] { advance(optimizer, by: 6) }
                #expect(second.parameters.map(\.data) == first.parameters.map(\.data))
                #expect(second.state == first.state)
                #expect(first.state != state && state.stepCount == 4)
                let isSame = third.parameters.map(\.data) == first.parameters.map(\.data)
                #expect(isSame == state.lists.isEmpty)
            }
        }
    }

    @Test("holds a list of one number for each parameter, by name")
    func lists() {
        withTape {
            let parameters = [Value(1), Value(2)]
            for parameter in parameters { parameter.grad = 2 }
            let sgd = SGD(parameters, learningRate: 0.1, momentum: 0.9)
            sgd.step()
            #expect(
                sgd.state
                    == OptimizerState(
                        optimizer: "SGD", stepCount: 1, learningRate: 0.1, lists: ["velocity": [2, 2]]))
            #expect(SGD(parameters, learningRate: 0.1).state.lists.isEmpty)
            #expect(Adam(parameters).state.lists.keys.sorted() == ["firstMoments", "secondMoments"])
            #expect(AdamW(parameters).state.optimizer == "AdamW")
            #expect(RMSProp(parameters).state.lists.keys.sorted() == ["squares"])
            #expect(RMSProp(parameters, momentum: 0.1).state.lists.keys.sorted() == ["squares", "velocity"])
        }
    }

    @Test("that does not fit is refused, with what to do, and changes nothing")
    func mismatches() throws {
        try withTape {
            let parameters = [Value(1), Value(2)]
            let adam = Adam(parameters, learningRate: 0.5)
            let before = adam.state
            func expect(
                _ change: (inout OptimizerState) -> Void, _ mismatch: OptimizerState.Mismatch, _ text: String
            ) {
                var state = before
                state.stepCount = 7
                change(&state)
                #expect(throws: mismatch) { try adam.restore(state) }
                #expect(mismatch.description.contains(text))
                #expect(adam.state == before)
            }
            expect(
                { $0.optimizer = "AdamW" }, .optimizer("AdamW", expected: "Adam"),
                "is one of 'AdamW', and this optimizer is 'Adam'")
            expect(
                { $0.lists["firstMoments"] = nil },
                .lists(["secondMoments"], expected: ["firstMoments", "secondMoments"]),
                "holds 'secondMoments', and this optimizer keeps 'firstMoments' and 'secondMoments'")
            expect(
                { $0.lists["secondMoments"] = [1, 2, 3] }, .count(3, list: "secondMoments", expected: 2),
                "is for 3 parameters, and this optimizer has 2")
            expect({ $0.stepCount = -1 }, .number(-1, name: "step count"), "a step count of -1.0")
            expect({ $0.learningRate = -1 }, .number(-1, name: "learning rate"), "a learning rate of -1.0")

            let plain = SGD(parameters, learningRate: 0.1)
            let lists = OptimizerState.Mismatch.lists(["velocity"], expected: [])
            #expect(throws: lists) {
                try plain.restore(SGD(parameters, learningRate: 0.1, momentum: 0.9).state)
            }
            let advice = "this optimizer keeps no lists; make it with the same momentum"
            #expect(lists.description.contains(advice))
            try plain.restore(SGD(parameters, learningRate: 0.7).state)
            #expect(plain.learningRate == 0.7)
        }
    }
}
