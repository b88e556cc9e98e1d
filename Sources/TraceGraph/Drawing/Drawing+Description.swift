internal import Micrograd
internal import MicrogradSupport

extension Drawing: CustomStringConvertible, CustomDebugStringConvertible {
    /// The table of values and gradients, so that `print(drawDot(y))` shows the numbers.
    public var description: String { String(table.dropLast()) }

    /// One sentence about the graph that is drawn.
    public var debugDescription: String { "Drawing of \(graph)" }
}

extension Graph: CustomStringConvertible {
    /// What the graph computes, in a sentence or two: `7 values and 3 operations, from a, b and c to L = -8.0000.`
    public var description: String { Caption(self, DrawingOptions()).description.visible }
}
