internal import Micrograd

extension Builtins {
    /// What shows something: text, and the picture.
    static let output: [Builtin] = [
        Builtin("print", in: [.builtins], "*rest sep? end? flush?") { call throws(Failure) in
            let separator = try call.string(0) ?? " "
            let end = try call.string(1) ?? "\n"
            var text = ""
            for (index, cell) in call.rest.enumerated() {
                if index > 0 { text += separator }
                do throws(Failure) {
                    text += try call.machine.text(of: cell)
                } catch {
                    // As in Python, what stands before it is written.
                    if !text.isEmpty { call.machine.printText(text) }
                    throw error
                }
            }
            text += end
            try call.machine.step(text.utf8.count)
            call.machine.printText(text)
            return .none
        },
        Builtin("draw_dot", in: [.builtins], "root *rest **") { call throws(Failure) in
            let roots = values(in: call[0])
            guard let root = roots.last else { throw call.wrong(0, wanted: "a Value") }
            call.machine.backward.drawn = roots
            if !call.otherNames.isEmpty || !call.rest.isEmpty {
                call.machine.notes.addOnce("draw_dot(", .drawingOptions, at: call.machine.place)
            }
            return Cell(.drawing, UInt64(root))
        },
        Builtin("render", in: [.drawing], "self *rest **") { call throws(Failure) in
            call.machine.notes.addOnce("render(", .drawingCall("render"), at: call.machine.place)
            return .none
        },
        Builtin("view", in: [.drawing], "self *rest **") { call throws(Failure) in
            call.machine.notes.addOnce("view(", .drawingCall("view"), at: call.machine.place)
            return .none
        },
    ]

    /// The positions of the Values that an object is, or holds.
    static func values(in cell: Cell) -> [Int] {
        if cell.tag == .value { return [cell.position] }
        guard cell.tag == .list || cell.tag == .tuple else { return [] }
        var positions: [Int] = []
        var waiting = [cell]
        var seen: Set<UInt64> = [cell.bits]
        while let cell = waiting.popLast() {
            if cell.tag == .value { positions.append(cell.position) }
            guard cell.tag == .list || cell.tag == .tuple else { continue }
            for element in cell.sequence.pointee.elements.reversed() {
                if element.tag == .list || element.tag == .tuple, !seen.insert(element.bits).inserted {
                    continue
                }
                waiting.append(element)
            }
        }
        return positions
    }
}
