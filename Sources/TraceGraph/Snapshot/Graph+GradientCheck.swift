public import Micrograd

extension GradientCheck {
    /// Checks the gradients of a graph, as derivatives of the value that the last backward ran from.
    ///
    /// Where none ran and the gradients were set by hand, they are those of the root. Labels that several values
    /// have begin with the frames that tell them apart: `layer 0/neuron 1/w0`.
    public init(of graph: Graph, options: Options = Options()) {
        if let backward = graph.backward, backward.root == nil {
            self.init(obstacle: .otherRoot(nil))
        } else if graph.backward == nil, graph.roots.count > 1 {
            self.init(obstacle: .severalResults)
        } else {
            var nodes = graph.nodes
            for (id, label) in graph.distinctLabels.enumerated() { nodes[id].label = label }
            self.init(
                nodes, root: graph.backward?.root ?? graph.roots[0], passes: graph.backward?.calls ?? 1,
                options)
        }
    }
}
