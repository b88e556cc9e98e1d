public import Micrograd
internal import MicrogradSupport

extension HeatMap {
    /// Makes a plot of the kernels of a convolution: a tile for each output and input channel, in the shape of a kernel.
    ///
    ///     try HeatMap(kernelsOf: conv).write(to: "kernels.svg")
    ///
    /// The tiles of an output channel stand side by side, one for each input channel.
    ///
    /// - Parameters:
    ///   - layer: The convolution, with the weights that it has now.
    ///   - outputNames: One for each output channel; 0, 1, 2 … by default.
    ///   - inputNames: One for each input channel; 0, 1, 2 … by default.
    ///   - title: What stands above the plot; by default what it shows, as `Kernels of 3 × 3 by output channel`.
    public init(
        kernelsOf layer: Conv2D, outputNames: [String] = [], inputNames: [String] = [], title: String? = nil
    ) {
        let kernels = layer.biases.indices.map { output in
            let weights = layer.weights(of: output)
            let (rows, columns) = (weights.shape[1], weights.shape[2])
            let numbers = weights.map(\.data)
            return (0..<weights.shape[0]).map { input in
                (0..<rows).map { row in
                    let start = (input * rows + row) * columns
                    return Array(numbers[start..<start + columns])
                }
            }
        }
        self.init(kernels: kernels, outputNames: outputNames, inputNames: inputNames, title: title)
    }

    /// Makes a plot of kernels that are given as numbers, such as those of another library.
    ///
    /// - Parameters:
    ///   - kernels: Of shape [output channels][input channels][rows][columns].
    ///   - outputNames: One for each output channel; 0, 1, 2 … by default.
    ///   - inputNames: One for each input channel; 0, 1, 2 … by default.
    ///   - title: What stands above the plot; by default what it shows, as `Kernels of 3 × 3 by output channel`.
    /// - Precondition: At least one number, and all kernels of one shape.
    public init(
        kernels: [[[[Double]]]], outputNames: [String] = [], inputNames: [String] = [], title: String? = nil
    ) {
        let inputCount = kernels.first?.count ?? 0
        let rowCount = kernels.first?.first?.count ?? 0
        let columnCount = kernels.first?.first?.first?.count ?? 0
        guard columnCount > 0 else {
            trap(
                "A heat map of kernels needs at least one number (got none): give it the weights of a convolution."
            )
        }
        let isEven = kernels.allSatisfy { tiles in
            tiles.count == inputCount
                && tiles.allSatisfy { $0.count == rowCount && $0.allSatisfy { $0.count == columnCount } }
        }
        guard isEven else {
            trap(
                "The kernels of a heat map have one shape, for the same input channels (the first has \(Wording.count(inputCount, "channel")) of \(rowCount) by \(columnCount) numbers, and another has not)."
            )
        }
        let outputs = HeatMap.names(outputNames, kernels.count, of: "output channel")
        let inputs = HeatMap.names(inputNames, inputCount, of: "input channel")
        let tiles = KernelTiles(kernels, outputNames: outputs, inputNames: inputs)
        content = .kernels(tiles)
        let channels = [(kernels.count, "output"), (inputCount, "input")].filter { $0.0 > 1 }.map(\.1)
        let by = channels.isEmpty ? [] : [channels.joined(separator: " and ") + " channel"]
        let usual = PlotTitle.usual("kernels of \(rowCount) × \(columnCount)", by: by)
        self.title = PlotTitle(
            title, usual: kernels.count * inputCount == 1 ? "Kernel of \(rowCount) × \(columnCount)" : usual)
    }
}
