internal import MicrogradSupport

/// Scales the gradients of all parameters down, if their norm `√Σ g²` is larger than a limit, and returns what it was.
///
///     loss.backward()
///     let norm = clipGradients(of: model.parameters, toNorm: 1)
///     optimizer.step()
///
/// Each is multiplied by `limit / (norm + 1e-6)` where that is below 1, the numbers of PyTorch's
/// `clip_grad_norm_`; the norm itself does not overflow. A norm that is not finite makes gradients 0 or NaN:
/// look at what is returned. A parameter without gradient stays without. Source: Pascanu et al., On the
/// Difficulty of Training Recurrent Neural Networks, arXiv:1211.5063.
///
/// - Parameters:
///   - parameters: Each once.
///   - limit: 0 or more.
@discardableResult @inlinable
public func clipGradients(of parameters: some Collection<Value>, toNorm limit: Double) -> Double {
    clipGradients(in: Array(parameters), toNorm: limit)
}

@usableFromInline
func clipGradients(in parameters: [Value], toNorm limit: Double) -> Double {
    guard limit >= 0 else { trap("`clipGradients` needs a norm of 0 or more (got \(limit)).") }
    let norm = gradientNorm(of: parameters)
    let factor = limit / (norm + 1e-6)
    guard !(factor >= 1) else { return norm }
    for parameter in parameters where parameter.grad != 0 { parameter.grad *= factor }
    return norm
}

/// `√Σ g²`, by way of the largest where the squares are too large or too small.
private func gradientNorm(of parameters: [Value]) -> Double {
    var (squares, largest) = (0.0, 0.0)
    for parameter in parameters {
        let grad = parameter.grad
        squares += grad * grad
        largest = max(largest, grad.magnitude)
    }
    if squares.isNormal || squares.isNaN || largest == 0 || largest.isInfinite { return squares.squareRoot() }
    var scaled = 0.0
    for parameter in parameters {
        let share = parameter.grad / largest
        scaled += share * share
    }
    return largest * scaled.squareRoot()
}
