internal import MicrogradSupport

/// How the learning rate changes from step to step, or from epoch to epoch.
///
///     let schedule = LearningRateSchedule.linear(from: 1.0, to: 0.1, over: 100)
///     for step in 0..<100 {
///         optimizer.learningRate = schedule(step)
///         …
///     }
public struct LearningRateSchedule: Equatable, Sendable {
    private enum Course: Equatable {
        case constant(Double)
        case linear(from: Double, to: Double, over: Int)
        case step(from: Double, factor: Double, every: Int)
        case cosine(from: Double, to: Double, over: Int)
    }

    private let course: Course

    /// The same rate in all steps.
    public static func constant(_ rate: Double) -> LearningRateSchedule {
        LearningRateSchedule(course: .constant(rate))
    }

    /// `from + (to - from)·k/over` in step k, and `to` from step `over` on, as `LinearLR` of PyTorch.
    ///
    /// The demo of karpathy/micrograd goes from 1.0 to 0.1 over 100.
    ///
    /// - Parameter over: The number of steps, at least 1.
    public static func linear(from: Double, to: Double, over: Int) -> LearningRateSchedule {
        checkCount(over, "linear", "over")
        return LearningRateSchedule(course: .linear(from: from, to: to, over: over))
    }

    /// `from · factor^⌊k/every⌋` in step k, as `StepLR` of PyTorch.
    ///
    /// - Parameters:
    ///   - factor: 0.1 by default.
    ///   - every: After how many steps the rate changes, at least 1.
    public static func step(from: Double, factor: Double = 0.1, every: Int) -> LearningRateSchedule {
        checkCount(every, "step", "every")
        return LearningRateSchedule(course: .step(from: from, factor: factor, every: every))
    }

    /// `to + (from - to)·(1 + cos(π·k/over))/2` in step k, and `to` from step `over` on.
    ///
    /// As `CosineAnnealingLR` of PyTorch, but for what comes after `over`, where that rises again. Source:
    /// Loshchilov and Hutter, SGDR, arXiv:1608.03983.
    ///
    /// - Parameters:
    ///   - to: 0 by default.
    ///   - over: The number of steps, at least 1.
    public static func cosine(from: Double, to: Double = 0, over: Int) -> LearningRateSchedule {
        checkCount(over, "cosine", "over")
        return LearningRateSchedule(course: .cosine(from: from, to: to, over: over))
    }

    /// Returns the rate of a step, of which the first is 0.
    public func callAsFunction(_ step: Int) -> Double {
        guard step >= 0 else {
            trap("A learning-rate schedule was asked for step \(step): its first step is 0.")
        }
        switch course {
        case .constant(let rate):
            return rate
        case .linear(let from, let to, let over):
            return step < over ? from + (to - from) * Double(step) / Double(over) : to
        case .step(let from, let factor, let every):
            return from * factor ** Double(step / every)
        case .cosine(let from, let to, let over):
            guard step < over else { return to }
            return to + (from - to) * (1 + Cos.value(.pi * Double(step) / Double(over))) / 2
        }
    }

    private static func checkCount(_ count: Int, _ course: String, _ name: String) {
        guard count > 0 else {
            trap("A `\(course)` learning-rate schedule needs at least one step in `\(name)` (got \(count)).")
        }
    }
}
