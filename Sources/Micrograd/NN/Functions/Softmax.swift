internal import MicrogradSupport

/// Returns the probabilities `eˣⁱ / Σⱼ eˣʲ`, which add up to 1.
///
/// Computed as `eˣⁱ⁻ᵐ / Σⱼ eˣʲ⁻ᵐ` with m the largest of the logits, so nothing overflows. m is found by the
/// operation `max`, so it works in a `Recording`; its gradients cancel out.
///
/// - Parameter logits: Any numbers, at least one; shape [n], as the result.
/// - Complexity: O(n) new values.
@inlinable
public func softmax(_ logits: some Collection<Value>) -> [Value] { softmax(of: Array(logits)) }

@usableFromInline
func softmax(of logits: [Value]) -> [Value] {
    guard let first = logits.first else { trap("`softmax` needs at least one value.") }
    return first.inScope(.softmax) {
        let exponentials = lessLargest(logits).map { $0.exp() }
        let total = sum(exponentials)
        return exponentials.map { $0 / total }
    }
}

/// Returns the logarithms of `softmax(logits)`, `xᵢ - m - ln Σⱼ eˣʲ⁻ᵐ` with m the largest of the logits.
///
/// Exact where a probability is too small for a number, as the logarithm of `softmax` is not.
///
/// - Parameter logits: Any numbers, at least one; shape [n], as the result.
/// - Complexity: O(n) new values.
@inlinable
public func logSoftmax(_ logits: some Collection<Value>) -> [Value] { logSoftmax(of: Array(logits)) }

@usableFromInline
func logSoftmax(of logits: [Value]) -> [Value] {
    guard let first = logits.first else { trap("`logSoftmax` needs at least one value.") }
    return first.inScope(.logSoftmax) {
        let logits = lessLargest(logits)
        let logTotal = logSumExp(logits)
        return logits.map { $0 - logTotal }
    }
}

/// The logits less the largest of them, of which no exponential overflows.
func lessLargest(_ logits: [Value]) -> [Value] {
    let largest = logits.dropFirst().reduce(logits[0]) { max($0, $1) }
    return logits.map { $0 - largest }
}

/// `ln Σ eˣⁱ`, which overflows unless the logits are `lessLargest`.
func logSumExp(_ logits: [Value]) -> Value { sum(logits.map { $0.exp() }).log() }
