/// The numbers of a recording: those that a batch shares, and those of each example side by side.
///
/// Examples stand in blocks of 8, and blocks in tiles: all data of a tile is small enough to stay near the
/// processor while its steps run.
final class ReplayMemory {
    typealias Block = SIMD8<Double>

    let shared: UnsafeMutablePointer<Double>
    let sharedGrads: UnsafeMutablePointer<Double>
    private let sharedCount: Int
    private let varyingCount: Int

    /// How many examples the memory holds now.
    private(set) var batchCount = 0
    /// How many blocks each slot has in a tile.
    private(set) var blockCount = 0
    private(set) var tileCount = 0
    /// The data, tile by tile, slot by slot.
    private var varying: UnsafeMutablePointer<Block>
    private var varyingCapacity = 0
    /// The gradients of one tile, slot by slot.
    private var varyingGrads: UnsafeMutablePointer<Block>
    private var gradCapacity = 0

    init(sharedCount: Int, varyingCount: Int) {
        self.sharedCount = sharedCount
        self.varyingCount = varyingCount
        shared = .allocate(capacity: max(sharedCount, 1))
        shared.initialize(repeating: 0, count: sharedCount)
        sharedGrads = .allocate(capacity: max(sharedCount, 1))
        sharedGrads.initialize(repeating: 0, count: sharedCount)
        varying = .allocate(capacity: 0)
        varyingGrads = .allocate(capacity: 0)
    }

    deinit {
        shared.deallocate()
        sharedGrads.deallocate()
        varying.deallocate()
        varyingGrads.deallocate()
    }

    /// Makes room for a batch.
    func prepare(batchCount: Int) {
        guard batchCount != self.batchCount else { return }
        self.batchCount = batchCount
        let blocks = max(1, (batchCount + Block.scalarCount - 1) / Block.scalarCount)
        tileCount = (blocks + ReplayMemory.tileBlocks - 1) / ReplayMemory.tileBlocks
        blockCount = (blocks + tileCount - 1) / tileCount
        let tileSize = varyingCount * blockCount
        if gradCapacity < tileSize {
            varyingGrads.deallocate()
            varyingGrads = .allocate(capacity: tileSize)
            gradCapacity = tileSize
        }
        varyingGrads.initialize(repeating: Block(), count: tileSize)
        if varyingCapacity < tileCount * tileSize {
            varying.deallocate()
            varying = .allocate(capacity: tileCount * tileSize)
            varyingCapacity = tileCount * tileSize
        }
        varying.initialize(repeating: Block(), count: tileCount * tileSize)
    }

    /// How many blocks of a slot make a tile at most.
    private static let tileBlocks = 16

    /// The examples of a tile.
    func examples(ofTile tile: Int) -> Range<Int> {
        let first = tile * blockCount * Block.scalarCount
        return min(first, batchCount)..<min(first + blockCount * Block.scalarCount, batchCount)
    }

    /// The data of a slot in a tile.
    @inline(__always)
    func data(_ slot: Int, tile: Int) -> UnsafeMutablePointer<Block> {
        varying + (tile &* varyingCount &+ slot) &* blockCount
    }

    /// The gradients of a slot in the tile at hand.
    @inline(__always)
    func grads(_ slot: Int) -> UnsafeMutablePointer<Block> {
        varyingGrads + slot &* blockCount
    }

    func clearSharedGrads() { sharedGrads.update(repeating: 0, count: sharedCount) }

    func clearVaryingGrads() { varyingGrads.update(repeating: Block(), count: varyingCount * blockCount) }
}

extension UnsafeMutablePointer<ReplayMemory.Block> {
    /// The same memory, number by number.
    @inline(__always)
    var numbers: UnsafeMutablePointer<Double> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self)
    }
}
