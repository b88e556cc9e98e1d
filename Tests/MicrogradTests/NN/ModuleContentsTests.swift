public import Micrograd
import Testing

extension ContiguousArray: Module where Element: Module {}

/// What the one rule of `Module` finds: each leaf that the stored properties lead to.
@Suite("The parameters of a module")
struct ModuleContentsTests {
    private struct Pair {
        let scale = Value(1)
        let layer = Linear(1, 1)
    }

    private enum Head {
        case none
        case linear(Linear)
        case two(first: Value, [Value])
        indirect case around(Head)
    }

    private final class Weights {
        let values = [Value(1), Value(2)]
    }

    private class Base {
        let base = Value(1)
    }

    private final class Derived: Base {
        let own = Value(2)
    }

    private struct Box<Content> {
        let content: Content
    }

    @propertyWrapper
    private struct Kept<Content> {
        var wrappedValue: Content
    }

    private struct Net: Module {
        let pair = Pair()
        let heads: [Head] = [
            .none, .linear(Linear(1, 1)), .two(first: Value(1), [Value(2)]), .around(.linear(Linear(1, 1))),
        ]
        let weights = Weights()
        let derived = Derived()
        let box = Box(content: (Value(1), Box(content: Value(2))))
        let model: any Model = Linear(1, 1)
        let anything: [Any] = [1, "two", Value(3), [Value(4)]]
        let slice = [Value(1), Value(2), Value(3)][1...]
        let values = Values([1, 2])
        let missing: Pair? = nil
        let present: Pair?? = Pair()
        @Kept var kept = Value(5)
        let tape = Tape()
        let numbers = ["a": [1.0, 2.0]]
        let names: Set = ["a"]
        let activations = ["relu": Activation.relu]
        let closure = { Value(1) }
    }

