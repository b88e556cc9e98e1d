/// What a node is that stands for many operations, in a walk that does not expand it.
public enum GraphCompound: String, CaseIterable, Hashable, Sendable {
    /// `activation(b + w₀·x₀ + w₁·x₁ + …)`; the operands are all x, then all w, then b.
    case neuron
    /// `w₀·x₀ + w₁·x₁ + …` of `dot(w, x)`; the operands are all x, then all w.
    case dot
    /// `x₀ + x₁ + …`.
    case sum
}
