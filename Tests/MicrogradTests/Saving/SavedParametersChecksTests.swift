import Micrograd
import Testing

@Suite("Misuse of saved parameters ends with a message:")
struct SavedParametersChecksTests {
    @Test("two parameters of one name")
    func repeatedName() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SavedParameters([.init(name: "w", data: 1), .init(name: "w", data: 1)])
        }
        Misuse.expect(result, says: "Two parameters to save are named 'w'. Give each a name of its own.")
    }

    @Test("a model whose values have all ended")
    func ended() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = withTape { NamedParts(weight: Value(1)) }
            _ = model.savedParameters()
        }
        Misuse.expect(
            result,
            says:
                "A module was saved or loaded after the end of the `withTape { }` or tape that its 'weight' was made in."
        )
    }

    @Test("a model one of whose values has ended")
    func halfEnded() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            struct Net: Module {
                let weight = Value(1)
                let offsets: [Value]
            }
            let net = Net(offsets: [Value(1), withTape { Value(2) }])
            _ = net.savedParameters()
        }
        Misuse.expect(
            result,
            says:
                "A module was saved or loaded after the end of the `withTape { }` or tape that its 'offsets.1' was made in."
        )
    }

    private struct Keeper: Module {
        let weight = Value(1)
        let other: Value
    }

    @Test("a model that keeps a weight of a layer or neuron, or a compacted one, that has ended")
    func endedWeight() async {
        let results = [
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let keeper = Keeper(other: withTape { Linear(1, 1).weights[0][0] })
                try keeper.load(SavedParameters([.init(name: "weight", data: 2)]))
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Keeper(other: withTape { Neuron(1).weights[0] }).savedParameters()
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let other = withTape { Tape.compact(keeping: [Value(1)])[0] }
                _ = Keeper(other: other).savedParameters()
            },
        ]
        for result in results {
            Misuse.expect(
                result,
                says:
                    "A module was saved or loaded after the end of the `withTape { }` or tape that its 'other' was made in."
            )
        }
    }

    private struct NamedParts: Module {
        let weight: Value
    }

    @Test("a model with two parameters of one name")
    func repeatedNameOfModel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            try NamedValues([("w", Value(1)), ("w", Value(1))]).load(
                SavedParameters([.init(name: "w", data: 1)]))
        }
        Misuse.expect(
            result,
            says: "Two parameters of the model to load into are named 'w'. Give each a name of its own.")
    }
}
