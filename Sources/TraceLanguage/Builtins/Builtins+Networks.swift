internal import Micrograd

extension Builtins {
    /// micrograd's `nn`.
    static let networks: [Builtin] = [
        Builtin("Neuron", in: [.builtins, .nn], "nin nonlin? * act?") { call throws(Failure) in
            let count = try call.count(0)
            let activation = try activation(call, nonlin: 1, act: 2)
            try charge(call, [count, 1])
            return .network(.neuron(Neuron(count, activation: activation, using: &call.state.random)))
        },
        Builtin("Layer", in: [.builtins, .nn], "nin nout * nonlin? act?") { call throws(Failure) in
            let (inputs, outputs) = (try call.count(0), try call.count(1))
            let activation = try activation(call, nonlin: 2, act: 3)
            try charge(call, [inputs, outputs])
            return .network(
                .layer(Layer(inputs, outputs, activation: activation, using: &call.state.random)))
        },
        Builtin("Linear", in: [.builtins, .nn], "nin nout") { call throws(Failure) in
            let (inputs, outputs) = (try call.count(0), try call.count(1))
            try charge(call, [inputs, outputs])
            return .network(
                .layer(Layer(inputs, outputs, activation: .linear, using: &call.state.random)))
        },
        Builtin("MLP", in: [.builtins, .nn], "nin nouts * act?") { call throws(Failure) in
            let (inputs, outputs) = (try call.count(0), try call.counts(1))
            let activation = try activation(call, nonlin: nil, act: 2)
            try charge(call, [inputs] + outputs)
            return .network(
                .perceptron(MLP(inputs, outputs, activation: activation, using: &call.state.random)))
        },
        Builtin("parameters", in: [.network], "self") { call throws(Failure) in
            guard case .network(let network) = call[0].object else { return .none }
            return .list(List(network.parameters.map(Object.value)))
        },
    ]

    /// The call of a network itself.
    static let networkCall = Builtin("model", in: [], "self x") { call throws(Failure) in
        guard case .network(let network) = call[0].object else { return .none }
        let given = call[1].object.elements ?? (call[1].object.isNumeric ? [call[1].object] : nil)
        guard let given else { throw call.wrong(call[1], 1, wanted: "a list of inputs") }
        guard given.count == network.inputCount else {
            let name = network.typeName.drop { $0 != " " }.dropFirst()
            throw Failure(
                .inputCount(String(name), wanted: network.inputCount, given: given.count), at: call[1].range)
        }
        try call.state.step(network.parameters.count, at: call.range)
        let inputs = try call.values(given, of: call[1])
        if case .list(let list) = call[1].object { nameInputs(inputs, of: list, call) }
        if case .tuple(let list) = call[1].object { nameInputs(inputs, of: list, call) }
        return network(inputs)
    }

    /// Names the inputs that were made of the plain numbers of a list by their places in it: `x[0]`, `x[1]`.
    private static func nameInputs(_ inputs: [Value], of list: List, _ call: Call) {
        guard let name = list.name else { return }
        for (index, element) in list.elements.enumerated() where element.number != nil {
            inputs[index].label = "\(name)[\(index)]"
            call.state.naming.noteLabel(of: inputs[index])
        }
    }

    /// Counts the parameters as work, before memory is taken for them.
    private static func charge(_ call: Call, _ sizes: [Int]) throws(Failure) {
        for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
            let (product, isOverflow) = inputs.multipliedReportingOverflow(by: 100 * outputs)
            try call.state.step(isOverflow ? 1 << 60 : product, at: call.range)
        }
    }

    /// Those that are an operation of the language.
    private static let activations: [Activation] = [.linear, .relu, .tanh, .sigmoid]

    private static func activation(_ call: Call, nonlin: Int?, act: Int) throws(Failure) -> Activation {
        if let name = try call.string(act) {
            guard let activation = activations.first(where: { $0.rawValue == name }) else {
                let known = activations.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw Failure(
                    .wrongArgument(
                        function: call.function.name, parameter: "'act'", wanted: "one of \(known)",
                        given: "'\(name)'"),
                    at: call[act].range)
            }
            return activation
        }
        guard let nonlin, let argument = call.optional(nonlin) else { return .relu }
        guard let flag = argument.object.integer else {
            throw call.wrong(argument, nonlin, wanted: "True or False")
        }
        return flag == 0 ? .linear : .relu
    }
}
