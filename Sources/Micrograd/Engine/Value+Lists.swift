internal import MicrogradSupport

/// Returns `x₀·y₀ + x₁·y₁ + …` as one node of the tape, which walks and pictures show as the products and sums
/// that it stands for.
///
/// It rounds as these would one after the other. Without any pair it is a new leaf, 0.
///
/// - Precondition: As many values in `y` as in `x`, all of one tape.
public func dot(_ x: [Value], _ y: [Value]) -> Value {
    guard x.count == y.count else {
        trap("A dot product was given \(x.count) and \(y.count) values: both lists need the same number.")
    }
    guard let first = x.first else { return Value(0) }
    let state = first.state
    let weights = x.withUnsafeBufferPointer { TapeState.operands($0, on: state, with: first) }
    let inputs = y.withUnsafeBufferPointer { TapeState.operands($0, on: state, with: first) }
    return TapeState.recordDot(on: state, weights: weights, inputs: inputs, columns: x.count)
}

/// Returns `x₀ + x₁ + …` as one node of the tape, which walks and pictures show as the sums that it stands for.
///
/// It rounds as these would one after the other. Of one value it is that value; of none a new leaf, 0.
///
/// - Precondition: All values are of one tape.
public func sum(_ values: [Value]) -> Value {
    guard let first = values.first else { return Value(0) }
    let state = first.state
    guard values.count > 1 else { return first }
    let inputs = values.withUnsafeBufferPointer { TapeState.operands($0, on: state, with: first) }
    return TapeState.recordSum(on: state, of: inputs, columns: values.count)
}
