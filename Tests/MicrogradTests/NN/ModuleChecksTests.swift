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
            result,
            says:
                "The property 'heads' of a module holds parameters or modules in a dictionary or set, which has no order"
        )
    }

    @Test("a module with a mirror of its own, and without parts")
    func customMirror() async {
        let results = [
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                struct Secret: Module, CustomReflectable {
                    let weight = Value(1)
                    var customMirror: Mirror { Mirror(self, children: []) }
                }
                struct Net: Module { let secret = Secret() }
                _ = Net().parameters
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                struct Secret: Module, CustomReflectable {
                    let weight = Value(1)
                    // As that of a list.
                    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .collection) }
                }
                _ = Secret().parameters
            },
        ]
        for result in results {
            Misuse.expect(
                result,
                says:
                    "The module 'Secret' has a `customMirror`, which hides its stored properties. Give it `parts` that"
            )
        }
    }

    @Test("values behind a pointer")
    func pointer() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            struct Inner { let weights = UnsafeMutableBufferPointer<[Value]>.allocate(capacity: 2) }
            struct Net: Module { let inner = Inner() }
            Net().zeroGrad()
        }
        Misuse.expect(
            result,
            says:
                "The property 'inner.weights' of a module is of the type 'UnsafeMutableBufferPointer<Array<Value>>', whose elements cannot be seen from outside"
        )
    }

    @Test("modules in a managed buffer, and in an inline array")
    func buffers() async {
        let results = [
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                final class Buffer: ManagedBuffer<Int, Linear> {}
                struct Net: Module { let layers = Buffer.create(minimumCapacity: 2) { _ in 0 } }
                _ = Net().parameters
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                struct Net: Module { let layers: [2 of Linear] = [Linear(1, 1), Linear(1, 1)] }
                _ = Net().parameters
            },
        ]
        for (result, type) in zip(results, ["Buffer", "InlineArray<2, Linear>"]) {
            Misuse.expect(result, says: "The property 'layers' of a module is of the type '\(type)'")
        }
    }

    @Test("models of several types in an inline array, behind a pointer, and in a managed buffer")
    func existentials() async {
        let results = [
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                struct Net: Module { let layers: [2 of any Model] = [Linear(1, 1), Activation.relu] }
                _ = Net().parameters
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                struct Net: Module { let layers = UnsafeMutablePointer<any Module>.allocate(capacity: 2) }
                _ = Net().parameters
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                struct Net: Module {
                    let layers = ManagedBuffer<Int, [any Model]>.create(minimumCapacity: 2) { _ in 0 }
                }
                _ = Net().parameters
            },
        ]
        let types = [
            "InlineArray<2, Model>", "UnsafeMutablePointer<Module>", "ManagedBuffer<Int, Array<Model>>",
        ]
        for (result, type) in zip(results, types) {
            Misuse.expect(result, says: "The property 'layers' of a module is of the type '\(type)'")
        }
    }

    @Test("an inline array of structs, which may hold values")
    func structsInList() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            struct Pair { let first = Value(1), second = Value(2) }
            struct Net: Module { let pairs: [1 of Pair] = [Pair()] }
            _ = Net().parameters
        }
        Misuse.expect(result, says: "The property 'pairs' of a module is of the type 'InlineArray<1, Pair>'")
    }

    @Test("a sum of two shapes")
    func operators() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Values([1, 2]) + Values([1, 2], shape: [1, 1, 2])
        }
        Misuse.expect(result, says: "Values of the shapes [2] and [1, 1, 2] were combined by '+'")
    }

    @Test("a set of values around a module")
    func nestedDictionary() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            struct Heads { let byName = ["a": [Value(1)]] }
            struct Net: Module { let heads = Heads() }
            Net().zeroGrad()
        }
        Misuse.expect(
            result,
            says: "The property 'heads.byName' of a module holds parameters or modules in a dictionary")
    }

    @Test("an object that leads back to the module")
    func objectCycle() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            final class Owner { var model: Net? }
            final class Net: Module {
                let weight = Value(1)
                weak var owner: Owner?
            }
            let (owner, net) = (Owner(), Net())
            owner.model = net
            net.owner = owner
            _ = net.parameters
        }
        Misuse.expect(result, says: "A module holds itself, as 'owner.model' or a part around it.")
    }

    @Test("a copy of a module that does not say how")
    func copy() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            struct Line: Module { let slope = Value(1) }
            _ = Line().copy()
        }
        Misuse.expect(
            result, says: "A module of the type 'Line' does not know how to copy itself. Give it `func copy()"
        )
    }

    @Test("a copy of a sequence whose models share parameters")
    func sharedCopy() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let linear = Linear(2, 2)
            _ = Sequential(linear, linear).copy()
        }
        Misuse.expect(
            result, says: "Models of a Sequential that share parameters cannot be copied one by one.")
    }

    @Test("parameters of another structure")
    func copyParameters() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Linear(2, 1).copyParameters(from: Linear(1, 1))
        }
        Misuse.expect(result, says: "Parameters were copied from a module of 2 to one of 3")
    }
}

