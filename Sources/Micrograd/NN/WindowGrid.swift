internal import MicrogradSupport

/// The sizes of an image, and of the windows that slide over it.
struct WindowGrid {
    let channels: Int
    let height: Int
    let width: Int
    let kernel: Int
    let stride: Int
    /// The number of windows in each column and row of the image.
    let rows: Int
    let columns: Int

    /// Checks the shape of an image, padded by `padding` on each side.
    ///
    /// - Parameter channels: The number of channels that it must have; nil for any.
    init(
        for module: String, _ image: Values, channels: Int? = nil, kernel: Int, stride: Int, padding: Int = 0
    ) {
        let wanted = "[\(channels.map(String.init) ?? "channels"), height, width]"
        guard image.shape.count == 3, channels == nil || channels == image.shape[0] else {
            let hint = image.shape.count == 1 ? " Put a Reshape(channels, height, width) before it." : ""
            trap(
                "\(module) takes an image of shape \(wanted), and was given the shape \(image.shape).\(hint)")
        }
        self.channels = image.shape[0]
        let sizes = image.shape.dropFirst().map { $0 + 2 * padding }
        guard let count = Values.count(of: [image.shape[0]] + sizes), count <= NeuronBlock.maximumCount else {
            trap("\(module) with a padding of \(padding) makes more values of an image than a tape can hold.")
        }
        height = image.shape[1] + 2 * padding
        width = image.shape[2] + 2 * padding
        guard height >= kernel, width >= kernel else {
            let padded = padding > 0 ? ", with its padding [\(self.channels), \(height), \(width)]," : ""
            trap(
                "\(module) has windows of shape [\(kernel), \(kernel)], and the image of shape \(image.shape)\(padded) is smaller."
            )
        }
        self.kernel = kernel
        self.stride = stride
        rows = (height - kernel) / stride + 1
        columns = (width - kernel) / stride + 1
    }

    /// Checks the sizes that a module is made with.
    static func check(_ module: String, kernel: Int, stride: Int, padding: Int = 0) {
        guard kernel > 0, stride > 0, padding >= 0 else {
            trap(
                "\(module) needs a kernel and a stride of at least 1, and a padding of at least 0 (got \(kernel), \(stride) and \(padding))."
            )
        }
        guard max(kernel, stride, padding) <= NeuronBlock.maximumCount else {
            trap(
                "\(module) needs a kernel, a stride and a padding of at most \(NeuronBlock.maximumCount) (got \(kernel), \(stride) and \(padding))."
            )
        }
    }

    /// Calls `body` with the top left corner of each window, row by row.
    func forEachWindow(_ body: (_ row: Int, _ column: Int) -> Void) {
        for row in 0..<rows {
            for column in 0..<columns { body(row * stride, column * stride) }
        }
    }

    /// Calls `body` with the position of each element of a window in one channel, row by row.
    @inline(__always)
    func forEachElement(channel: Int, _ row: Int, _ column: Int, _ body: (Int) -> Void) {
        for y in row..<row + kernel {
            let start = (channel * height + y) * width + column
            for position in start..<start + kernel { body(position) }
        }
    }
}
