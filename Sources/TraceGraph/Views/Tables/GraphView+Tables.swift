internal import Micrograd

extension GraphView {
    /// The same view with its networks as tables; nil where it has none.
    func withTables(_ finder: TableFinder) -> GraphView? {
        finder.networks.isEmpty ? nil : TableMaker(self, finder).view
    }
}

/// Takes the values of networks out of their frames, and puts them into tables.
private struct TableMaker {
    private let old: GraphView
    private let hidden: [Int: [Int]]
    private var networks: [NetworkTable]
    private var items: [GraphView.Item] = []
    private var frames: [GraphView.Frame] = []
    /// For each frame its number in the new view, unless it is gone.
    private var newFrames: [Int?] = []
    /// For each item its number in the new view, or -1.
    private var numbers: [Int]
    private var fates: [Fate]
    /// Where each item is an input of a network.
    private var inputPlaces: [Int: [InputPlace]] = [:]

    private enum Fate {
        case stays
        /// Stands in no cell of its own.
        case goes
        case cell(network: Int, layer: Int)
    }

    private struct InputPlace {
        var network: Int
        var call: Int
        var input: Int
    }

    init(_ view: GraphView, _ finder: TableFinder) {
        old = view
        networks = finder.networks
        hidden = finder.hidden
        fates = Array(repeating: .stays, count: view.items.count)
        numbers = Array(repeating: -1, count: view.items.count)
        decideFates()
        makeFrames()
        makeItems()
        for network in networks.indices { renumber(network) }
    }

    var view: GraphView { GraphView(old.graph, items: items, frames: frames, networks: networks) }

    private mutating func decideFates() {
        for item in networks.lazy.flatMap({ $0.layers }).flatMap(\.replaced) { fates[item] = .goes }
        for (network, table) in networks.enumerated() {
            for (layer, content) in table.layers.enumerated() {
                let cells = content.weights.joined() + content.biases + content.steps.joined().joined()
                for item in cells { fates[item] = .cell(network: network, layer: layer) }
            }
            for (call, inputs) in table.layers[0].inputs.enumerated() {
                for (input, item) in inputs.enumerated() {
                    inputPlaces[item, default: []].append(
                        InputPlace(network: network, call: call, input: input))
                }
            }
        }
    }

    // MARK: - Frames

    /// The frames that still hold something; then for each network one without a name, and in it those of its layers.
    private mutating func makeFrames() {
        let occupied = zip(old.items, fates).compactMap { item, fate in
            if case .stays = fate { item.frame } else { nil }
        }
        let frameOfScope = old.frameOfScope
        let homes = networks.map { network in
            innermostFrame(around: network.layers.flatMap(\.scopes), frameOfScope)
        }
        (frames, newFrames) = old.frames.keeping(occupied + homes.compactMap { $0 })
        for index in networks.indices {
            networks[index].frame = frames.count
            frames.append(GraphView.Frame(scope: nil, parent: homes[index].flatMap { newFrames[$0] }))
            for layer in networks[index].layers {
                frames.append(GraphView.Frame(scope: layer.scopes[0], parent: networks[index].frame))
            }
        }
    }

    private func innermostFrame(around scopes: [Int], _ frameOfScope: [Int: Int]) -> Int? {
        func framesAround(_ scope: Int) -> [Int] {
            var frames: [Int] = []
            var next = old.graph.scopes[scope].parent
            while let scope = next {
                if let frame = frameOfScope[scope] { frames.append(frame) }
                next = old.graph.scopes[scope].parent
            }
            return frames
        }
        let shared = scopes.dropFirst().reduce(into: Set(framesAround(scopes[0]))) {
            $0.formIntersection(framesAround($1))
        }
        return framesAround(scopes[0]).first(where: shared.contains)
    }

    // MARK: - Items

    private mutating func makeItems() {
        var isUsedOutside = [Bool](repeating: false, count: old.items.count)
        for (item, fate) in zip(old.items, fates) {
            if case .stays = fate { for operand in item.operands { isUsedOutside[operand] = true } }
        }
        for (index, item) in old.items.enumerated() {
            let places = inputPlaces[index] ?? []
            // An input that nothing computes, and nothing else uses, is a cell itself.
            if let place = places.first, item.operands.isEmpty, !isUsedOutside[index] {
                addInput(item.content, [], at: place)
                addCopies(of: item.content, fedBy: nil, at: places.dropFirst())
                continue
            }
            add(item, index)
            addCopies(of: item.content, fedBy: numbers[index], at: places[...])
        }
        numberCopies()
    }

    private mutating func add(_ item: GraphView.Item, _ index: Int) {
        var item = item
        switch fates[index] {
        case .goes: return
        case .stays:
            item.operands = item.operands.map { numbers[$0] }
            item.frame = item.frame.flatMap { newFrames[$0] }
        case .cell(let network, let layer):
            item.operands = []
            item.frame = networks[network].frame + 1 + layer
            item.joined += (hidden[index] ?? []).compactMap { hidden in
                inputPlaces[hidden] == nil ? old.items[hidden].content.node : nil
            }
        }
        numbers[index] = items.count
        items.append(item)
    }

    private mutating func addInput(
        _ content: GraphView.Content, _ operands: [Int], at place: InputPlace
    ) {
        networks[place.network].layers[0].inputs[place.call][place.input] = items.count
        items.append(
            GraphView.Item(
                content: content, operands: operands, frame: networks[place.network].frame + 1))
    }

    /// One more cell for each place of an input that has one elsewhere; the first of a network has a wire from it.
    private mutating func addCopies(
        of content: GraphView.Content, fedBy source: Int?, at places: ArraySlice<InputPlace>
    ) {
        var fed: Set<Int> = []
        for place in places {
            let isFed = fed.insert(place.network).inserted
            addInput(content, isFed ? [source].compactMap { $0 } : [], at: place)
        }
    }

    /// The first place of a value is its own, and others are copies.
    private mutating func numberCopies() {
        var counts: [Int: Int] = [:]
        for index in items.indices {
            guard let node = items[index].content.node else { continue }
            counts[node, default: 0] += 1
            let number = counts[node, default: 1]
            items[index].content = number == 1 ? .value(node) : .copy(of: node, number: number)
        }
    }

    /// Puts the new numbers into the layers; the inputs of the first have theirs.
    private mutating func renumber(_ network: Int) {
        for layer in networks[network].layers.indices {
            var table = networks[network].layers[layer]
            table.weights = table.weights.map { $0.map { numbers[$0] } }
            table.biases = table.biases.map { numbers[$0] }
            table.steps = table.steps.map { $0.map { $0.map { numbers[$0] } } }
            if layer > 0 { table.inputs = networks[network].layers[layer - 1].outputs }
            networks[network].layers[layer] = table
        }
    }
}
