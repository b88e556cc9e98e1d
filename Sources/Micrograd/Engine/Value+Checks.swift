internal import CMicrograd
internal import MicrogradSupport

extension Value {
    /// The tape of the value, checked: the value is valid, and the thread may use it.
    @inlinable @inline(__always)
    var state: TapeState.Reference {
        let state = TapeState.recording
        return _fastPath(isPlainlyValid(on: state)) ? state : checkClosely()
    }

    /// Returns the tape that two operands share, checked for both.
    @inlinable @inline(__always)
    static func sharedState(_ x: Value, _ y: Value) -> TapeState.Reference {
        let state = TapeState.recording
        return _fastPath(x.isPlainlyValid(on: state) && y.isPlainlyValid(on: state))
            ? state : checkClosely(x, y)
    }

    /// Whether the value is of the innermost or the outermost region of the tape on which the thread records.
    ///
    /// No two regions have the same stamp, so nothing else has to be compared.
    @inlinable @inline(__always)
    func isPlainlyValid(on state: TapeState.Reference) -> Bool {
        stamp == state.pointee.stamp || stamp == state.pointee.baseStamp
    }

    @usableFromInline @inline(never)
    func checkClosely() -> TapeState.Reference {
        let state = TapeStatePool.state(stamp.state)
        guard state.pointee.thread == 0 || state.pointee.thread == micrograd_thread_token() else {
            trap(
                "A value of another thread's default tape was used. Values stay on the thread that made them; code that crosses threads or `await` makes its own `Tape` and keeps it in its actor."
            )
        }
        let regions = state.pointee.regions
        guard (0..<regions.count).contains(where: { regions[$0].stamp == stamp }) else {
            trap(
                "A value was used after the end of the `withTape { }`, recording or tape that it was made in. Return its `data`, or make it outside."
            )
        }
        return state
    }

    @usableFromInline @inline(never)
    static func checkClosely(_ x: Value, _ y: Value) -> TapeState.Reference {
        let state = x.checkClosely()
        guard state == y.checkClosely() else { trapTwoTapes() }
        return state
    }

    /// Ends the program if the value has no number yet, because a recording's closure was given it or computes it.
    @usableFromInline @inline(never)
    func checkRecording() {
        let state = state
        Value.checkRecorded(position, on: state, before: state.pointee.firstStandIn)
    }

    /// The same for the value at a position, of a recording whose first stand-in is at `firstStandIn`.
    static func checkRecorded(_ position: Int, on state: TapeState.Reference, before firstStandIn: Int) {
        guard position >= firstStandIn else { return }
        let node = state.pointee.nodes[position]
        // A leaf made in the closure has a number.
        guard node.isLeaf, !node.flags.contains(.standIn) else {
            trap(
                "A recording's closure used the data or gradient of a value that it computes. It runs once, before there are numbers: return the value as an output, or use `relu`, `min` and `max` for choices that depend on the data."
            )
        }
    }

    /// Ends the program if the value was made in the closure of a recording, which never changes it.
    func checkParameter() {
        guard position < state.pointee.firstStandIn else {
            trap(
                "A recording's closure made a parameter. Inputs and constants of a recording are not trained: make parameters before it."
            )
        }
    }

    static func trapTwoTapes() -> Never {
        trap("An operation was given values of two tapes. Make all values of one computation on one tape.")
    }
}
