internal import Micrograd

/// A call of a built-in function, with its arguments in the order of the parameters.
struct Call {
    let machine: Machine
    let builtin: Builtin
    let isMethod: Bool
    private let base: Int
    /// How many arguments were given by position.
    let count: Int
    /// What was given by name; nil where all arguments were given by position.
    private var named: NamedArguments?

    private final class NamedArguments {
        /// The arguments in the order of the parameters.
        var cells: [Cell]
        /// Keyword arguments that the function only tolerates, or takes all of.
        var otherNames: [Name] = []
        var others: [Cell] = []

        init(_ cells: [Cell]) { self.cells = cells }
    }

    var otherNames: [Name] { named?.otherNames ?? [] }
    var others: [Cell] { named?.others ?? [] }

    init(
        _ machine: Machine, _ builtin: Builtin, base: Int, count: Int, isMethod: Bool, names: [Name] = [],
        keywords: [Cell] = []
    ) throws(Failure) {
        self.machine = machine
        self.builtin = builtin
        self.isMethod = isMethod
        self.base = base
        self.count = count
        if _slowPath(count > builtin.positionalCount && !builtin.takesRest) { throw tooMany() }
        if !names.isEmpty { try bind(names, keywords) }
        if _slowPath(count < builtin.requiredCount || named != nil) { try checkMissing() }
    }

    private mutating func bind(_ names: [Name], _ keywords: [Cell]) throws(Failure) {
        let named = NamedArguments(Array(repeating: .unbound, count: builtin.parameters.count))
        for index in 0..<min(count, builtin.positionalCount) {
            named.cells[index] = machine.stack[base + index]
        }
        for (name, cell) in zip(names, keywords) {
            guard let index = builtin.parameters.firstIndex(where: { $0.name == name.text }) else {
                if builtin.takesKeywords {
                    named.otherNames.append(name)
                    named.others.append(cell)
                    continue
                }
                let known = builtin.parameters.map(\.name)
                throw Failure(
                    .unknownKeyword(
                        function: builtin.name, name: name.text,
                        suggestion: Suggestion.nearest(to: name.text, among: known), known: known),
                    at: name.range)
            }
            guard !named.cells[index].isBound else {
                throw Failure(.givenTwice(function: builtin.name, parameter: name.text), at: name.range)
            }
            named.cells[index] = cell
        }
        self.named = named
    }

    private func checkMissing() throws(Failure) {
        for (index, parameter) in builtin.parameters.enumerated()
        where !parameter.isOptional && !self[index].isBound {
            throw failure(.missingArgument(function: builtin.name, parameter: parameter.name))
        }
    }

    private func tooMany() -> Failure {
        let index = builtin.positionalCount
        if machine.stack[base].tag == .network, index == 2, let (callee, arguments) = machine.callSyntax(),
            let first = arguments.first, let last = arguments.last, arguments.allSatisfy(\.isPlain)
        {
            // `n(1.0, 2.0)`: a network takes one list.
            let range = first.value.range.lowerBound..<last.value.range.upperBound
            return Failure(
                .networkInputs(
                    machine.source.shortText(in: callee), inputs: machine.source.shortText(in: range) ?? "…"),
                at: range)
        }
        if let problem = meant() { return Failure(problem, at: range(ofGiven: index)) }
        let receiver = isMethod ? 1 : 0
        return Failure(
            .tooManyArguments(
                function: builtin.name, limit: builtin.positionalCount - receiver, given: count - receiver),
            at: range(ofGiven: index))
    }

    /// What is meant by `MLP(2, 3, 1)` and by `Value(2.0, 'a')`.
    private func meant() -> Problem? {
        let cells = (0..<count).map { machine.stack[base + $0] }
        switch builtin.name {
        case "MLP":
            let numbers = cells.compactMap(machine.integer)
            guard numbers.count == count else { return nil }
            return .sizesWithoutList(String(numbers[0]), sizes: numbers.dropFirst().map(String.init))
        case "Value":
            guard count == 2, cells[1].tag == .string else { return nil }
            return .labelWithoutKeyword(machine.source.shortText(in: range(ofGiven: 1)))
        default:
            return nil
        }
    }

    // MARK: - Arguments

