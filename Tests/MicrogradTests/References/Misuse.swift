import Testing

/// What the tests of misuse share: the usual messages, and how they are looked for.
enum Misuse {
    static let stale = "A value was used after the end of the `withTape { }`, recording or tape"
    static let twoTapes = "An operation was given values of two tapes."
    static let otherThread = "A value of another thread's default tape was used."

    /// Expects a process to have ended with a message on standard error.
    static func expect(
        _ result: ExitTest.Result?, says message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(
            text.contains("Fatal error: \(message)"), "\(text.prefix(300))", sourceLocation: sourceLocation)
    }
}
