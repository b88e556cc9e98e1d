/// A name in the table of a tape, from which labels are made without a string for each.
///
/// It is valid as long as the tape, and for its values alone.
package struct LabelName: Hashable, Sendable, BitwiseCopyable {
    let number: UInt32
}

extension Tape {
    /// Returns the one name with that text, on the tape on which the thread records.
    ///
    /// The tape keeps each name to its end: for the names that a text has, and not for labels made up on the way.
    package static func labelName(_ text: String) -> LabelName {
        TapeState.current.pointee.labels.pointee.name(text)
    }
}

extension Value {
    /// Labels the value as the one so many of its name: `x` for the first, `x#2` for the second.
    ///
    /// It takes 8 bytes, and the text is made where it is asked for.
    ///
    /// - Parameter ordinal: From 1 to 4,294,967,294.
    package func setLabel(_ name: LabelName, ordinal: UInt32) {
        state.pointee.labels.pointee.set(.named(name, ordinal), at: position)
    }

    /// Whether the value has a label: the same as `label != nil`, without its text.
    package var hasLabel: Bool { state.pointee.labels.pointee.hasLabel(position) }
}