    /// The argument of a parameter; unbound where it was left out.
    subscript(index: Int) -> Cell {
        if let named { return named.cells[index] }
        return index < count && index < builtin.positionalCount ? machine.stack[base + index] : .unbound
    }

    /// The argument of a parameter; nil where it was left out, or is None.
    func optional(_ index: Int) -> Cell? {
        let cell = self[index]
        return cell.tag == .unbound || cell.tag == .none ? nil : cell
    }

    /// How many arguments there are beyond the parameters.
    var restCount: Int { max(count - builtin.positionalCount, 0) }

    /// One of them.
    func rest(_ index: Int) -> Cell { machine.stack[base + builtin.positionalCount + index] }

    /// All arguments beyond the parameters, of a function that takes any number.
    var rest: [Cell] {
        guard count > builtin.positionalCount else { return [] }
        return (builtin.positionalCount..<count).map { machine.stack[base + $0] }
    }

    // MARK: - Places and mistakes

    func failure(_ problem: Problem) -> Failure { machine.failure(problem) }

    /// Where an argument stands, counted as it was given, the object before the dot among them.
    private func range(ofGiven index: Int) -> Range<Int> {
        let arguments = machine.callSyntax()?.arguments ?? []
        let place = index - (isMethod ? 1 : 0)
        return arguments.indices.contains(place) ? arguments[place].value.range : machine.place
    }

    /// Where the argument of a parameter stands, or one of the rest.
    func range(_ index: Int) -> Range<Int> {
        if let named, index < named.cells.count, index >= count || index >= builtin.positionalCount {
            let name = builtin.parameters[index].name
            let argument = machine.callSyntax()?.arguments.first { $0.name?.text == name }
            return argument?.value.range ?? machine.place
        }
        return range(ofGiven: index)
    }

    /// The place of one of the rest.
    func range(ofRest index: Int) -> Range<Int> { range(ofGiven: builtin.positionalCount + index) }

    /// What is wrong with the argument of a parameter.
    func wrong(_ index: Int, wanted: String, given: Cell? = nil) -> Failure {
        Failure(
            .wrongArgument(
                function: builtin.name, parameter: "'\(builtin.parameters[index].name)'", wanted: wanted,
                given: machine.typeName(of: given ?? self[index])),
            at: range(index))
    }

    /// What is wrong with one of the rest.
    func wrongRest(_ index: Int, wanted: String, given: Cell) -> Failure {
        Failure(
            .wrongArgument(
                function: builtin.name, parameter: "an argument", wanted: wanted,
                given: machine.typeName(of: given)),
            at: range(ofRest: index))
    }

    /// How the text writes an argument, in brackets where it is an operation; nil where that is long.
    func written(_ index: Int) -> String? {
        guard let arguments = machine.callSyntax()?.arguments, arguments.indices.contains(index),
            let text = machine.source.shortText(in: arguments[index].value.range)
        else { return nil }
        return arguments[index].value.isOperation ? "(\(text))" : text
    }

    /// How the text writes the object before the dot; nil where another may stand there each time.
    var receiver: String? {
        let place = machine.place
        let line = machine.source.range(ofLine: machine.source.line(at: place.lowerBound)).lowerBound
        let before = machine.source.text(in: line..<place.lowerBound)
        let length = PostfixText.length(before)
        guard length > 1 else { return nil }
        let text = String(decoding: Array(before.utf8).suffix(length).dropLast(), as: UTF8.self)
        return text.contains("(") || text.utf8.count > 60 ? nil : text
    }
}

extension Machine {
    /// Calls a built-in function with the arguments from `base` on.
    func callBuiltin(
        _ row: Int, base: Int, count: Int, isMethod: Bool, names: [Name] = [], keywords: [Cell] = []
    ) throws(Failure) -> Cell {
        let builtin = builtins[row]
        return try builtin.body(
            try Call(
                self, builtin, base: base, count: count, isMethod: isMethod, names: names, keywords: keywords)
        )
    }

    /// Calls a network with the inputs behind it.
    func callNetwork(base: Int, count: Int) throws(Failure) -> Cell {
        try callBuiltin(networkRow, base: base, count: count, isMethod: true)
    }
}
