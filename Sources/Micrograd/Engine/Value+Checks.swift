public import CMicrograd

extension Value {
    /// The tape of the value, checked: the value is valid, and the thread may use it.
    @inlinable @inline(__always)
    var state: TapeState.Reference {
        let state = TapeState.reference(stamp.tape)
        if !_fastPath(isPlainlyValid(on: state)) { checkClosely() }
        return state
    }

    /// Returns the tape that two operands share, checked for both.
    @inlinable @inline(__always)
    static func sharedState(_ x: Value, _ y: Value) -> TapeState.Reference {
        let state = TapeState.reference(x.stamp.tape)
        if !_fastPath(x.isPlainlyValid(on: state) && y.isPlainlyValid(on: state)) { checkClosely(x, y) }
        return state
    }

    /// Whether the value is of the innermost or the outermost region, on the thread that uses the tape now.
    @inlinable @inline(__always)
    func isPlainlyValid(on state: TapeState.Reference) -> Bool {
        state.pointee.thread == micrograd_thread_token() && stamp.tape == state.pointee.stamp.tape
            && (stamp.generation == state.pointee.stamp.generation
                || stamp.generation == state.pointee.baseGeneration)
    }

    @usableFromInline @inline(never)
    func checkClosely() {
        let state = TapeState.reference(stamp.tape)
        guard !state.pointee.isDefault || state.pointee.thread == micrograd_thread_token() else {
            trap(
                "A value of another thread's default tape was used. Values stay on the thread that made them; code that crosses threads or `await` makes its own `Tape` and keeps it in its actor."
            )
        }
        let regions = state.pointee.regions
        guard (0..<regions.count).contains(where: { regions[$0].stamp == stamp }) else {
            trap(
                "A value was used after the end of the `withTape { }` or the tape that it was made in. Return its `data`, or make it outside."
            )
        }
    }

    @usableFromInline @inline(never)
    static func checkClosely(_ x: Value, _ y: Value) {
        x.checkClosely()
        y.checkClosely()
        guard TapeState.reference(x.stamp.tape) == TapeState.reference(y.stamp.tape) else { trapTwoTapes() }
    }

    static func trapTwoTapes() -> Never {
        trap("An operation was given values of two tapes. Make all values of one computation on one tape.")
    }
}
