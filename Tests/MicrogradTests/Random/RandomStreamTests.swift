import Micrograd
import TestSupport
import Testing

@Suite("A random stream")
struct RandomStreamTests {
    @Test("is CPython's, to the last bit", arguments: CPythonReference.shared.streams)
    func cPython(_ stream: CPythonReference.Stream) throws {
        let seed = try #require(Int128(stream.seed))
        var random = RandomStream(seed: seed)
        for (position, call) in stream.numbers.enumerated() {
            let number: Double
            switch call.name {
            case "random": number = random.random()
            case "uniform": number = random.uniform(-1, 1)
            case "gauss": number = random.gauss()
            case "gauss(3, 0.5)": number = random.gauss(mean: 3, standardDeviation: 0.5)
            default:
                try #require(call.name == "skip 2000")
                for _ in 0..<2_000 { _ = random.random() }
                continue
            }
            if call.name.hasPrefix("gauss") {
                // log, sin and cos come from the platform's libm, each within about a unit in the last place.
                #expect(abs(number - call.number) <= 4 * call.number.ulp, "number \(position), \(call.name)")
            } else {
                #expect(number == call.number, "number \(position), \(call.name)")
            }
        }
    }

    @Test("covers seeds of no, one and several words, and a negative one")
    func coverage() {
        #expect(
            Set(CPythonReference.shared.streams.map(\.seed)).isSuperset(of: [
                "0", "1337", "-5", "1099511627783",
            ]))
        #expect(CPythonReference.shared.streams.contains { $0.seed == "1267650600228229401496703205376" })
    }

    @Test("does not depend on the type or the sign of its seed")
    func seedTypes() {
        func first(_ seed: some BinaryInteger) -> Double {
            var random = RandomStream(seed: seed)
            return random.random()
        }
        #expect(first(5) == first(UInt8(5)))
        #expect(first(5) == first(Int64(-5)))
        #expect(first(5) == first(UInt128(5)))
        #expect(first(Int8.min) == first(128))
        #expect(first(5) != first(6))
    }

    @Test("goes its own way in a copy")
    func copy() {
        var one = RandomStream(seed: 7)
        _ = one.gauss()
        var other = one
        #expect(one.gauss() == other.gauss())
        _ = one.random()
        #expect(one.random() != other.random())
    }
}
