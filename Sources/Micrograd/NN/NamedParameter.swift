/// A parameter and its place in a module.
public struct NamedParameter {
    /// The names of the parts around it and its own, with points between, such as `layers.0.neurons.2.w1`.
    public let name: String
    /// The parameter itself.
    public let value: Value
}
