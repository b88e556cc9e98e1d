public import CMicrograd

extension TapeState {
    /// The state on which the calling thread records.
    @inlinable @inline(__always)
    static var current: Reference {
        let state = recording
        return _fastPath(state.pointee.capacity > 0) ? state : makeDefault()
    }

    /// The same, or a state on which no value is valid where the thread has none yet.
    @inlinable @inline(__always)
    static var recording: Reference {
        // Never NULL: see the C file.
        micrograd_get_current_tape().unsafelyUnwrapped.assumingMemoryBound(to: TapeState.self)
    }

    @inlinable @inline(__always)
    static func append(to state: Reference, _ data: Double, _ node: Node) -> Value {
        let count = state.pointee.count
        if _slowPath(count == state.pointee.capacity) { state.pointee.grow() }
        state.pointee.data[count] = data
        // In two stores, where the compiler would make one for each field.
        UnsafeMutableRawPointer(state.pointee.nodes + count).storeBytes(
            of: unsafeBitCast(node, to: (UInt64, UInt64).self), as: (UInt64, UInt64).self)
        state.pointee.count = count &+ 1
        return Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: count))
    }

    @inlinable @inline(__always)
    static func record<O: UnaryOperation>(_: O.Type, _ x: Value) -> Value {
        let state = x.state
        return append(
            to: state, O.value(state.pointee.data[x.position]),
            Node(operation: O.operation, form: .unary, first: x.index, second: 0))
    }

    @inlinable @inline(__always)
    static func record<O: BinaryOperation>(_: O.Type, _ x: Value, _ y: Value) -> Value {
        let state = Value.sharedState(x, y)
        return append(
            to: state, O.value(state.pointee.data[x.position], state.pointee.data[y.position]),
            Node(operation: O.operation, form: .values, first: x.index, second: UInt64(y.index)))
    }

    @inlinable @inline(__always)
    static func record<O: BinaryOperation>(_: O.Type, _ x: Value, _ y: Double) -> Value {
        let state = x.state
        return append(
            to: state, O.value(state.pointee.data[x.position], y),
            Node(operation: O.operation, form: .valueConstant, first: x.index, second: y.bitPattern))
    }

    @inlinable @inline(__always)
    static func record<O: BinaryOperation>(_: O.Type, _ x: Double, _ y: Value) -> Value {
        let state = y.state
        return append(
            to: state, O.value(x, state.pointee.data[y.position]),
            Node(operation: O.operation, form: .constantValue, first: y.index, second: x.bitPattern))
    }
}
