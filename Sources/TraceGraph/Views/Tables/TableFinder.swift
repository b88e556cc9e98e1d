internal import Micrograd

/// Finds the networks of a view that can be drawn as tables.
struct TableFinder {
    /// All layers that the view holds whole, in the order of their first calls.
    private(set) var layers: [LayerTable] = []
    /// Those that can be tables, in the order of their first layers.
    private(set) var networks: [NetworkTable] = []
    /// Items that the tables leave out, since a row of sums stands for them: for each sum its products.
    private(set) var hidden: [Int: [Int]] = [:]

    private let view: GraphView
    private let users: Neighbours
    /// The items of each frame.
    private let content: Neighbours
    private let reader: LayerReader

    init(_ view: GraphView) {
        self.view = view
        users = Neighbours(
            places: view.items.count,
            pairs: view.items.enumerated().flatMap { index, item in
                Set(item.operands).sorted().map { (place: $0, value: index) }
            })
        content = Neighbours(
            places: view.frames.count,
            pairs: view.items.enumerated().compactMap { index, item in item.frame.map { ($0, index) } })
        reader = LayerReader(view, users: users)
        layers = readLayers()
        var networks = chains(of: layers)
        networks.removeAll { !$0.isWorthwhile || feedsItself($0) }
        self.networks = networks
    }

    // MARK: - Layers

    /// All layers, the calls of each together, in the order of their first calls.
    private mutating func readLayers() -> [LayerTable] {
        var layers: [LayerTable] = []
        /// Layers by the id of their first weight.
        var numbers: [Int: [Int]] = [:]
        for call in calls() {
            for (neuron, items) in call.hidden.enumerated() { hidden[call.steps[neuron][0]] = items }
            let layer = LayerTable(
                scopes: [call.scope], weights: call.weights, biases: call.biases, inputs: [call.inputs],
                replaced: call.items,
                steps: [call.steps[0].indices.map { step in call.steps.map { $0[step] } }])
            let first = view.items[call.weights[0][0]].content.node ?? -1
            if let number = numbers[first]?.first(where: { isSameLayer(layers[$0], layer) }) {
                layers[number].scopes += layer.scopes
                layers[number].inputs += layer.inputs
                layers[number].replaced += layer.replaced
                layers[number].steps += layer.steps
            } else {
                numbers[first, default: []].append(layers.count)
                layers.append(layer)
            }
        }
        return layers
    }

    /// Whether two calls have the same parameters, and compute the same with them.
    private func isSameLayer(_ one: LayerTable, _ other: LayerTable) -> Bool {
        func ids(_ items: [Int]) -> [Int?] { items.map { view.items[$0].content.node } }
        return one.weights.map(ids) == other.weights.map(ids) && ids(one.biases) == ids(other.biases)
            && one.steps[0].count == other.steps[0].count
            && zip(one.steps[0], other.steps[0]).allSatisfy { reader.isSameOperation($0[0], $1[0]) }
    }

    /// The calls of layers: scopes that hold nothing but neurons, and scopes that are a layer by themselves.
    private func calls() -> [LayerReader.Call] {
        var calls: [LayerReader.Call] = []
        for layer in framesOfLayers() {
            let items = (layer.own.map { [$0] } ?? []) + layer.inner
            if layer.isWhole,
                let call = reader.call(items.flatMap { content[$0] }.sorted(), scope: layer.scope)
            {
                // A layer of one frame that holds several neurons is that frame.
                let isFrame = call.weights.count > 1 && layer.inner.count == 1
                calls.append(isFrame ? call.renamed(view.frames[layer.inner[0]].scope) : call)
                continue
            }
            for frame in layer.inner {
                guard let scope = view.frames[frame].scope else { continue }
                // A neuron alone is read more easily open.
                if let call = reader.call(Array(content[frame]), scope: scope), call.weights.count > 1 {
                    calls.append(call)
                }
            }
        }
        return calls
    }

    /// Innermost frames that stand in one scope.
    private struct FramesOfLayer {
        /// The scope around them; that of the frame itself where there is none.
        var scope: Int
        /// The frame of that scope, where it is drawn.
        var own: Int?
        var inner: [Int] = []
        /// Whether the scope holds no other scope.
        var isWhole = false
    }

