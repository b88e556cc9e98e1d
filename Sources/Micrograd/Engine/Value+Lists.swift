internal import MicrogradSupport

/// Returns `x₀·y₀ + x₁·y₁ + …` as one node of the tape, which walks and pictures show as the products and sums
/// that it stands for.
///
/// It rounds as these would one after the other. Without any pair it is a new leaf, 0.
///
/// - Precondition: As many values in `y` as in `x`, all of one tape.
/// - Complexity: O(n), without a copy where the values stand side by side in memory, as in an array.
@inlinable
public func dot(_ x: some Collection<Value>, _ y: some Collection<Value>) -> Value {
    x.withBuffer { x in y.withBuffer { y in recordDot(x, y) } }
}

/// Returns `x₀ + x₁ + …` as one node of the tape, which walks and pictures show as the sums that it stands for.
///
/// It rounds as these would one after the other. Of one value it is that value; of none a new leaf, 0.
///
/// - Precondition: All values are of one tape.
/// - Complexity: O(n), without a copy where the values stand side by side in memory, as in an array.
@inlinable
public func sum(_ values: some Collection<Value>) -> Value {
    values.withBuffer { recordSum(of: $0) }
}

/// Returns the sum of values divided by their number.
///
/// - Precondition: At least one value, all of one tape.
/// - Complexity: O(n), as `sum`.
@inlinable
public func mean(_ values: some Collection<Value>) -> Value {
    values.withBuffer { recordMean(of: $0) }
}

extension Collection<Value> {
    /// Calls `body` with the values side by side in memory; a copy where they are not.
    @inlinable @inline(__always)
    func withBuffer(_ body: (UnsafeBufferPointer<Value>) -> Value) -> Value {
        withContiguousStorageIfAvailable(body) ?? Array(self).withUnsafeBufferPointer(body)
    }
}

@usableFromInline
func recordDot(_ x: UnsafeBufferPointer<Value>, _ y: UnsafeBufferPointer<Value>) -> Value {
    guard x.count == y.count else {
        trap("A dot product was given \(x.count) and \(y.count) values: both lists need the same number.")
    }
    guard let first = x.first else { return Value(0) }
    let state = first.state
    let weights = TapeState.operands(x, on: state, with: first)
    let inputs = TapeState.operands(y, on: state, with: first)
    return TapeState.recordDot(on: state, weights: weights, inputs: inputs, columns: x.count)
}

@usableFromInline
func recordSum(of values: UnsafeBufferPointer<Value>) -> Value {
    guard let first = values.first else { return Value(0) }
    let state = first.state
    guard values.count > 1 else { return first }
    let inputs = TapeState.operands(values, on: state, with: first)
    return TapeState.recordSum(on: state, of: inputs, columns: values.count)
}

@usableFromInline
func recordMean(of values: UnsafeBufferPointer<Value>) -> Value {
    guard !values.isEmpty else { trap("`mean` needs at least one value.") }
    return recordSum(of: values) / Double(values.count)
}
