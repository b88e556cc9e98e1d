/// What the layout of a level depends on: levels of equal shape look the same.
struct LevelShape: Hashable {
    var items: [Item]
    var nets: [Level.Net]
    /// How wide the name of the frame is; the whole picture has none.
    var labelWidth: Double?

    enum Item: Hashable {
        case part(width: Double, height: Double, ordersOperands: Bool)
        /// A frame that is laid out already, by its number among the blocks.
        case frame(block: Int)
        case entry
        case exit

        var isPart: Bool {
            if case .part = self { true } else { false }
        }
    }
}

extension LevelShape {
    /// The items that are blocks of fixed places.
    func fixedItems(_ blocks: [Block]) -> [Int] { items.indices.filter { isFixed($0, blocks) } }

    func isFixed(_ item: Int, _ blocks: [Block]) -> Bool {
        if case .frame(let block) = items[item] { blocks[block].isFixed } else { false }
    }

    /// Where a value leaves the side of its item, counted from the middle.
    func departure(_ source: Level.Pin, _ blocks: [Block]) -> Double {
        guard case .frame(let block) = items[source.item] else { return 0 }
        return blocks[block].exits[source.port] - blocks[block].size.height / 2
    }
}
