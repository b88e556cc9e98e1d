/// What the process tells its caller.
enum ExitCode: Int32, Sendable {
    case done = 0
    /// Bad input, or rendering failed.
    case failed = 1
    /// A gradient is wrong.
    case difference = 2
    case usage = 64
}
