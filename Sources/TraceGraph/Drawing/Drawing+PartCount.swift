internal import Micrograd

extension Drawing {
    /// How many values and operations are laid out.
    package var partCount: Int {
        let view = GraphView.picture(graph, options)
        guard options.drawsOperations else { return view.items.count }
        return view.items.reduce(view.items.count) { count, item in
            count + (graph.nodes[item.content.node].operation == nil ? 0 : 1)
        }
    }
}
