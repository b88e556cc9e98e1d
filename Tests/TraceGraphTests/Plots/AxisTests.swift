import MicrogradSupport
import Testing

import TraceGraph

@Suite("An axis")
struct AxisTests {
    @Test(
        "has ticks at round numbers",
        arguments: [
            ([0.0, 1], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"], 0.0...1.0),
            ([0.011, 0.896], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"], 0...1),
            ([-3, 7], ["−4", "−2", "0", "2", "4", "6", "8"], -4...8),
            ([1000, 1019], ["1000", "1005", "1010", "1015", "1020"], 1000...1020),
            ([0, 3e-12], ["0", "1e−12", "2e−12", "3e−12"], 0...3e-12),
            ([0, 2_500_000], ["0", "5e5", "1e6", "1.5e6", "2e6", "2.5e6"], 0...2_500_000),
            ([3], ["2.6", "2.8", "3.0", "3.2", "3.4"], 2.6...3.4),
            ([0], ["−1.0", "−0.5", "0", "0.5", "1.0"], -1...1),
        ])
    func linear(numbers: [Double], labels: [String], range: ClosedRange<Double>) {
        let axis = Axis("", over: numbers)
        #expect(axis.ticks.map(\.label) == labels)
        #expect(abs(axis.lower - range.lowerBound) < 1e-9 * range.upperBound)
        #expect(abs(axis.upper - range.upperBound) < 1e-9 * range.upperBound)
    }

    @Test("begins and ends at its numbers where it is told to, with whole ticks where these are asked for")
    func exact() {
        let axis = Axis("", over: [0, 3], ends: .exact, isWhole: true, count: 10)
        #expect(axis.ticks.map(\.label) == ["0", "1", "2", "3"])
        #expect((axis.lower, axis.upper) == (0, 3))
        let steps = Axis("", over: [0, 99], ends: .exact, isWhole: true)
        #expect(steps.ticks.map(\.number) == [0, 20, 40, 60, 80])
        #expect(steps.upper == 99)
    }

    @Test(
        "names the powers of ten where it is logarithmic",
        arguments: [
            ([1000.0, 10_000_000], ["10³", "10⁴", "10⁵", "10⁶", "10⁷"], 1000.0, 1e7),
            ([0.011, 0.896], ["0.01", "0.1", "1"], 0.01, 1),
            ([0.052, 0.896], ["0.05", "0.1", "0.2", "0.5", "1"], 0.05, 1),
            ([2, 30], ["2", "5", "10", "20", "50"], 2, 50),
            ([2e-9, 3e-8], ["2·10⁻⁹", "5·10⁻⁹", "10⁻⁸", "2·10⁻⁸", "5·10⁻⁸"], 2e-9, 5e-8),
            ([0.25, 0.4], ["0.2", "0.5"], 0.2, 0.5),
            ([1.62e-6, 2.87e-3], ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³"], 1e-6, 5e-3),
            (
                [1e-300, 1e300], ["10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"], 1e-300,
                1e300
            ),
        ])
    func logarithmic(numbers: [Double], labels: [String], lower: Double, upper: Double) {
        let axis = Axis("", .logarithmic, over: numbers)
        #expect((axis.lower, axis.upper) == (lower, upper))
        #expect(axis.ticks.compactMap(\.label) == labels)
    }

    @Test("has ticks without names between the powers of ten")
    func minorTicks() {
        let ticks = Axis("", .logarithmic, over: [1, 100]).ticks
        #expect(ticks.filter { $0.label != nil }.map(\.number) == [1, 10, 100])
        let between: [Double] = [2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90]
        #expect(ticks.filter { $0.label == nil }.map(\.number) == between)
    }

    @Test("puts a number where its difference, or its ratio, says")
    func places() {
        let linear = Axis("", over: [0, 10])
        #expect(linear.place(of: 2.5, from: 100, to: 300) == 150)
        #expect(linear.place(of: 10, from: 300, to: 100) == 100)
        let logarithmic = Axis("", .logarithmic, over: [1, 10_000])
        #expect(abs(logarithmic.place(of: 100, from: 0, to: 80) - 40) < 1e-12)
        #expect(abs(logarithmic.place(of: 10, from: 0, to: 80) - 20) < 1e-12)
    }

    @Test(
        "has finite places and few ticks whatever its numbers are",
        arguments: [
            [], [.nan], [.infinity, -.infinity], [1.7e308, -1.7e308], [.greatestFiniteMagnitude],
            [.leastNonzeroMagnitude], [.leastNonzeroMagnitude, .leastNonzeroMagnitude * 2],
            [0, .leastNonzeroMagnitude], [1, 1 + 2e-16], [1e300, 1e300 + 1e286],
            [-.leastNormalMagnitude / 4, .leastNormalMagnitude / 2],
            [.leastNormalMagnitude, .greatestFiniteMagnitude],
        ] as [[Double]])
    func extremes(numbers: [Double]) {
        for axis in [
            Axis("", over: numbers), Axis("", .logarithmic, over: numbers),
            Axis("", over: numbers, ends: .exact),
        ] {
            #expect(axis.lower < axis.upper)
            #expect(axis.ticks.count { $0.label != nil } <= 12)
            for number in axis.ticks.map(\.number) + numbers.filter(axis.scale.shows) {
                let place = axis.place(of: number, from: 0, to: 1)
                #expect(place > -1e-6 && place < 1 + 1e-6, "\(number)")
            }
        }
    }

    @Test(
        "steps by 1, 2 and 5", arguments: [(0.03, 0.05), (1, 1), (1.1, 2), (7, 10), (99, 100), (2e-7, 2e-7)])
    func steps(number: Double, step: Double) {
        #expect(DecimalStep(atLeast: number).multiple(1) == step)
    }

    @Test("goes on from 5 to 10, and from 1 to 0.5")
    func next() {
        let one = DecimalStep(atMost: 1.5)
        #expect((-4...4).map { one.next($0).multiple(1) } == [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20])
    }

    @Test(
        "writes numbers short",
        arguments: [
            (0.010_900_1, "0.0109"), (1019, "1019"), (123_456.7, "123457"), (3.2e-6, "3.2e-06"),
            (12_345_678, "1.23e+07"), (0, "0"), (-2.0, "-2"), (.nan, "nan"), (0.9996, "1"),
        ])
    func significant(number: Double, text: String) {
        #expect(number.significant(3) == text)
    }

    @Test(
        "shows numbers with a minus, and exponents without signs and zeros that say nothing",
        arguments: [(-0.5, "−0.5"), (3.2e-6, "3.2e−6"), (-12_345_678, "−1.23e7"), (1e100, "1e100"), (0, "0")])
    func shown(number: Double, text: String) {
        #expect(number.shown(3) == text)
    }
}
