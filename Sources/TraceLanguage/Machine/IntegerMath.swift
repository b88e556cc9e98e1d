/// Python's arithmetic of integers, where it is more than one instruction.
enum IntegerMath {
    /// Returns `base ** exponent` for an exponent of at least 0; nil where it leaves the range.
    static func power(_ base: Int128, _ exponent: Int128) -> Int128? {
        switch base {
        case 0: return exponent == 0 ? 1 : 0
        case 1: return 1
        case -1: return exponent % 2 == 0 ? 1 : -1
        default: break
        }
        guard exponent < 128 else { return nil }
        var result: Int128 = 1
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: base)
            if overflow { return nil }
            result = product
        }
        return result
    }

    /// Returns the double nearest to `x / y`, as Python does, also where neither is a double itself.
    static func quotient(_ x: Int128, _ y: Int128) -> Double {
        let exact: UInt128 = 1 << 53
        if x.magnitude <= exact, y.magnitude <= exact { return Double(x) / Double(y) }
        let divisor = y.magnitude
        var (quotient, rest) = x.magnitude.quotientAndRemainder(dividingBy: divisor)
        var exponent = 0
        // 64 bits of the quotient, and one that says whether anything follows, decide the rounding.
        while quotient < 1 << 63, rest != 0 {
            let doubled = rest << 1
            let bit: UInt128 = doubled >= divisor ? 1 : 0
            rest = doubled - bit * divisor
            quotient = quotient << 1 | bit
            exponent -= 1
        }
        if rest != 0 { quotient |= 1 }
        let result = Double(sign: .plus, exponent: exponent, significand: Double(quotient))
        return (x < 0) != (y < 0) ? -result : result
    }

}
