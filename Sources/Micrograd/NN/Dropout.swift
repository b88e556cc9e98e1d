internal import MicrogradSupport

/// Sets values to 0 at random while a network trains, so that it does not lean on single ones.
///
/// In training each value becomes 0 with the probability `rate`, and is multiplied by 1 / (1 - rate)
/// otherwise: on average it stays. In evaluation values pass unchanged. N. Srivastava and others, 2014.
///
/// It starts in training, as in PyTorch: call `model.setMode(.evaluation)` before you use a trained network.
public final class Dropout: Model {
    /// The probability of 0, from 0 up to but not including 1.
    public let rate: Double
    /// `training` until `setMode` says otherwise.
    public private(set) var mode = ModuleMode.training

    private var random: RandomStream
    private let scope = ScopeIdentity(kind: "dropout", name: "dropout")

    /// - Parameters:
    ///   - rate: The probability of 0; one half by default.
    ///   - seed: That of the stream that chooses: two dropouts of one seed choose alike.
    public init(_ rate: Double = 0.5, seed: Int = 0) {
        guard rate >= 0, rate < 1 else {
            trap("A Dropout needs a rate from 0 up to but not including 1 (got \(rate)).")
        }
        self.rate = rate
        random = RandomStream(seed: seed)
    }

    /// Makes a dropout whose stream is seeded by the next number of another, so that no two choose alike.
    public convenience init(_ rate: Double = 0.5, using random: inout some RandomNumberGenerator) {
        self.init(rate, seed: random.drawSeed())
    }

    /// Returns the values, of which some are 0 in training; of the same shape.
    public func callAsFunction(_ inputs: Values) -> Values {
        guard mode == .training, rate > 0 else { return inputs }
        guard TapeState.current.pointee.firstStandIn == .max else {
            trap(
                "A Dropout in training was recorded: all runs of the recording would drop the same values. Call `setMode(.evaluation)` before, or train without a recording."
            )
        }
        return inputs.inScope(scope) {
            Values(
                inputs.map { random.random() < rate ? $0 * 0 : $0 * (1 / (1 - rate)) }, shape: inputs.shape)
        }
    }

    /// Takes the mode over.
    public func modeChanged(to mode: ModuleMode) { self.mode = mode }

    /// Returns a dropout of the same rate and mode that chooses on its own, and as this one would.
    public func copy() -> Dropout {
        let copy = Dropout(rate)
        copy.mode = mode
        copy.random = random
        return copy
    }

    /// None: a dropout has no parameters.
    public var parts: [ModulePart] { [] }
}
