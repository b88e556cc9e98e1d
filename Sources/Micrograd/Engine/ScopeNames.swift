internal import MicrogradSupport

/// The kinds and names that scopes have had, each stored once.
///
/// The process has one such table for names that a program has few of, such as `softmax` and `layer 0`. Names
/// that a caller chose stand in a table of the tape, and go away with the region in which they were first used.
struct ScopeNames {
    struct Name: Hashable {
        var kind: String
        var name: String
    }

    /// The place of a name in the table of the process or in that of a tape.
    struct Key: BitwiseCopyable {
        private let rawValue: UInt32

        init(_ number: Int, isOfTape: Bool) {
            rawValue = UInt32(number) << 1 | (isOfTape ? 1 : 0)
        }

        var number: Int { Int(rawValue >> 1) }
        var isOfTape: Bool { rawValue & 1 == 1 }
    }

    private var numbers: [Name: Int] = [:]
    private var names: [Name] = []

    var count: Int { names.count }

    subscript(number: Int) -> Name { names[number] }

    /// Returns the number of a name, which is new if the table had none.
    mutating func number(of name: Name) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// Forgets the names from a number on.
    mutating func removeAll(from number: Int) {
        for name in names[number...] { numbers[name] = nil }
        names.removeSubrange(number...)
        // Room for names of long ago would else stay.
        guard names.capacity > 1_024, names.capacity > 4 * names.count else { return }
        let kept = names
        self = ScopeNames()
        for name in kept { _ = self.number(of: name) }
    }

    // MARK: The table of the process

    private static let shared = Locked(ScopeNames())

    static func sharedKey(of name: Name) -> Key {
        Key(shared.withLock { $0.number(of: name) }, isOfTape: false)
    }

    static func sharedName(_ number: Int) -> Name { shared.withLock { $0[number] } }
}

extension TapeState {
    /// The name that a key stands for, on this tape.
    func name(_ key: ScopeNames.Key) -> ScopeNames.Name {
        key.isOfTape ? scopeNames.pointee[key.number] : ScopeNames.sharedName(key.number)
    }

    /// The key of a name that is kept as long as the innermost region.
    mutating func key(of name: ScopeNames.Name) -> ScopeNames.Key {
        let number = scopeNames.pointee.number(of: name)
        scopeNameCount = Int32(truncatingIfNeeded: scopeNames.pointee.count)
        return ScopeNames.Key(number, isOfTape: true)
    }

    /// Forgets the names of a region that ends.
    @inline(never)
    mutating func removeNames(from number: Int32) {
        scopeNames.pointee.removeAll(from: Int(number))
        scopeNameCount = number
    }
}
