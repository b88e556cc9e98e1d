import Micrograd

/// What a random program found: the engine and the plain tape do not agree.
public struct FuzzDifference: Error, CustomStringConvertible {
    /// The program in which it shows.
    public let seed: Int
    /// How many things the program had done.
    let step: Int
    let text: String

    /// The seed, how far the program was, and both numbers.
    public var description: String { "Seed \(seed), step \(step): \(text)" }
}

/// A random program that runs on the engine and on a plain tape, and compares them on the way.
///
/// It records operations, compounds and networks, opens regions and scopes, changes data, gradients and labels,
/// sweeps from several roots, compacts, and makes recordings. All is compared to the last bit, but the gradients of
/// recordings: these add up examples in another order than a tape does.
public struct FuzzProgram {
    let seed: Int
    var step = 0
    var random: FuzzRandom
    var tape = PlainTape()
    /// The values in use: on the engine, and their indices on the plain tape.
    var values: [Value] = []
    var places: [Int] = []
    var modules: [FuzzModule] = []
    private var lastInstance = 0
    /// Where the open regions start on the plain tape.
    private var regionStarts = [0]

    /// Runs the program of a seed.
    public static func run(seed: Int) throws {
        var program = FuzzProgram(seed: seed)
        try Tape().use {
            try program.run(steps: 20 + program.random.below(60), depth: 0)
            try program.compareNumbers()
        }
    }

    private init(seed: Int) {
        self.seed = seed
        random = FuzzRandom(seed: seed)
    }

    func difference(_ text: String) -> FuzzDifference { FuzzDifference(seed: seed, step: step, text: text) }

    // MARK: What it does

    private mutating func run(steps: Int, depth: Int) throws {
        for _ in 0..<steps where tape.nodes.count < 600 {
            step += 1
            switch values.isEmpty ? 0 : random.below(100) {
            case 0..<6: add(values: [random.chance(20) ? labelledLeaf() : leaf()])
            case 6..<56: record()
            case 56..<61: makeModule()
            case 61..<70: try backward()
            case 70..<74: changeData()
            case 74..<76: changeGrad()
            case 76..<79: removeGrads()
            case 79..<81: changeName()
            case 81..<86: try compareWalk()
            case 86..<90 where depth < 3: try region(depth: depth)
            case 90..<94 where depth < 4: try scope(depth: depth)
            case 94..<97: try compact()
            default: if random.chance(40) { try runRecording() }
            }
        }
    }

    private mutating func add(values pairs: [(Value, Int)]) {
        values += pairs.map(\.0)
        places += pairs.map(\.1)
    }

    private mutating func leaf() -> (Value, Int) {
        let data = random.number()
        return (Value(data), tape.leaf(data))
    }

    private mutating func labelledLeaf() -> (Value, Int) {
        let data = random.number()
        return (Value(data, label: "x"), tape.leaf(data, label: "x"))
    }

    private mutating func record() {
        let step = FuzzStep.random(using: &random, count: values.count, modules: modules)
        let results = step.run(on: values)
        add(values: Array(zip(results, step.run(on: &tape, places))))
    }

    private mutating func makeModule() {
        let module = FuzzModule(
            using: &random, on: &tape, instance: &lastInstance, regionStart: regionStarts.last ?? 0)
        modules.append(module)
        add(values: module.parameters.enumerated().map { ($1, module.firstParameter + $0) })
    }

    private mutating func backward() throws {
        let chosen = random.chance(60) ? values.count - 1 : random.below(values.count)
        for _ in 0..<(random.chance(20) ? 2 : 1) {
            values[chosen].backward()
            tape.backward(from: places[chosen])
        }
        try compareNumbers()
    }

    private mutating func changeData() {
        let (chosen, data) = (random.below(values.count), random.number())
        values[chosen].data = data
        tape.nodes[places[chosen]].data = data
    }

    private mutating func changeGrad() {
        let (chosen, grad) = (random.below(values.count), random.number())
        values[chosen].grad = grad
        tape.nodes[places[chosen]].grad = grad + 0.0
    }

    private mutating func removeGrads() {
        let chosen = random.chance(50) ? Array(values.indices) : [random.below(values.count)]
        for chosen in chosen {
            values[chosen].zeroGrad()
            tape.nodes[places[chosen]].grad = nil
        }
    }

    private mutating func changeName() {
        let chosen = random.below(values.count)
        let label = random.pick(["a", "b", nil])
        values[chosen].label = label
        tape.nodes[places[chosen]].label = label
        if values[chosen].isLeaf {
            let isParameter = random.chance(50)
            values[chosen].isParameter = isParameter
            tape.nodes[places[chosen]].isParameter = isParameter
        }
    }

    private mutating func region(depth: Int) throws {
        let (count, moduleCount, start) = (values.count, modules.count, tape.nodes.count)
        regionStarts.append(start)
        let steps = random.below(25)
        try withTape {
            try run(steps: steps, depth: depth + 1)
            try compareNumbers()
        }
        regionStarts.removeLast()
        values.removeSubrange(count...)
        places.removeSubrange(count...)
        modules.removeSubrange(moduleCount...)
        tape.truncate(to: start)
        try compareNumbers()
    }

    private mutating func scope(depth: Int) throws {
        let name = random.pick(["one", "two", "layer 0", "three \(step)"])
        let kind = random.pick(["block", "layer"])
        let steps = random.below(12)
        let outer = tape.openScope
        tape.scopes.append(PlainTape.Scope(kind: kind, name: name, instance: 0, parent: outer))
        tape.openScope = tape.scopes.count - 1
        defer { tape.openScope = outer }
        try withScope(name, kind: kind) { try run(steps: steps, depth: depth + 1) }
    }

