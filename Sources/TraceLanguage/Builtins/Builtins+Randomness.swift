internal import Micrograd

extension Builtins {
    /// Python's `random`.
    static let randomness: [Builtin] = [
        Builtin("seed", in: [.random], "a?") { call throws(Failure) in
            let seed = call.optional(0) == nil ? Int128(call.state.options.seed) : try call.integer(0)
            call.state.random = RandomStream(seed: seed)
            return .none
        },
        Builtin("random", in: [.random], "") { call throws(Failure) in
            .float(call.state.random.random())
        },
        Builtin("uniform", in: [.random], "a b") { call throws(Failure) in
            let (low, high) = (try call.number(0), try call.number(1))
            return .float(call.state.random.uniform(low, high))
        },
        Builtin("gauss", in: [.random], "mu? sigma?") { call throws(Failure) in
            let mean = call.optional(0) == nil ? 0 : try call.number(0)
            let deviation = call.optional(1) == nil ? 1 : try call.number(1)
            return .float(call.state.random.gauss(mean: mean, standardDeviation: deviation))
        },
    ]
}
