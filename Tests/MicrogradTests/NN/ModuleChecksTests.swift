import Micrograd
import Testing

/// Each wrong shape ends the process with a message that names both, in debug and in release.
@Suite("A wrong shape or size ends with a message:")
struct ModuleChecksTests {
    @Test("an image for a linear layer")
    func flatten() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Linear(4, 1)(Values([1, 2, 3, 4], shape: [1, 2, 2]))
        }
        Misuse.expect(
            result,
            says:
                "A Linear of 4 inputs, shape [4], was given the shape [1, 2, 2]. Put a Flatten() before it.")
    }

    @Test("too few inputs for a linear layer")
    func linear() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Linear(4, 1)([1.0, 2.0])
        }
        Misuse.expect(result, says: "A Linear of 4 inputs, shape [4], was given the shape [2].")
    }

    @Test("too many inputs for a network")
    func network() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(2, [1])(Values([1.0, 2.0, 3.0]))
        }
        Misuse.expect(result, says: "An MLP of 2 inputs, shape [2], was given the shape [3].")
    }

    @Test("an image of other channels")
    func channels() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Conv2D(3, 1, kernel: 2)(Values([1, 2, 3, 4], shape: [1, 2, 2]))
        }
        Misuse.expect(
            result,
            says: "A Conv2D takes an image of shape [3, height, width], and was given the shape [1, 2, 2].")
    }

    @Test("an image that is lower than the window, and wide enough")
    func axis() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Conv2D(1, 1, kernel: 3)(Values([Double](repeating: 0, count: 10), shape: [1, 2, 5]))
        }
        Misuse.expect(
            result,
            says: "A Conv2D has windows of shape [3, 3], and the image of shape [1, 2, 5] is smaller.")
    }

    @Test("a list for a pool")
    func pool() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MaxPool2D(2)(Values([1, 2, 3, 4]))
        }
        Misuse.expect(
            result,
            says:
                "A MaxPool2D takes an image of shape [channels, height, width], and was given the shape [4].")
    }

    @Test("a kernel of 0")
    func kernel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Conv2D(1, 1, kernel: 0)
        }
        Misuse.expect(result, says: "A Conv2D needs a kernel and a stride of at least 1")
    }

    @Test("a reshape to another count")
    func reshape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Reshape(1, 8, 8)(Values([1, 2]))
        }
        Misuse.expect(result, says: "A Reshape to the shape [1, 8, 8] was given the shape [2].")
    }

    @Test("rows of other lengths")
    func ragged() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            _ = Values([[[x, x], [x]]])
        }
        Misuse.expect(result, says: "Row 1 of channel 0 of an image has 1 columns, and the first row has 2.")
    }

    @Test("a shape of another count")
    func shape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Values([1, 2, 3], shape: [2, 2])
        }
        Misuse.expect(result, says: "The shape [2, 2] does not fit 3 values.")
    }

    @Test("a rate of 1")
    func rate() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dropout(1)
        }
        Misuse.expect(result, says: "A Dropout needs a rate from 0 up to but not including 1 (got 1.0).")
    }

    @Test("a dropout in training inside of a recording")
    func dropout() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let dropout = Dropout(0.5)
            _ = Recording(inputs: ["x": 2]) { ["y": dropout($0["x"])] }
        }
        Misuse.expect(result, says: "A Dropout in training was recorded")
    }

    @Test("a module that holds itself")
    func cycle() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            final class Node: Module {
                let weight = Value(1)
                var children: [Node] = []
                weak var parent: Node?
            }
            let root = Node()
            let child = Node()
            child.parent = root
            root.children = [child]
            _ = root.parameters
        }
        Misuse.expect(result, says: "A module holds itself, as 'children.0.parent' or a part around it.")
    }

    @Test("modules in a dictionary")
    func dictionary() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            struct Heads: Module {
                let names = ["a": 1]
                let heads = ["a": Linear(1, 1)]
            }
            _ = Heads().parameters
        }
        Misuse.expect(
            result, says: "The property 'heads' of a module holds values or modules in a dictionary or set")
    }

    @Test("a sum of two shapes")
    func operators() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Values([1, 2]) + Values([1, 2], shape: [1, 1, 2])
        }
        Misuse.expect(result, says: "Values of the shapes [2] and [1, 1, 2] were combined by '+'")
    }
}
