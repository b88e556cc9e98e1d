import Micrograd
import Testing
import TraceGraph

@Suite("Numbers in pictures and tables")
struct NumberTextTests {
    @Test(
        "have the digits asked for, and an exponent where these would say nothing or be too many",
        arguments: [
            (0.0, 4, "0.0000"), (-0.0, 4, "0.0000"), (1.0, 4, "1.0000"), (-2.5, 4, "-2.5000"),
            (24.70408163265306, 4, "24.7041"), (2.5, 0, "2"), (3.5, 0, "4"), (0.00005, 4, "0.0001"),
            (3.2e-6, 4, "3.2e-06"), (-3.2e-6, 4, "-3.2e-06"), (1 / 3e7, 4, "3.3333e-08"),
            (12_345_678.0, 4, "12345678.0000"), (99_999_999.5, 4, "99999999.5000"),
            (99_999_999.99999, 4, "1e+08"),
            (123_456_789.0, 4, "1.2346e+08"), (1e300, 2, "1e+300"), (0.1, 17, "0.10000000000000001"),
            (.infinity, 4, "inf"), (-.infinity, 4, "-inf"), (.nan, 4, "nan"), (0.4, 0, "4e-01"),
        ] as [(Double, Int, String)])
    func text(number: Double, precision: Int, expected: String) throws {
        var drawing = Drawing(try graph(of: number))
        drawing.options.precision = precision
        drawing.options.show = .data
        #expect(drawing.table.hasSuffix(" \(expected)\n"))
    }

    @Test(
        "have no zeros at the end in a picture, and the sign of a minus",
        arguments: [
            (0.0, 4, "0"), (-0.0, 4, "0"), (1.0, 4, "1"), (-2.5, 4, "−2.5"), (100.0, 0, "100"),
            (24.70408163265306, 4, "24.7041"), (3.2e-6, 4, "3.2e−6"), (-3.2e-6, 4, "−3.2e−6"),
            (1 / 3e7, 4, "3.3333e−8"), (12_345_678.0, 4, "12345678"), (123_456_789.0, 4, "1.2346e8"),
            (1e300, 2, "1e300"), (.infinity, 4, "∞"), (-.infinity, 4, "−∞"), (.nan, 4, "NaN"),
        ] as [(Double, Int, String)])
    func picture(number: Double, precision: Int, expected: String) throws {
        var drawing = Drawing(try graph(of: number))
        drawing.options.precision = precision
        drawing.options.show = .data
        #expect(drawing.dot.contains("label=\"{ data \(expected) }\""))
        let texts = try SVGDocument(drawing.svg()).all("text", class: "data").map(\.text)
        #expect(texts == [expected])
    }

    @Test("of the classic theme always stand as `%.4f` writes them")
    func classic() throws {
        for (number, expected) in [
            (3.2e-6, "0.0000"), (-3.2e-6, "0.0000"), (-0.0, "0.0000"), (-0.6, "-0.6000"),
            (123_456_789.0, "123456789.0000"),
        ] {
            var drawing = Drawing(try graph(of: number))
            drawing.options.theme = .classic
            #expect(drawing.dot.contains("data \(expected)"))
        }
    }

    @Test("are zero without a sign, in every form but the saved graph")
    func negativeZero() throws {
        let graph = Samples.graph {
            let x = Value(-0.0, label: "x")
            let y = x * -0.0 + x * -1e-9
            y.backward()
            return y
        }
        for theme in Theme.all {
            var drawing = Drawing(graph)
            drawing.options.theme = theme
            for format in [OutputFormat.svg, .dot, .txt] {
                let text = String(decoding: try drawing.data(as: format), as: UTF8.self)
                #expect(!text.contains("-0.0"))
            }
            let check = GradientCheck(of: graph)
            #expect(!(drawing.table(with: check) + drawing.summary(of: check)).contains("-0.0"))
        }
        #expect(graph.json.contains("\"data\": -0.0"))
    }

    @Test("that do not exist are a dash, never a zero")
    func missingGradient() {
        #expect(Drawing(Samples.untouched).dot.contains("grad –"))
        #expect(!Drawing(Samples.untouched).dot.contains("grad 0"))
        #expect(Drawing(Samples.untouched).table.contains("–"))
    }

    private func graph(of number: Double) throws -> Graph {
        Samples.graph { .init(number) }
    }
}
