/// Random numbers of a seed, the same everywhere (SplitMix64, Steele and others, 2014).
struct FuzzRandom {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ end: Int) -> Int { Int(next() % UInt64(end)) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A number between -2 and 2; one time in three one at which operations have kinks and special cases.
    mutating func number() -> Double {
        if chance(33) { return pick([0, -0.0, 1, -1, 2, 3, 0.5, -2]) }
        return Double(next() >> 11) * 0x1p-51 - 2
    }
}
