// Functions without an operation of their own: what they compute is recorded as operations, in a scope.

extension Value {
    /// Returns x where it is positive and `slope · x` elsewhere, also the derivative at 0, as in PyTorch.
    ///
    /// `relu(x) + slope · (x - relu(x))`, exact on both sides; of +∞ it is NaN. Source: Maas et al., Rectifier
    /// Nonlinearities Improve Neural Network Acoustic Models, 2013.
    public func leakyRelu(slope: Double = 0.01) -> Value {
        inScope(.leakyRelu) {
            let positive = relu()
            return positive + slope * (self - positive)
        }
    }

    /// Returns the Gaussian error linear unit in its tanh approximation, `x/2 · (1 + tanh(√(2/π) · (x + 0.044715·x³)))`.
    ///
    /// What PyTorch computes with `approximate='tanh'`; it differs from the exact `x · Φ(x)` by less than 5e-4.
    /// Source: Hendrycks and Gimpel, Gaussian Error Linear Units, arXiv:1606.08415.
    public func gelu() -> Value {
        inScope(.gelu) {
            let cube = self * self * self
            let inner = (self + 0.044715 * cube) * (2 / Double.pi).squareRoot()
            return 0.5 * self * (1 + inner.tanh())
        }
    }

    /// Returns `ln(1 + eˣ)`, a smooth relu, without overflow; its derivative is the sigmoid of x.
    ///
    /// Computed as `max(x, 0) + ln(1 + e^-|x|)`, which is 0 below -37, where the true value is less than 1e-16.
    /// PyTorch takes x itself above 20, which differs by up to 2e-9.
    public func softplus() -> Value {
        inScope(.softplus) { max(self, 0) + softplusOfMinusMagnitude() }
    }

    /// `ln(1 + e^-|x|)`, what softplus is more than `max(x, 0)`.
    func softplusOfMinusMagnitude() -> Value { (1 + (-abs()).exp()).log() }
}

/// Returns x where it is positive and `slope · x` elsewhere: the same as `x.leakyRelu(slope:)`.
public func leakyRelu(_ x: Value, slope: Double = 0.01) -> Value { x.leakyRelu(slope: slope) }

/// Returns the Gaussian error linear unit in its tanh approximation: the same as `x.gelu()`.
public func gelu(_ x: Value) -> Value { x.gelu() }

/// Returns `ln(1 + eˣ)` without overflow: the same as `x.softplus()`.
public func softplus(_ x: Value) -> Value { x.softplus() }
