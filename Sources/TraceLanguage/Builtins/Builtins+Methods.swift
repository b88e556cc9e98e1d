extension Builtins {
    /// The methods of lists, texts and sets, and of nn's `Module`.
    static let methods: [Builtin] = [
        Builtin("append", in: [.list], "self object") { call throws(Failure) in
            call.machine.heap.append(call[1], to: call[0].sequence)
            let list = call[0].sequence
            if list.pointee.name >= 0, call[1].tag == .value {
                call.machine.nameElement(call[1], of: call[0], at: list.pointee.count - 1)
            }
            return .none
        },
        Builtin("extend", in: [.list], "self elements") { call throws(Failure) in
            guard call.machine.isIterable(call[1]) else { throw call.wrong(1, wanted: "a list") }
            try call.machine.extend(call[0], by: call[1])
            return .none
        },
        Builtin("copy", in: [.list], "self") { call throws(Failure) in
            call.machine.heap.makeList(call[0].sequence.pointee.elements)
        },
        Builtin("join", in: [.string], "self texts") { call throws(Failure) in
            var text = ""
            for (index, cell) in try call.elements(1).enumerated() {
                guard cell.tag == .string else {
                    throw call.failure(.joinOfOther(index: index, type: call.machine.typeName(of: cell)))
                }
                if index > 0 { text += call[0].string }
                text += cell.string
            }
            try call.machine.step(text.utf8.count)
            return call.machine.heap.makeString(text)
        },
        Builtin("format", in: [.string], "self *rest **") { call throws(Failure) in
            let text = try call.machine.formatFields(
                call[0].string, call.rest, names: call.otherNames, keywords: call.others)
            try call.machine.step(text.utf8.count)
            return call.machine.heap.makeString(text)
        },
        Builtin("add", in: [.set], "self element") { call throws(Failure) in
            try add(call[1], to: call[0], call)
            return .none
        },
        Builtin("__init__", in: [.module], "self *rest **") { call throws(Failure) in
            guard call.rest.isEmpty, call.others.isEmpty else {
                throw call.failure(.tooManyArguments(function: "__init__", limit: 0, given: call.rest.count))
            }
            return .none
        },
        Builtin("parameters", in: [.module], "self") { call throws(Failure) in
            call.machine.heap.makeList([Cell]())
        },
        Builtin("zero_grad", in: [.module], "self") { call throws(Failure) in
            let machine = call.machine
            guard let name = machine.names.knownID(of: "parameters"),
                let method = call[0].instance.pointee.type.takeUnretainedValue().attribute(name)
            else { return .none }
            let parameters = try machine.callAndWait(method, [call[0]])
            try machine.forEach(in: parameters) { (cell) throws(Failure) in
                guard cell.tag == .value else { return }
                machine.setGradient(of: machine.value(cell), to: 0)
            }
            return .none
        },
    ]
}
