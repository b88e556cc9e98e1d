internal import Micrograd

extension Builtins {
    /// micrograd's `nn`.
    static let networks: [Builtin] = [
        Builtin("Neuron", in: [.builtins, .nn], "nin nonlin? * act?") { call throws(Failure) in
            let count = try call.count(0)
            let activation = try activation(call, nonlin: 1, act: 2)
            try charge(call, [count, 1])
            return box(.neuron(Neuron(count, activation: activation, using: &call.machine.random)), call)
        },
        Builtin("Layer", in: [.builtins, .nn], "nin nout * nonlin? act?") { call throws(Failure) in
            let (inputs, outputs) = (try call.count(0), try call.count(1))
            let activation = try activation(call, nonlin: 2, act: 3)
            try charge(call, [inputs, outputs])
            return box(
                .layer(Layer(inputs, outputs, activation: activation, using: &call.machine.random)), call)
        },
        Builtin("Linear", in: [.builtins, .nn], "nin nout") { call throws(Failure) in
            let (inputs, outputs) = (try call.count(0), try call.count(1))
            try charge(call, [inputs, outputs])
            return box(
                .layer(Layer(inputs, outputs, activation: .linear, using: &call.machine.random)), call)
        },
        Builtin("MLP", in: [.builtins, .nn], "nin nouts * act?") { call throws(Failure) in
            let (inputs, outputs) = (try call.count(0), try call.counts(1))
            let activation = try activation(call, nonlin: nil, act: 2)
            try charge(call, [inputs] + outputs)
            return box(
                .perceptron(MLP(inputs, outputs, activation: activation, using: &call.machine.random)), call)
        },
        Builtin("parameters", in: [.network], "self") { call throws(Failure) in
            let parameters = call[0].payload(NetworkBox.self).parameters
            return call.machine.heap.makeList(parameters.lazy.map { Cell(valueAt: $0) })
        },
        Builtin("model", in: [], "self x") { call throws(Failure) in
            try callNetwork(call)
        },
        Builtin("Module", in: [.nn], "") { call throws(Failure) in
            throw call.failure(.moduleAlone)
        },
    ]

    private static func box(_ network: Network, _ call: Call) -> Cell {
        call.machine.heap.makeForeign(.network, NetworkBox(network))
    }

    private static func callNetwork(_ call: Call) throws(Failure) -> Cell {
        let machine = call.machine
        let box = call[0].payload(NetworkBox.self)
        let network = box.network
        let given =
            machine.isIterable(call[1]) && call[1].tag != .string
            ? try machine.elements(of: call[1]) : (machine.isNumeric(call[1]) ? [call[1]] : nil)
        guard let given else { throw call.wrong(1, wanted: "a list of inputs") }
        guard given.count == box.inputCount else {
            let name = network.typeName.drop { $0 != " " }.dropFirst()
            throw Failure(
                .inputCount(String(name), wanted: box.inputCount, given: given.count), at: call.range(1))
        }
        try machine.step(box.parameters.count)
        let inputs = try call.values(given, of: 1)
        nameInputs(inputs, of: call[1], call)
        let outputs = network(inputs)
        return outputs.count == 1
            ? machine.cell(outputs[0]) : machine.heap.makeList(outputs.map(machine.cell))
    }

    /// Names the inputs that were made of the plain numbers of a list by their places in it: `x[0]`, `x[1]`.
    private static func nameInputs(_ inputs: [Value], of list: Cell, _ call: Call) {
        guard list.tag == .list || list.tag == .tuple, list.sequence.pointee.name >= 0 else { return }
        for (index, element) in list.sequence.pointee.elements.enumerated() where element.tag != .value {
            call.machine.naming.labelInput(inputs[index], of: list.sequence.pointee.name, at: index)
        }
    }

    /// Counts the parameters as work, before memory is taken for them.
    private static func charge(_ call: Call, _ sizes: [Int]) throws(Failure) {
        for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
            let (product, isOverflow) = inputs.multipliedReportingOverflow(by: 100 * outputs)
            try call.machine.step(isOverflow ? 1 << 60 : product)
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
                        function: call.builtin.name, parameter: "'act'", wanted: "one of \(known)",
                        given: "'\(name)'"),
                    at: call.range(act))
            }
            return activation
        }
        guard let nonlin, let cell = call.optional(nonlin) else { return .relu }
        guard let flag = call.machine.integer(of: cell) else {
            throw call.wrong(nonlin, wanted: "True or False")
        }
        return flag == 0 ? .linear : .relu
    }
}
