extension Interpreter {
    /// What Python has under a name that is unknown here, and what to write instead; nil for other names.
    func foreignName(_ name: Name, before trailers: [Expression.Trailer]) -> Problem? {
        if let module = Interpreter.modules[name.text], let first = trailers.first,
            case .attribute(let attribute) = first.kind
        {
            return .otherModule(module, instead: own(attribute, trailers))
        }
        if trailers.isCall(at: 0), let instead = Interpreter.functions[name.text] {
            return .pythonName(name.text, instead: "write \(instead)")
        }
        guard let number = Interpreter.numbers[name.text],
            Suggestion.nearest(to: name.text, among: knownNames) == nil
        else { return nil }
        return .pythonName(name.text, instead: "write \(number)")
    }

    /// `tanh(a)` of `np.tanh(a)`; nil where there is no such function here.
    private func own(_ attribute: String, _ trailers: [Expression.Trailer]) -> String? {
        guard case .function? = Builtins.member(attribute, of: .builtins), trailers.isCall(at: 1) else {
            return nil
        }
        let range = trailers[0].range.lowerBound..<trailers[1].range.upperBound
        return source.shortText(in: range) ?? "\(attribute)(…)"
    }

    private static let modules = [
        "np": "numpy", "numpy": "numpy", "torch": "torch", "plt": "matplotlib", "matplotlib": "matplotlib",
    ]

    private static let functions = [
        "round": "f'{x:.2f}' to print a number with two digits", "str": "an f-string, f'{x}'",
        "format": "an f-string, f'{x:.2f}'", "repr": "print(x)", "type": "print(x)",
        "float": "the number without float()", "int": "the number without int()",
    ]

    private static let numbers = ["e": "math.e, or exp(x) for its power", "π": "math.pi"]
}
