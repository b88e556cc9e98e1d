internal import Micrograd

/// Finds the networks of a view that can be drawn as tables.
struct TableFinder {
    /// In the order of their first layers.
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
        var networks = chains(of: layers())
        networks.removeAll { !$0.isWorthwhile || feedsItself($0) }
        self.networks = networks
    }

    // MARK: - Layers

    /// All layers, the calls of each together, in the order of their first calls.
    private mutating func layers() -> [LayerTable] {
        var layers: [LayerTable] = []
        var numbers: [Int: Int] = [:]
        for call in calls() {
            for (neuron, items) in call.hidden.enumerated() { hidden[call.steps[neuron][0]] = items }
            let ids = call.weights.flatMap { $0 }.map { view.items[$0].content.node }
            let steps = (call.steps[0].indices).map { step in call.steps.map { $0[step] } }
            let first = ids[0] ?? -1
            if let number = numbers[first], layers[number].weights.flatMap({ $0 }).map({ view.items[$0].content.node }) == ids,
                layers[number].steps[0].count == steps.count
            {
                layers[number].scopes.append(call.scope)
                layers[number].inputs.append(call.inputs)
                layers[number].steps.append(steps)
            } else {
                numbers[first] = layers.count
                layers.append(
                    LayerTable(
                        scopes: [call.scope], weights: call.weights, biases: call.biases,
                        inputs: [call.inputs], steps: [steps]))
            }
        }
        return layers
    }

    /// The calls of layers: scopes that hold nothing but neurons, and scopes that are a layer by themselves.
    private func calls() -> [LayerReader.Call] {
        var calls: [LayerReader.Call] = []
        for (scope, frames) in framesOfLayers() {
            let items = frames.flatMap { content[$0] }.sorted()
            if let call = reader.call(items, scope: scope) {
                calls.append(call)
                continue
            }
            for frame in frames {
                guard let scope = view.frames[frame].scope else { continue }
                if let call = reader.call(Array(content[frame]), scope: scope) { calls.append(call) }
            }
        }
        return calls
    }

    /// The innermost frames, those of one scope together, and with them the frame of that scope itself.
    private func framesOfLayers() -> [(scope: Int, frames: [Int])] {
        var isInnermost = [Bool](repeating: true, count: view.frames.count)
        for frame in view.frames { if let parent = frame.parent { isInnermost[parent] = false } }
        var layers: [(scope: Int, frames: [Int])] = []
        var numbers: [Int: Int] = [:]
        for (index, frame) in view.frames.enumerated() where isInnermost[index] {
            guard let scope = frame.scope else { continue }
            // What stands in no other scope is a layer by itself.
            let layer = view.graph.scopes[scope].parent ?? scope
            if let number = numbers[layer] {
                layers[number].frames.append(index)
            } else {
                numbers[layer] = layers.count
                let isDrawn = frame.parent.map { view.frames[$0].scope == layer } ?? false
                layers.append((layer, (isDrawn ? [frame.parent].compactMap { $0 } : []) + [index]))
            }
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
                    Set(added.map { reader.node($0)?.operation }).count == 1
                else { return nil }
                layer.steps[call].append(added)
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
        var comesAfter = [Bool](repeating: false, count: view.items.count)
        for item in network.layers[0].steps.joined().joined() { comesAfter[item] = true }
        for (index, item) in view.items.enumerated() where !comesAfter[index] {
            comesAfter[index] = item.operands.contains { comesAfter[$0] }
        }
        return network.layers[0].inputs.joined().contains { comesAfter[$0] }
    }
}
