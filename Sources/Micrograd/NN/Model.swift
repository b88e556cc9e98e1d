/// A module that maps values to values: a layer, a network, or any step of one.
///
///     struct Classifier: Model {
///         let hidden = Linear(2, 16, seed: 1)
///         let output = Linear(16, 1, seed: 2)
///
///         func callAsFunction(_ x: Values) -> Values { output(hidden(x).tanh()) }
///     }
public protocol Model: Module {
    /// Returns the outputs for the inputs of one example.
    func callAsFunction(_ inputs: Values) -> Values
}

extension Model {
    /// Returns the outputs for a plain list of inputs, shape [n].
    public func callAsFunction(_ inputs: [Value]) -> [Value] { self(Values(inputs)).elements }

    /// Returns the outputs for each example of a batch, one after the other.
    public func callAsFunction(_ batch: [[Double]]) -> [[Value]] { batch.map { self($0) } }

    /// Returns the outputs for inputs, shape [n], that are new leaves of the thread's tape.
    public func callAsFunction(_ inputs: [Double]) -> [Value] {
        let state = TapeState.current
        return self(Values(inputs.map { Value(input: $0, on: state) })).elements
    }
}
