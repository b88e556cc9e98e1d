/// A digest of what a picture shows: the same for the same graph and options, whatever laid it out.
struct Fingerprint: Sendable, Equatable {
    private let digest: UInt64

    /// 64-bit FNV-1a (G. Fowler, L. C. Noll, P. Vo).
    init(of text: String) {
        digest = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A short name that begins with a letter, as ids must.
    var prefix: String { "t" + text.prefix(8) }
}
