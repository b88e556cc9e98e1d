public import Micrograd

/// A computation as it stood at one moment: values, gradients and how each came from the others.
///
///     let graph = Graph(tracing: loss)
///     let again = try Graph(json: graph.json)
///
/// Unlike the values it was made from it belongs to no tape and no thread.
public struct Graph: Sendable, Equatable {
    /// The nodes in the order of the walk; the id of each is its position.
    public private(set) var nodes: [GraphNode]
    /// The ids of the values that were asked for.
    public private(set) var roots: [Int]
    /// The calls of modules and functions, parents first.
    public private(set) var scopes: [GraphScope]
    /// Which calls of `backward()` gave the gradients; nil where there was none.
    public package(set) var backward: GraphBackward?

    /// Takes down what one value depends on.
    public init(tracing root: Value) {
        self.init(tracing: [root])
    }

    /// Takes down what several values depend on, all of one tape.
    ///
    /// - Precondition: At least one value.
    public init(tracing roots: [Value]) {
        let walk = GraphWalk(from: roots)
        nodes = Array(walk)
        self.roots = walk.roots
        scopes = walk.scopes
        backward = walk.backward
    }

    /// - Precondition: As the saved graph's: ids are positions, operands stand before their node.
    init(nodes: [GraphNode], roots: [Int], scopes: [GraphScope], backward: GraphBackward?) {
        self.nodes = nodes
        self.roots = roots
        self.scopes = scopes
        self.backward = backward
    }

    /// How many values and operations a picture of the whole graph has.
    package var drawnNodeCount: Int {
        nodes.reduce(nodes.count) { $0 + ($1.operation == nil ? 0 : 1) }
    }
}
