/// Where a built-in function is found.
enum Namespace: String, CaseIterable {
    /// What is there without an import.
    case builtins
    case micrograd
    case engine = "micrograd.engine"
    case nn = "micrograd.nn"
    case math, random, graphviz
    /// The methods of Values, networks and drawings.
    case value, network, drawing

    /// The module that an import names; nil for one that is not there.
    init?(path: [String]) {
        switch path.joined(separator: ".") {
        case "micrograd": self = .micrograd
        case "micrograd.engine", "engine": self = .engine
        case "micrograd.nn", "nn": self = .nn
        case "math": self = .math
        case "random": self = .random
        case "graphviz": self = .graphviz
        default: return nil
        }
    }

    /// The methods of an object.
    init?(methodsOf object: Object) {
        switch object {
        case .value: self = .value
        case .network: self = .network
        case .drawing: self = .drawing
        default: return nil
        }
    }

    /// What it holds beside functions.
    var constants: [(name: String, object: Object)] {
        switch self {
        case .builtins:
            [("nn", .namespace(.nn)), ("random", .namespace(.random)), ("math", .namespace(.math))]
        case .micrograd:
            [("engine", .namespace(.engine)), ("nn", .namespace(.nn))]
        case .math:
            [
                ("pi", .float(.pi)), ("e", .float(2.718281828459045)), ("tau", .float(2 * .pi)),
                ("inf", .float(.infinity)), ("nan", .float(.nan)),
            ]
        case .graphviz:
            ["Digraph", "Graph", "Source"].map { ($0, .unusable($0)) }
        case .nn:
            [("Module", .unusable("Module"))]
        case .engine, .random, .value, .network, .drawing:
            []
        }
    }
}
