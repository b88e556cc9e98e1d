/// Where the tiles of kernels stand: as a table of groups and their tiles, or with several groups side by side where
/// that makes larger cells.
struct KernelLayout {
    /// The side of a cell.
    private(set) var cell = 0.0
    /// How many groups stand side by side.
    private(set) var groupsInRow = 1

    private var groupCount: Int
    private var tileCount: Int
    private var shape: (rows: Int, columns: Int)

    /// The space of the name above a group; a name beside it takes none.
    private static let nameSpace = 14.0
    private static let largestHeight = 480.0
    /// Whole pixels, where that is a small loss.
    private static let cells =
        (4...30).reversed().map(Double.init) + [3.5, 3, 2.5, 2, 1.5, 1, 0.75, 0.5, 0.25, 0.1, 0.05]

    /// Makes the layout with the largest cells; of those that are as large, the one with the fewest rows, and in that
    /// the one whose rows are the most even.
    ///
    /// - Parameter nameWidth: Of the names that stand beside the groups where these are the rows of a table.
    init(
        groups: Int, tiles: Int, shape: (rows: Int, columns: Int), space: Double, nameWidth: Double
    ) {
        groupCount = groups
        tileCount = tiles
        self.shape = shape
        for count in 1...groups {
            var other = self
            other.groupsInRow = count
            let width = space - (other.isTable ? nameWidth : 0)
            for cell in KernelLayout.cells {
                other.cell = cell
                if other.size.width <= width, other.size.height <= KernelLayout.largestHeight { break }
            }
            // A table is read more easily than groups of tiles, if it is not much smaller.
            let least = isTable ? cell * 1.25 : cell
            if other.cell > least || (other.cell == least && other.rowCount < rowCount) { self = other }
        }
    }

    var rowCount: Int { (groupCount + groupsInRow - 1) / groupsInRow }
    /// Whether groups are rows, and their tiles columns of a table, with the names of groups beside them.
    var isTable: Bool { groupsInRow == 1 && tileCount > 1 }

    private var nameHeight: Double { isTable ? 0 : KernelLayout.nameSpace }
    private var tileGap: Double { min(cell / 2, 6) }
    private var groupGap: Double { isTable ? tileGap : min(cell * 1.5, 16) }
    private var groupWidth: Double {
        Double(tileCount) * tileSize.width + Double(tileCount - 1) * tileGap
    }
    private var rowHeight: Double { nameHeight + tileSize.height + min(groupGap, 8) }

    var tileSize: Size {
        Size(width: cell * Double(shape.columns), height: cell * Double(shape.rows))
    }

    /// The size of all, with the names above the groups.
    var size: Size {
        Size(
            width: Double(groupsInRow) * (groupWidth + groupGap) - groupGap,
            height: Double(rowCount) * rowHeight - min(groupGap, 8))
    }

    /// The corner of a tile, in a picture where the names above the first groups begin at 0, 0.
    func place(group: Int, tile: Int) -> Point {
        let (row, column) = group.quotientAndRemainder(dividingBy: groupsInRow)
        return Point(
            x: Double(column) * (groupWidth + groupGap) + Double(tile) * (tileSize.width + tileGap),
            y: Double(row) * rowHeight + nameHeight)
    }
}
