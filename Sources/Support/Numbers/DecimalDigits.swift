/// The decimal digits of a finite double: `0.d₁d₂d₃… × 10^pointPosition`, with a sign.
///
/// All text that the package writes gets its numbers from here, so no locale has a say in it.
package struct DecimalDigits: Equatable, Sendable {
    package private(set) var isNegative: Bool
    /// From the first to the last that is not 0; `[0]` for zero.
    package private(set) var digits: [UInt8]
    package private(set) var pointPosition: Int

    /// The fewest digits that read back to the same double.
    package init(shortest number: Double) {
        isNegative = number.sign == .minus
        digits = []
        pointPosition = 0
        var exponent = 0
        var hasPoint = false
        let text = number.magnitude.description.utf8
        var position = text.startIndex
        while position < text.endIndex, text[position] != UInt8(ascii: "e") {
            let byte = text[position]
            text.formIndex(after: &position)
            if byte == UInt8(ascii: ".") {
                hasPoint = true
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if !hasPoint { pointPosition += 1 }
            }
        }
        if position < text.endIndex { exponent = Int(Substring(text[position...].dropFirst())) ?? 0 }
        pointPosition += exponent
        normalize()
    }

    /// All digits of the double, up to 767 of them: what rounding to a given place starts from.
    package init(exact number: Double) {
        isNegative = number.sign == .minus
        let isNormal = number.exponentBitPattern != 0
        let significand = number.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let exponent = Int(isNormal ? number.exponentBitPattern : 1) - 1075
        // significand · 2^exponent, or for a negative exponent significand · 5^-exponent / 10^-exponent.
        var limbs = BillionLimbs(significand)
        limbs.multiply(by: exponent < 0 ? 5 : 2, times: exponent.magnitude)
        digits = limbs.digits
        pointPosition = digits.count + min(exponent, 0)
        normalize()
    }

    /// The number rounded to so many digits, a tie to the even digit.
    ///
    /// The shortest decimal stands on the same side of every number with fewer digits as the double does: between the
    /// two there is none, or it would be a shorter one. So its digits tell how the double is rounded, unless they are a
    /// tie, or no more than what a double holds for sure.
    package init(_ number: Double, significantDigits count: Int) {
        let shortest = DecimalDigits(shortest: number)
        let isTie = shortest.digits.count == count + 1 && shortest.digits.last == 5
        // Each decimal of 15 digits is the shortest of some double, except where these lose bits.
        if count > 0, count <= 15, number.isNormal, !isTie {
            self = shortest
        } else {
            self.init(exact: number)
        }
        round(significantDigits: count)
    }

    private mutating func normalize() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        pointPosition -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            digits = [0]
            pointPosition = 1
        }
    }

    package var isZero: Bool { digits == [0] }

    /// Rounds to `count` digits behind the point, a tie to the even digit.
    package mutating func round(fractionDigits count: Int) {
        round(kept: pointPosition + count)
    }

    /// Rounds to `count` digits in all, a tie to the even digit.
    package mutating func round(significantDigits count: Int) {
        round(kept: count)
    }

    private mutating func round(kept: Int) {
        guard kept < digits.count, !isZero else { return }
        guard kept >= 0 else {
            digits = [0]
            pointPosition = 1
            return
        }
        let next = digits[kept]
        let isTie = next == 5 && kept + 1 == digits.count
        let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
        let roundsUp = isTie ? isOdd : next >= 5
        digits.removeSubrange(kept...)
        if roundsUp {
            while digits.last == 9 { digits.removeLast() }
            if digits.isEmpty {
                digits = [1]
                pointPosition += 1
            } else {
                digits[digits.count - 1] += 1
            }
        }
        normalize()
    }

    /// The number without an exponent, with at least `minimum` digits behind the point.
    package func positional(fractionDigits minimum: Int = 0) -> String {
        var text = TextBuffer()
        if isNegative { text.append(byte: UInt8(ascii: "-")) }
        if pointPosition <= 0 { text.append(byte: UInt8(ascii: "0")) }
        for position in 0..<max(pointPosition, 0) { text.append(byte: digit(position)) }
        let fraction = max(digits.count - pointPosition, minimum, 0)
        if fraction > 0, !isZero || minimum > 0 {
            text.append(byte: UInt8(ascii: "."))
            for position in pointPosition..<pointPosition + fraction { text.append(byte: digit(position)) }
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The number with one digit before the point, at least `minimum` behind it, and an exponent of at least two.
    package func scientific(fractionDigits minimum: Int = 0) -> String {
        var text = TextBuffer()
        if isNegative { text.append(byte: UInt8(ascii: "-")) }
        text.append(byte: digit(0))
        let fraction = max(digits.count - 1, minimum)
        if fraction > 0 { text.append(byte: UInt8(ascii: ".")) }
        for position in 1..<1 + fraction { text.append(byte: digit(position)) }
        let exponent = isZero ? 0 : pointPosition - 1
        text.append(exponent < 0 ? "e-" : "e+")
        if exponent.magnitude < 10 { text.append(byte: UInt8(ascii: "0")) }
        text.append(Int(exponent.magnitude))
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private func digit(_ position: Int) -> UInt8 {
        UInt8(ascii: "0") + (digits.indices.contains(position) ? digits[position] : 0)
    }
}

/// A whole number without bound, as limbs of nine decimal digits, lowest first.
private struct BillionLimbs {
    private var limbs: [UInt32] = []

    init(_ number: UInt64) {
        var rest = number
        repeat {
            limbs.append(UInt32(rest % 1_000_000_000))
            rest /= 1_000_000_000
        } while rest > 0
    }

    mutating func multiply(by factor: UInt32, times: UInt) {
        // As many factors at a time as fit in 32 bits.
        let (chunk, chunkPower): (UInt, UInt32) = factor == 5 ? (13, 1_220_703_125) : (31, 1 << 31)
        for _ in 0..<times / chunk { multiply(by: chunkPower) }
        for _ in 0..<times % chunk { multiply(by: factor) }
    }

    private mutating func multiply(by factor: UInt32) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * UInt64(factor) + carry
            limbs[index] = UInt32(product % 1_000_000_000)
            carry = product / 1_000_000_000
        }
        while carry > 0 {
            limbs.append(UInt32(carry % 1_000_000_000))
            carry /= 1_000_000_000
        }
    }

    /// From the highest; the first limb's leading zeros among them.
    var digits: [UInt8] {
        var digits = [UInt8](repeating: 0, count: 9 * limbs.count)
        for (index, limb) in limbs.enumerated() {
            var rest = limb
            let end = digits.count - 9 * index
            for position in stride(from: end - 1, through: end - 9, by: -1) {
                digits[position] = UInt8(rest % 10)
                rest /= 10
            }
        }
        return digits
    }
}
