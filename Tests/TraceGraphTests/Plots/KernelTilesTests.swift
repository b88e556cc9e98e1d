import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("Kernels as tiles")
struct KernelTilesTests {
    /// The corners of the cells of all colours.
    private func cells(_ document: SVGDocument) -> [(x: Double, y: Double)] {
        document.all("path").filter { $0.attributes["d"]?.contains("h") == true }.flatMap { path in
            (path.attributes["d"] ?? "").split(separator: "M").compactMap { cell in
                let numbers = cell.split { ",h".contains($0) }.compactMap { Double($0) }
                return numbers.count >= 2 && cell.hasSuffix("z") ? (numbers[0], numbers[1]) : nil
            }
        }
    }

    @Test("have the rows and columns of a kernel, which need not be as many")
    func shape() throws {
        let kernels = (0..<5).map { output in
            [(0..<2).map { row in (0..<4).map { column -> Double in Double(output * 8 + row * 4 + column) } }]
        }
        let document = try SVGDocument(HeatMap(kernels: kernels))
        #expect(document.texts.first == "Kernels of 2 × 4 by output channel")
        let cells = cells(document)
        #expect(cells.count == 5 * 8)
        // The tile of each name begins below it, with the number that only this kernel has.
        for (index, first) in ["0.00", "8.00", "16.00", "24.00", "32.00"].enumerated() {
            let name = document.all("text", class: "small").first { $0.allText == "\(index)" }
            let head = try #require(name)
            let text = try #require(document.text(first))
            let (right, down) = (text.number("x") - head.number("x"), text.number("y") - head.number("y"))
            #expect(right > 0 && right < 30 && down > 0 && down < 30)
        }
    }

    @Test("are those of a convolution, each weight in its output channel, input channel, row and column")
    func convolution() throws {
        let conv = Conv2D(2, 3, kernel: 2, seed: 5)
        // Values are listed row by row, channel by channel.
        let numbers = (0..<3).map { output -> [[[Double]]] in
            let weights = conv.weights(of: output).map(\.data)
            return [
                [Array(weights[0..<2]), Array(weights[2..<4])],
                [Array(weights[4..<6]), Array(weights[6..<8])],
            ]
        }
        #expect(HeatMap(kernelsOf: conv).svg() == HeatMap(kernels: numbers).svg())
        #expect(conv.weights(of: 1).shape == [2, 2, 2])
    }

    @Test("say where the lowest and the highest number stand")
    func extremes() throws {
        var kernels = [[[[Double]]]](
            repeating: [[[Double]]](repeating: [[0.1, 0.2, 0.3], [0.1, 0.1, 0.1]], count: 2), count: 3)
        kernels[1][0][1][2] = -4
        kernels[2][1][0][1] = 5
        #expect(
            try SVGDocument(HeatMap(kernels: kernels)).spokenText
                == "Kernels of 2 by 3 for 3 output channels and 2 input channels: 35 above zero, 1 below, lowest -4 "
                + "at output channel 1, input channel 0, row 1, column 2, highest 5 at output channel 2, input "
                + "channel 1, row 0, column 1. 2 numbers are beyond the colours; the farthest is 5 at output "
                + "channel 2, input channel 1, row 0, column 1.")
    }

    @Test("are a table of output and input channels, with the names of both")
    func table() throws {
        let document = try SVGDocument(
            HeatMap(
                kernelsOf: Conv2D(3, 2, kernel: 3, seed: 1), outputNames: ["edge", "blob"],
                inputNames: ["red", "green", "blue"]))
        #expect(document.texts.first == "Kernels of 3 × 3 by output and input channel")
        #expect(
            Set(document.texts).isSuperset(of: [
                "output channel", "edge", "blob", "input channel", "red", "green", "blue",
            ]))
        let names = try ["red", "green", "blue"].map { try #require(document.text($0)) }
        let places = names.map { $0.number("x") }
        #expect(abs(places[0] - 2 * places[1] + places[2]) < 0.02)
        // Three columns a tile, with each name below the middle of its second, and more room between tiles.
        let columns = Set(cells(document).map(\.x)).sorted()
        try #require(columns.count == 9)
        let side = columns[1] - columns[0]
        for (tile, place) in places.enumerated() {
            #expect(abs(columns[3 * tile + 1] + side / 2 - place) < 1)
        }
        #expect(columns[3] - columns[2] > side + 4 && abs(columns[2] - columns[1] - side) < 0.02)
        #expect(names[0].number("y") == names[2].number("y"))
        #expect(try #require(document.text("edge")).number("y") < #require(document.text("blob")).number("y"))
    }

    @Test("name the input channels of a kernel with one output")
    func oneOutput() throws {
        let document = try SVGDocument(
            HeatMap(kernelsOf: Conv2D(3, 1, kernel: 3, seed: 1), inputNames: ["r", "g", "b"]))
        #expect(document.texts.first == "Kernels of 3 × 3 by input channel")
        #expect(Set(document.texts).isSuperset(of: ["input channel", "r", "g", "b"]))
        #expect(!document.texts.contains("output channel"))
    }

    @Test(
        "have room in the picture, however many there are",
        arguments: [(1, 1), (1, 100), (64, 64), (300, 2), (1, 500)])
    func sizes(inputs: Int, outputs: Int) throws {
        let document = try SVGDocument(HeatMap(kernelsOf: Conv2D(inputs, outputs, kernel: 3, seed: 1)))
        let box = try #require(document.elements.first?.attributes["viewBox"]).split(separator: " ")
            .compactMap { Double($0) }
        #expect(box[2] <= 500 && box[3] <= 640)
        let cells = cells(document)
        #expect(cells.allSatisfy { $0.x >= 10 && $0.x < box[2] - 20 && $0.y > 20 && $0.y < box[3] - 10 })
    }

    @Test("cross out what is nan, and say so")
    func missing() throws {
        let document = try SVGDocument(HeatMap(kernels: [[[[.nan, 1], [2, -1]]]]))
        #expect(document.texts.contains("1 number is nan or infinite, and crossed out"))
        #expect(document.all("path", class: "missing").count == 1)
    }

    @Test("of no number or of several shapes end the program")
    func misuse() async {
        var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = HeatMap(kernels: [[[[]]]])
        }
        PlotMisuse.expect(result, says: "A heat map of kernels needs at least one number (got none)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = HeatMap(kernels: [[[[1, 2]]], [[[1]]]])
        }
        PlotMisuse.expect(
            result, says: "The kernels of a heat map have one shape, for the same input channels")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = HeatMap(kernels: [[[[1, 2]]]], inputNames: ["a", "b"])
        }
        PlotMisuse.expect(
            result,
            says: "A heat map has one name for each input channel, or none (got 2 names for 1 input channel)."
        )
    }
}
