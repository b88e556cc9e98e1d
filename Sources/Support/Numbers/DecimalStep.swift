/// One, two or five times a power of ten: the round numbers of an axis or scale.
package struct DecimalStep: Equatable {
    private var factor: Int
    package private(set) var exponent: Int

    /// The smallest that is not below a positive number.
    package init(atLeast number: Double) {
        self.init(atMost: number)
        if number > multiple(1) { self = next(1) }
    }

    /// The largest that is not above a positive number.
    package init(atMost number: Double) {
        let decimal = DecimalDigits(shortest: number)
        exponent = decimal.pointPosition - 1
        factor = [5, 2].first { Int(decimal.digits[0]) >= $0 } ?? 1
    }

    private init(factor: Int, exponent: Int) {
        self.factor = factor
        self.exponent = exponent
    }

    /// So many times the number, to the nearest double: no 0.30000000000000004.
    package func multiple(_ count: Int) -> Double {
        Double("\(count * factor)e\(exponent)") ?? .nan
    }

    /// The one so many places up or down the row … 0.5, 1, 2, 5, 10 ….
    package func next(_ count: Int) -> DecimalStep {
        let factors = [1, 2, 5]
        let place = 3 * exponent + (factors.firstIndex(of: factor) ?? 0) + count
        let (exponent, rest) = (place >= 0 ? place / 3 : (place - 2) / 3, ((place % 3) + 3) % 3)
        return DecimalStep(factor: factors[rest], exponent: exponent)
    }
}
