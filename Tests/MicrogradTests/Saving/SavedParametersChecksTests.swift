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
            result, says: "A module was saved or loaded after the end of the `withTape { }` or tape")
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
