internal import MicrogradSupport

extension RandomStream {
    /// Returns a whole number from 0 up to but not including `bound`: Python's `randrange(bound)`.
    ///
    /// Each is equally likely: numbers of as many bits as `bound` has are drawn until one is below it.
    ///
    /// - Precondition: `bound > 0`.
    public mutating func integer(below bound: Int) -> Int {
        guard bound > 0 else { trap("A random number below \(bound) was asked for: give a bound above 0.") }
        let width = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            let number = bits(width)
            if number < UInt64(bound) { return Int(number) }
        }
    }

    /// Puts the elements in a random order: Python's `shuffle(list)`.
    ///
    /// The shuffle of R. Fisher and F. Yates, from the last element down.
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for index in elements.indices.dropFirst().reversed() {
            elements.swapAt(index, integer(below: index + 1))
        }
    }

    /// Returns the elements in a random order, that of `shuffle`.
    public mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
        var result = Array(elements)
        shuffle(&result)
        return result
    }

    /// The next number of 1 to 64 random bits: Python's `getrandbits`, its low word first.
    fileprivate mutating func bits(_ count: Int) -> UInt64 {
        if count <= 32 { return UInt64(nextWord() >> UInt32(32 - count)) }
        let low = UInt64(nextWord())
        return UInt64(nextWord() >> UInt32(64 - count)) << 32 | low
    }
}

extension RandomStream: RandomNumberGenerator {
    /// Returns the next number of 64 random bits: Python's `getrandbits(64)`.
    public mutating func next() -> UInt64 { bits(64) }
}
