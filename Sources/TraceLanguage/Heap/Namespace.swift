/// Where a built-in function is found.
enum Namespace: String, CaseIterable {
    /// What is there without an import.
    case builtins
    case micrograd
    case engine = "micrograd.engine"
    case nn = "micrograd.nn"
    case math, random, graphviz
    /// The methods of Values, networks, drawings, lists, texts, sets and objects of nn's classes.
    case value, network, drawing, list, string, set, module

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

    private static let numbers: [Namespace: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// Its place among all.
    var number: Int { Namespace.numbers[self] ?? 0 }

    /// The module as an object.
    var cell: Cell { Cell(.module, UInt64(number)) }

    /// The namespace that a module object stands for.
    init(_ cell: Cell) { self = Namespace.allCases[Int(cell.bits)] }
}
