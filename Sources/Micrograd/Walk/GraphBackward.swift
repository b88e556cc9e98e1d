/// Which calls of `backward()` gave a graph its gradients.
public struct GraphBackward: Hashable, Sendable {
    /// The id of the node that the last call was made on; nil where it is not in this graph.
    public var root: Int?
    /// How many calls there were.
    public var calls: Int

    package init(root: Int?, calls: Int) {
        self.root = root
        self.calls = calls
    }
}
