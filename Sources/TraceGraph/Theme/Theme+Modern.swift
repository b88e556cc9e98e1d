extension Theme {
    /// Cards whose colour tells what a value is for, with the gradient's sign and size as a bar.
    ///
    /// Hue means role or gradient, so operations are greys. The tints of gradients are mixed in OKLab (B. Ottosson, 2020)
    /// from the muted ink, or the page, to one hue for each sign; the hues are those of ColorBrewer's PuOr.
    public static let modern = Theme(
        name: "modern",
        values: .cards,
        fontSize: 11,
        fontFamily: "Helvetica,Arial,\"Liberation Sans\",sans-serif",
        graphvizFont: "Helvetica,Arial,sans-serif",
        arrow: .vee,
        pointsToResults: false,
        lineWidth: 1.2,
        drawsScopes: true,
        signs: ["*": "×", "-": "−", "/": "÷", "relu": "ReLU"],
        keepsFixedNotation: false,
        separation: (node: 0.18, rank: 0.35),
        light: Palette([
            .page: "#ffffff", .ink: "#1f2328", .muted: "#57606a", .zero: "#57606a", .edge: "#7a8490",
            .track: "#c4ccd4", .value: "#ffffff", .valueLine: "#7f8994",
            .input: "#d9ebfb", .inputLine: "#2a78b5", .parameter: "#fbf2cc", .parameterLine: "#957600",
            .constant: "#ebedf0", .constantLine: "#6f7a86", .resultLine: "#1f2328",
            .frame: "#f5f7f9", .innerFrame: "#eaeef2",
            .sum: "#dde3e9", .sumInk: "#1f2328", .product: "#aab5c2", .productInk: "#1f2328",
            .function: "#586473", .functionInk: "#ffffff",
            .seed: "#1f2328", .seedInk: "#ffffff", .alarm: "#1f2328", .alarmInk: "#ffffff",
            .negative1: "#725d56", .negative2: "#865943", .negative3: "#99532a", .negative4: "#a84c00",
            .positive1: "#57577e", .positive2: "#584f8d", .positive3: "#5a459c", .positive4: "#5b3aa8",
            .negativeCell1: "#f5e7e0", .negativeCell2: "#ecd2c4", .negativeCell3: "#e2bba6",
            .negativeCell4: "#d49e82", .positiveCell1: "#e7e5f5", .positiveCell2: "#d2cdec",
            .positiveCell3: "#bbb4e1", .positiveCell4: "#a095d3",
        ]),
        dark: Palette([
            .page: "#0d1117", .ink: "#e6edf3", .muted: "#9aa5b1", .zero: "#9aa5b1", .edge: "#6f7b88",
            .track: "#39424d", .value: "#0d1117", .valueLine: "#66717d",
            .input: "#0f2233", .inputLine: "#4a9ede", .parameter: "#221e10", .parameterLine: "#a38b3a",
            .constant: "#232a33", .constantLine: "#74808d", .resultLine: "#e6edf3",
            .frame: "#12171e", .innerFrame: "#181e26",
            .sum: "#2b333d", .sumInk: "#e6edf3", .product: "#4a5563", .productInk: "#ffffff",
            .function: "#8793a1", .functionInk: "#0d1117",
            .seed: "#d0d7de", .seedInk: "#0d1117", .alarm: "#e6edf3", .alarmInk: "#0d1117",
            .negative1: "#b7a498", .negative2: "#cda181", .negative3: "#e29e66", .negative4: "#f39a4b",
            .positive1: "#a2a4c8", .positive2: "#a8a3da", .positive3: "#afa1ec", .positive4: "#b49ffb",
            .negativeCell1: "#302723", .negativeCell2: "#4d392c", .negativeCell3: "#6d4c33",
            .negativeCell4: "#8e5f3b", .positiveCell1: "#262739", .positiveCell2: "#3c3957",
            .positiveCell3: "#534d76", .positiveCell4: "#6b6197",
        ]))
}
