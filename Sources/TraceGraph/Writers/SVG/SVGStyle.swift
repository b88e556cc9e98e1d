/// The style sheet inside an SVG: sizes and colours, for light and dark.
struct SVGStyle {
    let options: DrawingOptions
    let prefix: String

    var text: String {
        let theme = options.theme
        let fonts = theme.fontFamily
        var css = ""
        func rule(_ selector: String, _ declarations: String) {
            css += ".\(prefix)\(selector.isEmpty ? "" : " ")\(selector){\(declarations)}\n"
        }
        rule("", "max-width:100%;height:auto")
        rule("text", "font:\(SVGText.number(theme.fontSize))px \(fonts);text-anchor:middle;stroke:none")
        rule(".sign", "font-size:\(SVGText.number(theme.fontSize * Theme.signScale))px")
        rule(".scope text", "font-size:\(SVGText.number(LayoutAttributes.scopeFontSize))px;text-anchor:start")
        rule("path", "fill:none")
        // Fainter than an edge, which else seems to run on through the box it meets at the line below a name.
        if theme.stacksName { rule(".value path", "stroke-opacity:0.5") }
        let lineWidth = SVGText.number(theme.lineWidth)
        rule(".value,.\(prefix) .operation,.\(prefix) .edge", "stroke-width:\(lineWidth)")
        return css
            + SVGStyle.colours(for: options.appearance, light: theme.light, dark: theme.dark, colours)
    }

    /// The rules of one appearance, or of both, with that which the viewer prefers in force.
    ///
    /// - Parameter rules: Those of one palette; with the colour of the page, where it is not the palette's own.
    static func colours<Colours>(
        for appearance: Appearance, light: Colours, dark: Colours,
        _ rules: (_ palette: Colours, _ page: String?) -> String
    ) -> String {
        switch appearance {
        case .light: rules(light, nil)
        case .dark: rules(dark, nil)
        case .auto:
            // On a light page the picture has the colour of the page; on one of a viewer who prefers
            // dark it brings its own, because not every page follows the viewer.
            rules(light, "none") + "@media (prefers-color-scheme:dark){\n" + rules(dark, nil) + "}\n"
        }
    }

    private func colours(_ palette: Palette, page: String?) -> String {
        var css = ""
        func rule(_ selector: String, _ declarations: String) {
            css += ".\(prefix) \(selector){\(declarations)}\n"
        }
        func rule(_ name: String, _ paint: Palette.Paint) {
            rule(".\(name)", "fill:\(paint.fill);stroke:\(paint.stroke)")
            if let text = paint.text { rule(".\(name) text", "fill:\(text)") }
        }
        rule(".page", "fill:\(page ?? palette.background)")
        rule("text", "fill:\(palette.text)")
        rule("tspan", "fill:\(palette.mutedText)")
        rule(".edge", "stroke:\(palette.edge)")
        rule(".edge .head", "fill:\(palette.edge)")
        for role in ValueRole.allCases { rule(role.rawValue, palette.paint(of: role)) }
        for family in OperationFamily.allCases { rule(family.rawValue, palette.paint(of: family)) }
        if options.theme.drawsScopes { rule("scope", palette.scope) }
        return css
    }
}
