/// How the tape tells a gradient of 0 from none.
@usableFromInline
enum Gradient {
    /// The mark of a gradient that does not exist: negative zero, which is neutral in addition.
    ///
    /// A sweep adds each contribution as `c + 0.0`, which is never negative zero: so a gradient is
    /// negative zero exactly where nothing was added, and the sweep needs no flag to know it.
    @inlinable @inline(__always)
    static var none: Double { -0.0 }

    @inlinable @inline(__always)
    static func exists(_ grad: Double) -> Bool { grad.bitPattern != none.bitPattern }
}
