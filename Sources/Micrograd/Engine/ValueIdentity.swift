/// Which node of which tape a value is.
struct ValueIdentity: Hashable {
    private let stamp: UInt64
    private let index: UInt32

    init(_ value: Value) {
        stamp = value.stamp.rawValue
        index = value.index
    }
}

extension [Value] {
    /// Each value once, where it stands first.
    var distinct: [Value] {
        // As they were made, one after the other, each is new.
        let isRising = zip(self, dropFirst()).allSatisfy { $0.stamp == $1.stamp && $0.index < $1.index }
        guard !isRising else { return self }
        var seen: Set<ValueIdentity> = []
        return filter { seen.insert(ValueIdentity($0)).inserted }
    }
}
