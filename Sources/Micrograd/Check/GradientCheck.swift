internal import MicrogradSupport

/// Every gradient of a computation, compared with difference quotients.
///
///     let check = GradientCheck(of: loss)  // after loss.backward()
///     print(check)
///     assert(check.agrees)
///
/// Each node in turn is moved by ±h, what depends on it is computed again from the recorded operations as plain
/// numbers, and `(y(x + h) - y(x - h)) / 2h` is held against the gradient that the node has. Inner nodes are
/// checked like leaves, so the place where a gradient goes wrong shows, not only the leaves that it spoils.
///
/// - Complexity: O(n) for each of the n nodes at worst: some 5 s for 20,000 nodes in a row. No recursion.
public struct GradientCheck: Sendable {
    /// The gradients in the order of the walk, or of the inputs of a function; empty where there is an obstacle.
    public internal(set) var gradients: [CheckedGradient] = []
    /// What kept the check from comparing anything; nil where nothing did.
    public internal(set) var obstacle: Obstacle?

    /// How a check compares.
    public struct Options: Hashable, Sendable {
        /// The largest difference that is no mistake, as a part of the larger number; 1e-6 by default.
        ///
        /// With the default step a quotient has errors of 1e-8 and less where a function is of ordinary size and
        /// slope, and backward passes are exact to 1e-12; mistakes in a derivative are far larger than both.
        public var tolerance: Double
        /// The step h for a number of 1 and less, as a part of larger ones; 6.055e-6 by default.
        ///
        /// That is the cube root of the distance from 1 to the next number, where the error of the formula,
        /// h²·y‴/6, and that of rounding, about 1e-16·y/h, are about equal. Where the first step tells too little,
        /// steps from 64 times that down to a 4,096th of it are compared.
        public var step: Double
        /// The most nodes to check; 20,000 by default.
        public var maximumCount: Int

        /// Makes options; all have defaults.
        public init(tolerance: Double = 1e-6, step: Double = 6.055e-6, maximumCount: Int = 20_000) {
            guard tolerance > 0, step > 0, step < 0.01 else {
                trap("A gradient check needs a tolerance above 0 and a step between 0 and 0.01.")
            }
            self.tolerance = tolerance
            self.step = step
            self.maximumCount = maximumCount
        }
    }

    /// Checks the gradients of all values that `result` depends on, as its `backward()` left them.
    public init(of result: Value, options: Options = Options()) {
        let walk = GraphWalk(from: result)
        guard walk.count <= options.maximumCount else {
            self.init(obstacle: .tooLarge(count: walk.count, limit: options.maximumCount))
            return
        }
        let nodes = Array(walk)
        if let backward = walk.backward, backward.root != walk.roots[0] {
            self.init(obstacle: .otherRoot(backward.root.map { nodes[$0].numberedName }))
            return
        }
        self.init(nodes, root: walk.roots[0], passes: walk.backward?.calls ?? 1, options)
    }

    /// Checks the gradients of a graph.
    ///
    /// - Parameters:
    ///   - nodes: As a walk gives them: ids are positions, operands stand before their node, compounds expanded.
    ///   - root: The node whose derivatives the gradients should be.
    ///   - passes: How many passes may have added up in a leaf.
    package init(_ nodes: [GraphNode], root: Int, passes: Int, _ options: Options = Options()) {
        obstacle = GradientCheck.obstacle(to: nodes, root: root, options)
        if obstacle == nil { gradients = GradientCheck.compare(nodes, root: root, passes: passes, options) }
    }

    package init(obstacle: Obstacle) {
        self.obstacle = obstacle
    }

    // MARK: - What came out

    /// Whether every gradient that can be compared is right; a kink is no mistake.
    public var agrees: Bool { obstacle == nil && differing.isEmpty }

    /// The gradients that are wrong.
    public var differing: [CheckedGradient] { gradients.filter { $0.verdict == .differs } }

    /// The gradient that is wrong by the largest part; of several like it, that nearest to the result.
    ///
    /// nil where all agree.
    public var worst: CheckedGradient? {
        // A wrong gradient makes all that follow from it wrong by the same part, give or take some rounding.
        let sameness = 1.001
        var worst: CheckedGradient?
        for gradient in differing.reversed()
        where gradient.relativeDifference > sameness * (worst?.relativeDifference ?? -1) {
            worst = gradient
        }
        return worst
    }

    /// The first wrong gradient on the way of a backward pass; nil where all agree.
    public var first: CheckedGradient? { differing.last }
}
