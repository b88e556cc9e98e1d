/// Where columns and channels stand along the flow.
struct Columns {
    /// Where each channel begins; channel i ends where column i begins, and the last behind all columns.
    private(set) var channelStarts: [Double] = []
    private(set) var starts: [Double] = []
    private(set) var widths: [Double]
    private(set) var end: Double

    init(_ grid: Grid, _ channels: Channels, before: Double) {
        widths = grid.columns.map { column in column.lazy.map { grid.cells[$0].size.width }.max() ?? 0 }
        end = before
        for (number, lanes) in channels.lanes.enumerated() {
            channelStarts.append(end)
            let isInner = number > 0 && number < widths.count
            end += Columns.width(
                lanes: lanes.count, isInner: isInner,
                isBesideWires: isInner && (widths[number - 1] == 0 || widths[number] == 0))
            if number < widths.count {
                starts.append(end)
                end += widths[number]
            }
        }
    }

    private static func width(lanes: Int, isInner: Bool, isBesideWires: Bool) -> Double {
        let trunks = Double(lanes) * Spacing.lane
        if !isInner { return lanes == 0 ? 0 : trunks + Spacing.besideTrunksAtWires }
        if isBesideWires { return lanes == 0 ? Spacing.padding : trunks + Spacing.besideTrunksAtWires }
        return max(Spacing.channel, trunks + Spacing.besideTrunks)
    }

    /// Where a lane of a channel runs: all lie around its middle.
    func lane(_ lane: Int, of channel: Int, count: Int) -> Double {
        let channelEnd = channel < starts.count ? starts[channel] : end
        let middle = (channelStarts[channel] + channelEnd) / 2
        return middle + (Double(lane) - Double(count - 1) / 2) * Spacing.lane
    }

    /// The middle of a cell along the flow: a leaf stands at the end of its column, beside its use; all else at its
    /// beginning, so that arrows end and frames begin in line.
    func middle(of cell: Int, in grid: Grid) -> Double {
        let (rank, half) = (grid.cells[cell].rank, grid.cells[cell].size.width / 2)
        let isLeaf =
            grid.cells[cell].kind == .part && grid.arrivals[cell].isEmpty && !grid.departures[cell].isEmpty
        return isLeaf ? starts[rank] + widths[rank] - half : starts[rank] + half
    }
}
