/// Kernels as tiles: those that belong to one channel are a group, whose tiles stand side by side.
struct KernelTiles: Sendable {
    /// By group and tile.
    let groups: [[Tile]]
    let groupNames: [String]
    /// None where each group is one tile.
    let tileNames: [String]
    /// What a group is.
    let groupTitle: String
    let scale: HeatScale
    let description: String
    let notes: [String]

    struct Tile: Sendable {
        var rows: [[Double]]
    }

    /// What a tile of a group is.
    static let tileTitle = "input channel"

    init(_ kernels: [[[[Double]]]], outputNames: [String], inputNames: [String]) {
        let tiles = kernels.map { $0.map(Tile.init) }
        // With one output channel the input channels are the groups.
        let isTurned = kernels.count == 1
        groups = isTurned ? tiles[0].map { [$0] } : tiles
        groupNames = isTurned ? inputNames : outputNames
        groupTitle = isTurned ? KernelTiles.tileTitle : "output channel"
        tileNames = isTurned || inputNames.count == 1 ? [] : inputNames

        let (rows, columns) = (kernels[0][0].count, kernels[0][0][0].count)
        let numbers = kernels.flatMap { $0.flatMap { $0.flatMap { $0 } } }
        scale = HeatScale(numbers)
        let summary = HeatSummary(numbers: numbers, scale: scale) { index in
            let (kernel, place) = index.quotientAndRemainder(dividingBy: rows * columns)
            let (output, input) = kernel.quotientAndRemainder(dividingBy: inputNames.count)
            return "output channel \(outputNames[output]), input channel \(inputNames[input]), "
                + "row \(place / columns), column \(place % columns)"
        }
        notes = summary.notes
        let counts =
            "\(Wording.count(outputNames.count, "output channel")) and "
            + Wording.count(inputNames.count, "input channel")
        description =
            (["Kernels of \(rows) by \(columns) for \(counts): \(summary.text)"] + summary.notes)
            .joined(separator: ". ") + "."
    }

    var shape: (rows: Int, columns: Int) { (groups[0][0].rows.count, groups[0][0].rows[0].count) }
}
