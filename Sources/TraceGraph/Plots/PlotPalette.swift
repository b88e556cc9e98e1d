/// The colours of plots in one appearance, as `#rrggbb`: those of the modern theme, and what it has none for.
package struct PlotPalette: Sendable {
    /// Page, text and axes.
    var base: Palette
    var grid: String
    /// Lines and bars, in the order of the series: told apart also by who sees no red or no green.
    package var series: [String]
    /// From next to zero to the largest, on each side: blue below, orange above.
    var zero: String
    var below: [String]
    var above: [String]
    /// The step of both ramps from which on text has the other of black and white.
    var firstWithOtherInk: Int
    /// The ink of text on the ramps, near zero and far from it.
    var inks: (near: String, far: String)
    /// The data points of two classes, on the lower half of the ramps.
    package var lowerPoint: String
    package var upperPoint: String

    package var background: String { base[.page] }
    package var text: String { base[.ink] }
    package var mutedText: String { base[.muted] }
    package var edge: String { base[.edge] }

    /// How many colours each side of the ramp has.
    static let rampLength = 8

    package static let light = PlotPalette(
        base: Theme.modern.light, grid: "#e2e8f0",
        series: ["#2f74b5", "#b4690e", "#7c5cd6", "#1f8a83", "#c23f4b", "#5b6b80"],
        zero: "#eff2f6",
        below: [
            "#dae7f4", "#c1d9f0", "#a8caeb", "#8fbce6", "#75a7d7", "#5b92c9", "#417dba", "#2468ab",
        ],
        above: [
            "#f4e6d6", "#f4d7b3", "#f3c88e", "#f2b866", "#e0a051", "#cd883c", "#bb7125", "#a85a05",
        ],
        firstWithOtherInk: 8, inks: ("#000000", "#ffffff"),
        lowerPoint: "#174e86", upperPoint: "#8a4500")

    package static let dark = PlotPalette(
        base: Theme.modern.dark, grid: "#24314a",
        series: ["#5aa2e6", "#e0a13a", "#a58cf0", "#2fb5ab", "#ec7f88", "#9fb0c6"],
        zero: "#202b3f",
        below: [
            "#1f3a5c", "#244871", "#295687", "#2d639c", "#447bb4", "#5c93cd", "#74ace6", "#8cc6ff",
        ],
        above: [
            "#3f3228", "#5a3f25", "#754b1d", "#8f5613", "#aa6f2a", "#c68940", "#e2a455", "#ffc06a",
        ],
        firstWithOtherInk: 5, inks: ("#ffffff", "#000000"),
        lowerPoint: "#b5dcff", upperPoint: "#ffd591")

    /// The colour of a step from -8 to 8, and of text on it.
    package func ramp(_ step: Int) -> (fill: String, text: String) {
        let size = Int(step.magnitude)
        let fill = step == 0 ? zero : (step < 0 ? below : above)[size - 1]
        return (fill, size < firstWithOtherInk ? inks.near : inks.far)
    }
}
