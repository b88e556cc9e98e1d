internal import Micrograd

extension Builtins {
    /// What makes Values and works on them.
    static let values: [Builtin] = [
        Builtin("Value", in: [.builtins, .engine], "data * label?") { call throws(Failure) in
            let value = Value(try call.number(0))
            if let label = try call.string(1) { call.state.naming.label(value, label) }
            return .value(value)
        },
        Builtin("backward", in: [.value], "self") { call throws(Failure) in
            let root = try call.value(0)
            let isRun = call.state.options.runsBackward
            if isRun { root.backward() }
            call.state.backward.noteCall(from: root, isRun: isRun)
            return .none
        },
        Builtin("_backward", in: [.value], "self") { call throws(Failure) in
            let value = try call.value(0)
            guard call.state.options.runsBackward else { return .none }
            if value.backwardStep() {
                call.state.backward.notePassByHand()
            } else if !value.isLeaf {
                call.state.noteEmptyStep(
                    of: value, named: call[0].written, at: call.range)
            }
            return .none
        },
        Builtin("zero_grad", in: [.value, .network], "self") { call throws(Failure) in
            for value in parameters(of: call[0].object) { call.state.setGradient(of: value, to: 0) }
            return .none
        },
        Builtin("zero_grad", in: [.builtins], "*rest") { call throws(Failure) in
            let objects =
                call.rest.isEmpty ? call.state.globals.compactMap { $0 } : call.rest.map(\.object)
            for value in objects.flatMap(parameters) { call.state.setGradient(of: value, to: 0) }
            return .none
        },
    ]

    private static func parameters(of object: Object) -> [Value] {
        switch object {
        case .value(let value): [value]
        case .network(let network): network.parameters
        default: object.elements?.flatMap(parameters) ?? []
        }
    }
}
