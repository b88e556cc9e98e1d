public import Micrograd
internal import MicrogradSupport

/// Draws the computation of a value, with data and gradient on every node.
///
///     let dot = drawDot(loss, direction: .topToBottom)
///     try dot.write(to: "loss.svg")
///
/// - Parameters:
///   - root: The value whose computation is drawn.
///   - direction: Where it runs to; by default left to right, or downwards where that is larger on the page.
///   - theme: The look; `modern` by default, `classic` is micrograd's own.
///   - appearance: Light, dark, or what the viewer prefers (the default, for SVG).
///   - precision: Digits behind the point, 0 to 17; 4 by default.
///   - show: What stands on the nodes; everything by default.
public func drawDot(
    _ root: Value, direction: Direction = .auto, theme: Theme = .modern,
    appearance: Appearance = .auto,
    precision: Int = 4, show: DrawingOptions.Shown = .all
) -> Drawing {
    drawDot(
        [root], direction: direction, theme: theme, appearance: appearance, precision: precision, show: show)
}

/// Draws the computation of several values of one tape in one picture.
///
/// - Precondition: At least one value.
public func drawDot(
    _ roots: [Value], direction: Direction = .auto, theme: Theme = .modern,
    appearance: Appearance = .auto, precision: Int = 4, show: DrawingOptions.Shown = .all
) -> Drawing {
    guard !roots.isEmpty else { trap("drawDot needs at least one value to draw.") }
    var options = DrawingOptions()
    options.direction = direction
    options.theme = theme
    options.appearance = appearance
    options.precision = precision
    options.show = show
    return Drawing(Graph(tracing: roots), options: options)
}
