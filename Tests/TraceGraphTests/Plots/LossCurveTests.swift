import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("A loss curve")
struct LossCurveTests {
    /// The axes of a picture, read from the ticks that are named so.
    private func axes(_ document: SVGDocument, x: (String, String), y: (String, String)) throws -> (
        AxisReading, AxisReading
    ) {
        func reading(_ one: String, _ other: String, _ place: String, class name: String) throws
            -> AxisReading
        {
            let ticks = document.all("text", class: name).filter { Double($0.allText) != nil }
            let first = try #require(ticks.first { $0.allText == one })
            let last = try #require(ticks.first { $0.allText == other })
            return AxisReading(
                (Double(one) ?? .nan, first.number(place)), (Double(other) ?? .nan, last.number(place)))
        }
        return (try reading(x.0, x.1, "x", class: "middle"), try reading(y.0, y.1, "y", class: "end"))
    }

    @Test("has each number where its axes say")
    func places() throws {
        let numbers = [0.9, 0.5, 0.35, 0.2, 0.05]
        let document = try SVGDocument(LossCurve(numbers))
        let (x, y) = try axes(document, x: ("0", "4"), y: ("0.2", "0.8"))
        let line = try #require(document.lines(class: "line").first)
        #expect(line.count == 5)
        for (step, point) in line.enumerated() {
            #expect(abs(x.number(at: point.x) - Double(step)) < 1e-3)
            // The names of ticks stand 3.5 below them.
            #expect(abs(y.number(at: point.y + 3.5) - numbers[step]) < 1e-3)
        }
    }

    @Test("has each number where the power of ten says, on a logarithmic axis")
    func logarithmic() throws {
        let document = try SVGDocument(LossCurve([1, 0.1, 0.02, 0.001], scale: .logarithmic))
        let line = try #require(document.lines(class: "line").first)
        let ticks = document.all("text", class: "end")
        let one = try #require(ticks.first { $0.allText == "1" }).number("y")
        let decade = try #require(ticks.first { $0.allText == "0.1" }).number("y") - one
        for (point, number) in zip(line, [1, 0.1, 0.02, 0.001]) {
            #expect(abs((point.y - line[0].y) / decade + log10(number)) < 1e-3)
        }
    }

    @Test("starts a series at its step and goes on by its interval")
    func interval() throws {
        let document = try SVGDocument(
            LossCurve([Series("a", [3, 2, 1, 0]), Series("b", [2, 1], from: 1, every: 2)]))
        let lines = document.lines(class: "line")
        try #require(lines.map(\.count) == [4, 2])
        #expect(lines[1].map(\.x) == [lines[0][1].x, lines[0][3].x])
    }

    @Test("has a single number in the middle, over its step")
    func single() throws {
        let document = try SVGDocument(LossCurve([Series("", [0.5], from: 7)]))
        let tick = try #require(document.text("7"))
        let dot = try #require(document.all("circle").first)
        #expect(tick.number("x") == dot.number("cx"))
        #expect(Set(document.texts).isSuperset(of: ["0.45", "0.55"]))
    }

