/// A colour of a picture, by what it is for.
///
/// Its name is that of the custom property by which a page can set it: `--trace-` and the raw value.
package enum Ink: String, CaseIterable, Sendable {
    case page, ink, muted, zero, edge, track
    case value
    case valueLine = "value-line"
    case input
    case inputLine = "input-line"
    case parameter
    case parameterLine = "parameter-line"
    case constant
    case constantLine = "constant-line"
    case resultLine = "result-line"
    case frame
    case innerFrame = "inner-frame"
    case sum
    case sumInk = "sum-ink"
    case product
    case productInk = "product-ink"
    case function
    case functionInk = "function-ink"
    /// Where backward began.
    case seed
    case seedInk = "seed-ink"
    /// NaN and infinities.
    case alarm
    case alarmInk = "alarm-ink"
    /// Gradients as text and bars, by sign and decade: 4 is the largest.
    case negative1 = "negative-1"
    case negative2 = "negative-2"
    case negative3 = "negative-3"
    case negative4 = "negative-4"
    case positive1 = "positive-1"
    case positive2 = "positive-2"
    case positive3 = "positive-3"
    case positive4 = "positive-4"
    /// The same as grounds of cells.
    case negativeCell1 = "negative-cell-1"
    case negativeCell2 = "negative-cell-2"
    case negativeCell3 = "negative-cell-3"
    case negativeCell4 = "negative-cell-4"
    case positiveCell1 = "positive-cell-1"
    case positiveCell2 = "positive-cell-2"
    case positiveCell3 = "positive-cell-3"
    case positiveCell4 = "positive-cell-4"
}
