/// What a picture is painted on: an SVG, or a job for Graphviz.
protocol Canvas {
    /// Begins what belongs together and has a name.
    mutating func open(_ group: CanvasGroup, title: @autoclosure () -> String)
    mutating func close()
    mutating func draw(_ path: Path, _ mark: Mark)
    /// Writes a line of text.
    ///
    /// - Parameters:
    ///   - place: The baseline, at the text's start, middle or end, as the mark has it.
    ///   - width: What no font may make it pass; nil where there is room.
    mutating func write(_ text: String, at place: Point, _ mark: Mark, fitting width: Double?)
}

extension Canvas {
    mutating func write(_ text: String, at place: Point, _ mark: Mark) {
        write(text, at: place, mark, fitting: nil)
    }
}

/// What belongs together in a picture.
enum CanvasGroup {
    case value(PartID, ValueRole, joined: [Int])
    /// A node, or the tab of its result.
    case operation(result: Int, OperationFamily)
    case fold(scope: Int)
    case edge
    case frame
    case key
}
