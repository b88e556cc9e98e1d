import Micrograd
import Testing

@Suite("Uses of values")
struct ValueUsesTests {
    @Test("in compounds are told as in their operators")
    func uses() {
        expectTwins { twin in
            let x = twin.leaves(5)
            let layer = twin.layer(2, 3), neuron = twin.neuron(2)
            var values = x
            func mark(_ new: [Value]) { values += new }
            mark(layer([x[0], x[1]]))
            mark([neuron([values[5], x[0]])])
            mark([twin.dot([x[2]], [x[2]]), twin.sum([x[3], x[3]])])
            mark([values[6] * values[9]])
            // Between values that both twins have: the operators make others in between.
            let root = values[values.count - 1]
            var uses: Set<Int> = []
            Value.forEachUse(inGraphOf: [root]) { operand, _ in uses.insert(operand) }
            let used = values.map { uses.contains($0.position) }
            twin.note("\(used)")
            #expect(used == [true, true, true, false, false, false, true, false, false, true, false, false])
            let unused = Value.unused(among: values + neuron.neuron.parameters)
            let places = unused.map { value in values.firstIndex { $0.position == value.position } }
            twin.note("\(places)")
            #expect(places == [4, 7, 8, 10, 11])
        }
    }
}
