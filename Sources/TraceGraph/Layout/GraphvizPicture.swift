/// A picture for Graphviz to render as it is: drawing operations, and the places of its parts.
package struct GraphvizPicture {
    /// Of the whole graph, by Graphviz's names.
    package let attributes: [(name: String, value: String)]
    var nodes: [Node]

    package init(attributes: [(name: String, value: String)], nodes: [Node]) {
        self.attributes = attributes
        self.nodes = nodes
    }

    /// A part, which is not drawn but told of by Graphviz's own formats.
    package struct Node {
        var name: String
        /// `x,y` of the centre; y runs up.
        var position: String
        var size: Size

        package init(name: String, position: String, size: Size) {
            self.name = name
            self.position = position
            self.size = size
        }
    }
}
