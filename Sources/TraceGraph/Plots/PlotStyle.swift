/// The style sheet of a plot: rules for the classes that it uses, for light and dark.
struct PlotStyle {
    let appearance: Appearance
    let prefix: String
    /// The classes used.
    let classes: Set<String>

    var text: String {
        let theme = Theme.modern
        var css = ".\(prefix){max-width:100%;height:auto}\n"
        css += rule(
            "text",
            "font:\(SVGText.number(theme.fontSize))px \(theme.fontFamily);font-variant-numeric:tabular-nums;stroke:none"
        )
        css += rule(".title", "font-weight:bold")
        css += rule(".small", "font-size:\(SVGText.number(PlotText.small))px")
        css += rule(".tiny", "font-size:\(SVGText.number(PlotText.tiny))px")
        css += rule(".middle", "text-anchor:middle")
        css += rule(".end", "text-anchor:end")
        css += rule("path", "fill:none")
        css += rule(".grid", "stroke-width:0.8")
        css += rule(".axis", "stroke-width:1")
        css += rule(".reference", "stroke-width:1;stroke-dasharray:5 4")
        css += rule(".boundary", "stroke-width:1.8;stroke-linejoin:round")
        css += rule(".leader", "stroke-width:0.8;stroke-dasharray:1.5 2.5")
        css += rule(".crisp", "shape-rendering:crispEdges")
        css += rule(".line", "stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round")
        css += rule(".dashed", "stroke-dasharray:7 4")
        css += rule(".dotted", "stroke-dasharray:1.5 4")
        css += rule(".point", "stroke-width:1")
        return css + SVGStyle.colours(for: appearance, light: .light, dark: .dark, colours)
    }

    private func colours(_ palette: PlotPalette, page: String?) -> String {
        let base = palette.base
        var css = ".\(prefix) .page{fill:\(page ?? base[.page])}\n"
        css += ".\(prefix) text{fill:\(base[.ink])}\n"
        css += rule(".panel", "fill:\(base[.frame])")
        css += rule(".muted", "fill:\(base[.muted])")
        css += rule(".grid", "stroke:\(palette.grid)")
        css += rule(".axis", "stroke:\(base[.edge])")
        css += rule(".reference", "stroke:\(base[.muted])")
        css += rule(".boundary", "stroke:\(base[.ink])")
        css += rule(".missing", "stroke:\(base[.muted])")
        css += rule(".median", "fill:\(base[.ink])")
        for (index, colour) in palette.series.enumerated() {
            css += rule(".s\(index)", "stroke:\(colour)")
            css += rule(".s\(index)f", "fill:\(colour);stroke:none")
        }
        for step in -PlotPalette.rampLength...PlotPalette.rampLength {
            let (fill, text) = palette.ramp(step)
            css += rule(".\(PlotStyle.ramp(step))", "fill:\(fill)")
            css += rule(".\(PlotStyle.ramp(step))t", "fill:\(text)")
        }
        css += rule(".lower", "fill:\(palette.lowerPoint);stroke:\(base[.page])")
        css += rule(".upper", "fill:\(palette.upperPoint);stroke:\(base[.page])")
        return css
    }

    /// The class of a step of the ramp, from -8 to 8.
    static func ramp(_ step: Int) -> String { step < 0 ? "b\(-step)" : step == 0 ? "zero" : "a\(step)" }

    private func rule(_ selector: String, _ declarations: String) -> String {
        if selector.hasPrefix("."), !classes.contains(String(selector.dropFirst())) { return "" }
        return ".\(prefix) \(selector){\(declarations)}\n"
    }
}
