public import CMicrograd

/// Records what `body` computes and forgets it at the end: memory is used again, and nothing grows.
///
/// What was made before, such as the parameters of a network, stays with its data and gradients:
///
///     let w = Value(0.5)
///     for _ in 0..<1_000 {
///         withTape {
///             let loss = (w * 3.0 - 6.0) ** 2
///             w.zeroGrad()
///             loss.backward()
///             w.data -= 0.01 * w.grad
///         }
///     }
///
/// It nests. It works on the tape on which the thread records. Operations are fastest on values of the
/// innermost region and on those made outside of all: make parameters there.
///
/// - Returns: What `body` returns. A value made inside is no longer valid, and its first use ends the program with a
///   message: return its `data`.
@inlinable
public func withTape<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    let state = TapeState.current
    state.pointee.openRegion()
    defer { TapeState.closeRegion(of: state) }
    return try body()
}

/// A tape of one's own: for values that outlive a function, or that an actor keeps across `await`.
///
///     actor Trainer {
///         let tape = Tape()
///         let weight: Value
///         init() { weight = tape.use { Value(0.5, label: "w") } }
///     }
///
/// Every thread has a default tape, so most code needs no `Tape`. Operations record on the tape of
/// their operands; `use` makes it the one for new leaves too. All values of a tape become invalid
/// when the last reference to it goes away.
///
/// - Note: Not `Sendable`: one task or actor at a time.
public final class Tape {
    @usableFromInline let state: TapeState.Reference

    /// Makes an empty tape.
    public init() {
        state = TapeState.make(defaultOf: nil)
    }

    deinit {
        TapeState.end(state)
    }

    /// Runs `body` with this tape as the one that new leaves and `withTape` go to.
    @inlinable
    public func use<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let previous = micrograd_get_current_tape()
        micrograd_set_current_tape(state)
        defer {
            micrograd_set_current_tape(previous)
            withExtendedLifetime(self) {}
        }
        return try body()
    }

    /// How many values the tape holds.
    public var count: Int { state.pointee.count }
}

@available(*, unavailable)
extension Tape: Sendable {}
