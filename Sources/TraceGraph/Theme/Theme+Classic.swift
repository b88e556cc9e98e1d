extension Theme {
    /// The look of micrograd's own `draw_dot`: plain records and ellipses, four digits.
    public static let classic = Theme(
        name: "classic",
        values: .records,
        fontSize: 14,
        fontFamily: "Times,serif",
        graphvizFont: "Times,serif",
        arrow: .normal,
        pointsToResults: true,
        lineWidth: 1,
        drawsScopes: false,
        signs: ["relu": "ReLU"],
        keepsFixedNotation: true,
        separation: (node: 0.25, rank: 0.5),
        light: Palette(page: "#ffffff", fill: "#ffffff", line: "#000000", text: "#000000"),
        dark: Palette(page: "#121212", fill: "#1e1e1e", line: "#d0d0d0", text: "#f2f2f2"))
}

extension Palette {
    /// One fill and one line for all.
    fileprivate init(page: String, fill: String, line: String, text: String) {
        let lines: [Ink] = [.edge, .valueLine, .inputLine, .parameterLine, .constantLine, .resultLine]
        let fills: [Ink] = [.value, .input, .parameter, .constant, .sum, .product, .function]
        self.init([.page: page]) { ink in
            lines.contains(ink) ? line : fills.contains(ink) ? fill : text
        }
    }
}