    private func framesOfLayers() -> [FramesOfLayer] {
        var isInnermost = [Bool](repeating: true, count: view.frames.count)
        for frame in view.frames { if let parent = frame.parent { isInnermost[parent] = false } }
        var childCounts = [Int](repeating: 0, count: view.graph.scopes.count)
        for scope in view.graph.scopes { if let parent = scope.parent { childCounts[parent] += 1 } }
        var layers: [FramesOfLayer] = []
        var numbers: [Int: Int] = [:]
        for (index, frame) in view.frames.enumerated() where isInnermost[index] {
            guard let scope = frame.scope else { continue }
            let layer = view.graph.scopes[scope].parent ?? scope
            if numbers[layer] == nil {
                numbers[layer] = layers.count
                let own = frame.parent.flatMap { view.frames[$0].scope == layer ? $0 : nil }
                layers.append(FramesOfLayer(scope: layer, own: own))
            }
            layers[numbers[layer] ?? 0].inner.append(index)
        }
        for index in layers.indices {
            let layer = layers[index]
            layers[index].isWhole =
                view.frames[layer.inner[0]].scope == layer.scope
                || childCounts[layer.scope] == layer.inner.count
        }
        return layers
    }

    // MARK: - Networks

    /// Joins layers of which each is fed by all outputs of the one before, in each call.
    private func chains(of layers: [LayerTable]) -> [NetworkTable] {
        var networks: [NetworkTable] = []
        /// Of the last layer of each network, by the first of its outputs.
        var open: [Int: Int] = [:]
        for layer in layers {
            let source = open[layer.inputs[0][0]]
            // An activation outside of the layer's frame: the one value that is computed from each output.
            let before = view.items[layer.inputs[0][0]].operands
            let sourceBefore = before.count == 1 ? open[before[0]] : nil
            if let number = source ?? sourceBefore, let last = networks[number].layers.last,
                let joined = joined(last, to: layer, adding: source == nil)
            {
                networks[number].layers[networks[number].layers.count - 1] = joined
                networks[number].layers.append(layer)
                open[layer.outputs[0][0]] = number
            } else {
                open[layer.outputs[0][0]] = networks.count
                networks.append(NetworkTable(layers: [layer]))
            }
        }
        return networks
    }

    /// The layer with all steps up to the next one; nil where the next is not fed by it alone and whole.
    private func joined(_ layer: LayerTable, to next: LayerTable, adding: Bool) -> LayerTable? {
        guard layer.callCount == next.callCount, layer.neuronCount == next.inputCount else { return nil }
        var layer = layer
        if adding {
            for call in layer.steps.indices {
                let added = next.inputs[call]
                guard zip(added, layer.outputs[call]).allSatisfy({ isOnlyUse($0, of: $1) }),
                    added.allSatisfy({ reader.isSameOperation($0, next.inputs[0][0]) })
                else { return nil }
                layer.steps[call].append(added)
                layer.replaced += added
            }
        }
        guard layer.outputs == next.inputs else { return nil }
        // Each output feeds one product of each neuron, and nothing else.
        let isAllInside = layer.outputs.joined().allSatisfy {
            users[$0].count == next.neuronCount && !reader.isRoot($0)
        }
        return isAllInside ? layer : nil
    }

    private func isOnlyUse(_ item: Int, of operand: Int) -> Bool {
        view.items[item].operands == [operand] && users[operand].count == 1 && !reader.isRoot(operand)
    }

    /// Whether an input of one call is computed from what another call gave, as in a recurrent network.
    private func feedsItself(_ network: NetworkTable) -> Bool {
        guard network.layers[0].callCount > 1 else { return false }
        let sums = network.layers[0].steps.joined().joined()
        let inputs = network.layers[0].inputs.joined()
        guard let first = sums.min(), let last = inputs.max(), first < last else { return false }
        // Operands stand before what is computed from them.
        var comesAfter = Set(sums)
        for index in first...last where view.items[index].operands.contains(where: comesAfter.contains) {
            comesAfter.insert(index)
        }
        return inputs.contains(where: comesAfter.contains)
    }
}
