internal import MicrogradSupport

/// Values with a shape: a list, or an image of `[channels][height][width]`.
///
///     let image = Values(pixels, shape: [1, 8, 8])
///     image[0, 2, 3]           // channel 0, row 2, column 3
///     sum(image[0..<8])        // of the first row
///     2 * image - mean(image)  // place by place
///
/// As a collection it has its elements in order, the last dimension fastest.
public struct Values {
    /// The size of each dimension, outermost first.
    public let shape: [Int]
    /// All values in one list.
    public let elements: [Value]

    /// Makes a list, shape [n].
    public init(_ values: some Sequence<Value>) {
        elements = Array(values)
        shape = [elements.count]
    }

    /// Gives a list of values a shape.
    ///
    /// - Precondition: The list has as many values as the shape: the product of its sizes.
    public init(_ values: some Sequence<Value>, shape: [Int]) {
        let elements = Array(values)
        guard Values.count(of: shape) == elements.count else {
            trap("The shape \(shape) does not fit \(elements.count) values.")
        }
        self.elements = elements
        self.shape = shape
    }

    /// Makes new leaves, shape [n].
    public init(_ numbers: some Sequence<Double>) {
        self.init(numbers.map { Value($0) })
    }

    /// Makes new leaves of a shape.
    public init(_ numbers: some Sequence<Double>, shape: [Int]) {
        self.init(numbers.map { Value($0) }, shape: shape)
    }

    /// Makes an image, shape [channels][height][width].
    ///
    /// - Precondition: All channels have as many rows, and all rows as many columns.
    public init(_ image: [[[Value]]]) {
        let (height, width) = (image.first?.count ?? 0, image.first?.first?.count ?? 0)
        for (channel, rows) in image.enumerated() {
            guard rows.count == height else {
                trap("Channel \(channel) of an image has \(rows.count) rows, and channel 0 has \(height).")
            }
            for (row, columns) in rows.enumerated() where columns.count != width {
                trap(
                    "Row \(row) of channel \(channel) of an image has \(columns.count) columns, and the first row has \(width)."
                )
            }
        }
        self.init(image.flatMap { $0.flatMap { $0 } }, shape: [image.count, height, width])
    }

    /// The value at a place of an image.
    public subscript(_ channel: Int, _ row: Int, _ column: Int) -> Value {
        guard shape.count == 3 else { trap("Values of shape \(shape) have no rows and columns.") }
        guard channel >= 0, channel < shape[0], row >= 0, row < shape[1], column >= 0, column < shape[2]
        else {
            trap("Values of shape \(shape) have no place [\(channel), \(row), \(column)].")
        }
        return elements[(channel * shape[1] + row) * shape[2] + column]
    }

    /// Returns the same values in another shape.
    ///
    /// - Precondition: The shape has as many places: the product of its sizes.
    public func reshaped(to shape: [Int]) -> Values { Values(elements, shape: shape) }

    /// How many values a shape has room for; nil where a size is below 0, or more than a tape can hold.
    static func count(of shape: [Int]) -> Int? {
        guard shape.allSatisfy((0...NeuronBlock.maximumCount).contains) else { return nil }
        if shape.contains(0) { return 0 }
        var count = 1
        for size in shape {
            count *= size
            guard count <= NeuronBlock.maximumCount else { return nil }
        }
        return count
    }
}

@available(*, unavailable)
extension Values: Sendable {}

// MARK: - A collection

extension Values: RandomAccessCollection {
    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of values.
    public var endIndex: Int { elements.count }
    /// The value at a position of the list of all.
    public subscript(_ position: Int) -> Value { elements[position] }
    /// The values at some positions of the list of all.
    public subscript(_ positions: Range<Int>) -> ArraySlice<Value> { elements[positions] }

    /// Calls `body` with the values side by side in memory.
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Value>) throws -> Result
    ) rethrows -> Result? {
        try elements.withContiguousStorageIfAvailable(body)
    }
}

// MARK: - Functions of each value

extension Values {
    /// Returns max(0, x) of each value.
    public func relu() -> Values { Activation.relu(self) }

    /// Returns the hyperbolic tangent of each value.
    public func tanh() -> Values { Activation.tanh(self) }

    /// Returns 1 / (1 + e⁻ˣ) of each value.
    public func sigmoid() -> Values { Activation.sigmoid(self) }

    /// Returns x where it is positive, and 0.01·x elsewhere.
    public func leakyRelu() -> Values { Activation.leakyRelu(self) }

    /// Returns the gelu of each value, by its formula with tanh.
    public func gelu() -> Values { Activation.gelu(self) }

    /// Returns ln(1 + eˣ) of each value.
    public func softplus() -> Values { Activation.softplus(self) }

    /// Returns eˣ of each value divided by the sum of them all.
    public func softmax() -> Values { Values(Micrograd.softmax(elements), shape: shape) }

    /// Returns the logarithms of `softmax()`, computed without overflow.
    public func logSoftmax() -> Values { Values(Micrograd.logSoftmax(elements), shape: shape) }
}
