/// The tape on which the thread records, for code that keeps values by their positions.
///
/// A position is good as long as the tape is not compacted: it needs no stamp, and half of the memory of a `Value`.
@usableFromInline
package struct TapeCursor: BitwiseCopyable {
    @usableFromInline let state: TapeState.Reference

    /// The tape on which the thread records now.
    package init() { state = TapeState.current }

    /// The value at a position of the innermost region.
    @inlinable @inline(__always)
    package func value(at position: Int) -> Value {
        Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: position))
    }

    /// The data at a position.
    @inlinable @inline(__always)
    package func data(at position: Int) -> Double { state.pointee.data[position] }

    /// How many values the tape holds.
    @inlinable @inline(__always)
    package var count: Int { state.pointee.count }

    // MARK: - Regions

    /// Opens a region, which `close` or `join` ends.
    package func openRegion() { state.pointee.openRegion() }

    /// Forgets what the innermost region recorded.
    package func closeRegion() { TapeState.closeRegion(of: state) }

    /// Makes what the innermost region recorded a part of the region around it.
    ///
    /// Values of the innermost region become invalid: take them anew by their positions.
    package func joinRegion() { state.pointee.joinRegion() }

    /// Opens a scope of some name, which `closeScope` ends.
    @inline(__always)
    package func openScope(_ identity: ScopeIdentity) { state.pointee.openScope(identity) }

    /// Ends the innermost scope.
    package func closeScope() { state.pointee.closeScope() }

    /// An identity with a name that is kept as long as the innermost region.
    package func scopeIdentity(kind: String, name: String, instance: UInt64) -> ScopeIdentity {
        ScopeIdentity(kind: kind, name: name, on: state, instance: instance)
    }
}