/// Sizes whose product is no number, or more than any tape holds.
@Suite("Sizes beyond all memory end with a message:")
struct SizeChecksTests {
    @Test("of a linear layer")
    func linear() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Linear(.max, 2)
        }
        Misuse.expect(
            result, says: "A Linear of the sizes [9223372036854775807, 2] would have more parameters than")
    }

    @Test("of a convolution")
    func convolution() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Conv2D(1 << 20, 1 << 20, kernel: 1 << 20)
        }
        Misuse.expect(result, says: "A Conv2D of the sizes [1048576, 1048576, 1048576, 1048576] would have")
    }

    @Test("of the padding of a convolution")
    func padding() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Conv2D(1, 1, kernel: 1, padding: 1 << 30)(Values([1], shape: [1, 1, 1]))
        }
        Misuse.expect(
            result, says: "A Conv2D with a padding of 1073741824 makes more values of an image than")
    }

    @Test("of a window")
    func window() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MaxPool2D(2, stride: .max)
        }
        Misuse.expect(
            result, says: "A MaxPool2D needs a kernel, a stride and a padding of at most 2147483648")
    }

    @Test("of a network")
    func network() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(2, [4, .max])
        }
        Misuse.expect(
            result, says: "A layer of the sizes [4, 9223372036854775807] would have more parameters")
    }

    @Test("of a neuron")
    func neuron() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Neuron(.max)
        }
        Misuse.expect(result, says: "A neuron of the sizes [9223372036854775807] would have more parameters")
    }

    @Test("of a shape")
    func shape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Values([1, 2]).reshaped(to: [.max, 2])
        }
        Misuse.expect(result, says: "The shape [9223372036854775807, 2] does not fit 2 values.")
    }

    @Test("of a reshape")
    func reshape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Reshape(1 << 32, 1 << 32)(Values([1, 2]))
        }
        Misuse.expect(
            result, says: "A Reshape to the shape [4294967296, 4294967296] was given the shape [2].")
    }

    @Test("of a list with one 1")
    func oneHotList() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = oneHot(0, count: .max)
        }
        Misuse.expect(result, says: "oneHot makes at most 2,147,483,648 classes (got 9223372036854775807).")
    }

    @Test("of moons, circles and blobs")
    func points() async {
        let results = [
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var random = RandomStream(seed: 1)
                _ = makeMoons(.max, using: &random)
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var random = RandomStream(seed: 1)
                _ = makeCircles(.max, using: &random)
            },
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var random = RandomStream(seed: 1)
                _ = makeBlobs(.max, using: &random)
            },
        ]
        for (result, maker) in zip(results, ["makeMoons", "makeCircles", "makeBlobs"]) {
            Misuse.expect(result, says: "\(maker) makes at most 2,147,483,648 points")
        }
    }
}
