public import CMicrograd

extension TapeState {
    /// The state on which the calling thread records.
    @inlinable @inline(__always)
    static var current: Reference {
        guard let memory = micrograd_get_current_tape() else { return makeDefault() }
        return memory.assumingMemoryBound(to: TapeState.self)
    }

    @inlinable @inline(__always)
    static func append(to state: Reference, _ node: Node) -> Value {
        let count = state.pointee.count
        if _slowPath(count == state.pointee.capacity) { state.pointee.grow() }
        (state.pointee.nodes + count).initialize(to: node)
        state.pointee.count = count &+ 1
        return Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: count))
    }

    @inlinable @inline(__always)
    static func record<O: UnaryOperation>(_: O.Type, _ x: Value) -> Value {
        let state = x.state
        let data = O.value(state.pointee.nodes[Int(truncatingIfNeeded: x.index)].data)
        return append(
            to: state, Node(data: data, operation: O.operation, form: .unary, first: x.index, second: 0))
    }

    @inlinable @inline(__always)
    static func record<O: BinaryOperation>(_: O.Type, _ x: Value, _ y: Value) -> Value {
        let state = Value.sharedState(x, y)
        let nodes = state.pointee.nodes
        let data = O.value(
            nodes[Int(truncatingIfNeeded: x.index)].data, nodes[Int(truncatingIfNeeded: y.index)].data)
        return append(
            to: state,
            Node(data: data, operation: O.operation, form: .values, first: x.index, second: UInt64(y.index)))
    }

    @inlinable @inline(__always)
    static func record<O: BinaryOperation>(_: O.Type, _ x: Value, _ y: Double) -> Value {
        let state = x.state
        let data = O.value(state.pointee.nodes[Int(truncatingIfNeeded: x.index)].data, y)
        return append(
            to: state,
            Node(
                data: data, operation: O.operation, form: .valueConstant, first: x.index, second: y.bitPattern
            ))
    }

    @inlinable @inline(__always)
    static func record<O: BinaryOperation>(_: O.Type, _ x: Double, _ y: Value) -> Value {
        let state = y.state
        let data = O.value(x, state.pointee.nodes[Int(truncatingIfNeeded: y.index)].data)
        return append(
            to: state,
            Node(
                data: data, operation: O.operation, form: .constantValue, first: y.index, second: x.bitPattern
            ))
    }
}
