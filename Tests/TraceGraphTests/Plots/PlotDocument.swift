import Foundation
import Testing
import TraceGraph

/// What the tests of plots read from an SVG.
extension SVGDocument {
    convenience init(_ plot: any Plot, _ appearance: Appearance = .auto) throws {
        try self.init(plot.svg(appearance: appearance))
    }

    var spokenText: String { all("desc").first?.text ?? "" }

    /// The texts of the picture, without title and description.
    var texts: [String] { all("text").map(\.allText) }

    func text(_ content: String) -> Element? { all("text").first { $0.allText == content } }

    /// The points of the paths of a class, one list for each line that begins anew.
    func lines(class name: String) -> [[(x: Double, y: Double)]] {
        all("path", class: name).flatMap { path in
            (path.attributes["d"] ?? "").split(separator: "M").map { line in
                line.split { $0 == "L" || $0 == "Z" }.map { pair in
                    let numbers = pair.split(separator: ",").compactMap { Double($0) }
                    return (numbers[0], numbers[1])
                }
            }
        }
    }
}

/// A place on an axis, found from two of its tick names: an independent reading of the picture.
struct AxisReading {
    private let slope: Double
    private let offset: Double

    /// - Parameters:
    ///   - one: The name of a tick, its number, and where it stands.
    ///   - other: The same of another.
    init(_ one: (number: Double, place: Double), _ other: (number: Double, place: Double)) {
        slope = (other.number - one.number) / (other.place - one.place)
        offset = one.number - slope * one.place
    }

    func number(at place: Double) -> Double { offset + slope * place }
}
