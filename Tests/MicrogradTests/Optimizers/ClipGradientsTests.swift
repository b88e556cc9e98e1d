import Micrograd
import TestSupport
import Testing

@Suite("Clipped gradients")
struct ClipGradientsTests {
    @Test("are PyTorch's, as is the norm", arguments: Reference.pyTorchNN.clipping)
    func pyTorch(_ row: PyTorchNNReference.Clipping) {
        withTape {
            let parameters = row.grads.map { grad in
                let parameter = Value(1)
                parameter.grad = grad.number
                return parameter
            }
            let norm = clipGradients(of: parameters, toNorm: row.limit.number)
            #expect(PyTorchNNReference.isClose(norm, row.norm.number))
            #expect(PyTorchNNReference.areClose(parameters.map(\.grad), row.clipped))
        }
    }

    @Test("have a norm that neither overflows nor vanishes")
    func extremes() {
        withTape {
            for size in [1e200, 1e-200, 1e-300] {
                let parameters = [Value(0), Value(0)]
                for (parameter, share) in zip(parameters, [3.0, -4.0]) { parameter.grad = share * size }
                let norm = clipGradients(of: parameters, toNorm: 1)
                #expect(abs(norm / (5 * size) - 1) < 1e-15)
                let clipped = size > 1 ? [0.6, -0.8] : [3 * size, -4 * size]
                #expect(zip(parameters, clipped).allSatisfy { abs($0.grad - $1) <= 1e-15 })
            }
        }
    }

    @Test("leave a parameter without gradient as it is, and no parameters too")
    func none() throws {
        try withTape {
            let (x, y) = (Value(1), Value(2))
            x.grad = 10
            #expect(clipGradients(of: [x, y], toNorm: 1) == 10)
            let sum = x + y
            let nodes = Array(GraphWalk(from: sum))
            let untouched = try #require(nodes.first { $0.data == 2 })
            #expect(untouched.grad == nil)
            #expect(clipGradients(of: [], toNorm: 1) == 0)
        }
    }
}
