/// All levels laid out from the inside out; levels of equal shape share one block.
struct Blocks {
    private(set) var all: [Block] = []
    /// For each level its block.
    private(set) var numbers: [Int]

    init(_ levels: Levels, _ skeleton: Skeleton, flow: Flow) {
        numbers = Array(repeating: 0, count: levels.all.count)
        var known: [LevelShape: Int] = [:]
        for level in levels.all.indices.reversed() {
            if level > 0, skeleton.frames[level - 1].place != nil { continue }
            if level > 0, let size = skeleton.frames[level - 1].fixedSize {
                numbers[level] = all.count
                all.append(Block(fixed: levels.all[level], size, skeleton, flow: flow))
                continue
            }
            let shape = LevelShape(
                levels.all[level], label: level == 0 ? nil : skeleton.frames[level - 1].label, skeleton,
                blocks: numbers)
            if let number = known[shape] {
                numbers[level] = number
            } else {
                numbers[level] = all.count
                known[shape] = all.count
                all.append(Block(shape, flow: flow, blocks: all))
            }
        }
    }

    /// The block of a level.
    subscript(level: Int) -> Block { all[numbers[level]] }
}

extension LevelShape {
    /// - Parameter blocks: For each level within this one the number of its block.
    fileprivate init(_ level: Level, label: Size?, _ skeleton: Skeleton, blocks: [Int]) {
        items = level.items.map { item in
            switch item {
            case .part(let index):
                let part = skeleton.parts[index]
                return .part(
                    width: part.size.width, height: part.size.height, ordersOperands: part.ordersOperands)
            case .frame(let index): return .frame(block: blocks[index + 1])
            case .entry: return .entry
            case .exit: return .exit
            }
        }
        nets = level.nets
        labelWidth = label?.width
    }
}
