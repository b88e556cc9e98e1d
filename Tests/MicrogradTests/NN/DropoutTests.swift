import Micrograd
import Testing

@Suite("A dropout")
struct DropoutTests {
    @Test("drops its share of the values, and scales the others so that the mean stays")
    func share() {
        withTape {
            let outputs = Dropout(0.25, seed: 4)([Double](repeating: 3, count: 10_000)).map(\.data)
            #expect(Set(outputs) == [0, 4])
            // 2500 with a standard deviation of 43.
            #expect(abs(outputs.count { $0 == 0 } - 2_500) < 200)
        }
    }

    @Test("gives gradients to what it keeps, and none to the rest")
    func gradients() {
        withTape {
            let inputs = Values([Double](repeating: 3, count: 100))
            let outputs = Dropout(0.5, seed: 1)(inputs)
            sum(outputs.elements).backward()
            #expect(inputs.map(\.grad) == outputs.map { $0.data == 0 ? 0 : 2 })
        }
    }

    @Test("drops others at each call, and the same with the same seed")
    func seeds() {
        withTape {
            let numbers = [Double](repeating: 1, count: 64)
            let (one, other) = (Dropout(0.5, seed: 7), Dropout(0.5, seed: 7))
            let first = one(numbers).map(\.data)
            #expect(first == other(numbers).map(\.data))
            #expect(first != one(numbers).map(\.data))
        }
    }

    @Test("passes values unchanged in evaluation, also inside of other modules")
    func evaluation() {
        struct Net: Model {
            let body = Sequential(Activation.tanh, Dropout(0.5))
            func callAsFunction(_ inputs: Values) -> Values { body(inputs) }
        }
        withTape {
            let net = Net()
            let inputs = Values([Double](repeating: 1, count: 64))
            net.setMode(.evaluation)
            #expect(Set(net(inputs).map(\.data)).count == 1)
            net.setMode(.training)
            #expect(Set(net(inputs).map(\.data)).count == 2)
        }
    }

    @Test("made with a stream chooses unlike the next of it")
    func stream() {
        withTape {
            var random = RandomStream(seed: 1)
            let numbers = [Double](repeating: 1, count: 64)
            let (one, other) = (Dropout(using: &random), Dropout(using: &random))
            #expect(one(numbers).map(\.data) != other(numbers).map(\.data))
        }
    }

    @Test("of rate 0 changes nothing")
    func none() {
        withTape {
            let inputs = Values([1.0, 2.0])
            #expect(Dropout(0)(inputs).map(\.position) == inputs.map(\.position))
        }
    }
}
