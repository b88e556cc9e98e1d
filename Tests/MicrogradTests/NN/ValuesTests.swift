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
            #expect((y / x).map(\.data) == [10, 10, 10, 10])
            #expect((x * y).shape == [1, 2, 2])
        }
    }

    @Test("take a number or a value at each place, on either side, and a minus")
    func scalars() {
        withTape {
            let x = Values([1, 2, 4], shape: [1, 1, 3])
            let two = Value(2)
            let results = [
                (-x, [-1, -2, -4]), (x + 2, [3, 4, 6]), (2 + x, [3, 4, 6]), (x - 2, [-1, 0, 2]),
                (2 - x, [1, 0, -2]), (x * 2, [2, 4, 8]), (2 * x, [2, 4, 8]), (x / 2, [0.5, 1, 2]),
                (2 / x, [2, 1, 0.5]), (x + two, [3, 4, 6]), (two + x, [3, 4, 6]), (x - two, [-1, 0, 2]),
                (two - x, [1, 0, -2]), (x * two, [2, 4, 8]), (two * x, [2, 4, 8]), (x / two, [0.5, 1, 2]),
                (two / x, [2, 1, 0.5]),
            ]
            for (result, numbers) in results {
                #expect(result.map(\.data) == numbers)
                #expect(result.shape == [1, 1, 3])
            }
            sum(two * x).backward()
            #expect(two.grad == 7)
            #expect(x.map(\.grad) == [2, 2, 2])
        }
    }

    @Test("are a collection, and so are their slices, for sums, softmax and losses")
    func collection() {
        withTape {
            let x = Values([1, 2, 3, 4])
            #expect(sum(x).data == 10)
            #expect(sum(x[1..<3]).data == 5)
            #expect(sum(x[2...]).data == 7)
            #expect(sum(x.reversed()).data == 10)
            #expect(sum(x.lazy.filter { $0.data > 1 }).data == 9)
            #expect(dot(x, x.reversed()).data == 20)
            #expect(dot(x[..<2], [x[3], x[0]]).data == 6)
            #expect(mean(x.suffix(2)).data == 3.5)
            #expect(softmax(x).map(\.data) == softmax(x.elements).map(\.data))
            #expect(logSoftmax(x[1...]).map(\.data) == logSoftmax(Array(x.elements[1...])).map(\.data))
            #expect(meanSquaredError(x, [1, 2, 3, 6]).data == 1)
            #expect(meanSquaredError(x[..<2], x[2...]).data == 4)
            #expect(meanAbsoluteError(x.prefix(1), [3]).data == 2)
            #expect(huber(x, x.elements).data == 0)
            #expect(crossEntropy(logits: x, label: 3).data == crossEntropy(logits: x.elements, label: 3).data)
            #expect(crossEntropy(logits: [x[..<2], x[2...]], labels: [0, 1]).data > 0)
            #expect(l2Penalty(x[..<2], strength: 1).data == 5)
            #expect(Values(x[1...]).shape == [3])
            #expect(Values(x.reversed(), shape: [1, 2, 2])[0, 0, 0].data == 4)
        }
    }
}
