import Micrograd
import Testing

@Suite("The id of a value")
struct ValueIDTests {
    @Test("is that of all copies of the value, and of no other")
    func equality() {
        withTape {
            let x = Value(1), y = Value(1)
            let copy = x
            x.data = 5
            #expect(copy.id == x.id)
            #expect(x.id != y.id)
            #expect((x + y).id != (x + y).id)
            #expect(Set([x, y, copy, x].map(\.id)).count == 2)
        }
    }

    @Test("is not used again, neither after a region nor on another tape, nor by a compaction")
    func uniqueness() {
        var ids: Set<Value.ID> = []
        for _ in 0..<100 { ids.insert(withTape { Value(0).id }) }
        for _ in 0..<100 { ids.insert(Tape().use { Value(0).id }) }
        Tape().use {
            var x = Value(0)
            for _ in 0..<100 {
                ids.insert(x.id)
                x = Tape.compact(keeping: [x])[0]
            }
        }
        #expect(ids.count == 300)
    }

    @Test("is a key for what belongs to a value")
    func keys() {
        withTape {
            let x = Value(1), y = Value(2)
            var velocities: [Value.ID: Double] = [:]
            for value in [x, y, x] { velocities[value.id, default: 0] += value.data }
            #expect((velocities[x.id], velocities[y.id]) == (2, 2))
        }
    }
}
