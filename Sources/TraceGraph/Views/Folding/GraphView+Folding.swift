internal import Micrograd

extension GraphView {
    /// The same view with each scope of a kind as one item.
    ///
    /// A scope stays open if values leave it, are used outside, and what comes of them returns.
    func folded(_ folding: Folding) -> GraphView {
        guard case .kind(let kind) = folding else { return self }
        return folded(FoldedScopes(graph, kind: kind))
    }

    func folded(_ scopes: FoldedScopes) -> GraphView {
        var scopes = scopes
        var scopesLeftOpen: Set<Int> = []
        while !scopes.isEmpty {
            let maker = FoldMaker(self, scopes)
            if let order = maker.order {
                var view = maker.view(order)
                view.scopesLeftOpen = scopesLeftOpen.sorted()
                return view
            }
            scopesLeftOpen.formUnion(maker.foldsInCycles)
            scopes.open(maker.foldsInCycles)
        }
        var view = self
        view.scopesLeftOpen = scopesLeftOpen.sorted()
        return view
    }
}

/// Puts the items of folded scopes together, and the edges between them.
private struct FoldMaker {
    private let old: GraphView
    private let scopes: FoldedScopes
    /// Items of the old view that stay, and folded scopes, in the order in which they are first met.
    private var items: [GraphView.Item] = []
    private var numbers: [Int]
    private var numberOfFold: [Int: Int] = [:]

    init(_ view: GraphView, _ scopes: FoldedScopes) {
        old = view
        self.scopes = scopes
        numbers = Array(repeating: -1, count: view.items.count)
        addItems()
        addEdges()
    }

    private mutating func addItems() {
        let folds = old.items.map { scopes.fold(ofScope: old.node(of: $0)?.scope) }
        let isHidden = leavesOfFolds(folds)
        for (index, item) in old.items.enumerated() where !isHidden[index] {
            if let fold = folds[index] {
                if numberOfFold[fold] == nil {
                    numberOfFold[fold] = items.count
                    items.append(GraphView.Item(content: .fold(scope: fold)))
                }
                numbers[index] = numberOfFold[fold] ?? 0
            } else {
                numbers[index] = items.count
                items.append(
                    GraphView.Item(content: item.content, frame: item.frame, joined: item.joined))
            }
        }
    }

    /// Leaves that are made outside of all scopes, but belong to folded ones: parameters that these alone use, and inputs
    /// of one of them that are too many to stand beside it.
    private func leavesOfFolds(_ folds: [Int?]) -> [Bool] {
        let roots = Set(old.graph.roots)
        /// The scopes that use each leaf.
        var users: [Int: Set<Int>] = [:]
        var isUsedOutside = [Bool](repeating: false, count: old.items.count)
        for (index, item) in old.items.enumerated() {
            for operand in item.operands where folds[operand] == nil {
                if let fold = folds[index] {
                    if old.items[operand].operands.isEmpty { users[operand, default: []].insert(fold) }
                } else {
                    isUsedOutside[operand] = true
                }
            }
        }
        var isHidden = [Bool](repeating: false, count: old.items.count)
        var inputs: [Int: [Int]] = [:]
        for (leaf, folds) in users where !isUsedOutside[leaf] {
            guard let node = old.node(of: old.items[leaf]), !roots.contains(node.id) else { continue }
            if node.isParameter {
                isHidden[leaf] = true
            } else if folds.count == 1, let fold = folds.first {
                inputs[fold, default: []].append(leaf)
            }
        }
        for leaves in inputs.values where leaves.count > FoldMaker.inputLimit {
            for leaf in leaves { isHidden[leaf] = true }
        }
        return isHidden
    }

    /// More inputs than these are part of the folded scope that uses them.
    private static let inputLimit = 12

