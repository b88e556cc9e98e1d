internal import Micrograd
internal import MicrogradSupport

/// How large the gradients of each layer are: a histogram a layer, one below the other over one axis.
///
///     let layers = model.layers.enumerated().map { index, layer in
///         (name: "layer \(index)", gradients: layer.parameters.map(\.grad))
///     }
///     try GradientHistogram(layers: layers).write(to: "gradients.svg")
///
/// The axis is that of |g| and logarithmic, because what goes wrong in training goes wrong by factors: layers whose
/// bars stand farther and farther to the left have vanishing gradients, to the right exploding ones. The number on a
/// bar is its count; the highest bar of each layer is as high as there is room. A triangle marks the median of those
/// that are not zero. Zeros, such as those behind a relu that is off, have no place on the axis: their number stands
/// beside it.
public struct GradientHistogram: Plot {
    let layers: [Layer]
    let title: PlotTitle

    struct Layer: Sendable {
        var name: String
        var count: Int
        /// The sizes of those that are neither zero nor nan nor infinite, in order.
        var sizes: [Double]
        var zeroCount: Int
        var missingCount: Int

        init(_ name: String, _ gradients: [Double]) {
            self.name = name
            count = gradients.count
            sizes = gradients.filter { $0.isFinite && $0 != 0 }.map(\.magnitude).sorted()
            zeroCount = gradients.count { $0 == 0 }
            missingCount = gradients.count { !$0.isFinite }
        }

        var median: Double? {
            guard !sizes.isEmpty else { return nil }
            let (low, high) = (sizes[(sizes.count - 1) / 2], sizes[sizes.count / 2])
            return low + (high - low) / 2
        }

        var medianText: String { median.map { "▲ median \($0.shown(2))" } ?? "no median" }

        var zeroText: String {
            zeroCount == 0 ? "no zeros" : "\(zeroCount) \(zeroCount == 1 ? "zero" : "zeros") (\(zeroShare))"
        }

        /// In percent; 0 and 100 only where there are none and nothing else.
        private var zeroShare: String {
            let percent = Int((100 * Double(zeroCount) / Double(count)).rounded())
            return "\(zeroCount == count ? 100 : min(max(percent, 1), 99)) %"
        }
    }

    /// Makes a plot.
    ///
    /// - Parameters:
    ///   - layers: The gradients of each, from the input to the output.
    ///   - title: What stands above the plot; by default what it shows, `Sizes of gradients by layer`.
    /// - Precondition: At least one layer, and a gradient in each.
    public init(layers: [(name: String, gradients: [Double])], title: String? = nil) {
        guard !layers.isEmpty else {
            trap("A histogram of gradients needs at least one layer (got none).")
        }
        if let layer = layers.first(where: { $0.gradients.isEmpty }) {
            trap("A histogram of gradients needs a gradient in each layer ('\(layer.name)' has none).")
        }
        self.layers = layers.map { Layer($0.name, $0.gradients) }
        self.title = PlotTitle(title, usual: "Sizes of gradients by layer")
    }

    func description(_ notes: [String]) -> String {
        let sentences = layers.map { layer in
            let sizes =
                layer.median.map {
                    "sizes from \((layer.sizes.first ?? 0).significant(2)) to "
                        + "\((layer.sizes.last ?? 0).significant(2)) with median \($0.significant(2)), and "
                } ?? ""
            return "\(layer.name) has \(Wording.count(layer.count, "gradient")): \(sizes)\(layer.zeroText)"
        }
        return (sentences + notes).joined(separator: ". ") + "."
    }

    var notes: [String] {
        layers.filter { $0.missingCount > 0 }.map {
            note($0, $0.missingCount) + "nan or infinite, and left out"
        }
    }

    /// What is too far away from all others to be on the axis.
    func outside(_ axis: Axis) -> [String] {
        layers.flatMap { layer in
            let below = layer.sizes.prefix { $0 < axis.lower }
            let above = layer.sizes.drop { $0 <= axis.upper }
            return [
                below.first.map { note(layer, below.count) + "below the axis, down to \($0.shown(2))" },
                above.last.map { note(layer, above.count) + "above the axis, up to \($0.shown(2))" },
            ].compactMap { $0 }
        }
    }

    private func note(_ layer: Layer, _ count: Int) -> String {
        "\(PlotText.fitted(layer.name, in: 120)): \(count) of \(Wording.count(layer.count, "gradient")) "
            + "\(count == 1 ? "is" : "are") "
    }
}
