/// One gradient beside the difference quotient that it should equal.
public struct CheckedGradient: Sendable {
    /// The position in the walk, or among the inputs of a function.
    public var id: Int
    /// The name of the value; nil where it has none.
    public var label: String?
    /// What computed the value; nil for a leaf.
    public var operation: Value.Operation?
    /// The number that the value holds.
    public var data: Double
    /// The gradient that the value holds; nil where it has none.
    public var grad: Double?
    /// What the result changes by for each unit that the value is moved by; nil where that cannot be told, as at a
    /// kink.
    public var quotient: Double?
    /// How the two compare.
    public var verdict: Verdict
    /// What may have caused a difference; nil where nothing is known.
    public var hint: Hint?

    /// How a gradient compares with its difference quotient.
    public enum Verdict: Hashable, Sendable {
        /// They are equal, within the tolerance and what rounding makes of a difference.
        case agrees
        /// A leaf holds so many times the derivative, because `backward()` ran at least as often.
        case addsUp(passes: Int)
        /// The slopes on both sides differ, so there is no derivative; the gradient is one that could be chosen.
        case kink(Kink)
        /// The gradient is wrong.
        ///
        /// Nan is wrong wherever the result has slopes, at a kink too, and whether made here or handed on: no
        /// number between the slopes is nan, and a step of training with it spoils the value. So the root of a
        /// square differs at 0, where its backward pass makes 0 times infinity.
        case differs
        /// Nothing could be compared.
        case skipped(Reason)
    }

    /// Where a result has two slopes.
    public struct Kink: Hashable, Sendable {
        /// The operation whose kink it is: relu or abs at 0, min or max of equal operands; nil where unknown.
        public var operation: Value.Operation?
        /// The id of the value that this operation computed; nil where the check is one of a function.
        public var id: Int?
        /// The slope for smaller numbers.
        public var below: Double
        /// The slope for larger numbers.
        public var above: Double
    }

    /// Why a gradient is not compared.
    public enum Reason: Hashable, Sendable {
        /// No backward reached the value, nor was its gradient set.
        case noGradient
        /// The result does not depend on the value.
        case unused
        /// The value, or the result beside it, is NaN or infinite, as for the logarithm of numbers beside 0.
        case notFinite
        /// Quotients over smaller and smaller steps come to no number.
        case unsettled
    }

    /// What may have caused a difference.
    public enum Hint: Hashable, Sendable {
        /// The gradient is so many times the derivative.
        case multiple(Int)
        /// The value is at a kink, and the gradient is not between the slopes there.
        case beyondKink(below: Double, above: Double)
        /// The gradients of all that use the value are right, so the mistake is in a step back from one of these.
        case stepBack(from: [String])
        /// A leaf after so many passes, which may have added up over changed data or several results; if not, the
        /// mistake is in a step back from one of these.
        case passesOrStepBack(Int, from: [String])
        /// The recorded graph does not hold all of the function.
        case notRecorded
    }

    /// How far the gradient is from the quotient; nil where there is none of the two.
    public var difference: Double? {
        guard let grad, let quotient else { return nil }
        return (grad - quotient).magnitude
    }

    /// The difference as a part of the larger of the two; infinite where it is no number.
    var relativeDifference: Double {
        guard let grad, let quotient, let difference else { return 1 }
        if difference == 0 { return 0 }
        let part = difference / Swift.max(grad.magnitude, quotient.magnitude)
        return part.isNaN ? .infinity : part
    }
}
