internal import Micrograd
internal import MicrogradSupport

/// A picture of numbers: one self-contained SVG for light and dark pages, with a description for screen readers.
public protocol Plot: Sendable {
    /// Draws the picture; the same numbers give the same bytes on every machine.
    func svg(appearance: Appearance) -> String
}

extension Plot {
    /// Draws the picture in the colours that its viewer prefers.
    public func svg() -> String { svg(appearance: .auto) }

    /// Draws the picture into a file that ends in `.svg`; all of it or nothing.
    public func write(to path: String, appearance: Appearance = .auto) throws(TraceGraphError) {
        guard OutputFormat(path: path) == .svg else { throw .plotFileExtension(path: path) }
        try File.writePicture(Array(svg(appearance: appearance).utf8), to: path)
    }
}
