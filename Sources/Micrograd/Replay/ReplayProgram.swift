/// What a recording does, step by step, and where its numbers stand.
struct ReplayProgram {
    /// Where on the tape the values stand that were made before the recording, in rising order; they have the
    /// first shared slots.
    var captured: [Int] = []
    /// The numbers of the shared slots that never change.
    var constants: [(slot: Int, data: Double)] = []
    /// The steps on shared numbers, operands before results.
    var sharedSteps: [SharedStep] = []
    /// The steps that run for each example.
    var varyingSteps: [VaryingStep] = []
    /// For each shared slot, whether it gets a gradient.
    var differentiatesShared: [Bool] = []
    /// For each varying slot, whether it gets gradients. The inputs have the first, in their order.
    var differentiatesVarying: [Bool] = []

    func differentiates(_ slot: ReplaySlot) -> Bool {
        switch slot {
        case .shared(let index): differentiatesShared[index]
        case .varying(let index): differentiatesVarying[index]
        }
    }
}

/// Where a recording keeps a number.
enum ReplaySlot: BitwiseCopyable, Hashable {
    /// One for the whole batch.
    case shared(Int)
    /// One for each example, because it depends on an input.
    case varying(Int)

    var isVarying: Bool {
        switch self {
        case .shared: false
        case .varying: true
        }
    }
}

/// An output of a recording, with the steps and captured values that it depends on.
struct ReplayOutput {
    var name: String
    var slots: [ReplaySlot]
    /// In the order of a sweep, which is against that of the computation.
    var sharedSteps: [SharedStep] = []
    /// In the order of a sweep; of neurons only those needed.
    var varyingSteps: [VaryingStep] = []
    /// Positions in `ReplayProgram.captured`.
    var captured: [Int] = []
}
