import Micrograd
import Testing

@Suite("A module")
struct ModuleTests {
    private struct Line: Module {
        let slope = Value(2), offset = Value(1)
        var parameters: [Value] { [slope, offset] }
    }

    @Test("of one's own removes the gradients of its parameters, and of nothing else")
    func zeroGrad() {
        withTape {
            let line = Line()
            let x = Value(3)
            (line.slope * x + line.offset).backward()
            #expect(line.parameters.map(\.grad) == [3, 1])
            line.zeroGrad()
            #expect(line.parameters.map(\.grad) == [0, 0])
            #expect(x.grad == 2)
        }
    }
}