    @Test("are the leaves in structs, enums, objects, tuples, optionals and lists")
    func everywhere() {
        withTape {
            #expect(
                Net().namedParameters.map(\.name) == [
                    "pair.scale", "pair.layer.weight.0.0", "pair.layer.bias.0",
                    "heads.1.linear.weight.0.0", "heads.1.linear.bias.0",
                    "heads.2.two.first", "heads.2.two.1.0",
                    "heads.3.around.linear.weight.0.0", "heads.3.around.linear.bias.0",
                    "weights.values.0", "weights.values.1",
                    "derived.base", "derived.own",
                    "box.content.0", "box.content.1.content",
                    "model.weight.0.0", "model.bias.0",
                    "anything.2", "anything.3.0",
                    "slice.0", "slice.1", "values.0", "values.1",
                    "present.scale", "present.layer.weight.0.0", "present.layer.bias.0",
                    "_kept.wrappedValue",
                ])
            let net = Net()
            #expect(net.parameters.map(\.position) == net.namedParameters.map(\.value.position))
            sum(net.parameters).backward()
            net.zeroGrad()
            #expect(net.parameters.allSatisfy { $0.grad == 0 })
        }
    }

    /// Keeps what it computed at its last call.
    private final class Remembering: Model {
        let layer = Linear(1, 1)
        private(set) var last: Values?
        private(set) var sums: [Value] = []
        private(set) var endedInputs: [Value] = []

        func callAsFunction(_ inputs: Values) -> Values {
            let outputs = layer(inputs)
            last = outputs
            sums.append(sum(outputs) + 1)
            return outputs
        }

        func keepInputs() {
            struct Keeper: Model {
                let keep: (Values) -> Void
                func callAsFunction(_ inputs: Values) -> Values {
                    keep(inputs)
                    return inputs
                }
            }
            let keeper = Keeper { self.endedInputs += $0 }
            withTape { _ = keeper([1.0]) }
            _ = Recording(inputs: ["x": 1]) { ["y": keeper($0["x"])] }
        }
    }

    @Test("are not the activations that it keeps, alive or not")
    func activations() throws {
        try withTape { () throws in
            let model = Remembering()
            let names = ["layer.weight.0.0", "layer.bias.0"]
            _ = model([1.0])
            #expect(model.namedParameters.map(\.name) == names)
            withTape { _ = model([1.0]) }
            #expect(model.namedParameters.map(\.name) == names)
            model.zeroGrad()
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 0.1), epochs: 2)
            model.keepInputs()
            #expect(model.endedInputs.count == 2)
            #expect(model.namedParameters.map(\.name) == names)
            try model.load(model.savedParameters())
        }
    }

    @Test("are not those of a tape that has ended, also where another has its memory")
    func endedTape() {
        let model = Remembering()
        Tape().use { _ = Linear(1, 1, seed: 2)([1.0]) }
        let other = Holder()
        Tape().use { other.value = Value(1) }
        #expect(other.parameters.isEmpty)
        Tape().use {
            _ = Value(2)
            #expect(other.parameters.isEmpty)
            other.zeroGrad()
        }
        #expect(model.parameters.count == 2)
    }

    private final class Holder: Module {
        var value: Value?
    }

    /// An object that leads to the next one in two ways.
    private final class Shared: Module {
        let weight = Value(1)
        let first: Shared?
        let second: Shared?

        init(_ next: Shared?) {
            first = next
            second = next
        }
    }

    private func chain(_ depth: Int) -> Shared? {
        (0..<depth).reduce(nil) { next, _ in Shared(next) }
    }

    @Test("that objects share are looked at once, in any depth")
    func shared() throws {
        try withTape { () throws in
            let root = try #require(chain(24))
            #expect(root.parameters.count == 24)
            let names = root.namedParameters.map(\.name)
            #expect(names.prefix(3) == ["weight", "first.weight", "first.first.weight"])
            #expect(names.count == 24)
            root.setMode(.evaluation)
            try root.load(root.savedParameters())
        }
    }

    /// A list, element by element.
    private final class Link: Module {
        let weight = Value(1)
        var next: Link?
    }

    @Test("in a chain of many objects need no deep stack")
    func deep() {
        withTape {
            let first = Link()
            var last = first
            for _ in 0..<100_000 {
                let link = Link()
                last.next = link
                last = link
            }
            #expect(first.parameters.count == 100_001)
            // Freed one by one, because Swift frees a chain by recursion.
            var link: Link? = first
            while let next = link?.next {
                link?.next = nil
                link = next
            }
        }
    }

    /// Has parts that are made when they are asked for.
    private struct Wrapped: Module {
        final class Wrapper: Module {
            let value: Value

            init(_ value: Value) {
                self.value = value
            }
        }

        let values = Values((0..<20).map(Double.init))

        var parts: [ModulePart] {
            values.enumerated().map { index, value in
                ModulePart("\(index)", parts: [ModulePart("inner", Around(value: value))])
            }
        }

        struct Around: Module {
            let value: Value
            var parts: [ModulePart] { [ModulePart("wrapper", Wrapper(value))] }
        }
    }

    @Test("of objects that `parts` makes anew are all found")
    func temporaries() {
        withTape {
            let wrapped = Wrapped()
            #expect(wrapped.parameters.map(\.data) == (0..<20).map(Double.init))
            #expect(wrapped.namedParameters.last?.name == "19.inner.wrapper.value")
        }
    }

    /// Counts how often its mirror is asked for.
    private struct Counted: CustomReflectable, Sendable {
        static nonisolated(unsafe) var count = 0

        var customMirror: Mirror {
            Counted.count += 1
            return Mirror(self, children: [])
        }
    }

    @Test("take no time for plain data, however much there is")
    func plainData() {
        struct Data: Module {
            let weight = Value(1)
            let rows: [[Double]]
            let maybe: [Int?]
            let names: [String: [UInt8]]
            let samples: [Counted]
        }
        withTape {
            let data = Data(
                rows: [[Double]](repeating: [Double](repeating: 1, count: 1_000), count: 1_000),
                maybe: [Int?](repeating: 1, count: 1_000_000),
                names: ["a": [UInt8](repeating: 0, count: 1_000_000)],
                samples: [Counted()])
            // Element by element, a call would take a second, and this a quarter of an hour.
            for _ in 0..<1_000 { #expect(data.parameters.count == 1) }
            // What may lead to parameters is looked at.
            #expect(Counted.count == 1_000)
        }
    }

    @Test("are not looked for in an inline array of numbers, nor behind a pointer to what is unknown")
    func unseenPlain() {
        struct Lock { var state: UInt32 }
        struct Net: Module {
            let weight = Value(1)
            let sizes: [2 of Int] = [1, 2]
            let points: [2 of [SIMD2<Double>]] = [[], []]
            let lock = ManagedBuffer<[Double], Lock>.create(minimumCapacity: 1) { _ in [] }
            let handle: UnsafeMutablePointer<Lock>? = nil
        }
        withTape { #expect(Net().namedParameters.map(\.name) == ["weight"]) }
    }

    /// Has parts of its own beside a mirror.
    private struct Mirrored: Module, CustomReflectable {
        let weight = Value(1)
        var customMirror: Mirror { Mirror(self, children: []) }
        var parts: [ModulePart] { [ModulePart("weight", weight)] }
    }

    @Test("of a module with a mirror of its own are its parts; lists that are modules need none")
    func mirrored() {
        struct Net: Module {
            let mirrored = Mirrored()
            let layers: [Linear] = [Linear(1, 1)]
            let maybe: Linear? = Linear(1, 1)
        }
        withTape {
            #expect(Mirrored().namedParameters.map(\.name) == ["weight"])
            #expect(
                Net().namedParameters.map(\.name) == [
                    "mirrored.weight", "layers.0.weight.0.0", "layers.0.bias.0", "maybe.weight.0.0",
                    "maybe.bias.0",
                ])
            #expect((ContiguousArray([Mirrored(), Mirrored()]) as any Module).parameters.count == 2)
        }
    }

    @Test("are not looked for behind pointers to other things")
    func pointers() {
        struct Net: Module {
            let numbers = UnsafeMutableBufferPointer<Double>.allocate(capacity: 2)
            let first: UnsafePointer<[Double]>? = nil
            let weight = Value(1)
            let triple: [3 of Int] = [1, 2, 3]
        }
        withTape {
            let net = Net()
            defer { net.numbers.deallocate() }
            #expect(net.namedParameters.map(\.name) == ["weight"])
        }
    }

    @Test("are named after the model's layers, and not after an optimizer that it keeps")
    func keptOptimizer() {
        final class Trainer: Module {
            let optimizers: [any Optimizer]
            let best: [String: SGD]
            let layer: Linear

            init(_ layer: Linear) {
                optimizers = [Adam(layer.parameters)]
                best = ["sgd": SGD(layer.parameters, learningRate: 1)]
                self.layer = layer
            }
        }
        withTape {
            let trainer = Trainer(Linear(1, 1))
            #expect(trainer.namedParameters.map(\.name) == ["layer.weight.0.0", "layer.bias.0"])
        }
    }

    /// Swaps two halves by turns, and says when it trains.
    private final class Noise: Model {
        private(set) var modes: [ModuleMode] = []

        func callAsFunction(_ inputs: Values) -> Values { inputs }
        func modeChanged(to mode: ModuleMode) { modes.append(mode) }
    }

    @Test("come with modules that are told of training and evaluation")
    func modes() {
        struct Around: Module {
            let box: Box<[Noise]>
        }
        let noise = Noise()
        let around = Around(box: Box(content: [noise, noise]))
        around.setMode(.evaluation)
        around.setMode(.training)
        #expect(noise.modes == [.evaluation, .training])
    }
}
