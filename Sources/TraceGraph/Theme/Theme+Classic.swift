extension Theme {
    /// The look of micrograd's own `draw_dot`: plain records and ellipses, four digits.
    public static let classic = Theme(
        name: "classic",
        stacksName: false,
        alignsBoxes: false,
        widthStep: 1,
        cornerRadius: 0,
        fontSize: 14,
        fontFamily: "Times,serif",
        rowHeight: 36,
        cellPadding: 8,
        operationShape: .ellipse,
        operationSize: 54,
        arrow: .normal,
        pointsToResults: true,
        lineWidth: 1,
        drawsScopes: false,
        signs: ["relu": "ReLU"],
        keepsFixedNotation: true,
        separation: (node: 0.25, rank: 0.5),
        light: Palette(
            background: "#ffffff", text: "#000000", mutedText: "#000000", edge: "#000000",
            plain: .init(fill: "#ffffff", stroke: "#000000")),
        dark: Palette(
            background: "#121212", text: "#f2f2f2", mutedText: "#f2f2f2", edge: "#d0d0d0",
            plain: .init(fill: "#1e1e1e", stroke: "#d0d0d0")))
}

extension Palette {
    /// One paint for all.
    fileprivate init(background: String, text: String, mutedText: String, edge: String, plain: Paint) {
        self.init(
            background: background, text: text, mutedText: mutedText, edge: edge, input: plain,
            parameter: plain, constant: plain, intermediate: plain, output: plain, sum: plain, product: plain,
            function: plain, scope: plain)
    }
}
