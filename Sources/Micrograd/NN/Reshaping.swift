internal import MicrogradSupport

/// Makes one list of an image, for a `Linear` after a convolution.
public struct Flatten: Model {
    /// Makes the step.
    public init() {}

    /// Returns the same values as a list, the last dimension fastest.
    public func callAsFunction(_ inputs: Values) -> Values { Values(inputs.elements) }
}

/// Gives values another shape: `Reshape(1, 8, 8)` makes an image of 64 inputs.
public struct Reshape: Model {
    let shape: [Int]

    /// - Parameter shape: The size of each dimension, outermost first.
    public init(_ shape: Int...) {
        self.shape = shape
    }

    /// Returns the same values in the other shape.
    public func callAsFunction(_ inputs: Values) -> Values {
        guard inputs.count == Values.count(of: shape) else {
            trap("A Reshape to the shape \(shape) was given the shape \(inputs.shape).")
        }
        return inputs.reshaped(to: shape)
    }
}
