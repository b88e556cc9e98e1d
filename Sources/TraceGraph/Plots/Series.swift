internal import Micrograd
internal import MicrogradSupport

/// A line of a plot: points in their order, and a name that stands at its end.
public struct Series: Sendable {
    let name: String
    let points: [Point]

    struct Point: Sendable, Equatable {
        var x: Double
        var y: Double
    }

    /// Makes a line of numbers that follow each other, such as the loss of each step.
    ///
    /// - Parameters:
    ///   - name: What stands at the end of the line.
    ///   - numbers: One for each step. Nan and infinity make a gap.
    ///   - first: The step of the first number; 0 by default.
    ///   - interval: The steps from one number to the next; 1 by default.
    public init(_ name: String, _ numbers: [Double], from first: Int = 0, every interval: Int = 1) {
        guard interval > 0 else {
            trap("The numbers of a series are at least 1 step apart (got every: \(interval)).")
        }
        self.init(
            name,
            points: numbers.enumerated().map { (Double(first) + Double($0) * Double(interval), $1) })
    }

    /// Makes a line through points.
    public init(_ name: String, points: [(x: Double, y: Double)]) {
        self.name = name
        self.points = points.map { Point(x: $0.x, y: $0.y) }
    }

    /// The points that two axes can show.
    func points(_ x: AxisScale, _ y: AxisScale) -> [Point] {
        points.filter { x.shows($0.x) && y.shows($0.y) }
    }

    /// The points without those that two axes cannot show, in the runs that these leave.
    func runs(_ x: AxisScale, _ y: AxisScale) -> [[Point]] {
        points.split { !x.shows($0.x) || !y.shows($0.y) }.map(Array.init)
    }
}
