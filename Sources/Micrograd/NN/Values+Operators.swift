internal import MicrogradSupport

extension Values {
    /// Returns the sums of values at the same places, as of a layer and what goes around it.
    ///
    /// - Precondition: Both have the same shape.
    public static func + (left: Values, right: Values) -> Values {
        left.combined(with: right, "+") { $0 + $1 }
    }

    /// Returns the differences of values at the same places.
    ///
    /// - Precondition: Both have the same shape.
    public static func - (left: Values, right: Values) -> Values {
        left.combined(with: right, "-") { $0 - $1 }
    }

    /// Returns the products of values at the same places.
    ///
    /// - Precondition: Both have the same shape.
    public static func * (left: Values, right: Values) -> Values {
        left.combined(with: right, "*") { $0 * $1 }
    }

    private func combined(
        with other: Values, _ symbol: String, _ operation: (Value, Value) -> Value
    ) -> Values {
        guard shape == other.shape else {
            trap(
                "Values of the shapes \(shape) and \(other.shape) were combined by '\(symbol)': both need one shape."
            )
        }
        return Values(zip(self, other).map(operation), shape: shape)
    }
}
