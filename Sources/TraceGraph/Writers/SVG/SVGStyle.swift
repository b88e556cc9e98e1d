/// The style sheet inside an SVG: fonts, lines and colours, for light and dark.
struct SVGStyle {
    let options: DrawingOptions
    /// The class of the picture, which begins each rule.
    let prefix: String
    /// What the picture holds; there are no rules for anything else.
    let marks: Set<Mark>

    var text: String {
        let theme = options.theme
        var css = rule("", "max-width:100%;height:auto")
        css += rule(
            " text",
            "font:\(SVGText.number(theme.fontSize))px \(theme.fontFamily);font-variant-numeric:tabular-nums")
        let used = Mark.all.filter(marks.contains).map { (selector: $0.selector, style: $0.style(theme)) }
        for (selector, style) in used {
            var declarations: [String] = []
            if let font = style.font {
                if font.size != theme.fontSize {
                    declarations.append("font-size:\(SVGText.number(font.size))px")
                }
                if font.isBold { declarations.append("font-weight:bold") }
                // A text in a cell is data or grad too, which are bold in cards.
                if !font.isBold, selector.hasPrefix(".cell.") { declarations.append("font-weight:normal") }
                if font.anchor != .start { declarations.append("text-anchor:\(font.anchor.rawValue)") }
            } else {
                if style.fill == nil { declarations.append("fill:none") }
                if style.stroke != nil {
                    declarations.append("stroke-width:\(SVGText.number(style.lineWidth))")
                }
                if !style.dashes.isEmpty {
                    let dashes = style.dashes.map(SVGText.number).joined(separator: " ")
                    declarations.append("stroke-dasharray:\(dashes)")
                }
            }
            if !declarations.isEmpty { css += rule(" \(selector)", declarations.joined(separator: ";")) }
        }
        let inks = Set(used.flatMap { [$0.style.fill, $0.style.stroke] }.compactMap { $0 }).union([.page])
        css += SVGStyle.colours(for: options.appearance, light: theme.light, dark: theme.dark) {
            properties($0, page: $1, inks)
        }
        let plain = options.palette
        for (selector, style) in [(".page", MarkStyle(fill: .page))] + used {
            let page = selector == ".page" && options.appearance == .auto ? "none" : nil
            let fill = style.fill.map { colour("fill", $0, page ?? plain[$0]) }
            let stroke = style.stroke.map { colour("stroke", $0, plain[$0]) }
            css += rule(" \(selector)", [fill, stroke].compactMap { $0 }.joined(separator: ";"))
        }
        return css
    }

    private func rule(_ selector: String, _ declarations: String) -> String {
        ".\(prefix)\(selector){\(declarations)}\n"
    }

    /// For viewers that know no custom properties the colour itself stands before.
    private func colour(_ property: String, _ ink: Ink, _ plain: String) -> String {
        "\(property):\(plain);\(property):var(--\(ink.rawValue))"
    }

    /// Each ink as a property of the picture, which is that of the page around it where there is one.
    private func properties(_ palette: Palette, page: String?, _ inks: Set<Ink>) -> String {
        let list = Ink.allCases.filter(inks.contains).map { ink in
            let colour = ink == .page ? page ?? palette[ink] : palette[ink]
            return "--\(ink.rawValue):var(--trace-\(ink.rawValue),\(colour))"
        }
        return rule("", list.joined(separator: ";"))
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
}
