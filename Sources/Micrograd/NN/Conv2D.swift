internal import MicrogradSupport

/// A convolution of an image with one kernel for each output channel, as deep learning calls it.
///
///     y[o][i][j] = bₒ + Σ w[o][c][u][v] · x[c][i·stride + u - padding][j·stride + v - padding]
///
/// over all channels c, rows u and columns v of the window; outside of the image x is 0. It is PyTorch's
/// `Conv2d`, a cross-correlation: kernels are not flipped. Each output is one node of the tape; pictures show the
/// products and sums that it stands for.
public struct Conv2D: Model {
    private(set) var block: NeuronBlock
    let inputChannels: Int
    let kernel: Int
    let stride: Int
    let padding: Int

    /// Makes a layer whose weights are drawn output channel by output channel; biases start at 0.
    ///
    /// - Parameters:
    ///   - inputChannels: The number of channels of the images, at least 1.
    ///   - outputChannels: The number of kernels, at least 1.
    ///   - kernel: The height and width of the window.
    ///   - stride: How far a window is from the next; 1 by default.
    ///   - padding: How many rows and columns of zeros surround the image; none by default.
    ///   - initializer: How the weights start; `kaimingUniform` by default.
    ///   - name: That of its scope in pictures.
    ///   - random: Where the weights are drawn from.
    public init(
        _ inputChannels: Int, _ outputChannels: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        initializer: Initializer = .kaimingUniform, name: String = "conv2d",
        using random: inout some RandomNumberGenerator
    ) {
        guard inputChannels > 0, outputChannels > 0 else {
            trap(
                "A Conv2D needs at least one channel in and one out (got \(inputChannels) and \(outputChannels))."
            )
        }
        WindowGrid.check("A Conv2D", kernel: kernel, stride: stride, padding: padding)
        NeuronBlock.checkSize(
            "A Conv2D", weights: [inputChannels, outputChannels, kernel, kernel], biases: outputChannels)
        block = NeuronBlock(
            inputCount: inputChannels * kernel * kernel, neuronCount: outputChannels,
            fanOut: outputChannels * kernel * kernel, activation: .linear, initializer: initializer,
            scope: ScopeIdentity(kind: "conv2d", name: name, on: TapeState.current), using: &random)
        self.inputChannels = inputChannels
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
    }

    /// Makes a layer whose weights come from the stream of `seed`: two layers of one seed start alike.
    public init(
        _ inputChannels: Int, _ outputChannels: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        initializer: Initializer = .kaimingUniform, name: String = "conv2d", seed: Int = 0
    ) {
        var random = RandomStream(seed: seed)
        self.init(
            inputChannels, outputChannels, kernel: kernel, stride: stride, padding: padding,
            initializer: initializer, name: name, using: &random)
    }

    /// The kernel of one output channel, shape [input channels][kernel][kernel].
    public func weights(of outputChannel: Int) -> Values {
        Values(
            (0..<block.inputCount).map { block.weight(outputChannel, $0) },
            shape: [inputChannels, kernel, kernel])
    }

    /// One for each output channel.
    public var biases: [Value] { (0..<block.neuronCount).map(block.bias) }

    /// Returns the image of the output channels, for one of shape [input channels][height][width].
    public func callAsFunction(_ image: Values) -> Values {
        let grid = WindowGrid(
            for: "A Conv2D", image, channels: inputChannels, kernel: kernel, stride: stride, padding: padding)
        let state = block.state
        state.pointee.openScope(block.scope)
        defer { state.pointee.closeScope() }
        let first = block.convolve(image.padded(by: padding, on: state), grid, on: state)
        // On the tape the channels of one place stand side by side.
        let (channels, places) = (block.neuronCount, grid.rows * grid.columns)
        let stamp = state.pointee.stamp
        var outputs: [Value] = []
        outputs.reserveCapacity(channels * places)
        for channel in 0..<channels {
            for place in 0..<places {
                let index = UInt32(truncatingIfNeeded: first + place * channels + channel)
                outputs.append(Value(stamp: stamp, index: index))
            }
        }
        return Values(outputs, shape: [channels, grid.rows, grid.columns])
    }

    /// Returns a layer with parameters of its own, of the same numbers.
    public func copy() -> Conv2D {
        var copy = self
        copy.block = block.copy()
        return copy
    }

    /// Output channel by output channel `weight.o.c.u.v`, then `bias.o`.
    public var parts: [ModulePart] {
        let (count, kernel) = (block.inputCount, kernel)
        return [
            ModulePart(block) { position in
                let (output, column) = position.quotientAndRemainder(dividingBy: count + 1)
                guard column < count else { return "bias.\(output)" }
                let (channel, place) = column.quotientAndRemainder(dividingBy: kernel * kernel)
                return "weight.\(output).\(channel).\(place / kernel).\(place % kernel)"
            }
        ]
    }
}

extension Values {
    /// Surrounds each channel of an image with new leaves of 0.
    fileprivate func padded(by padding: Int, on state: TapeState.Reference) -> Values {
        guard padding > 0 else { return self }
        let (channels, rows, columns) = (shape[0], shape[1], shape[2])
        let (height, width) = (rows + 2 * padding, columns + 2 * padding)
        var values: [Value] = []
        values.reserveCapacity(channels * height * width)
        func pad(_ count: Int) {
            for _ in 0..<count { values.append(Value(input: 0, on: state)) }
        }
        for channel in 0..<channels {
            pad(padding * width)
            for row in 0..<rows {
                pad(padding)
                let start = (channel * rows + row) * columns
                values += elements[start..<start + columns]
                pad(padding)
            }
            pad(padding * width)
        }
        return Values(values, shape: [channels, height, width])
    }
}
