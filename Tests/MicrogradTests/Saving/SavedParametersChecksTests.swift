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

    @Test("two lists of one name")
    func repeatedList() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let list = SavedParameters.NumberList(name: "m", numbers: [])
            _ = SavedParameters([], optimizer: .init(name: "Adam", stepCount: 0, lists: [list, list]))
        }
        Misuse.expect(
            result, says: "Two lists of an optimizer to save are named 'm'. Give each a name of its own.")
    }

    @Test("a negative number of steps")
    func stepCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SavedParameters([], optimizer: .init(name: "Adam", stepCount: -1, lists: []))
        }
        Misuse.expect(result, says: "An optimizer has taken 0 steps or more (got -1).")
    }

    @Test("a model with two parameters of one name")
    func repeatedNameOfModel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let value = Value(1)
            try SavedParameters([.init(name: "w", data: 1)]).load(into: [("w", value), ("w", value)])
        }
        Misuse.expect(
            result,
            says: "Two parameters of the model to load into are named 'w'. Give each a name of its own.")
    }
}
