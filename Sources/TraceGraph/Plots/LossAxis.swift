/// What an axis of losses shows: on which scale, and from where to where.
///
/// A loss that starts high would press the rest of its curve to the bottom of a linear axis. Where no scale is asked
/// for, such an axis is logarithmic, and a few numbers far away from all others are left to its edge.
struct LossAxis {
    let scale: AxisScale
    /// The least and the largest number that it has to show; empty where there is none.
    let ends: [Double]

    /// - Parameters:
    ///   - curves: The losses of each, in their order.
    ///   - scale: How the axis measures, with all numbers on it; picked by the losses where it is nil.
    init(_ curves: [[Double]], _ scale: AxisScale?) {
        let usedScale = scale ?? LossAxis.scale(for: curves.map { $0.filter(\.isFinite) })
        let shown = curves.map { $0.filter(usedScale.shows) }.filter { !$0.isEmpty }
        let cut = shown.flatMap { scale == nil ? usedScale.ends(of: $0) : $0 }
        var ends = [cut.min(), cut.max()].compactMap { $0 }
        // A loss that has come more than half of the way down to zero is shown with its zero.
        if usedScale == .linear, ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] / 2 { ends.append(0) }
        self.scale = usedScale
        self.ends = ends
    }

    /// Logarithmic, if a quarter of a curve would mostly stand in the lowest tenth of a linear axis.
    private static func scale(for curves: [[Double]]) -> AxisScale {
        let losses = curves.joined()
        guard let largest = losses.max(), losses.allSatisfy({ $0 > 0 }) else { return .linear }
        let isHidden = curves.flatMap(medianOfQuarters).contains { $0 < largest / 10 }
        return isHidden ? .logarithmic : .linear
    }

    private static func medianOfQuarters(_ losses: [Double]) -> [Double] {
        let count = min(4, losses.count)
        return (0..<count).map { quarter in
            let part = losses[losses.count * quarter / count..<losses.count * (quarter + 1) / count].sorted()
            return part[part.count / 2]
        }
    }
}
