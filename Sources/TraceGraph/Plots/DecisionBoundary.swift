internal import Micrograd
internal import MicrogradSupport

/// Where a model of two inputs tells two classes apart: its scores as areas, the boundary between them as a
/// line, and the data on top.
///
///     let plot = DecisionBoundary(points: points, labels: labels) { x, y in
///         withTape { model([x, y])[0].data }
///     }
///     try plot.write(to: "moons.svg")
///
/// The classes differ in colour and shape, circles below the boundary and squares above it, and a darker area is
/// one where the score is farther from the boundary.
public struct DecisionBoundary: Plot {
    let points: [Series.Point]
    let isUpper: [Bool]
    let classNames: (lower: String, upper: String)
    let level: Double
    let title: PlotTitle
    let x: Axis
    let y: Axis
    /// In places of the area, which begins at 0, 0.
    let field: ScoreField
    /// The points whose score is on the side of their class.
    let correctCount: Int

    /// Makes a plot, with the scores that the closure gives now.
    ///
    /// - Parameters:
    ///   - points: Two numbers each. The area reaches beyond them by an eighth.
    ///   - labels: The class of each point: two different numbers, of which the larger one belongs above `level`.
    ///   - level: The score at the boundary: 0 by default, ½ for a model that gives probabilities.
    ///   - title: What stands above the plot; by default what it shows, as `Decision boundary between label −1 and
    ///     label 1`.
    ///   - xTitle: What the first number of a point is.
    ///   - yTitle: What the second is.
    ///   - score: The model; called for each of 5,700 to 10,400 points of a grid, and each of the data.
    /// - Precondition: At least one point, with finite numbers, and a label for each.
    public init(
        points: [[Double]], labels: [Double], level: Double = 0, title: String? = nil,
        xTitle: String = "x1", yTitle: String = "x2", score: (_ x: Double, _ y: Double) throws -> Double
    ) rethrows {
        DecisionBoundary.check(points, labels, level)
        let classes = Set(labels).sorted()
        let upper = classes.count == 2 ? classes[1] : classes[0] > level ? classes[0] : .infinity
        let isUpper = labels.map { $0 >= upper }
        let points = points.map { Series.Point(x: $0[0], y: $0[1]) }
        let names = classes.map { "label \($0.shortestDescription.typesetNumber)" }
        let x = Axis(xTitle, over: DecisionBoundary.range(points.map(\.x)), ends: .exact, count: 6)
        let y = Axis(yTitle, over: DecisionBoundary.range(points.map(\.y)), ends: .exact, count: 6)
        field = try ScoreField(x, y, score)
        correctCount = try zip(points, isUpper).count { point, isUpper in
            let score = try score(point.x, point.y)
            return isUpper ? score > level : score <= level
        }
        self.points = points
        self.isUpper = isUpper
        classNames = (names[0], names[names.count - 1])
        self.level = level
        let usual =
            "Decision boundary "
            + (names.count == 2 ? "between \(names[0]) and \(names[1])" : "of \(names[0])")
        self.title = PlotTitle(title, usual: usual)
        (self.x, self.y) = (x, y)
    }

    private static func check(_ points: [[Double]], _ labels: [Double], _ level: Double) {
        guard !points.isEmpty else {
            trap("A decision boundary needs at least one point (got none): give it the data of the model.")
        }
        guard points.count == labels.count else {
            trap(
                "A decision boundary needs a label for each point (got \(points.count) points and \(labels.count) labels)."
            )
        }
        if let point = points.first(where: { $0.count != 2 }) {
            trap(
                "A decision boundary draws points of two numbers (got one of \(point.count)): pick two of them, and give the model the rest."
            )
        }
        guard points.allSatisfy({ $0[0].isFinite && $0[1].isFinite }), level.isFinite else {
            trap("A decision boundary draws points of finite numbers: leave out those with nan or infinity.")
        }
        let classes = Set(labels)
        guard classes.count <= 2, classes.allSatisfy(\.isFinite) else {
            trap(
                "A decision boundary tells two classes apart (got \(classes.count) different labels): give one class one label, and all others another."
            )
        }
    }

    /// The least and the largest number, and an eighth of their distance on each side.
    private static func range(_ numbers: [Double]) -> [Double] {
        guard let least = numbers.min(), let largest = numbers.max() else { return [] }
        let space = largest / 8 - least / 8
        return [least - space, largest + space]
    }
}