    @Test("of a training has both of its curves, over epochs")
    func history() {
        let history = withTape {
            let model = MLP(1, [1], seed: 1)
            let data = Dataset(inputs: [[1], [2]], targets: [[3], [5]])
            return train(
                model, on: data, validation: data, loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 0.05), epochs: 5)
        }
        let series = [
            Series("training", history.losses), Series("validation", history.validationLosses),
        ]
        #expect(LossCurve(history).svg() == LossCurve(series, xTitle: "epoch").svg())
    }

    @Test("cuts a long name, and never its number")
    func longName() {
        let series = Series("a quite long name of a training", [1, 0.00123])
        #expect(LossCurve([series]).svg().contains("… 0.00123</text>"))
    }

    @Test("names its lines and last numbers at their ends, apart from each other")
    func endLabels() throws {
        let document = try SVGDocument(
            LossCurve((0..<5).map { Series("s\($0)", [1, 0.5 + Double($0) * 1e-3]) }))
        let labels = try (0..<5).map { index in
            try #require(document.all("text").first { $0.allText.hasPrefix("s\(index) 0.5") })
        }
        for (one, other) in zip(labels, labels.dropFirst()) {
            #expect(one.number("y") - other.number("y") >= 12.9)
            #expect(one.number("x") == other.number("x"))
        }
    }

    @Test(
        "leaves a gap for nan and infinity, draws a number between two as a dot, and says how many are missing"
    )
    func gaps() throws {
        let document = try SVGDocument(LossCurve([3, 2, .nan, 1.5, .infinity, 1, 0.5]))
        #expect(document.lines(class: "line").map(\.count) == [2, 2])
        // The number between two gaps, and the last.
        #expect(document.all("circle").count == 2)
        #expect(document.texts.contains("2 of 7 numbers are nan or infinite, and left out"))
        #expect(
            document.spokenText
                == "loss falls from 3 at step 0 to 0.5 at step 6. 2 of 7 numbers are nan or infinite, and left out."
        )
    }

    @Test("leaves out what is not above 0 on a logarithmic axis")
    func nonpositive() throws {
        let document = try SVGDocument(LossCurve([1, 0, 0.1, -1, 0.01], scale: .logarithmic))
        #expect(document.all("circle").count == 3)
        #expect(document.texts.contains("2 of 5 numbers are nan, infinite or not above 0, and left out"))
    }

    @Test("says what it shows")
    func spokenText() throws {
        #expect(
            try SVGDocument(PlotSamples.lossCurve).spokenText
                == "training falls from 0.9 at step 0 to 0.0148 at step 100. validation falls from 0.95 at step 0 "
                + "to 0.59 at step 100, and is lowest with 0.417 at step 50. The axis is logarithmic.")
        #expect(try SVGDocument(LossCurve([0.5])).spokenText == "loss is 0.5 at step 0.")
        #expect(
            try SVGDocument(LossCurve([2, 3], xTitle: "epoch", yTitle: "error")).spokenText
                == "error rises from 2 at epoch 0 to 3 at epoch 1.")
        #expect(
            try SVGDocument(LossCurve([2, 2])).spokenText == "loss goes from 2 at step 0 to 2 at step 1.")
    }

    @Test(
        "is a whole picture whatever its numbers are",
        arguments: [
            [0.5], [3, 3, 3], [.nan], [.infinity, .nan], [1e308, -1e308],
            [.leastNonzeroMagnitude * 12_000, .leastNonzeroMagnitude * 22_000], [0, 0],
            [5, 5 + 1e-15],
        ])
    func extremes(numbers: [Double]) throws {
        for scale in [AxisScale.linear, .logarithmic] {
            let svg = LossCurve(numbers, scale: scale).svg()
            #expect(try SVGDocument(svg).all("title").count == 1)
            if !numbers.contains(where: \.isFinite) {
                let document = try SVGDocument(svg)
                let kind = scale == .linear ? "finite loss" : "finite loss above 0"
                #expect(document.texts.contains("no \(kind) to show"))
                #expect(document.all("path", class: "axis").isEmpty)
            }
        }
    }

    @Test("without a number ends the program")
    func empty() async {
        var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LossCurve([Double]())
        }
        PlotMisuse.expect(result, says: "A loss curve needs at least one number (got none)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Series("a", [1, 2], every: 0)
        }
        PlotMisuse.expect(result, says: "The numbers of a series are at least 1 step apart (got every: 0).")
    }
}

/// How the message of a process that ended over a mistake is looked for.
enum PlotMisuse {
    static func expect(
        _ result: ExitTest.Result?, says message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(
            text.contains("Fatal error: \(message)"), "\(text.prefix(300))", sourceLocation: sourceLocation)
    }
}
