import Micrograd
import Testing

@Suite("A pool")
struct PoolingTests {
    private func image() -> Values { Values([1, 5, 2, 0, 3, 4, 8, 7, 6], shape: [1, 3, 3]) }

    @Test("takes the largest of each window")
    func largest() {
        withTape {
            let image = image()
            let output = MaxPool2D(2, stride: 1)(image)
            #expect(output.shape == [1, 2, 2])
            #expect(output.map(\.data) == [5, 5, 8, 7])
            sum(output.elements).backward()
            #expect(image.map(\.grad) == [0, 2, 0, 0, 0, 0, 1, 1, 0])
        }
    }

    @Test("leaves out rows and columns that fill no window")
    func remainder() {
        withTape {
            #expect(MaxPool2D(2)(image()).map(\.data) == [5])
            #expect(AveragePool2D(2)(image()).map(\.data) == [2.25])
        }
    }

    @Test("keeps channels apart")
    func channels() {
        withTape {
            let output = AveragePool2D(2)(Values([1, 2, 3, 4, 10, 20, 30, 40], shape: [2, 2, 2]))
            #expect(output.shape == [2, 1, 1])
            #expect(output.map(\.data) == [2.5, 25])
        }
    }

    @Test("of equal values shares the gradient as `max` does")
    func tie() {
        withTape {
            let image = Values([2, 2, 1, 0], shape: [1, 2, 2])
            MaxPool2D(2)(image)[0].backward()
            #expect(image.map(\.grad) == [0.5, 0.5, 0, 0])
        }
    }
}
