internal import MicrogradSupport

// Of two `Values`, or of `Values` with a number or value that takes part at each place.

extension Values {
    /// Returns the negatives of the values.
    public static prefix func - (values: Values) -> Values { values.mapped { -$0 } }

    /// Returns the sums of values at the same places, as of a layer and what goes around it.
    ///
    /// - Precondition: Both have the same shape.
    public static func + (left: Values, right: Values) -> Values {
        left.combined(with: right, "+") { $0 + $1 }
    }

    /// Returns the sum of each value and a number.
    public static func + (left: Values, right: Double) -> Values { left.mapped { $0 + right } }

    /// Returns the sum of a number and each value.
    public static func + (left: Double, right: Values) -> Values { right.mapped { left + $0 } }

    /// Returns the sum of each value and one value.
    public static func + (left: Values, right: Value) -> Values { left.mapped { $0 + right } }

    /// Returns the sum of one value and each value.
    public static func + (left: Value, right: Values) -> Values { right.mapped { left + $0 } }

    /// Returns the differences of values at the same places.
    ///
    /// - Precondition: Both have the same shape.
    public static func - (left: Values, right: Values) -> Values {
        left.combined(with: right, "-") { $0 - $1 }
    }

    /// Returns each value less a number.
    public static func - (left: Values, right: Double) -> Values { left.mapped { $0 - right } }

    /// Returns a number less each value.
    public static func - (left: Double, right: Values) -> Values { right.mapped { left - $0 } }

    /// Returns each value less one value.
    public static func - (left: Values, right: Value) -> Values { left.mapped { $0 - right } }

    /// Returns one value less each value.
    public static func - (left: Value, right: Values) -> Values { right.mapped { left - $0 } }

    /// Returns the products of values at the same places.
    ///
    /// - Precondition: Both have the same shape.
    public static func * (left: Values, right: Values) -> Values {
        left.combined(with: right, "*") { $0 * $1 }
    }

    /// Returns the product of each value and a number.
    public static func * (left: Values, right: Double) -> Values { left.mapped { $0 * right } }

    /// Returns the product of a number and each value.
    public static func * (left: Double, right: Values) -> Values { right.mapped { left * $0 } }

    /// Returns the product of each value and one value.
    public static func * (left: Values, right: Value) -> Values { left.mapped { $0 * right } }

    /// Returns the product of one value and each value.
    public static func * (left: Value, right: Values) -> Values { right.mapped { left * $0 } }

    /// Returns the quotients of values at the same places.
    ///
    /// - Precondition: Both have the same shape.
    public static func / (left: Values, right: Values) -> Values {
        left.combined(with: right, "/") { $0 / $1 }
    }

    /// Returns each value divided by a number.
    public static func / (left: Values, right: Double) -> Values { left.mapped { $0 / right } }

    /// Returns a number divided by each value.
    public static func / (left: Double, right: Values) -> Values { right.mapped { left / $0 } }

    /// Returns each value divided by one value.
    public static func / (left: Values, right: Value) -> Values { left.mapped { $0 / right } }

    /// Returns one value divided by each value.
    public static func / (left: Value, right: Values) -> Values { right.mapped { left / $0 } }

    private func mapped(_ operation: (Value) -> Value) -> Values {
        Values(elements.map(operation), shape: shape)
    }

    private func combined(
        with other: Values, _ symbol: String, _ operation: (Value, Value) -> Value
    ) -> Values {
        guard shape == other.shape else {
            trap(
                "Values of the shapes \(shape) and \(other.shape) were combined by '\(symbol)': both need one shape."
            )
        }
        return Values(zip(elements, other.elements).map(operation), shape: shape)
    }
}
