import Foundation
import Testing
import TraceGraph

@Suite("The axis of losses")
struct LossAxisTests {
    private func isLogarithmic(_ plot: LossCurve) throws -> Bool {
        let document = try SVGDocument(plot)
        let isSaid = document.spokenText.contains("The axis is logarithmic.")
        #expect(isSaid == document.texts.contains("loss, logarithmic"))
        return isSaid
    }

    /// Numbers around 1 without a trend: the golden ratio's multiples are spread evenly.
    private static func noise(_ step: Int) -> Double {
        1 + 0.3 * ((Double(step) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1) - 0.5)
    }

    private static let falling = (0..<500).map { 1e3 * exp(-Double($0) / 15) + 0.01 * noise($0) }
    private static let late = (0..<100).map { $0 < 80 ? 2.3 : 0.01 }
    private static let diverging = (0..<100).map { exp(Double($0) / 4) }
    private static let slow = (0..<100).map { 0.3 + 2 * exp(-Double($0) / 30) }

    @Test(
        "is logarithmic by itself where a part of a curve would lie in the lowest tenth",
        arguments: [
            (falling, true), (late, true), (diverging, true), ([5, 0.4], true), (slow, false),
            ((0..<200).map { 2.3 * noise($0) }, false), ([3, 3, 3], false), ([0.5], false), ([10, 0], false),
            ([2, 1, -1], false),
        ])
    func scale(losses: [Double], expected: Bool) throws {
        #expect(try isLogarithmic(LossCurve(losses)) == expected)
        #expect(try isLogarithmic(LossCurve(losses, scale: .linear)) == false)
        #expect(try isLogarithmic(LossCurve(losses, scale: .logarithmic)))
    }

    @Test("is logarithmic where one curve lies far below another")
    func curves() throws {
        #expect(try isLogarithmic(LossCurve([Series("a", [5, 4]), Series("b", [0.2, 0.1])])))
        #expect(try !isLogarithmic(LossCurve([Series("a", [5, 4]), Series("b", [2, 1])])))
    }

    @Test("leaves a few numbers far above all others to its edge, with a mark, and says so")
    func above() throws {
        let losses = (0..<500).map { 1e3 * exp(-Double($0) / 8) - LossAxisTests.noise($0) }
        let document = try SVGDocument(LossCurve(losses))
        let count = losses.count { $0 > 2 }
        let note = "\(count) of 500 numbers are above the axis, up to 999 at step 0"
        #expect(document.texts.contains(note))
        #expect(document.spokenText.hasSuffix("\(note)."))
        #expect(Set(document.texts).isSuperset(of: ["2", "−2"]) && !document.texts.contains("1000"))
        #expect(document.all("path", class: "s0f").count == 1)
        // The line begins where it is highest, on the upper edge of the area.
        let places = document.lines(class: "line").joined().map(\.y)
        let top = try #require(places.min())
        #expect(document.lines(class: "line")[0][0].y == top)

        let whole = try SVGDocument(LossCurve(losses, scale: .linear))
        #expect(whole.texts.contains("1000"))
        #expect(!whole.spokenText.contains("above the axis"))
    }

    @Test("leaves a single peak to the edge of a logarithmic axis too, with the line on both sides of it")
    func peak() throws {
        let losses = (0..<300).map { $0 == 120 ? 1e9 : LossAxisTests.noise($0) }
        let document = try SVGDocument(LossCurve(losses))
        #expect(document.texts.contains("1 of 300 numbers is above the axis, up to 1e9 at step 120"))
        #expect(document.lines(class: "line").count == 2)
    }

    @Test("shows a curve of few numbers beside one of many")
    func fewNumbers() throws {
        let training = (0..<1_000).map { LossAxisTests.noise($0) - 1 }
        let plot = LossCurve([Series("training", training), Series("validation", [9, 8], every: 500)])
        #expect(try SVGDocument(plot).spokenText.contains("above the axis") == false)
    }

    @Test("shows a fall after which nothing changes")
    func plateau() throws {
        let losses = (0..<100).map { $0 < 5 ? 1 - Double($0) / 5 : 0 }
        #expect(try SVGDocument(LossCurve(losses)).texts.contains { $0.contains("above the axis") } == false)
    }
}
