internal import Micrograd

extension Builtins {
    /// What shows something: text, and the picture.
    static let output: [Builtin] = [
        Builtin("print", in: [.builtins], "*rest sep? end? flush?") { call throws(Failure) in
            let separator = try call.string(0) ?? " "
            let end = try call.string(1) ?? "\n"
            let text =
                call.rest.map { call.state.writer.text(of: $0.object) }.joined(separator: separator) + end
            try call.state.step(text.utf8.count, at: call.range)
            call.state.printText(text)
            return .none
        },
        Builtin("draw_dot", in: [.builtins], "root *rest **") { call throws(Failure) in
            let roots = call[0].object.values
            guard let root = roots.last else { throw call.wrong(call[0], 0, wanted: "a Value") }
            call.state.backward.drawn = roots
            if call.hasUnusedKeywords || !call.rest.isEmpty {
                call.state.notes.addOnce("draw_dot(", .drawingOptions, at: call.range)
            }
            return .drawing(root)
        },
        Builtin("render", in: [.drawing], "self *rest **") { call throws(Failure) in
            call.state.notes.add(.note, .drawingCall("render"), at: call.range)
            return .none
        },
        Builtin("view", in: [.drawing], "self *rest **") { call throws(Failure) in
            call.state.notes.add(.note, .drawingCall("view"), at: call.range)
            return .none
        },
    ]
}
