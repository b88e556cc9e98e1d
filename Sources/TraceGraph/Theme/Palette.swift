internal import MicrogradSupport

/// The colours of a theme in one appearance, as `#rrggbb`.
package struct Palette: Sendable {
    private var colours: [Ink: String]

    /// - Parameter otherwise: Gives the inks that are not among the colours.
    init(_ colours: [Ink: String], otherwise: (Ink) -> String = { trap("No colour for \($0).") }) {
        self.colours = colours
        for ink in Ink.allCases where colours[ink] == nil { self.colours[ink] = otherwise(ink) }
    }

    package subscript(ink: Ink) -> String { colours[ink] ?? "" }
}
