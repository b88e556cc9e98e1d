import Micrograd
import TestSupport
import Testing

@Suite("Functions without an operation of their own")
struct FunctionsTests {
    static let names = ["softmax", "logSoftmax", "leakyRelu", "gelu", "softplus"]

    private static func outputs(of name: String, slope: Double = 0.01, _ x: [Value]) -> [Value] {
        switch name {
        case "softmax": softmax(x)
        case "logSoftmax": logSoftmax(x)
        case "leakyRelu": x.map { leakyRelu($0, slope: slope) }
        case "gelu": x.map { gelu($0) }
        case "softplus": x.map { softplus($0) }
        default: fatalError("no function is called \(name)")
        }
    }

    @Test("have PyTorch's numbers and gradients", arguments: Reference.pyTorchNN.functions)
    func pyTorch(_ row: PyTorchNNReference.Function) {
        withTape {
            let inputs = row.inputs.map { Value($0.number) }
            let outputs = Self.outputs(of: row.name, slope: row.arguments["slope"]?.number ?? 0.01, inputs)
            sum(zip(row.weights, outputs).map { $0.number * $1 }).backward()
            #expect(PyTorchNNReference.areClose(outputs.map(\.data), row.outputs))
            #expect(PyTorchNNReference.areClose(inputs.map(\.grad), row.grad))
        }
    }

    @Test("are all in the reference")
    func coverage() {
        #expect(Set(Reference.pyTorchNN.functions.map(\.name)) == Set(Self.names))
    }

    @Test("have the gradients of finite differences", arguments: names)
    func differences(_ name: String) {
        for point in [[0.3], [0.5, -1.2], [2.0, -0.7, 0.1, 1.4, -2.5]] {
            expectFiniteDifferences(at: point) { x in
                sum(Self.outputs(of: name, x).enumerated().map { index, y in Double(index + 1) * y * y })
            }
        }
    }

    @Test("agree in a recording, whose closure cannot read data", arguments: names)
    func recordings(_ name: String) {
        let examples = [[0.5, -1, 2], [0, 0, 0], [1_000, -1_000, 3], [-1_000, -1_000, -999], [2, 7, 2]]
        expectSameInRecording(examples + examples + examples) { Self.outputs(of: name, $0) }
    }

    @Test("do not overflow at 1,000, and softmax adds up to 1")
    func large() {
        withTape {
            for numbers in [[1_000, 999, -1_000], [-1_000, -1_000], [1e300, -1e300, 0]] as [[Double]] {
                let inputs = numbers.map { Value($0) }
                let shares = softmax(inputs), logs = logSoftmax(inputs)
                #expect(abs(sum(shares).data - 1) < 1e-15)
                (sum(logs) + shares[0]).backward()
                #expect((shares + logs).allSatisfy { $0.data.isFinite })
                #expect(inputs.allSatisfy { $0.grad.isFinite })
            }
        }
    }

    @Test("give published numbers")
    func published() {
        withTape {
            // The example of Wikipedia, "Softmax function", which rounds to 8 digits.
            let shares = softmax([1, 2, 3, 4, 1, 2, 3].map { Value($0) }).map(\.data)
            let published = [
                0.02364054, 0.06426166, 0.1746813, 0.474833, 0.02364054, 0.06426166, 0.1746813,
            ]
            #expect(zip(shares, published).allSatisfy { abs($0 - $1) < 5e-9 })
            // ln 2 and the sigmoid of 0.
            let x = Value(0)
            let y = softplus(x)
            y.backward()
            #expect(abs(y.data - 0.6931471805599453) < 1e-15 && x.grad == 0.5)
        }
    }

    @Test("are methods too, as other functions of one value")
    func methods() {
        withTape {
            for number in [-2.0, 0, 0.7] {
                let x = Value(number)
                #expect(x.leakyRelu(slope: 0.2).data == leakyRelu(x, slope: 0.2).data)
                #expect(x.leakyRelu().data == leakyRelu(x).data && x.gelu().data == gelu(x).data)
                #expect(x.softplus().data == softplus(x).data)
            }
        }
    }

    @Test("stand in a scope of their name, on the tape of their values")
    func scopes() {
        let tape = Tape()
        let x = tape.use { [Value(1), Value(2)] }
        let named: [(String, Value)] = [
            ("softmax", softmax(x)[0]), ("log softmax", logSoftmax(x)[0]), ("leaky relu", leakyRelu(x[0])),
            ("gelu", gelu(x[0])), ("softplus", softplus(x[0])),
        ]
        for (name, y) in named {
            let walk = GraphWalk(from: y)
            #expect(walk.scopes.map(\.name) == [name])
            #expect(walk.allSatisfy { ($0.scope != nil) == ($0.operation != nil || $0.isConstant) })
        }
    }
}
