public import Micrograd

/// What a text computed; its values live on the tape on which the thread recorded.
public struct ProgramResult {
    /// The backward passes that ran.
    public struct Backward {
        /// The value that the last one started from.
        public var root: Value
        /// How many there were, that which `run` adds among them.
        public var calls: Int
    }

    /// The values to draw; none where the text has no value and only prints.
    public var roots: [Value]
    /// nil where no backward ran.
    public var backward: Backward?
    /// Notes and warnings, in the order of their places in the text.
    public var notes: [Diagnostic]
}
