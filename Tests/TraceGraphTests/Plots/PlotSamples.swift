import TraceGraph

/// The plots that several test files look at.
enum PlotSamples {
    /// A loss that falls and one that comes up again, by formulas that need no library.
    static let losses: [Series] = {
        let training: [Double] = (0...100).map { step in
            let x = Double(step)
            return 0.9 / (1 + 0.006 * x * x)
        }
        let validation: [Double] = (0...10).map { round in
            let x = Double(round)
            return 0.95 / (1 + 0.4 * x) + 0.004 * x * x
        }
        return [Series("training", training), Series("validation", validation, every: 10)]
    }()

    static let lossCurve = LossCurve(losses, title: "Loss of a small network")

    /// Points on both sides of a parabola; three of them on the wrong one.
    static let points: [[Double]] = (0..<40).map { index in
        let x = Double((index * 7) % 40) / 10 - 2
        let side = index % 2 == 0 ? 1.0 : -1.0
        let distance = 0.35 + Double((index * 13) % 10) / 10
        return [x, x * x / 2 - 1 + side * distance]
    }

    static let labels: [Double] = (0..<40).map { index in
        let isAbove = index.isMultiple(of: 2)
        return isAbove != index.isMultiple(of: 13) ? 1 : -1
    }

    static let boundary = DecisionBoundary(
        points: points, labels: labels, title: "Above and below a parabola"
    ) {
        x, y in y - x * x / 2 + 1
    }

    static let weights: [[Double]] = (0..<4).map { row in
        (0..<6).map { column -> Double in Double((row * 31 + column * 17) % 23) / 11 - 1 }
    }

    static let heatMap = HeatMap(weights, title: "Weights of layer 0")

    /// Kernels for two input channels, in the shape of 2 rows and 3 columns.
    static let kernels: [[[[Double]]]] = (0..<3).map { output in
        (0..<2).map { input in (0..<2).map { row in kernelRow(output * 29 + input * 13 + row * 7) } }
    }

    private static func kernelRow(_ start: Int) -> [Double] {
        (0..<3).map { Double((start + $0 * 17) % 23) / 11 - 1 }
    }

    static let kernelMap = HeatMap(kernels: kernels, inputNames: ["left", "right"])

    /// Gradients that get smaller from layer to layer.
    static let layers: [(name: String, gradients: [Double])] = (0..<3).map {
        layer -> (name: String, gradients: [Double]) in
        let numbers = (0..<60).map { index -> Double in
            if index % (7 - 2 * layer) == 0 { return 0 }
            let size = Double((index * 37) % 59 + 1) / 59
            let reach = [0.002, 0.02, 0.3][layer]
            return index.isMultiple(of: 2) ? size * size * reach : -size * size * reach
        }
        return ("layer \(layer)", numbers)
    }

    static let histogram = GradientHistogram(layers: layers)

    static let growth = GrowthPlot(
        [
            Series(
                "build",
                points: [(1000, 2.84e-6), (10_000, 2.83e-5), (100_000, 2.82e-4), (1_000_000, 2.87e-3)]),
            Series(
                "backward",
                points: [(1000, 1.62e-6), (10_000, 1.54e-5), (100_000, 1.54e-4), (1_000_000, 1.69e-3)]),
        ], slopes: [1], title: "Time of a chain of additions", xTitle: "values", yTitle: "seconds")

    static let all: [(name: String, plot: any Plot)] = [
        ("loss-curve", lossCurve), ("decision-boundary", boundary), ("heat-map", heatMap),
        ("kernels", kernelMap), ("gradient-histogram", histogram), ("growth-plot", growth),
    ]
}
