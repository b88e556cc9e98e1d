internal import Micrograd

extension Builtins {
    /// Python's `random`.
    static let randomness: [Builtin] = [
        Builtin("seed", in: [.random], "a?") { call throws(Failure) in
            let seed = call.optional(0) == nil ? Int128(call.machine.options.seed) : try call.integer(0)
            call.machine.random = RandomStream(seed: seed)
            return .none
        },
        Builtin("random", in: [.random], "") { call throws(Failure) in
            Cell(call.machine.random.random())
        },
        Builtin("uniform", in: [.random], "a b") { call throws(Failure) in
            let (low, high) = (try call.number(0), try call.number(1))
            return Cell(call.machine.random.uniform(low, high))
        },
        Builtin("gauss", in: [.random], "mu? sigma?") { call throws(Failure) in
            let mean = call.optional(0) == nil ? 0 : try call.number(0)
            let deviation = call.optional(1) == nil ? 1 : try call.number(1)
            return Cell(call.machine.random.gauss(mean: mean, standardDeviation: deviation))
        },
        Builtin("randint", in: [.random], "a b") { call throws(Failure) in
            let (low, high) = (Int(clamping: try call.integer(0)), Int(clamping: try call.integer(1)))
            guard low <= high, high - low < Int(UInt32.max) else {
                throw call.failure(.emptyRandomRange)
            }
            return Cell(low + call.machine.random.integer(below: high - low + 1))
        },
        Builtin("choice", in: [.random], "seq") { call throws(Failure) in
            guard let count = call.machine.count(of: call[0]), call[0].tag != .set else {
                throw call.wrong(0, wanted: "a list")
            }
            guard count > 0 else { throw call.wrong(0, wanted: "a list with elements") }
            return try call.machine.item(of: call[0], at: Cell(call.machine.random.integer(below: count)))
        },
        Builtin("shuffle", in: [.random], "x") { call throws(Failure) in
            guard call[0].tag == .list else { throw call.wrong(0, wanted: "a list") }
            var cells = Array(call[0].sequence.pointee.elements)
            call.machine.random.shuffle(&cells)
            for (index, cell) in cells.enumerated() { call[0].sequence.pointee.cells[index] = cell }
            return .none
        },
    ]
}
