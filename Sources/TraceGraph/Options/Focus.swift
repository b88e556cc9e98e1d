/// The part of a graph that a picture shows.
public enum Focus: Sendable, Equatable {
    /// What is at most so many edges away from a value, against the flow or with it.
    case around(id: Int, radius: Int)
    /// All ways from one value to another.
    case ways(from: Int, to: Int)
}
