internal import MicrogradSupport

/// The operands of a compound: a span of the tape, or a list of indices.
struct OperandList: BitwiseCopyable {
    /// The index of the first operand, or the position of its index among the tape's listed operands.
    var start: UInt32
    var isListed: Bool
    /// Whether the operands are known to be listed once each, and not to be among the weights.
    var isSeparate = false

    static func span(from start: Int) -> OperandList {
        OperandList(start: UInt32(truncatingIfNeeded: start), isListed: false)
    }

    /// Whether no value stands twice in a list, or in a span of the tape.
    static func areDistinct(_ values: UnsafeBufferPointer<Value>, outside span: Range<Int>) -> Bool {
        guard let first = values.first else { return true }
        var (least, largest) = (first.position, first.position)
        for value in values {
            least = min(least, value.position)
            largest = max(largest, value.position)
        }
        guard largest < span.lowerBound || least >= span.upperBound else { return false }
        // Far apart they are not worth the memory: the sweep then takes them one by one.
        guard largest - least < 64 * values.count else { return false }
        return withUnsafeTemporaryAllocation(of: Bool.self, capacity: largest - least + 1) { isTaken in
            isTaken.initialize(repeating: false)
            for value in values {
                if isTaken[value.position - least] { return false }
                isTaken[value.position - least] = true
            }
            return true
        }
    }
}

extension TapeState {
    /// The index of an operand.
    @inline(__always)
    func operand(_ position: Int, of list: OperandList) -> Int {
        list.isListed ? Int(listedOperands[Int(list.start) + position]) : Int(list.start) + position
    }

    /// Returns the operands that `values` are, each of them checked to be of the tape.
    ///
    /// - Parameter owner: A valid value of the tape, for the message where one is not.
    @inline(__always)
    static func operands(
        _ values: UnsafeBufferPointer<Value>, on state: Reference, with owner: Value
    ) -> OperandList {
        guard values.count > 0 else { return .span(from: 0) }
        if _fastPath(checkOperands(values, on: state, with: owner)) { return .span(from: values[0].position) }
        let start = state.pointee.listedOperands.count
        checkListed(start + values.count)
        for value in values { state.pointee.listedOperands.push(value.index) }
        return OperandList(start: UInt32(start), isListed: true)
    }

    /// Checks that all values are of the tape, as `owner` is; returns whether they stand side by side.
    @inline(__always) @discardableResult
    static func checkOperands(
        _ values: UnsafeBufferPointer<Value>, on state: Reference, with owner: Value
    ) -> Bool {
        var isSpan = true
        for position in 0..<values.count {
            if !_fastPath(values[position].isPlainlyValid(on: state)) {
                _ = Value.checkClosely(owner, values[position])
            }
            isSpan = isSpan && values[position].position == values[0].position + position
        }
        return isSpan
    }

    static func checkListed(_ count: Int) {
        guard count <= Int(UInt32.max) else { trap("A tape holds at most 2³² listed operands.") }
    }
}
