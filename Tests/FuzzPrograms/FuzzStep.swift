import Micrograd

/// One recorded thing of a random program, whose operands are positions in a list of values.
///
/// It runs on the engine and on the plain tape, and gives both the same results.
enum FuzzStep {
    case leaf(Double)
    case unary(String, Int)
    case binary(String, Int, Int)
    case constantRight(String, Int, Double)
    case constantLeft(String, Double, Int)
    case sum([Int])
    case dot([Int], [Int])
    case module(FuzzModule, [Int])

    static let unarySymbols = ["neg", "exp", "log", "sqrt", "sin", "cos", "tanh", "sigmoid", "relu", "abs"]
    static let binarySymbols = ["+", "-", "*", "/", "**", "min", "max", "+", "*", "*"]

    /// Draws a step on `count` values.
    static func random(using random: inout FuzzRandom, count: Int, modules: [FuzzModule]) -> FuzzStep {
        func position(_ random: inout FuzzRandom) -> Int {
            // Mostly new values, so that graphs grow deep.
            random.chance(50) ? count - 1 - random.below(min(count, 6)) : random.below(count)
        }
        func list(_ length: Int, _ random: inout FuzzRandom) -> [Int] {
            // Side by side, or anywhere.
            if random.chance(40), count >= length {
                let start = random.below(count - length + 1)
                return Array(start..<start + length)
            }
            return (0..<length).map { _ in position(&random) }
        }
        switch random.below(modules.isEmpty ? 13 : 16) {
        case 0: return .leaf(random.number())
        case 1...4: return .unary(random.pick(unarySymbols), position(&random))
        case 5...8: return .binary(random.pick(binarySymbols), position(&random), position(&random))
        case 9: return .constantRight(random.pick(binarySymbols), position(&random), random.number())
        case 10: return .constantLeft(random.pick(binarySymbols), random.number(), position(&random))
        case 11: return .sum(list(random.below(5), &random))
        case 12:
            let length = random.below(5)
            return .dot(list(length, &random), list(length, &random))
        default:
            let module = random.pick(modules)
            return .module(module, list(module.inputCount, &random))
        }
    }

    // MARK: On the engine

    func run(on values: [Value]) -> [Value] {
        switch self {
        case .leaf(let data): return [Value(data)]
        case .unary(let symbol, let x):
            let x = values[x]
            switch symbol {
            case "neg": return [-x]
            case "exp": return [x.exp()]
            case "log": return [x.log()]
            case "sqrt": return [x.sqrt()]
            case "sin": return [x.sin()]
            case "cos": return [x.cos()]
            case "tanh": return [x.tanh()]
            case "sigmoid": return [x.sigmoid()]
            case "relu": return [x.relu()]
            default: return [abs(x)]
            }
        case .binary(let symbol, let x, let y):
            let (x, y) = (values[x], values[y])
            switch symbol {
            case "+": return [x + y]
            case "-": return [x - y]
            case "*": return [x * y]
            case "/": return [x / y]
            case "**": return [x ** y]
            case "min": return [min(x, y)]
            default: return [max(x, y)]
            }
        case .constantRight(let symbol, let x, let y):
            let x = values[x]
            switch symbol {
            case "+": return [x + y]
            case "-": return [x - y]
            case "*": return [x * y]
            case "/": return [x / y]
            case "**": return [x ** y]
            case "min": return [min(x, y)]
            default: return [max(x, y)]
            }
        case .constantLeft(let symbol, let x, let y):
            let y = values[y]
            switch symbol {
            case "+": return [x + y]
            case "-": return [x - y]
            case "*": return [x * y]
            case "/": return [x / y]
            case "**": return [x ** y]
            case "min": return [min(x, y)]
            default: return [max(x, y)]
            }
        case .sum(let list): return [Micrograd.sum(list.map { values[$0] })]
        case .dot(let x, let y): return [Micrograd.dot(x.map { values[$0] }, y.map { values[$0] })]
        case .module(let module, let inputs): return module.run(on: inputs.map { values[$0] })
        }
    }

    // MARK: On the plain tape

    func run(on tape: inout PlainTape, _ values: [Int]) -> [Int] {
        switch self {
        case .leaf(let data): return [tape.leaf(data)]
        case .unary(let symbol, let x): return [tape.record(symbol, values[x])]
        case .binary(let symbol, let x, let y): return [tape.record(symbol, values[x], values[y])]
        case .constantRight(let symbol, let x, let y): return [tape.record(symbol, values[x], constant: y)]
        case .constantLeft(let symbol, let x, let y): return [tape.record(symbol, constant: x, values[y])]
        case .sum(let list):
            guard let first = list.first else { return [tape.leaf(0)] }
            return [list.dropFirst().reduce(values[first]) { tape.record("+", $0, values[$1]) }]
        case .dot(let x, let y):
            var sum: Int?
            for (x, y) in zip(x, y) {
                let product = tape.record("*", values[x], values[y])
                sum = sum.map { tape.record("+", $0, product) } ?? product
            }
            return [sum ?? tape.leaf(0)]
        case .module(let module, let inputs): return module.run(on: &tape, inputs.map { values[$0] })
        }
    }
}
