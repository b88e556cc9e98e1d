import Micrograd
import Testing

@Suite("A compacted tape")
struct TapeCompactTests {
    /// All that walks from some values show.
    private struct Shown: Equatable {
        var expanded: [GraphNode]
        var whole: [GraphNode]
        var roots: [Int]
        var scopes: [GraphScope]
        var backward: GraphBackward?

        init(_ roots: Value...) { self.init(roots) }

        init(_ values: [Value]) {
            let walk = GraphWalk(from: values)
            expanded = Array(walk)
            whole = Array(GraphWalk(from: values, detail: .whole))
            roots = walk.roots
            scopes = walk.scopes
            backward = walk.backward
        }
    }

    // MARK: What stays

    @Test("holds what the kept values depend on and no more, and hands them on in the order given")
    func keptValues() {
        let tape = Tape()
        tape.use {
            _ = Value(1)
            let x = Value(2)
            _ = x.tanh()
            let y = x * x
            let z = 5 - y
            _ = z + y
            let kept = Tape.compact(keeping: [z, x, z])
            #expect(tape.count == 3)
            #expect(kept.map(\.data) == [1, 2, 1])
            #expect(GraphWalk(from: kept).roots == [3, 0, 3])
            #expect((kept[1] * kept[2]).data == 2)
        }
    }

    @Test("shows the same: data, gradients, labels, parameters, constants, powers, calls of backward()")
    func walks() {
        Tape().use {
            _ = Value(9, label: "dropped")
            let w = Value(0.5, label: "w"), x = Value(-2, label: "removed")
            w.isParameter = true
            let dropped = w * x
            dropped.label = "dropped too"
            x.label = nil
            let inner = (2 - w) / x
            inner.label = "inner"
            _ = inner.exp()
            let y = min(inner ** 3, w) ** x + 0.25
            y.backward()
            let before = Shown(y, inner)
            #expect(before.backward == GraphBackward(root: before.roots[0], calls: 1))
            let kept = Tape.compact(keeping: [y, inner])
            #expect(Shown(kept) == before)
            #expect(kept.map(\.label) == [nil, "inner"])
        }
    }

    @Test("has no labels where labelled values stood that are gone")
    func labels() {
        Tape().use {
            // In an order of labelling that is not that of the values.
            let values = (0..<6).map { Value(Double($0)) }
            for index in [5, 1, 3, 4, 0] { values[index].label = "\(index)" }
            let kept = Tape.compact(keeping: [1, 2, 5].map { values[$0] })
            #expect(kept.map(\.label) == ["1", nil, "5"])
            #expect((0..<4).map { Value(Double($0)).label } == [nil, nil, nil, nil])
            kept[1].label = "2"
            #expect(Tape.compact(keeping: [kept[2], kept[1]]).map(\.label) == ["5", "2"])
        }
    }

    @Test("keeps scopes that recorded a kept value, with those around them, and no others")
    func scopes() {
        let tape = Tape()
        tape.use {
            let x = Value(2)
            let y = withScope("outer", kind: "block") {
                _ = withScope("dropped") { x * x }
                withScope("empty") {}
                return withScope("middle") { withScope("inner") { x + 1.0 } }
            }
            _ = withScope("dropped") { withScope("inner") { -x } }
            let z = withScope("inner") { y * x }
            let before = Shown(z)
            let kept = Tape.compact(keeping: [z])[0]
            #expect(Shown(kept) == before)
            #expect(tape.tableCounts["scopes"] == 4)
            #expect(before.scopes.map(\.name) == ["outer", "middle", "inner", "inner"])
        }
    }

