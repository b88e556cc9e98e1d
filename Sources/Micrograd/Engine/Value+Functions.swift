extension Value {
    /// Returns eˣ.
    @inlinable @inline(__always)
    public func exp() -> Value { TapeState.record(Exp.self, self) }

    /// Returns the natural logarithm ln x.
    @inlinable @inline(__always)
    public func log() -> Value { TapeState.record(Log.self, self) }

    /// Returns √x, whose derivative at 0 is infinite.
    @inlinable @inline(__always)
    public func sqrt() -> Value { TapeState.record(Sqrt.self, self) }

    /// Returns the sine of an angle in radians.
    @inlinable @inline(__always)
    public func sin() -> Value { TapeState.record(Sin.self, self) }

    /// Returns the cosine of an angle in radians.
    @inlinable @inline(__always)
    public func cos() -> Value { TapeState.record(Cos.self, self) }

    /// Returns the hyperbolic tangent.
    @inlinable @inline(__always)
    public func tanh() -> Value { TapeState.record(Tanh.self, self) }

    /// Returns 1 / (1 + e⁻ˣ), without overflow.
    @inlinable @inline(__always)
    public func sigmoid() -> Value { TapeState.record(Sigmoid.self, self) }

    /// Returns max(0, x), whose derivative at 0 is 0.
    @inlinable @inline(__always)
    public func relu() -> Value { TapeState.record(Relu.self, self) }

    /// Returns |x|, whose derivative at 0 is 0.
    @inlinable @inline(__always)
    public func abs() -> Value { TapeState.record(Abs.self, self) }

    /// Returns the value to the power of `exponent`: the same as `**`.
    @inlinable @inline(__always)
    public func pow(_ exponent: Value) -> Value { self ** exponent }

    /// Returns the value to the power of the number `exponent`: the same as `**`.
    @inlinable @inline(__always)
    public func pow(_ exponent: Double) -> Value { self ** exponent }
}

/// Returns eˣ.
@inlinable @inline(__always)
public func exp(_ x: Value) -> Value { x.exp() }

/// Returns the natural logarithm ln x.
@inlinable @inline(__always)
public func log(_ x: Value) -> Value { x.log() }

/// Returns √x, whose derivative at 0 is infinite.
@inlinable @inline(__always)
public func sqrt(_ x: Value) -> Value { x.sqrt() }

/// Returns the sine of an angle in radians.
@inlinable @inline(__always)
public func sin(_ x: Value) -> Value { x.sin() }

/// Returns the cosine of an angle in radians.
@inlinable @inline(__always)
public func cos(_ x: Value) -> Value { x.cos() }

/// Returns the hyperbolic tangent.
@inlinable @inline(__always)
public func tanh(_ x: Value) -> Value { x.tanh() }

/// Returns 1 / (1 + e⁻ˣ), without overflow.
@inlinable @inline(__always)
public func sigmoid(_ x: Value) -> Value { x.sigmoid() }

/// Returns max(0, x), whose derivative at 0 is 0.
@inlinable @inline(__always)
public func relu(_ x: Value) -> Value { x.relu() }

/// Returns |x|, whose derivative at 0 is 0.
@inlinable @inline(__always)
public func abs(_ x: Value) -> Value { x.abs() }

/// Returns `x` to the power of `y`: the same as `x ** y`.
@inlinable @inline(__always)
public func pow(_ x: Value, _ y: Value) -> Value { x ** y }

/// Returns `x` to the power of `y`: the same as `x ** y`.
@inlinable @inline(__always)
public func pow(_ x: Value, _ y: Double) -> Value { x ** y }

/// Returns `x` to the power of `y`: the same as `x ** y`.
@inlinable @inline(__always)
public func pow(_ x: Double, _ y: Value) -> Value { x ** y }

/// Returns the smaller of two; at a tie each has one half of the gradient, and NaN wins.
@inlinable @inline(__always)
public func min(_ x: Value, _ y: Value) -> Value { TapeState.record(Minimum.self, x, y) }

/// Returns the smaller of two; at a tie each has one half of the gradient, and NaN wins.
@inlinable @inline(__always)
public func min(_ x: Value, _ y: Double) -> Value { TapeState.record(Minimum.self, x, y) }

/// Returns the smaller of two; at a tie each has one half of the gradient, and NaN wins.
@inlinable @inline(__always)
public func min(_ x: Double, _ y: Value) -> Value { TapeState.record(Minimum.self, x, y) }

/// Returns the larger of two; at a tie each has one half of the gradient, and NaN wins.
@inlinable @inline(__always)
public func max(_ x: Value, _ y: Value) -> Value { TapeState.record(Maximum.self, x, y) }

/// Returns the larger of two; at a tie each has one half of the gradient, and NaN wins.
@inlinable @inline(__always)
public func max(_ x: Value, _ y: Double) -> Value { TapeState.record(Maximum.self, x, y) }

/// Returns the larger of two; at a tie each has one half of the gradient, and NaN wins.
@inlinable @inline(__always)
public func max(_ x: Double, _ y: Value) -> Value { TapeState.record(Maximum.self, x, y) }
