import Micrograd
import Testing

@Suite("A gradient check of a function")
struct GradientCheckFunctionTests {
    @Test("compares the gradient of each input")
    func inputs() throws {
        let check = GradientCheck(at: [2, -3, 0.5]) { x in tanh(x[0] * x[1] / 10) + x[2] ** 2 + x[0] }
        #expect(check.agrees && check.gradients.map(\.id) == [0, 1, 2])
        #expect(check.gradients.map(\.data) == [2, -3, 0.5])
        #expect(check.gradients.allSatisfy { $0.verdict == .agrees })
        let slope = try #require(check.gradients[2].quotient)
        #expect(abs(slope - 1) < 1e-9)
        #expect(check.description == "3 gradients agree")
    }

    @Test("finds a gradient that is lost by way of data, and says so")
    func lost() {
        let half = GradientCheck(at: [2, 3]) { x in x[0] * x[1].data + x[1] }
        #expect(half.differing.map(\.id) == [1] && half.worst?.hint == .notRecorded)
        #expect(half.description.contains("the graph does not hold all of the function"))
        let all = GradientCheck(at: [2, 3]) { x in Value(x[0].data) * x[1] }
        #expect(all.differing.map(\.id) == [0] && all.worst?.hint == .notRecorded)
    }

    @Test("finds a derivative that was broken on purpose")
    func broken() {
        // A sine whose derivative is that of x.
        func sine(_ x: Value) -> Value {
            let y = x + 0
            y.data = x.sin().data
            return y
        }
        let check = GradientCheck(at: [0.5, 0.7]) { x in sine(x[0]) + x[1].sin() }
        #expect(check.differing.map(\.id) == [0] && check.worst?.hint == .notRecorded)
    }

    @Test("agrees with networks, whose parameters it leaves where they are")
    func network() {
        let model = MLP(2, [4, 1], activation: .tanh, seed: 3)
        let check = GradientCheck(at: [1, -2]) { x in (model(x)[0] - 0.5) ** 2 }
        #expect(check.agrees && check.gradients.count == 2)
    }

    @Test("reports a kink, with the operation where it is one of the graph")
    func kinks() {
        let known = GradientCheck(at: [0, 1]) { x in x[0].abs() * x[1] }
        #expect(known.agrees && isKink(known.gradients[0], of: .abs))
        #expect(known.gradients[1].verdict == .agrees)
        let tie = GradientCheck(at: [2, 2]) { x in max(x[0], x[1]) }
        #expect(tie.agrees && tie.gradients.allSatisfy { isKink($0, of: .maximum) })
        let branch = GradientCheck(at: [0]) { x in x[0].data > 0 ? x[0] * 2 : x[0] * 0.5 }
        #expect(branch.agrees && isKink(branch.gradients[0], of: nil))
        let near = GradientCheck(at: [1e-7]) { x in x[0].relu() }
        #expect(near.gradients[0].verdict == .agrees)
    }

    @Test("takes a smaller step near the end of a domain")
    func domain() {
        #expect(GradientCheck(at: [1e-8]) { x in log(x[0]) }.gradients[0].verdict == .agrees)
        #expect(GradientCheck(at: [0]) { x in sqrt(x[0]) }.gradients[0].verdict == .skipped(.notFinite))
        #expect(GradientCheck(at: [-1]) { x in log(x[0]) }.obstacle != nil)
    }

    private func isKink(_ gradient: CheckedGradient, of operation: Value.Operation?) -> Bool {
        if case .kink(let kink) = gradient.verdict { return kink.operation == operation && kink.id == nil }
        return false
    }
}
