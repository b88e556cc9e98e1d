internal import Micrograd

extension Builtins {
    /// What makes Values and works on them.
    static let values: [Builtin] = [
        Builtin("Value", in: [.builtins, .engine], "data * label?") { call throws(Failure) in
            let value = Value(try call.number(0))
            if let label = try call.string(1) { call.machine.naming.setLabel(value, label) }
            return call.machine.cell(value)
        },
        Builtin("backward", in: [.value], "self") { call throws(Failure) in
            call.machine.runBackward(from: try call.value(0))
            return .none
        },
        Builtin("_backward", in: [.value], "self") { call throws(Failure) in
            let value = try call.value(0)
            let machine = call.machine
            guard machine.options.runsBackward else { return .none }
            if value.backwardStep() {
                machine.backward.notePassByHand()
            } else if !value.isLeaf {
                machine.backward.noteEmptyStep()
                let isFirst = !machine.backward.setsGradients
                machine.notes.addOnce(
                    "_backward()", .emptyStep(call.receiver ?? value.label, isFirst: isFirst),
                    at: machine.place)
            }
            return .none
        },
        Builtin("zero_grad", in: [.value, .network], "self") { call throws(Failure) in
            for position in parameters(in: call[0]) {
                call.machine.setGradient(of: call.machine.tape.value(at: position), to: 0)
            }
            return .none
        },
        Builtin("zero_grad", in: [.builtins], "*rest") { call throws(Failure) in
            let cells = call.rest.isEmpty ? call.machine.boundNames.map(\.cell) : call.rest
            for position in cells.flatMap(parameters) {
                call.machine.setGradient(of: call.machine.tape.value(at: position), to: 0)
            }
            return .none
        },
    ]

    private static func parameters(in cell: Cell) -> [Int] {
        cell.tag == .network
            ? cell.payload(NetworkBox.self).parameters : values(in: cell)
    }
}

extension Machine {
    /// Runs backward where the text says so, with all that is to be known of it.
    func runBackward(from root: Value) {
        let isRun = options.runsBackward
        if isRun {
            root.backward()
            dataChanges.notePass(from: root)
        }
        backward.noteCall(from: root.position, isRun: isRun)
    }
}
