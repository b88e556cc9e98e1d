internal import Micrograd

/// Reads the call of a layer from its items: sums of products of parameters with inputs that all neurons share.
struct LayerReader {
    private let view: GraphView
    private let uses: [Int]
    private let users: Neighbours
    private let roots: Set<Int>

    /// One call of a layer.
    struct Call {
        var scope: Int
        var weights: [[Int]] = []
        var biases: [Int] = []
        var inputs: [Int] = []
        var steps: [[Int]] = []
        /// What has no cell, for each neuron: products, and numbers that each neuron has of its own.
        var hidden: [[Int]] = []

        /// All that the call consists of.
        var items: [Int] {
            weights.flatMap { $0 } + biases + steps.flatMap { $0 } + hidden.flatMap { $0 }
        }

        /// The same call under another scope, where there is one.
        func renamed(_ scope: Int?) -> Call {
            var call = self
            call.scope = scope ?? self.scope
            return call
        }
    }

    init(_ view: GraphView, users: Neighbours) {
        self.view = view
        self.users = users
        uses = view.items.indices.map { users[$0].count }
        roots = Set(view.graph.roots)
    }

    /// - Parameter items: All that stands in the frame of the layer and in those of its neurons.
    /// - Returns: nil where they are not such a layer, and nothing else.
    func call(_ items: [Int], scope: Int) -> Call? {
        let isInside = Set(items)
        var call = Call(scope: scope)
        for item in items where isSum(item, isInside) {
            guard let neuron = neuron(of: item, isInside) else { return nil }
            if call.weights.isEmpty {
                call.inputs = neuron.inputs
            } else {
                guard neuron.inputs.count == call.inputs.count,
                    zip(neuron.inputs, call.inputs).allSatisfy({ isSame($0, $1) }),
                    neuron.steps.count == call.steps[0].count, (neuron.bias == nil) == call.biases.isEmpty,
                    zip(neuron.steps, call.steps[0]).allSatisfy({ isSameOperation($0, $1) })
                else { return nil }
            }
            call.weights.append(neuron.weights)
            if let bias = neuron.bias { call.biases.append(bias) }
            call.steps.append(neuron.steps)
            call.hidden.append(neuron.hidden)
        }
        let all = call.items
        return !call.weights.isEmpty && all.count == isInside.count && Set(all) == isInside ? call : nil
    }

    private struct Neuron {
        var weights: [Int] = []
        var inputs: [Int] = []
        var bias: Int?
        var steps: [Int] = []
        var hidden: [Int] = []
    }

    /// Whether it adds up at least one product of a parameter.
    private func isSum(_ item: Int, _ isInside: Set<Int>) -> Bool {
        node(item)?.operation == .add
            && view.items[item].operands.contains { factors(of: $0, isInside) != nil }
    }

    /// The weight and the input that a product multiplies.
    private func factors(of item: Int, _ isInside: Set<Int>) -> (weight: Int, input: Int)? {
        guard isInside.contains(item), let node = node(item), node.operation == .multiply, node.label == nil,
            uses[item] == 1, !roots.contains(node.id), view.items[item].operands.count == 2
        else { return nil }
        let (one, other) = (view.items[item].operands[0], view.items[item].operands[1])
        if isWeight(one, isInside), !isWeight(other, isInside) { return (one, other) }
        if isWeight(other, isInside), !isWeight(one, isInside) { return (other, one) }
        return nil
    }

    private func isWeight(_ item: Int, _ isInside: Set<Int>) -> Bool {
        isInside.contains(item) && uses[item] == 1 && node(item)?.isParameter == true
    }

    private func neuron(of sum: Int, _ isInside: Set<Int>) -> Neuron? {
        var neuron = Neuron()
        for operand in view.items[sum].operands {
            if let (weight, input) = factors(of: operand, isInside) {
                neuron.weights.append(weight)
                neuron.inputs.append(input)
                neuron.hidden.append(operand)
                if isInside.contains(input) {
                    guard node(input)?.isConstant == true, uses[input] == 1 else { return nil }
                    neuron.hidden.append(input)
                }
            } else if isWeight(operand, isInside), neuron.bias == nil {
                neuron.bias = operand
            } else {
                return nil
            }
        }
        var step = sum
        while true {
            neuron.steps.append(step)
            let inside = users[step].filter(isInside.contains)
            guard let next = inside.first else { return neuron }
            guard inside.count == 1, uses[step] == 1, !isRoot(step), view.items[next].operands == [step],
                neuron.steps.count < LayerReader.stepLimit
            else { return nil }
            step = next
        }
    }

    /// Sum, activation, and a few more.
    private static let stepLimit = 4

    func isRoot(_ item: Int) -> Bool { node(item).map { roots.contains($0.id) } ?? false }

    func node(_ item: Int) -> GraphNode? { view.items[item].content.node.map { view.graph.nodes[$0] } }

    /// Whether two inputs are one; each neuron has its own of an input that is a number in the text.
    private func isSame(_ one: Int, _ other: Int) -> Bool {
        if one == other { return true }
        guard let one = node(one), let other = node(other) else { return false }
        return one.isConstant && other.isConstant && one.data == other.data
    }

    func isSameOperation(_ one: Int, _ other: Int) -> Bool {
        guard let one = node(one), let other = node(other) else { return false }
        return one.operation == other.operation && one.argument == other.argument
    }
}
