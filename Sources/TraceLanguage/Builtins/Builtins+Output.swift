internal import Micrograd

extension Builtins {
    /// What shows something: text, and the picture.
    static let output: [Builtin] = [
        Builtin("print", in: [.builtins], "*rest sep? end? flush?") { call throws(Failure) in
            let separator = try call.string(0) ?? " "
            let end = try call.string(1) ?? "\n"
            let text = call.rest.map(\.object.text).joined(separator: separator) + end
            try call.interpreter.step(text.utf8.count, at: call.range)
            call.interpreter.print(text)
            return .none
        },
        Builtin("draw_dot", in: [.builtins], "root *rest **") { call throws(Failure) in
            let roots = Interpreter.values(in: call[0].object)
            guard let root = roots.last else { throw call.wrong(call[0], 0, wanted: "a Value") }
            call.interpreter.backward.drawn = roots
            if call.hasUnusedKeywords || !call.rest.isEmpty {
                call.interpreter.notes.addOnce("draw_dot(", .drawingOptions, at: call.range)
            }
            return .drawing(root)
        },
        Builtin("render", in: [.drawing], "self *rest **") { call throws(Failure) in
            call.interpreter.notes.add(.note, .drawingCall("render"), at: call.range)
            return .none
        },
        Builtin("view", in: [.drawing], "self *rest **") { call throws(Failure) in
            call.interpreter.notes.add(.note, .drawingCall("view"), at: call.range)
            return .none
        },
    ]
}
