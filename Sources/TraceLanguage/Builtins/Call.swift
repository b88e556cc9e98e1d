/// A call of a built-in function, with its arguments in the order of the parameters.
struct Call {
    let state: RunState
    let function: Function
    /// From the name of the function to its closing parenthesis.
    let range: Range<Int>
    /// All arguments of a function that takes any number.
    private(set) var rest: [Argument] = []
    /// Whether an argument was given that the function only tolerates.
    private(set) var hasUnusedKeywords = false
    private var arguments: [Argument?]

    init(
        _ state: RunState, _ function: Function, _ given: [Argument], isMethod: Bool,
        at range: Range<Int>
    ) throws(Failure) {
        self.state = state
        self.function = function
        self.range = range
        arguments = Array(repeating: nil, count: function.parameters.count)
        let positional = function.parameters.filter { !$0.isKeywordOnly }.count
        var count = 0
        for argument in given {
            if let name = argument.name {
                try bind(argument, to: name)
            } else if count < positional {
                arguments[count] = argument
                count += 1
            } else if function.takesRest {
                rest.append(argument)
            } else {
                if let problem = meant(by: given) { throw Failure(problem, at: argument.range) }
                let receiver = isMethod ? 1 : 0
                throw Failure(
                    .tooManyArguments(
                        function: function.name, limit: positional - receiver,
                        given: given.filter { $0.name == nil }.count - receiver),
                    at: argument.range)
            }
        }
        for (parameter, argument) in zip(function.parameters, arguments)
        where argument == nil && !parameter.isOptional {
            throw Failure(.missingArgument(function: function.name, parameter: parameter.name), at: range)
        }
    }

    /// What is meant by `MLP(2, 3, 1)` and by `Value(2.0, 'a')`.
    private func meant(by given: [Argument]) -> Problem? {
        let objects = given.map(\.object)
        switch function.name {
        case "MLP":
            let numbers = objects.compactMap(\.integer)
            guard numbers.count == given.count else { return nil }
            return .sizesWithoutList(String(numbers[0]), sizes: numbers.dropFirst().map(String.init))
        case "Value":
            guard given.count == 2, case .string = objects[1] else { return nil }
            return .labelWithoutKeyword(state.source.shortText(in: given[1].range))
        default:
            return nil
        }
    }

    private mutating func bind(_ argument: Argument, to name: String) throws(Failure) {
        guard let index = function.parameters.firstIndex(where: { $0.name == name }) else {
            if function.takesKeywords {
                hasUnusedKeywords = true
                return
            }
            let known = function.parameters.map(\.name)
            throw Failure(
                .unknownKeyword(
                    function: function.name, name: name,
                    suggestion: Suggestion.nearest(to: name, among: known),
                    known: known),
                at: argument.nameRange)
        }
        guard arguments[index] == nil else {
            throw Failure(.givenTwice(function: function.name, parameter: name), at: argument.nameRange)
        }
        arguments[index] = argument
    }

    /// The argument of a parameter; nil where it was left out, or is None.
    func optional(_ index: Int) -> Argument? {
        guard let argument = arguments[index] else { return nil }
        if case .none = argument.object { return nil }
        return argument
    }

    subscript(index: Int) -> Argument {
        arguments[index]
            ?? Argument(name: nil, object: .none, range: range, nameRange: range, variable: nil)
    }

    /// What is wrong with an argument.
    func wrong(_ argument: Argument, _ index: Int?, wanted: String) -> Failure {
        let parameter = index.map { "'\(function.parameters[$0].name)'" } ?? "an argument"
        return Failure(
            .wrongArgument(
                function: function.name, parameter: parameter, wanted: wanted, given: argument.object.typeName
            ),
            at: argument.range)
    }
}