    private mutating func addEdges() {
        /// The values that run along an edge from a folded scope, or into one.
        struct Edge: Hashable {
            var tail: Int
            var head: Int
        }
        struct Value: Hashable {
            var edge: Edge
            var item: Int
        }
        var places: [Edge: Int] = [:]
        var values: Set<Value> = []
        for (index, item) in old.items.enumerated() where numbers[index] >= 0 {
            let head = numbers[index]
            for operand in item.operands where numbers[operand] >= 0 && numbers[operand] != head {
                let tail = numbers[operand]
                let isBundled = isFold(head)
                let edge = Edge(tail: tail, head: head)
                if isBundled, !values.insert(Value(edge: edge, item: operand)).inserted { continue }
                if isBundled, let place = places[edge] {
                    items[head].counts[place] += 1
                } else {
                    places[edge] = items[head].operands.count
                    items[head].operands.append(tail)
                    items[head].counts.append(1)
                }
            }
        }
    }

    private func isFold(_ item: Int) -> Bool { items[item].content.node == nil }

    // MARK: - Order

    /// The items with operands before what is computed from them; nil where they form a cycle.
    var order: [Int]? {
        var order: [Int] = []
        var state = [State](repeating: .new, count: items.count)
        for start in items.indices where state[start] == .new {
            var path = [(item: start, next: 0)]
            state[start] = .open
            while let (item, next) = path.last {
                guard next < items[item].operands.count else {
                    state[item] = .done
                    order.append(item)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let operand = items[item].operands[next]
                switch state[operand] {
                case .new:
                    state[operand] = .open
                    path.append((operand, 0))
                case .open: return nil
                case .done: continue
                }
            }
        }
        return order
    }

    private enum State { case new, open, done }

    /// The scopes on cycles, and those between two of them.
    var foldsInCycles: Set<Int> {
        var isLeft = [Bool](repeating: true, count: items.count)
        peel(&isLeft, successors: users(), counts: items.map(\.operands.count))
        var uses = [Int](repeating: 0, count: items.count)
        for (index, item) in items.enumerated() where isLeft[index] {
            for operand in item.operands { uses[operand] += 1 }
        }
        peel(&isLeft, successors: items.map(\.operands), counts: uses)
        return Set(
            items.indices.compactMap { index in
                guard isLeft[index], case .fold(let scope) = items[index].content else { return nil }
                return scope
            })
    }

    private func users() -> [[Int]] {
        var users = [[Int]](repeating: [], count: items.count)
        for (index, item) in items.enumerated() {
            for operand in item.operands { users[operand].append(index) }
        }
        return users
    }

    /// Takes away what has nothing left before it, again and again.
    private func peel(_ isLeft: inout [Bool], successors: [[Int]], counts: [Int]) {
        var counts = counts
        var free = items.indices.filter { isLeft[$0] && counts[$0] == 0 }
        while let item = free.popLast() {
            isLeft[item] = false
            for successor in successors[item] where isLeft[successor] {
                counts[successor] -= 1
                if counts[successor] == 0 { free.append(successor) }
            }
        }
    }

    // MARK: - View

    func view(_ order: [Int]) -> GraphView {
        var newNumbers = [Int](repeating: 0, count: items.count)
        for (number, item) in order.enumerated() { newNumbers[item] = number }
        var sorted = order.map { items[$0] }
        let frameOfScope = old.frameOfScope
        for index in sorted.indices {
            sorted[index].operands = sorted[index].operands.map { newNumbers[$0] }
            if sorted[index].counts.allSatisfy({ $0 == 1 }) { sorted[index].counts = [] }
            guard case .fold(let scope) = sorted[index].content else { continue }
            var around = old.graph.scopes[scope].parent
            while let outer = around, frameOfScope[outer] == nil { around = old.graph.scopes[outer].parent }
            sorted[index].frame = around.flatMap { frameOfScope[$0] }
        }
        return GraphView(old.graph, items: sorted, frames: old.frames).withoutEmptyFrames()
    }
}