    /// Keeps some of the values of the innermost region, in any order.
    private mutating func compact() throws {
        let start = regionStarts.last ?? 0
        let outer = places.firstIndex { $0 >= start } ?? places.count
        var kept = (outer..<places.count).filter { _ in random.chance(50) }
        if random.chance(50) { kept.reverse() }
        let moved = Tape.compact(keeping: kept.map { values[$0] })
        let movedPlaces = kept.map { places[$0] }
        values = Array(values[..<outer]) + moved
        places = Array(places[..<outer]) + movedPlaces
        modules.removeAll { $0.regionStart >= start }
        try compareNumbers()
        if !values.isEmpty { try compareWalk() }
    }

    // MARK: What it compares

    func compareNumbers() throws {
        for (value, place) in zip(values, places) {
            let node = tape.nodes[place]
            try compare(value.data, node.data, "the data of the value of", place)
            try compare(value.grad, node.grad ?? 0, "the gradient of the value of", place)
            guard value.label == node.label, value.isLeaf == (node.symbol == nil) else {
                throw difference("The value of \(describe(place)) has another label or kind.")
            }
        }
    }

    func compare(_ one: Double?, _ other: Double?, _ what: String, _ place: Int) throws {
        guard one?.bitPattern != other?.bitPattern else { return }
        if let one, let other, one.isNaN, other.isNaN { return }
        throw difference(
            "\(what) \(describe(place)) is \(one.map { "\($0)" } ?? "none"), on the plain tape \(other.map { "\($0)" } ?? "none")."
        )
    }

    /// A node and its operands.
    func describe(_ place: Int) -> String {
        let node = tape.nodes[place]
        let operands = node.operands.map { "#\($0) of \(tape.nodes[$0].data)" }.joined(separator: ", ")
        return "#\(place) (\(node.symbol.map { "\($0): \(operands)" } ?? "leaf"))"
    }

    /// Compares all that a walk shows: nodes, scopes and calls of `backward()`.
    private mutating func compareWalk() throws {
        let chosen = (0...random.below(3)).map { _ in random.below(values.count) }
        let walk = GraphWalk(from: chosen.map { values[$0] })
        let isReached = tape.reached(from: chosen.map { places[$0] })
        let expected = tape.nodes.indices.filter { isReached[$0] }
        guard walk.count == expected.count else {
            throw difference("A walk has \(walk.count) nodes, on the plain tape \(expected.count).")
        }
        let ids = Dictionary(uniqueKeysWithValues: expected.enumerated().map { ($1, $0) })
        guard walk.roots == chosen.map({ ids[places[$0]] }) else {
            throw difference("A walk has other roots.")
        }
        let scopeIDs = try compareScopes(of: walk, expected)
        for (node, place) in zip(walk, expected) {
            let plain = tape.nodes[place]
            guard node.operation?.symbol == plain.symbol, node.operands == plain.operands.map({ ids[$0] }),
                node.label == plain.label, node.isConstant == plain.isConstant,
                node.isParameter == plain.isParameter, node.scope == plain.scope.flatMap({ scopeIDs[$0] })
            else { throw difference("A walk shows \(node) for \(describe(place)), \(plain).") }
            try compare(node.data, plain.data, "a walk's data of", place)
            try compare(node.argument, plain.argument, "a walk's exponent of", place)
            try compare(node.grad, gradient(of: place), "a walk's gradient of", place)
            let derivatives = tape.derivatives(of: place).map { ($0 ?? 0) + 0.0 }
            guard node.localDerivatives.count == derivatives.count else {
                throw difference("\(describe(place)) has \(node.localDerivatives.count) local derivatives.")
            }
            for (one, other) in zip(node.localDerivatives, derivatives) {
                try compare(one, other, "a local derivative of", place)
            }
        }
        let lowest = expected[0]
        let sweeps = tape.sweeps.filter { $0 >= lowest }
        guard walk.backward?.calls ?? 0 == sweeps.count,
            walk.backward?.root == sweeps.last.flatMap({ ids[$0] })
        else {
            throw difference(
                "A walk tells of \(String(describing: walk.backward)), on the plain tape of sweeps from \(sweeps)."
            )
        }
    }

    /// A constant has the gradient that follows from that of its node.
    private func gradient(of place: Int) -> Double? {
        guard tape.nodes[place].isConstant else { return tape.nodes[place].grad }
        let user = tape.nodes[place + 1]
        guard let grad = user.grad, let position = user.operands.firstIndex(of: place) else { return nil }
        return (tape.derivatives(of: place + 1)[position].map { grad * $0 } ?? 0) + 0.0
    }

    /// Returns the id of each scope that the walk has.
    private func compareScopes(of walk: GraphWalk, _ nodes: [Int]) throws -> [Int: Int] {
        var used: Set<Int> = []
        for node in nodes {
            var scope = tape.nodes[node].scope
            while let current = scope {
                used.insert(current)
                scope = tape.scopes[current].parent
            }
        }
        var ids: [Int: Int] = [:]
        var calls: [String: Int] = [:]
        var expected: [GraphScope] = []
        for index in used.sorted() {
            let scope = tape.scopes[index]
            let caller = "\(scope.kind)\n\(scope.name)\n\(scope.instance)"
            ids[index] = expected.count
            expected.append(
                GraphScope(
                    id: expected.count, parent: scope.parent.map { ids[$0] ?? -1 }, kind: scope.kind,
                    name: scope.name, call: calls[caller, default: 0]))
            calls[caller, default: 0] += 1
        }
        guard walk.scopes == expected else {
            throw difference("A walk has the scopes \(walk.scopes), on the plain tape \(expected).")
        }
        return ids
    }
}