    @Test("goes on in the scopes that are open")
    func openScopes() {
        Tape().use {
            let x = Value(2)
            withScope("outer") {
                _ = withScope("dropped") { x * x }
                withScope("inner") {
                    _ = x.exp()
                    let y = x + 1.0
                    let kept = Tape.compact(keeping: [y])[0]
                    let z = -kept
                    let walk = GraphWalk(from: z)
                    #expect(walk.scopes.map(\.name) == ["outer", "inner"])
                    #expect(walk.map(\.scope) == [nil, 1, 1, 1])
                }
                let empty = Tape.compact(keeping: [])
                #expect(empty.isEmpty)
                #expect(GraphWalk(from: Value(1)).map(\.scope) == [0])
            }
            #expect(GraphWalk(from: Value(1)).map(\.scope) == [nil])
        }
    }

    @Test("counts the calls of backward() as before, those from values that are gone too")
    func sweeps() {
        let tape = Tape()
        tape.use {
            let x = Value(2)
            let y = x * x
            let early = x * 3.0
            let z = y * x
            (z * z).backward()
            z.backward()
            early.backward()
            early.backward()
            let (all, low) = (Shown(z), Shown(x))
            #expect(all.backward?.calls == 4 && all.backward?.root == nil)
            let kept = Tape.compact(keeping: [z, x])
            #expect(Shown(kept[0]).backward == all.backward && Shown(kept[1]).backward == low.backward)
            let late = Value(1)
            #expect(GraphWalk(from: late).backward == nil, "no call was made on it or later")
            late.backward()
            #expect(GraphWalk(from: late).backward == GraphBackward(root: 0, calls: 1))
            #expect(GraphWalk(from: kept[0]).backward == GraphBackward(root: nil, calls: 5))
            let again = Tape.compact(keeping: kept)
            #expect(GraphWalk(from: again[0]).backward == GraphBackward(root: nil, calls: 5))
            // The root that is gone stood after this one, which is none of its calls.
            again[0].backward()
            #expect(GraphWalk(from: again[0]).backward == GraphBackward(root: 2, calls: 6))
        }
    }

    @Test("forgets calls from values that are gone when their region ends, as it does without")
    func sweepsOfRegions() {
        Tape().use {
            let x = Value(2)
            let y = x * x
            withTape {
                (y * 3.0).backward()
                y.backward()
                let kept = Tape.compact(keeping: [y * 2.0])
                #expect(GraphWalk(from: kept).backward == GraphBackward(root: 1, calls: 2))
            }
            #expect(GraphWalk(from: y).backward == GraphBackward(root: 1, calls: 1))
        }
    }

    // MARK: Backward

    @Test("gives the gradients of an untouched one, whenever backward() runs", arguments: 0..<8)
    func gradients(calls: Int) {
        /// - Parameter isCompacted: For each place where it may be, whether the tape is compacted there.
        func gradients(isCompacted: [Bool]) -> [Double] {
            Tape().use {
                func compact(_ values: [Value], at place: Int) -> [Value] {
                    isCompacted[place] ? Tape.compact(keeping: values) : values
                }
                _ = Value(1) * 2.0
                var (x, w) = (Value(0.75), Value(-1.5))
                (w * 7.0).exp().backward()
                var values = compact([x, w], at: 0)
                (x, w) = (values[0], values[1])
                _ = x - w
                var inner = (x * w).tanh()
                let y = inner * inner + w
                if calls & 1 != 0 { y.backward() }
                if calls & 2 != 0 { inner.backward() }
                if calls & 4 != 0 { y.grad = 3 }
                values = compact([inner, x, w], at: 1)
                (inner, x, w) = (values[0], values[1], values[2])
                let z = inner * x + w
                z.backward()
                values = compact([z, inner, x, w], at: 2)
                values[0].backward()
                return values.map(\.grad)
            }
        }
        let expected = gradients(isCompacted: [false, false, false])
        #expect(!expected.contains(0))
        for places in 1..<8 {
            let isCompacted = (0..<3).map { places >> $0 & 1 == 1 }
            #expect(gradients(isCompacted: isCompacted) == expected, "\(isCompacted)")
        }
    }

