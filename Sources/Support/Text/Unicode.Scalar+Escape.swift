extension Unicode.Scalar {
    /// The scalar as Python's escape by number: `\x1b`, `\u202e` or `\U0001f600`.
    package var pythonEscape: String {
        let digits = String(value, radix: 16)
        let (sign, count) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(sign)" + String(repeating: "0", count: count - digits.count) + digits
    }
}
