import TraceGraph

/// A skeleton of a random network: layers of neurons in frames within frames, with all that makes layouts hard.
struct RandomNetwork {
    private(set) var skeleton = Skeleton(parts: [], edges: [], frames: [])
    private var state: UInt64

    /// - Parameter seed: Of an own generator, so that the same network comes everywhere.
    init(seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
        let sharesWeights = chance(3)
        let comesBack = chance(5)
        let shared = sharesWeights ? (0..<next(1, 5)).map { _ in add(nil) } : []
        var values = (0..<next(1, 5)).map { _ in add(nil) }
        var all = values
        var outer: Int?
        for _ in 0..<next(0, 2) { outer = frame(in: outer) }
        for _ in 0..<next(1, 4) {
            let layer = chance(6) ? outer : frame(in: chance(6) ? nil : outer)
            var outputs: [Int] = []
            for _ in 0..<next(1, 5) {
                let neuron = chance(6) ? layer : frame(in: layer)
                var terms: [Int] = []
                for value in values where !chance(8) {
                    let product = add(neuron)
                    let weight = sharesWeights && chance(2) ? shared[next(0, shared.count - 1)] : add(neuron)
                    connect([weight, value], to: product)
                    terms.append(product)
                }
                if chance(3) { terms.append(all[next(0, all.count - 1)]) }
                if chance(2) { terms.append(add(neuron)) }
                var result = add(neuron)
                connect(terms, to: result)
                if chance(2) {
                    // A function of its own, perhaps nested, which may also return an inner value.
                    var inner = frame(in: neuron)
                    for _ in 0..<next(0, 2) { inner = frame(in: inner) }
                    let first = add(inner)
                    connect([result, result], to: first)
                    let second = add(inner)
                    connect([first, result], to: second)
                    if chance(3) { all.append(first) }
                    result = second
                }
                if comesBack && chance(2), let neuron {
                    // What is computed outside of the frame is used within it again.
                    let outside = add(layer)
                    connect([result], to: outside)
                    let again = add(neuron)
                    connect([outside, result], to: again)
                    result = again
                }
                outputs.append(result)
            }
            if chance(5) { _ = frame(in: layer) }
            values = outputs
            all += outputs
            if chance(3) { values.append(all[next(0, all.count - 1)]) }
        }
        for _ in 0..<next(0, 3) {
            let output = add(nil)
            connect((0..<next(1, 4)).map { _ in all[next(0, all.count - 1)] }, to: output)
        }
        for _ in 0..<next(0, 2) { _ = add(chance(2) ? nil : outer) }
    }

    /// - Parameter wildSeed: Of a graph whose parts are in frames at random, so that most frames form cycles.
    init(wildSeed: Int) {
        state = UInt64(wildSeed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x0FED_CBA9_8765_4321
        let frames = next(0, 9)
        for number in 0..<frames { _ = frame(in: number > 0 && chance(2) ? next(0, number - 1) : nil) }
        for number in 0..<next(0, 60) {
            let head = add(frames > 0 && !chance(3) ? next(0, frames - 1) : nil)
            guard number > 0 else { continue }
            connect((0..<next(0, 3)).map { _ in next(0, number - 1) }, to: head)
        }
    }

    private mutating func add(_ frame: Int?) -> Int {
        let width = chance(8) ? Double(next(8, 300)) : 60 + Double(next(0, 160)) / 3
        let height = chance(8) ? Double(next(14, 200)) : 43
        skeleton.parts.append(
            Skeleton.Part(size: Size(width: width, height: height), frame: frame, ordersOperands: chance(3)))
        return skeleton.parts.count - 1
    }

    private mutating func frame(in parent: Int?) -> Int {
        skeleton.frames.append(
            Skeleton.Frame(
                parent: parent, label: Size(width: Double(next(10, chance(9) ? 400 : 60)), height: 12)))
        return skeleton.frames.count - 1
    }

    private mutating func connect(_ tails: [Int], to head: Int) {
        for tail in tails { skeleton.edges.append(Skeleton.Edge(tail: tail, head: head, hasArrow: true)) }
    }

    private mutating func chance(_ oneIn: Int) -> Bool { next(1, oneIn) == 1 }

    private mutating func next(_ low: Int, _ high: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return low + Int((state >> 33) % UInt64(high - low + 1))
    }
}