    @Test("carries a state from step to step of a training loop, and does not grow")
    func recurrentTraining() {
        /// Returns the mean loss of each thousand steps, and the last state.
        func train(isCompacted: Bool, steps: Int, checking tape: Tape) -> [Double] {
            var random = RandomStream(seed: 4)
            var (w, u, state) = (Value(0.1, label: "w"), Value(-0.2, label: "u"), Value(0))
            var losses: [Double] = [], total = 0.0
            var target = 0.0
            var sizes: [String: Int] = [:]
            for step in 1...steps {
                let x = random.uniform(-1, 1)
                target = 0.8 * x + 0.5 * target
                let inputs = [Value(x), state]
                let next = withScope("cell") { dot([w, u], inputs) * 1.0 }
                next.label = "state"
                let loss = (next - target) ** 2
                w.zeroGrad()
                u.zeroGrad()
                loss.backward()
                for value in [w, u] { value.data -= 0.05 * value.grad }
                total += loss.data
                if step % (steps / 10) == 0 {
                    losses.append(total / Double(steps / 10))
                    total = 0
                }
                state = Value(next.data, label: "state")
                guard isCompacted else { continue }
                let kept = Tape.compact(keeping: [w, u, state])
                (w, u, state) = (kept[0], kept[1], kept[2])
                if tape.count != 3 { #expect(tape.count == 3, "step \(step)") }
                if step == 2 { sizes = tape.tableCounts }
            }
            if isCompacted { #expect(tape.tableCounts == sizes) }
            return losses + [w.data, u.data, state.data]
        }
        let tape = Tape(), other = Tape()
        let results = tape.use { train(isCompacted: true, steps: 10_000, checking: tape) }
        #expect(results[9] < results[0] / 100)
        #expect(abs(results[10] - 0.8) < 0.01 && abs(results[11] - 0.5) < 0.01)
        // Dropping what is not needed changes no number.
        let expected = other.use { train(isCompacted: false, steps: 10_000, checking: other) }
        #expect(results == expected)
    }

    @Test("does not grow by changes of data and sweeps beside a graph that stays")
    func tablesDoNotGrow() {
        let tape = Tape()
        tape.use {
            let values = [Value(1), Value(2), Value(3)]
            var kept = [dot(values, values), sum(values)] + values
            let before = Shown(kept)
            var sizes: [[String: Int]] = []
            for step in 0..<1_000 {
                let loss = sum([kept[0], kept[2], sum(Array(kept[2...]))])
                loss.backward()
                kept[0].backward()
                for value in kept[2...] { value.data += 1 }
                _ = withScope("step") { kept[3] * 2.0 }
                kept[1].label = "step \(step)"
                kept = Tape.compact(keeping: kept)
                sizes.append(tape.tableCounts)
            }
            #expect(tape.count == 5)
            #expect(sizes[2] == sizes[999])
            #expect(kept[2...].map(\.data) == [1001, 1002, 1003])
            let products = GraphWalk(from: kept[0]).filter { $0.operation == .multiply }.map(\.data)
            #expect(products == [1, 4, 9], "what they were when the product was computed")
            #expect(before.expanded.filter { $0.operation == .multiply }.map(\.data) == products)
            #expect(tape.tableCounts["changes"] == 3)
            _ = Tape.compact(keeping: Array(kept[2...]))
            #expect(tape.tableCounts["changes"] == 0, "no product is left that could ask")
        }
    }

    // MARK: Regions

    @Test("is compacted in the innermost region only; values around it stay valid and in place")
    func regions() {
        let tape = Tape()
        tape.use {
            let w = Value(2, label: "w"), unused = Value(3)
            let square = w * w
            var returned: [Value] = []
            withTape {
                _ = Value(1)
                let y = square * 3.0
                withTape {
                    _ = y * y
                    let z = withScope("inside") { y + square }
                    z.backward()
                    let before = Shown(z, y, square, w)
                    let kept = Tape.compact(keeping: [z, y, w])
                    #expect(tape.count == 6)
                    #expect(Shown(kept[0], y, square, w) == before)
                    #expect(kept.map(\.data) == [16, 12, 2])
                    #expect((kept[0] * unused).data == 48)
                    kept[0].backward()
                    #expect((w.grad, square.grad, y.grad) == (32, 4, 1))
                }
                #expect(tape.count == 5)
                #expect(y.data == 12)
                returned = Tape.compact(keeping: [w, y])
                let kept = returned[1]
                #expect(tape.count == 4)
                kept.backward()
                #expect((kept.data, kept.grad, w.grad, w.label) == (12, 1, 44, "w"))
                withTape { #expect((kept * w).data == 24) }
            }
            #expect(tape.count == 3)
            #expect((w.data, unused.data, square.data, square.grad) == (2, 3, 4, 3))
            #expect(returned[0].data == 2, "a value of a region around is returned as it is")
        }
    }

    @Test("of the thread is compacted outside of all tapes and regions")
    func defaultTape() {
        onThread {
            let x = Value(3)
            _ = x * 2.0
            let y = x * x
            let kept = Tape.compact(keeping: [y, x])
            kept[0].backward()
            #expect((kept[0].data, kept[1].grad, kept[0].tapeCount) == (9, 6, 2))
        }
    }

    @Test("is empty if nothing is kept")
    func nothingKept() {
        let tape = Tape()
        tape.use {
            let model = MLP(2, [2, 1])
            model([Value(1), Value(2)])[0].backward()
            _ = sum([Value(1, label: "x"), Value(2)])
            #expect(Tape.compact(keeping: []).isEmpty)
            #expect(tape.count == 0)
            #expect(tape.tableCounts.values.allSatisfy { $0 == 0 })
            let x = Value(2)
            (x * x).backward()
            #expect(x.grad == 4 && x.label == nil)
        }
    }

    @Test("has a chain of a million values without recursion")
    func deepChain() {
        let tape = Tape()
        tape.use {
            let x = Value(1)
            var y = x
            for _ in 0..<500_000 {
                y = -y
                _ = y * y
            }
            let kept = Tape.compact(keeping: [y, x])
            #expect(tape.count == 500_001)
            kept[0].backward()
            #expect(kept[1].grad == 1)
        }
    }

    // MARK: Compounds

    @Test("keeps all outputs of a layer of which one is kept, and their parameters")
    func partOfLayer() {
        let tape = Tape()
        tape.use {
            _ = Value(1)
            let layer = Layer(2, 3, activation: .tanh, seed: 1)
            let unused = Layer(2, 3, seed: 2)
            let x = [Value(0.5, label: "x0"), Value(-1, label: "x1")]
            _ = unused(x)
            let outputs = layer(x)
            let y = outputs[1] * 2.0
            y.backward()
            let before = Shown(y)
            var kept = Tape.compact(keeping: [y])[0]
            #expect(tape.count == 9 + 2 + 3 + 1)
            #expect(tape.tableCounts["compounds"] == 1)
            #expect(Shown(kept) == before)
            #expect(before.scopes.map(\.name) == ["layer", "neuron 1"])
            kept.backward()
            kept = Tape.compact(keeping: [kept])[0]
            let grads = GraphWalk(from: kept).filter(\.isParameter).map { $0.grad ?? .nan }
            #expect(grads == before.expanded.filter(\.isParameter).map { 2 * ($0.grad ?? .nan) })
            #expect(grads.count == 3)
        }
    }

    @Test("keeps networks, dot products and sums whole, whether their operands stand side by side or not")
    func compounds() {
        let tape = Tape()
        tape.use {
            let model = MLP(3, [4, 3, 2], activation: .sigmoid, seed: 3)
            var values: [Value] = []
            for number in 0..<6 {
                values.append(Value(Double(number) / 8))
                _ = values[number].exp()
            }
            let side = [Value(0.5), Value(-0.25), Value(1)]
            _ = dot(values, values.reversed())
            let listed = model([values[5], values[0], values[3]])
            let spanned = model(side)
            _ = sum(values)
            let x = dot(side, [values[1], listed[0], values[1]])
            let y = dot([spanned[1]], [x])
            let z = sum([x, y, y, listed[1]])
            side[0].data = 7
            z.backward()
            let before = Shown(z, x)
            let kept = Tape.compact(keeping: [z, x])
            #expect(Shown(kept) == before)
            // Without the first sum and product, of lists; the layers are 6, x and y and z 3.
            #expect(tape.tableCounts["compounds"] == 9)
            #expect(tape.tableCounts["listed operands"] == 3 + 3 + 4)
            kept[0].backward()
            let once = before.expanded.filter(\.isParameter).map { $0.grad ?? .nan }
            let twice = GraphWalk(from: kept[0]).filter(\.isParameter).map { $0.grad ?? .nan }
            // The second call adds in another order: the last bits may differ.
            #expect(zip(once, twice).allSatisfy { abs($1 - 2 * $0) <= 1e-12 * abs($0) })
        }
    }

    @Test("keeps a span of operands that starts before its region")
    func spanAcrossRegion() {
        let tape = Tape()
        tape.use {
            let x = Value(2), y = Value(3)
            withTape {
                let z = Value(5), other = Value(7)
                _ = other.exp()
                let product = dot([y, z, other], [x, y, z])
                let total = sum([x, y, z])
                product.backward()
                let before = Shown(product, total)
                let kept = Tape.compact(keeping: [product, total])
                #expect(Shown(kept) == before)
                #expect(tape.tableCounts["listed operands"] == 0)
                #expect(tape.count == 2 + 2 + 2)
            }
        }
    }

    // MARK: Networks

    @Test("keeps the gradients inside a neuron whose output was set by hand since")
    func innerGradients() {
        withTape {
            _ = Value(7)
            let y = Neuron(2, activation: .tanh, seed: 3)([Value(0.5), Value(-1)])
            _ = y * 2
            y.backward()
            y.grad = 5
            let grads = GraphWalk(from: y).map(\.grad)
            let kept = Tape.compact(keeping: [y])[0]
            #expect(GraphWalk(from: kept).map(\.grad) == grads)
            kept.backward()
            #expect(GraphWalk(from: kept).map(\.grad).last == 1)
        }
    }

    // MARK: Twins

    @Test("cannot be told from one that was never compacted, whatever is recorded", arguments: 0..<12)
    func twins(seed: Int) throws {
        var twins = Twins(seed: seed)
        try twins.run(steps: 60, depth: 0)
        #expect(twins.compactionCount > 3)
    }

    /// The same computation on two tapes, of which one is compacted again and again.
    private struct Twins {
        private(set) var compactionCount = 0
        private let compacted = Tape()
        private let untouched = Tape()
        private var random: RandomStream
        /// The values that are wanted, on both tapes.
        private var values: [(compacted: Value, untouched: Value)] = []
        /// How many of them were made before the innermost region.
        private var outerCount = 0
        private var name = 0

        init(seed: Int) {
            random = RandomStream(seed: seed)
            for _ in 0..<4 { addLeaf() }
        }

        private mutating func below(_ bound: Int) -> Int { Int(random.random() * Double(bound)) }

        private mutating func some(_ count: Int) -> [Int] { (0..<count).map { _ in below(values.count) } }

        /// Does the same on both tapes.
        private mutating func add(_ body: ([Value]) -> [Value]) {
            let one = compacted.use { body(values.map(\.compacted)) }
            let other = untouched.use { body(values.map(\.untouched)) }
            values += zip(one, other).map { ($0, $1) }
        }

        private mutating func addLeaf() {
            let data = random.uniform(-1, 1)
            add { _ in [Value(data)] }
        }

        mutating func run(steps: Int, depth: Int) throws {
            for _ in 0..<steps {
                switch below(24) {
                case 0..<8: addResult()
                case 8: addLeaf()
                case 9..<12: addCompound()
                case 12, 13:
                    let root = below(values.count)
                    add { values in
                        values[root].backward()
                        return []
                    }
                case 14..<17: change()
                case 17, 18: compact()
                case 19: if values.count > outerCount + 3 { values.remove(at: outerCount + 1) }
                default:
                    guard depth < 3 else { continue }
                    if below(2) == 0 {
                        try runRegion(depth: depth + 1)
                    } else {
                        try runScope(depth: depth + 1)
                    }
                }
                try compare()
            }
        }

        private mutating func addResult() {
            let chosen = some(2), operation = below(7)
            add { values in
                let (x, y) = (values[chosen[0]], values[chosen[1]])
                switch operation {
                case 0: return [x + y]
                case 1: return [x * y]
                case 2: return [0.5 - x]
                case 3: return [x ** 2]
                case 4: return [x.tanh()]
                case 5: return [x / 3, y * 0.25]
                default: return [max(x, y)]
                }
            }
        }

        private mutating func addCompound() {
            let chosen = some(3), kind = below(5), seed = below(100)
            let start = below(values.count - 2)
            add { values in
                let side = Array(values[start..<start + 3]), listed = chosen.map { values[$0] }
                switch kind {
                case 0: return [dot(side, listed)]
                case 1: return [sum(listed + side)]
                case 2: return [Layer(3, 3, activation: .tanh, seed: seed)(side)[seed % 3]]
                case 3: return [Neuron(3, activation: .linear, seed: seed)(listed)]
                default:
                    let model = MLP(3, [2, 3, 2], activation: .sigmoid, seed: seed)
                    return Array(model(listed).prefix(1 + seed % 2)) + [model.parameters[seed % 9]]
                }
            }
        }

        private mutating func change() {
            let chosen = some(2), kind = below(5), data = random.uniform(-1, 1)
            name += 1
            add { [name] values in
                for value in chosen.map({ values[$0] }) {
                    switch kind {
                    case 0: value.label = "\(name)"
                    case 1: value.label = nil
                    case 2: value.grad = data
                    case 3: value.zeroGrad()
                    default: value.data = data
                    }
                    if value.isLeaf { value.isParameter = data < 0 }
                }
                return []
            }
        }

        private mutating func compact() {
            compactionCount += 1
            let recorded = Array(values.indices.dropFirst(outerCount))
            var inner = recorded.filter { _ in below(3) > 0 }
            if outerCount + inner.count < 4 { inner = recorded }
            let kept = compacted.use { Tape.compact(keeping: inner.map { values[$0].compacted }) }
            values = values.prefix(outerCount) + zip(kept, inner).map { ($0, values[$1].untouched) }
        }

        private mutating func runRegion(depth: Int) throws {
            let (count, outer) = (values.count, outerCount)
            outerCount = count
            try compacted.use {
                try withTape { try untouched.use { try withTape { try run(steps: 12, depth: depth) } } }
            }
            values.removeSubrange(count...)
            outerCount = outer
        }

        private mutating func runScope(depth: Int) throws {
            let name = "scope \(below(3))"
            try compacted.use {
                try withScope(name) {
                    try untouched.use { try withScope(name) { try run(steps: 8, depth: depth) } }
                }
            }
        }

        private mutating func compare() throws {
            for (one, other) in values {
                try #require(one.data.bitPattern == other.data.bitPattern)
                try #require(one.grad == other.grad)
                try #require(one.label == other.label)
            }
            for roots in [some(2), Array(values.indices)].prefix(below(4) == 0 ? 2 : 1) {
                let one = Shown(roots.map { values[$0].compacted })
                let other = Shown(roots.map { values[$0].untouched })
                // Not the two in whole, which would fill pages.
                try #require(one.backward == other.backward && one.scopes == other.scopes)
                let isSame = one == other
                try #require(isSame)
            }
        }
    }
}
