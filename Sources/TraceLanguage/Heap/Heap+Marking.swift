extension Heap {
    /// Marks what some cells reach. Objects wait in a list, so nothing is as deep as the objects are.
    struct Marker {
        /// The positions of the Values that were met, some of them several times.
        private(set) var positions: [Int] = []
        private var waiting: [Cell] = []
        /// The networks that were met, whose parameters stand on the tape.
        private(set) var networks: [Cell] = []

        mutating func mark(_ cell: Cell) {
            switch cell.tag {
            case .value, .drawing: positions.append(cell.position)
            case let tag where tag.isOnHeap:
                let header = cell.address.assumingMemoryBound(to: HeapHeader.self)
                guard !header.pointee.isMarked else { return }
                header.pointee.isMarked = true
                if tag == .network { networks.append(cell) }
                if tag != .string { waiting.append(cell) }
            default: break
            }
        }

        /// Goes on until nothing waits.
        mutating func finish() {
            while let cell = waiting.popLast() {
                Heap.forEachCell(of: cell) { mark($0) }
            }
        }
    }

    /// Calls `body` with each cell that an object holds.
    @inline(__always)
    static func forEachCell(of object: Cell, _ body: (inout Cell) -> Void) {
        func visit(_ cells: UnsafeMutablePointer<Cell>, _ count: Int) {
            for index in 0..<count { body(&cells[index]) }
        }
        switch object.tag {
        case .list, .tuple: visit(object.sequence.pointee.cells, object.sequence.pointee.count)
        case .function:
            visit(object.function.pointee.captured, object.function.pointee.capturedCount)
            body(&object.function.pointee.owner)
        case .method, .superObject:
            body(&object.method.pointee.function)
            body(&object.method.pointee.receiver)
        case .classObject: object.classInfo.forEachCell(body)
        case .instance: visit(object.instance.pointee.slots, object.instance.pointee.capacity)
        case .iterator:
            body(&object.iterator.pointee.source)
            body(&object.iterator.pointee.function)
        case .generator:
            body(&object.generator.pointee.function)
            visit(object.generator.pointee.registers, object.generator.pointee.count)
        case .box: body(&object.box.pointee.cell)
        case .keywords:
            let keywords = object.payload(Keywords.self)
            for index in keywords.cells.indices { body(&keywords.cells[index]) }
        case .set:
            let set = object.payload(SetPayload.self)
            for index in set.elements.indices { body(&set.elements[index]) }
        default: break
        }
    }

    /// Frees what is not marked, takes the marks away, and gives the cells of what is left to `body`.
    func sweep(_ body: (inout Cell) -> Void) {
        var kept: UnsafeMutableRawPointer?
        var object = state.pointee.newest
        var count = 0
        while let current = object {
            let header = current.assumingMemoryBound(to: HeapHeader.self)
            object = header.pointee.next
            if header.pointee.isMarked {
                header.pointee.isMarked = false
                header.pointee.next = kept
                kept = current
                count += 1
                if header.pointee.tag != .string {
                    Heap.forEachCell(of: Cell(header.pointee.tag, current), body)
                }
            } else {
                free(current)
            }
        }
        state.pointee.newest = kept
        noteLive(count)
    }
}

/// What a function takes as `**keywords`.
final class Keywords {
    var names: [Name]
    var cells: [Cell]

    init(names: [Name], cells: [Cell]) {
        self.names = names
        self.cells = cells
    }
}

/// What `set()` gives: its elements in the order in which they came.
final class SetPayload {
    var elements: [Cell] = []
}
