import Micrograd
import Testing

@Suite("Values with a shape")
struct ValuesTests {
    @Test("have their last dimension fastest")
    func order() {
        withTape {
            let image = Values((0..<24).map(Double.init), shape: [2, 3, 4])
            #expect(image[1, 2, 3].data == 23)
            #expect(image[1, 0, 2].data == 14)
            #expect(image.reshaped(to: [24])[14].data == 14)
            #expect(image.map(\.data) == (0..<24).map(Double.init))
        }
    }

    @Test("can be made from rows of channels")
    func nested() {
        withTape {
            let values = (0..<6).map { Value(Double($0)) }
            let image = Values([[[values[0], values[1], values[2]], [values[3], values[4], values[5]]]])
            #expect(image.shape == [1, 2, 3])
            #expect(image[0, 1, 0].data == 3)
        }
    }

    @Test("keep their shape under functions of each")
    func functions() {
        withTape {
            let x = Values([-1, 0, 2, 3], shape: [1, 2, 2])
            let results = [
                x.relu(), x.tanh(), x.sigmoid(), x.leakyRelu(), x.gelu(), x.softplus(), x.softmax(),
                x.logSoftmax(),
            ]
            #expect(!results.contains { $0.shape != [1, 2, 2] })
            #expect(results[0].map(\.data) == [0, 0, 2, 3])
            #expect(results[3].map(\.data) == [-0.01, 0, 2, 3])
            #expect(abs(results[6].map(\.data).reduce(0, +) - 1) < 1e-15)
        }
    }

    @Test("are added, subtracted and multiplied place by place")
    func operators() {
        withTape {
            let (x, y) = (
                Values([1, 2, 3, 4], shape: [1, 2, 2]), Values([10, 20, 30, 40], shape: [1, 2, 2])
            )
            #expect((x + y).map(\.data) == [11, 22, 33, 44])
            #expect((y - x).map(\.data) == [9, 18, 27, 36])
            #expect((x * y).map(\.data) == [10, 40, 90, 160])
            #expect((x * y).shape == [1, 2, 2])
        }
    }
}
