import Micrograd
import Testing

@Suite("The functions")
struct ValueFunctionsTests {
    @Test("are the same as methods and as free functions")
    func methods() {
        withTape {
            let x = Value(0.7), y = Value(1.3)
            let pairs: [(Value, Value)] = [
                (x.exp(), exp(x)), (x.log(), log(x)), (x.sqrt(), sqrt(x)), (x.sin(), sin(x)),
                (x.cos(), cos(x)),
                (x.tanh(), tanh(x)), (x.sigmoid(), sigmoid(x)), (x.relu(), relu(x)), (x.abs(), abs(x)),
                (x.pow(y), pow(x, y)), (x.pow(3), pow(x, 3)), (x ** y, pow(x, y)), (2 ** x, pow(2, x)),
            ]
            for (method, function) in pairs {
                let one = Array(GraphWalk(from: method)), other = Array(GraphWalk(from: function))
                #expect(one.last?.operation == other.last?.operation)
                #expect(one.last?.argument == other.last?.argument)
                #expect(one.map(\.data) == other.map(\.data))
            }
        }
    }

    @Test("leave those of the standard library usable on numbers")
    func numbers() {
        #expect(min(1.0, 2.0) == 1 && max(1, 2) == 2 && abs(-1.5) == 1.5)
    }
}
