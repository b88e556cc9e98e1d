internal import MicrogradSupport

/// A number in a computation whose gradients are wanted: a handle on a node of a tape.
///
/// Operators and functions on values compute at once and record what they did. `backward()` then
/// gives every value that the result depends on its gradient:
///
///     let a = Value(2.0), b = Value(-3.0)
///     let c = a * b + 10.0
///     c.backward()
///     print(c.data, a.grad, b.grad)  // 4.0 -3.0 2.0
///
/// A value is valid as long as the region of the tape it was made in: until the end of the innermost
/// `withTape { }` around it, or else as long as its tape. Later use ends the program with a message,
/// as does a mix of values from two tapes. NaN and infinity flow through as IEEE 754 says.
///
/// - Note: 16 bytes without reference counting. Not `Sendable`: a tape belongs to one thread or actor.
public struct Value: BitwiseCopyable {
    @usableFromInline let stamp: TapeState.Stamp
    /// The position, and above its 32 bits whether the value may be a parameter, which is known of it for ever.
    @usableFromInline let bits: UInt64

    @inlinable @inline(__always)
    var index: UInt32 { UInt32(truncatingIfNeeded: bits) }

    /// The position on its tape: what tells the value from all others of the tape.
    @inlinable @inline(__always)
    package var position: Int { Int(truncatingIfNeeded: index) }

    @inlinable @inline(__always)
    init(stamp: TapeState.Stamp, index: UInt32) {
        self.stamp = stamp
        bits = UInt64(index)
    }

    @inlinable @inline(__always)
    init(possibleParameter leaf: Value) {
        stamp = leaf.stamp
        bits = leaf.bits | 1 << 32
    }

    /// Makes a leaf that is no parameter: an input of a model or recording, or padding.
    @inline(__always)
    init(input data: Double, on state: TapeState.Reference) {
        self = TapeState.append(to: state, data, .leaf)
    }

    /// Whether the value was made as a leaf and not as an input, also where it has ended.
    var mayBeParameter: Bool { bits >> 32 != 0 }

    /// Makes a leaf on the tape on which the thread records: its default tape, or that of `Tape.use`.
    ///
    /// - Parameters:
    ///   - data: The number that the value holds.
    ///   - label: The name that pictures show; none by default.
    @inlinable
    public init(_ data: Double, label: String? = nil) {
        self.init(possibleParameter: TapeState.append(to: TapeState.current, data, .leaf))
        if let label { self.label = label }
    }

    /// The number that the value holds.
    ///
    /// Setting it changes this node alone: what was computed from it keeps its number.
    @inlinable
    public var data: Double {
        @inline(__always) get {
            let state = state
            if position >= state.pointee.firstStandIn { checkRecording() }
            return state.pointee.data[position]
        }
        nonmutating set {
            let state = state
            if position >= state.pointee.firstStandIn { checkRecording() }
            if state.pointee.compounds.count > 0 { state.pointee.noteChange(of: position) }
            state.pointee.data[position] = newValue
        }
    }

    /// The derivative of the value that `backward()` was called on with respect to this one.
    ///
    /// 0 where no backward has reached this value. A leaf adds up what several backward passes give
    /// it until `zeroGrad()`; any other value starts afresh with each pass that reaches it.
    @inlinable
    public var grad: Double {
        @inline(__always) get {
            let state = state
            if position >= state.pointee.firstStandIn { checkRecording() }
            return position < state.pointee.gradCount ? state.pointee.grads[position] + 0.0 : 0
        }
        nonmutating set {
            let state = state
            if position >= state.pointee.firstStandIn { checkRecording() }
            if position >= state.pointee.gradCount { state.pointee.prepareGrads() }
            if state.pointee.nodes[position].isCompound {
                state.pointee.keepInnerGrad(of: position)
            }
            state.pointee.grads[position] = newValue + 0.0
            state.pointee.sweptEnd = max(state.pointee.sweptEnd, position + 1)
        }
    }

    /// Removes the gradient, as before the first `backward()`.
    @inlinable
    public func zeroGrad() {
        let state = state
        if position >= state.pointee.firstStandIn { checkRecording() }
        guard position < state.pointee.gradCount else { return }
        if Gradient.exists(state.pointee.grads[position]), state.pointee.nodes[position].isCompound {
            state.pointee.keepInnerGrad(of: position)
        }
        state.pointee.grads[position] = Gradient.none
    }

    /// The name that pictures show for the value.
    public var label: String? {
        get { state.pointee.labels.pointee[position] }
        nonmutating set { state.pointee.labels.pointee[position] = newValue }
    }

    /// Whether the value is a leaf that training changes, such as a weight; pictures tell it from an input.
    ///
    /// - Precondition: A leaf; made outside of a recording's closure, in which leaves are constants.
    public var isParameter: Bool {
        get { node.flags.contains(.parameter) }
        nonmutating set {
            guard node.isLeaf else {
                trap(
                    "Only a leaf can be a parameter, and this value was computed by `\(node.operation.symbol)`."
                )
            }
            if newValue {
                checkParameter()
                state.pointee.nodes[position].flags.insert(.parameter)
            } else {
                state.pointee.nodes[position].flags.remove(.parameter)
            }
        }
    }

    /// Whether the value was given rather than computed.
    public var isLeaf: Bool { node.isLeaf }

    private var node: Node { state.pointee.nodes[position] }
}

@available(*, unavailable)
extension Value: Sendable {}

extension Value: CustomStringConvertible {
    /// The value as micrograd prints it, such as `Value(data=4.0, grad=0.0)`.
    public var description: String { "Value(data=\(data.pythonDescription), grad=\(grad.pythonDescription))" }
}
