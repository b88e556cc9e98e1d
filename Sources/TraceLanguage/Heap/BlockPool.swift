/// Memory in blocks of one size, which are used again as they are given back.
struct BlockPool {
    private let size: Int
    /// The first free block, which holds the address of the next.
    private var free: UnsafeMutableRawPointer?
    private var chunks: [UnsafeMutableRawPointer] = []
    /// What of the newest chunk has not been used yet.
    private var unused: UnsafeMutableRawPointer?
    private var unusedCount = 0

    private static let blocksInChunk = 256

    init(size: Int) { self.size = size }

    @inline(__always)
    mutating func take() -> UnsafeMutableRawPointer {
        guard let block = free else { return takeUnused() }
        free = block.load(as: UnsafeMutableRawPointer?.self)
        return block
    }

    @inline(never)
    private mutating func takeUnused() -> UnsafeMutableRawPointer {
        if unusedCount == 0 {
            let chunk = UnsafeMutableRawPointer.allocate(
                byteCount: size * BlockPool.blocksInChunk, alignment: 16)
            chunks.append(chunk)
            unused = chunk
            unusedCount = BlockPool.blocksInChunk
        }
        unusedCount -= 1
        let block = unused.unsafelyUnwrapped
        unused = block + size
        return block
    }

    @inline(__always)
    mutating func give(_ block: UnsafeMutableRawPointer) {
        block.storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
        free = block
    }

    /// Frees all blocks.
    mutating func end() {
        for chunk in chunks { chunk.deallocate() }
        chunks = []
    }
}
