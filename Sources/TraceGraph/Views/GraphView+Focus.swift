internal import Micrograd

extension GraphView {
    /// The part of the view that a focus asks for, all of it for none; numbers that stand in its operations are kept
    /// with them.
    func focused(on focus: Focus?) -> GraphView {
        guard let focus else { return self }
        var isKept: [Bool]
        switch focus {
        case .around(let id, let radius): isKept = near(items(showing: id), radius: radius)
        case .ways(let start, let end): isKept = between(items(showing: start), items(showing: end))
        }
        for (index, item) in items.enumerated() where isKept[index] {
            for operand in item.operands where node(of: items[operand])?.isConstant == true {
                isKept[operand] = true
            }
        }
        return keeping(isKept)
    }

    /// Where a value stands: its own items, or the sum that it is a part of.
    private func items(showing id: Int) -> [Int] {
        let shown = items.indices.filter { items[$0].content.node == id || items[$0].joined.contains(id) }
        guard shown.isEmpty else { return shown }
        // It is inside a folded scope; a parameter, in all that use it.
        var scopes = Set([graph.nodes[id].scope].compactMap { $0 })
        if scopes.isEmpty {
            scopes = Set(graph.nodes.lazy.filter { $0.operands.contains(id) }.compactMap(\.scope))
        }
        for var scope in scopes {
            while let outer = graph.scopes[scope].parent, scopes.insert(outer).inserted { scope = outer }
        }
        return items.indices.filter {
            if case .fold(let scope) = items[$0].content { scopes.contains(scope) } else { false }
        }
    }

    private func near(_ starts: [Int], radius: Int) -> [Bool] {
        var neighbours = items.map(\.operands)
        for (index, item) in items.enumerated() {
            for operand in item.operands { neighbours[operand].append(index) }
        }
        var isKept = [Bool](repeating: false, count: items.count)
        var edge = starts
        for index in starts { isKept[index] = true }
        var distance = 0
        while distance < radius, !edge.isEmpty {
            var next: [Int] = []
            for index in edge {
                for neighbour in neighbours[index] where !isKept[neighbour] {
                    isKept[neighbour] = true
                    next.append(neighbour)
                }
            }
            edge = next
            distance += 1
        }
        return isKept
    }

    private func between(_ starts: [Int], _ ends: [Int]) -> [Bool] {
        var comesAfter = [Bool](repeating: false, count: items.count)
        for index in starts { comesAfter[index] = true }
        for (index, item) in items.enumerated() where !comesAfter[index] {
            comesAfter[index] = item.operands.contains { comesAfter[$0] }
        }
        var comesBefore = [Bool](repeating: false, count: items.count)
        for index in ends { comesBefore[index] = true }
        for (index, item) in items.enumerated().reversed() where comesBefore[index] {
            for operand in item.operands { comesBefore[operand] = true }
        }
        return zip(comesAfter, comesBefore).map { $0 && $1 }
    }

    /// The items that are kept, and the frames around them.
    private func keeping(_ isKept: [Bool]) -> GraphView {
        var newItems: [Int?] = []
        var keptItems: [Item] = []
        for (index, var item) in items.enumerated() {
            newItems.append(isKept[index] ? keptItems.count : nil)
            guard isKept[index] else { continue }
            if !item.counts.isEmpty {
                item.counts = zip(item.counts, item.operands).filter { newItems[$0.1] != nil }.map(\.0)
            }
            let places = item.operands.indices.filter { newItems[item.operands[$0]] != nil }
            if places.count < item.operands.count {
                item.operandNumbers = places
                item.wholeOperandCount = item.operands.count
            }
            item.operands = item.operands.compactMap { newItems[$0] }
            keptItems.append(item)
        }
        var view = GraphView(graph, items: keptItems, frames: frames).withoutEmptyFrames()
        view.scopesLeftOpen = scopesLeftOpen
        return view
    }

    /// The same without the frames that hold nothing.
    func withoutEmptyFrames() -> GraphView {
        let (keptFrames, numbers) = frames.keeping(items.lazy.compactMap(\.frame))
        var items = items
        for index in items.indices { items[index].frame = items[index].frame.flatMap { numbers[$0] } }
        return GraphView(graph, items: items, frames: keptFrames)
    }
}

extension [GraphView.Frame] {
    /// Some of the frames with those around them, and for each frame its number among these.
    func keeping(_ kept: some Sequence<Int>) -> (frames: [GraphView.Frame], numbers: [Int?]) {
        var isKept = [Bool](repeating: false, count: count)
        for frame in kept { isKept[frame] = true }
        for index in indices.reversed() where isKept[index] {
            if let parent = self[index].parent { isKept[parent] = true }
        }
        var numbers: [Int?] = []
        var frames: [GraphView.Frame] = []
        for (index, frame) in enumerated() {
            numbers.append(isKept[index] ? frames.count : nil)
            guard isKept[index] else { continue }
            frames.append(
                GraphView.Frame(scope: frame.scope, parent: frame.parent.flatMap { numbers[$0] }))
        }
        return (frames, numbers)
    }
}
