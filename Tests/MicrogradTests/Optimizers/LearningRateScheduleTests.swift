import Micrograd
import TestSupport
import Testing

@Suite("A learning-rate schedule")
struct LearningRateScheduleTests {
    @Test("has PyTorch's rates", arguments: Reference.pyTorchNN.schedules)
    func pyTorch(_ row: PyTorchNNReference.Schedule) throws {
        func argument(_ name: String) throws -> Double { try #require(row.arguments[name]).number }
        let from = try argument("from")
        let schedule: LearningRateSchedule =
            switch row.name {
            case "constant": .constant(from)
            case "linear": .linear(from: from, to: try argument("to"), over: Int(try argument("over")))
            case "step":
                .step(from: from, factor: try argument("factor"), every: Int(try argument("every")))
            case "cosine": .cosine(from: from, to: try argument("to"), over: Int(try argument("over")))
            default: fatalError("no schedule is called \(row.name)")
            }
        #expect(PyTorchNNReference.areClose(row.rates.indices.map { schedule($0) }, row.rates))
    }

    @Test("has the rates of micrograd's demo, to the last bit")
    func demo() {
        let schedule = LearningRateSchedule.linear(from: 1.0, to: 0.1, over: 100)
        for step in 0..<100 { #expect(schedule(step) == 1.0 - 0.9 * Double(step) / 100) }
    }

    @Test("stays at its last rate after the end")
    func end() {
        for schedule in [
            LearningRateSchedule.linear(from: 1, to: 0.1, over: 10), .cosine(from: 1, to: 0.1, over: 10),
        ] {
            #expect(schedule(0) == 1)
            #expect([10, 11, 1_000, .max].allSatisfy { schedule($0) == 0.1 })
        }
    }

    @Test("has the defaults of PyTorch, and is a value")
    func defaults() {
        #expect(LearningRateSchedule.step(from: 1, every: 2) == .step(from: 1, factor: 0.1, every: 2))
        #expect(LearningRateSchedule.cosine(from: 1, over: 2) == .cosine(from: 1, to: 0, over: 2))
        #expect(LearningRateSchedule.constant(1) != .constant(2))
    }
}
