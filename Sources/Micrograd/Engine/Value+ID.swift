extension Value: Identifiable {
    /// Which node of which tape a value is: a key for dictionaries and sets, which values themselves are not.
    ///
    /// Two values have equal ids exactly if they are handles on one node, whatever their data: `x.id` equals the
    /// id of each copy of `x`, and differs from that of any other value of the process, on all tapes and threads.
    /// An id stays what it is when its value ends with its `withTape { }` or tape, and no later value has the
    /// same: so a table by ids never mixes up two values, and may hold ids of values that are gone. It says
    /// nothing about another run of the program.
    public struct ID: Hashable, Sendable {
        private let stamp: UInt64
        private let index: UInt32

        fileprivate init(_ value: Value) {
            stamp = value.stamp.rawValue
            index = value.index
        }
    }

    /// Which node of which tape the value is.
    public var id: ID { ID(self) }
}

extension [Value] {
    /// Each value once, where it stands first.
    var distinct: [Value] {
        // As they were made, one after the other, each is new.
        let isRising = zip(self, dropFirst()).allSatisfy { $0.stamp == $1.stamp && $0.index < $1.index }
        guard !isRising else { return self }
        var seen: Set<Value.ID> = []
        return filter { seen.insert($0.id).inserted }
    }
}
