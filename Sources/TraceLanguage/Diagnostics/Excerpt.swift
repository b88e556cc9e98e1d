internal import Micrograd
internal import MicrogradSupport

/// The part of a line that a message shows, and the caret under the place.
struct Excerpt {
    /// The line as it is shown: tabs as spaces, control characters as `�`.
    private(set) var text = ""
    /// The spaces before the caret.
    private(set) var padding = ""
    /// `^~~`, as wide as the place is shown.
    private(set) var caret = "^"

    /// One character of the line, as it is shown.
    private struct Cell {
        var text: String
        var width: Int
    }

    /// Lays out a line of three parts; of a long one, `window` columns around the middle part.
    init(before: String, marked: String, after: String, window: Int) {
        // No more of either side than can be shown, so a line of any length is laid out at once.
        var column = 0
        let beforeCells = Excerpt.cells(before.suffix(2 * window), from: &column)
        var markedCells = Excerpt.cells(marked.prefix(2 * window), from: &column)
        let afterCells = Excerpt.cells(after.prefix(2 * window), from: &column)
        var first = 0
        var last = afterCells.count
        if column > window {
            // The place stands in the middle; what one side does not need goes to the other.
            let markedWidth = min(Excerpt.width(markedCells[...]), window / 2)
            let spare = window - markedWidth
            let left = min(
                Excerpt.width(beforeCells[...]), max(spare / 2, spare - Excerpt.width(afterCells[...])))
            first = beforeCells.count - Excerpt.count(beforeCells.reversed(), fitting: left)
            let shown = Excerpt.count(markedCells, fitting: window / 2)
            if shown < markedCells.count {
                markedCells.removeSubrange(max(shown, 1)...)
                last = 0
            } else {
                last = Excerpt.count(afterCells, fitting: spare - left)
            }
        }
        let cut = first > 0 ? "…" : ""
        let isEndCut = last < afterCells.count
        let shownBefore = beforeCells[first...]
        text =
            (cut + (shownBefore + markedCells[...] + afterCells[..<last]).map(\.text).joined())
            + (isEndCut ? "…" : "")
        padding = String(repeating: " ", count: cut.count + Excerpt.width(shownBefore))
        caret = "^" + String(repeating: "~", count: max(Excerpt.width(markedCells[...]) - 1, 0))
    }

    private static func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

    private static func count(_ cells: some Sequence<Cell>, fitting width: Int) -> Int {
        var (used, count) = (0, 0)
        for cell in cells {
            used += cell.width
            if used > width { break }
            count += 1
        }
        return count
    }

    private static func cells(_ text: Substring, from column: inout Int) -> [Cell] {
        var cells: [Cell] = []
        for character in text {
            var cell = Cell(text: String(character), width: character.columnCount)
            if character == "\t" {
                cell.width = 4 - column % 4
                cell.text = String(repeating: " ", count: cell.width)
            } else if character.isControl {
                cell = Cell(text: "\u{fffd}", width: 1)
            }
            column += cell.width
            cells.append(cell)
        }
        return cells
    }
}
