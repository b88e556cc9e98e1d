import Micrograd
import Testing

@Suite("A convolution")
struct Conv2DTests {
    @Test("moves its kernel over the image, without flipping it")
    func known() {
        withTape {
            let layer = Conv2D(1, 1, kernel: 2)
            for (weight, number) in zip(layer.weights(of: 0), [1.0, 2, 3, 4]) { weight.data = number }
            layer.biases[0].data = 0.5
            let image = Values([1, 2, 3, 4, 5, 6, 7, 8, 9], shape: [1, 3, 3])
            let output = layer(image)
            #expect(output.shape == [1, 2, 2])
            // 1·1 + 2·2 + 3·4 + 4·5 = 37 at the top left.
            #expect(output.map(\.data) == [37.5, 47.5, 67.5, 77.5])
        }
    }

    @Test("rounds as operators do, forward and backward, to the last bit", arguments: [0, 1, 2])
    func operators(padding: Int) {
        withTape {
            var random = RandomStream(seed: 5)
            let layer = Conv2D(2, 3, kernel: 3, stride: 2, padding: padding, using: &random)
            for bias in layer.biases { bias.data = random.uniform(-1, 1) }
            let numbers = (0..<2 * 6 * 5).map { _ in random.uniform(-1, 1) }
            func gradients(_ outputs: [Value], _ inputs: [Value]) -> [UInt64] {
                let loss = sum(outputs.map { $0 * $0 })
                layer.zeroGrad()
                loss.backward()
                return (outputs.map(\.data) + (inputs + layer.parameters).map(\.grad)).map(\.bitPattern)
            }
            let image = Values(numbers, shape: [2, 6, 5])
            let compound = gradients(layer(image).elements, image.elements)
            let other = Values(numbers, shape: [2, 6, 5])
            let plain = gradients(operatorConvolution(layer, other, padding: padding), other.elements)
            #expect(compound == plain)
        }
    }

    @Test("adds up the gradients of a value that stands in the image several times")
    func repeated() {
        withTape {
            let layer = Conv2D(1, 2, kernel: 2, seed: 3)
            let (x, y) = (Value(0.7), Value(-1.3))
            let image = Values([x, x, y, x, y, x, x, y, y], shape: [1, 3, 3])
            sum(layer(image).elements).backward()
            let compound = [x.grad, y.grad]
            x.zeroGrad()
            y.zeroGrad()
            sum(operatorConvolution(layer, image, stride: 1, padding: 0)).backward()
            #expect(compound == [x.grad, y.grad])
        }
    }

    @Test("may use its own weights as the image")
    func ownWeights() {
        withTape {
            let layer = Conv2D(1, 1, kernel: 2, seed: 3)
            let weights = layer.weights(of: 0)
            layer(weights)[0].backward()
            // y = b + Σ w².
            #expect(weights.map(\.grad) == weights.map { 2 * $0.data })
        }
    }

    @Test("of one channel tells height from width")
    func axes() {
        withTape {
            let layer = Conv2D(1, 1, kernel: 3)
            let wide = layer(Values([Double](repeating: 1, count: 15), shape: [1, 3, 5]))
            let high = layer(Values([Double](repeating: 1, count: 15), shape: [1, 5, 3]))
            #expect(wide.shape == [1, 1, 3])
            #expect(high.shape == [1, 3, 1])
        }
    }

    @Test("names its parameters by output, channel, row and column")
    func names() {
        withTape {
            let names = Conv2D(2, 2, kernel: 2).namedParameters.map(\.name)
            #expect(names.count == 18)
            #expect(names[0] == "weight.0.0.0.0")
            #expect(names[5] == "weight.0.1.0.1")
            #expect(names[8] == "bias.0")
            #expect(names[17] == "bias.1")
        }
    }

    @Test("works in a recording")
    func recording() {
        withTape {
            var random = RandomStream(seed: 8)
            let layer = Conv2D(1, 2, kernel: 2, padding: 1, using: &random)
            let recording = Recording(inputs: ["x": 6]) {
                ["y": layer(Values($0["x"], shape: [1, 2, 3])).elements]
            }
            let examples = (0..<12).map { _ in random.uniform(-1, 1) }
            recording.run(["x": examples])
            recording.backward(from: "y")
            let replayed = recording["y"] + layer.parameters.map(\.grad)
            layer.zeroGrad()
            var outputs: [Double] = []
            for example in [examples.prefix(6), examples.suffix(6)] {
                let output = layer(Values(Array(example), shape: [1, 2, 3]))
                outputs += output.map(\.data)
                sum(output.elements).backward()
            }
            let differences = zip(replayed, outputs + layer.parameters.map(\.grad)).map { abs($0 - $1) }
            #expect(differences.count == 2 * 2 * 12 + 10)
            #expect(differences.max() ?? 1 < 1e-14)
        }
    }

    @Test("with padding works outside of the `use` of its tape, as do the layers after it")
    func otherTape() {
        let tape = Tape()
        let (model, image) = tape.use {
            (
                Sequential(Conv2D(1, 1, kernel: 3, padding: 1), MaxPool2D(2), Flatten(), Linear(1, 1)),
                Values([1, 2, 3, 4], shape: [1, 2, 2])
            )
        }
        let count = tape.count
        let output = model(image)[0]
        #expect(tape.count > count)
        #expect(GraphWalk(from: output).scopes.map(\.name) == ["sequential", "conv2d", "max pool", "linear"])
    }

    @Test("stands in pictures as its products and sums, in a scope of its name")
    func walk() {
        withTape {
            let layer = Conv2D(1, 1, kernel: 2, padding: 1, name: "edges")
            let walk = GraphWalk(from: layer(Values([3.0], shape: [1, 1, 1]))[0, 0, 1])
            #expect(walk.compactMap(\.operation).map(\.symbol) == ["*", "+", "*", "+", "*", "+", "*", "+"])
            #expect(walk.scopes.map(\.name) == ["edges"])
            #expect(walk.scopes.map(\.kind) == ["conv2d"])
        }
    }

    /// `bₒ + w·x + …` by operators, in the order of the windows.
    private func operatorConvolution(
        _ layer: Conv2D, _ image: Values, stride: Int = 2, padding: Int
    ) -> [Value] {
        let (height, width) = (image.shape[1], image.shape[2])
        let kernel = layer.weights(of: 0).shape[1]
        let rows = (height + 2 * padding - kernel) / stride + 1
        let columns = (width + 2 * padding - kernel) / stride + 1
        var outputs = [[Value]](repeating: [], count: layer.biases.count)
        // Window by window, as the layer records them: so gradients add up in the same order.
        for row in 0..<rows {
            for column in 0..<columns {
                for (output, bias) in layer.biases.enumerated() {
                    let weights = layer.weights(of: output)
                    var sum = bias
                    for channel in 0..<image.shape[0] {
                        for u in 0..<kernel {
                            for v in 0..<kernel {
                                let (y, x) = (row * stride + u - padding, column * stride + v - padding)
                                let isInside = y >= 0 && y < height && x >= 0 && x < width
                                sum += weights[channel, u, v] * (isInside ? image[channel, y, x] : Value(0))
                            }
                        }
                    }
                    outputs[output].append(sum)
                }
            }
        }
        return outputs.flatMap { $0 }
    }
}
