/// The largest value of each window of an image, channel by channel.
///
/// The windows consist of operations `max`: where several values of a window are the largest, they share the
/// gradient, and PyTorch gives all of it to the first.
public struct MaxPool2D: Model {
    let pooling: Pooling

    /// - Parameters:
    ///   - kernel: The height and width of a window.
    ///   - stride: How far a window is from the next; the kernel by default, so that windows do not overlap.
    public init(_ kernel: Int, stride: Int? = nil) {
        pooling = Pooling("max pool", "A MaxPool2D", kernel: kernel, stride: stride ?? kernel)
    }

    /// Returns the image of the windows: rows and columns at the end that fill no window are left out.
    public func callAsFunction(_ image: Values) -> Values {
        pooling(image) { window in window.dropFirst().reduce(window[0]) { max($0, $1) } }
    }
}

/// The mean of each window of an image, channel by channel.
public struct AveragePool2D: Model {
    let pooling: Pooling

    /// - Parameters:
    ///   - kernel: The height and width of a window.
    ///   - stride: How far a window is from the next; the kernel by default, so that windows do not overlap.
    public init(_ kernel: Int, stride: Int? = nil) {
        pooling = Pooling("average pool", "An AveragePool2D", kernel: kernel, stride: stride ?? kernel)
    }

    /// Returns the image of the windows: rows and columns at the end that fill no window are left out.
    public func callAsFunction(_ image: Values) -> Values {
        pooling(image) { window in sum(window) / Double(window.count) }
    }
}

/// One value for each window of an image.
struct Pooling {
    let scope: ScopeIdentity
    let module: String
    let kernel: Int
    let stride: Int

    init(_ name: String, _ module: String, kernel: Int, stride: Int) {
        WindowGrid.check(module, kernel: kernel, stride: stride)
        scope = ScopeIdentity(kind: name, name: name)
        self.module = module
        self.kernel = kernel
        self.stride = stride
    }

    func callAsFunction(_ image: Values, _ value: (_ window: [Value]) -> Value) -> Values {
        let grid = WindowGrid(for: module, image, kernel: kernel, stride: stride)
        var outputs: [Value] = []
        outputs.reserveCapacity(grid.channels * grid.rows * grid.columns)
        var window: [Value] = []
        image.inScope(scope) {
            for channel in 0..<grid.channels {
                grid.forEachWindow { row, column in
                    window.removeAll(keepingCapacity: true)
                    grid.forEachElement(channel: channel, row, column) { window.append(image.elements[$0]) }
                    outputs.append(value(window))
                }
            }
        }
        return Values(outputs, shape: [grid.channels, grid.rows, grid.columns])
    }
}
