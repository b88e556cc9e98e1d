internal import MicrogradSupport

/// The memory of a run's objects: it frees those that nothing holds any more.
///
/// Objects stand in a chain. A collection marks what the roots reach, by a list of what is still to be looked at
/// and not by recursion, and frees the rest.
final class Heap {
    /// What every object that is made changes stands behind a pointer, where no access needs a check.
    struct State {
        var newest: UnsafeMutableRawPointer?
        /// Objects and cells made since the last collection, about in bytes.
        var allocated = 0
        /// What was left after the last collection, about in bytes.
        var live = 0
        var objects = BlockPool(size: 96)
        var fewCells = BlockPool(size: 64)
        var someCells = BlockPool(size: 128)
    }

    let state: UnsafeMutablePointer<State>

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        var object = state.pointee.newest
        while let current = object {
            object = current.assumingMemoryBound(to: HeapHeader.self).pointee.next
            free(current)
        }
        state.pointee.objects.end()
        state.pointee.fewCells.end()
        state.pointee.someCells.end()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    @inline(__always)
    var allocated: Int { state.pointee.allocated }
    var live: Int { state.pointee.live }

    // MARK: - Memory

    /// Takes memory for cells, which are not set.
    @inline(__always)
    func takeCells(_ count: Int) -> (cells: UnsafeMutablePointer<Cell>, capacity: Int) {
        state.pointee.allocated &+= count &* 16
        if count <= 4 {
            return (state.pointee.fewCells.take().assumingMemoryBound(to: Cell.self), 4)
        }
        if count <= 8 {
            return (state.pointee.someCells.take().assumingMemoryBound(to: Cell.self), 8)
        }
        return (.allocate(capacity: count), count)
    }

    func giveCells(_ cells: UnsafeMutablePointer<Cell>, capacity: Int) {
        switch capacity {
        case 4: state.pointee.fewCells.give(UnsafeMutableRawPointer(cells))
        case 8: state.pointee.someCells.give(UnsafeMutableRawPointer(cells))
        default: cells.deallocate()
        }
    }

    // MARK: - Making objects

    @inline(__always)
    private func add<Object>(_ tag: Cell.Tag, _ make: (HeapHeader) -> Object) -> Cell {
        let memory = state.pointee.objects.take()
        let object = memory.assumingMemoryBound(to: Object.self)
        object.initialize(to: make(HeapHeader(next: state.pointee.newest, tag: tag)))
        state.pointee.newest = memory
        state.pointee.allocated &+= 64
        return Cell(tag, memory)
    }

    func makeString(_ text: String) -> Cell {
        state.pointee.allocated &+= text.utf8.count
        return add(.string) { StringObject(header: $0, text: text) }
    }

    /// An integer of any size in the range.
    func makeInteger(_ integer: Int128) -> Cell {
        if let small = Int(exactly: integer) { return Cell(small) }
        return add(.bigInteger) { BigIntegerObject(header: $0, integer: integer) }
    }

    func makeSequence(_ tag: Cell.Tag, capacity: Int) -> Cell {
        let (cells, capacity) = takeCells(capacity)
        return add(tag) { SequenceObject(header: $0, cells: cells, count: 0, capacity: capacity) }
    }

    func makeSequence(_ tag: Cell.Tag, _ elements: some Collection<Cell>) -> Cell {
        let cell = makeSequence(tag, capacity: elements.count)
        let sequence = cell.sequence
        for element in elements {
            sequence.pointee.cells[sequence.pointee.count] = element
            sequence.pointee.count += 1
        }
        return cell
    }

    func makeList(_ elements: some Collection<Cell>) -> Cell { makeSequence(.list, elements) }
    func makeTuple(_ elements: some Collection<Cell>) -> Cell { makeSequence(.tuple, elements) }

    @inline(__always)
    func append(_ element: Cell, to list: UnsafeMutablePointer<SequenceObject>) {
        if _slowPath(list.pointee.count == list.pointee.capacity) { grow(list, to: list.pointee.count + 1) }
        list.pointee.cells[list.pointee.count] = element
        list.pointee.count &+= 1
    }

    @inline(never)
    func grow(_ list: UnsafeMutablePointer<SequenceObject>, to count: Int) {
        guard count > list.pointee.capacity else { return }
        let (cells, capacity) = takeCells(max(count, list.pointee.capacity * 2))
        cells.update(from: list.pointee.cells, count: list.pointee.count)
        giveCells(list.pointee.cells, capacity: list.pointee.capacity)
        list.pointee.cells = cells
        list.pointee.capacity = capacity
    }

    func makeRange(start: Int, stop: Int, step: Int, count: Int) -> Cell {
        add(.range) { RangeObject(header: $0, start: start, stop: stop, step: step, count: count) }
    }

    func makeBox(_ cell: Cell) -> Cell { add(.box) { BoxObject(header: $0, cell: cell) } }

    func makeFunction(_ code: Code, captured: [Cell], defaults: [Cell]) -> Cell {
        let cells = captured + defaults
        let (memory, capacity) = takeCells(cells.count)
        for (index, cell) in cells.enumerated() { memory[index] = cell }
        return add(.function) {
            FunctionObject(
                header: $0, code: Unmanaged.passUnretained(code), captured: memory,
                capturedCount: cells.count, capturedCapacity: capacity, defaultStart: captured.count,
                owner: .unbound)
        }
    }

    func makeMethod(_ function: Cell, of receiver: Cell) -> Cell {
        add(.method) { MethodObject(header: $0, function: function, receiver: receiver) }
    }

    /// What `super()` gives: a method object without a function, whose class is looked through.
    func makeSuper(of receiver: Cell, below type: Cell) -> Cell {
        add(.superObject) { MethodObject(header: $0, function: type, receiver: receiver) }
    }

    func makeInstance(of type: ClassInfo, scope: UInt64) -> Cell {
        let (slots, capacity) = takeCells(type.slotNames.count)
        slots.update(repeating: .unbound, count: capacity)
        return add(.instance) {
            InstanceObject(
                header: $0, type: Unmanaged.passUnretained(type), cache: type.cache, slots: slots,
                capacity: capacity, scope: scope)
        }
    }

    func grow(_ instance: UnsafeMutablePointer<InstanceObject>, toSlots count: Int) {
        let old = instance.pointee.capacity
        guard count > old else { return }
        let (slots, capacity) = takeCells(max(count, old * 2))
        slots.update(from: instance.pointee.slots, count: old)
        (slots + old).update(repeating: .unbound, count: capacity - old)
        giveCells(instance.pointee.slots, capacity: old)
        instance.pointee.slots = slots
        instance.pointee.capacity = capacity
    }

    func makeIterator(
        _ kind: IteratorObject.Kind, over source: Cell, function: Cell = .unbound, index: Int = 0,
        count: Int = 0, step: Int = 1
    ) -> Cell {
        add(.iterator) {
            IteratorObject(
                header: $0, kind: kind, source: source, function: function, index: index, count: count,
                step: step)
        }
    }

    func makeGenerator(of function: Cell, registers count: Int) -> Cell {
        let (registers, capacity) = takeCells(count)
        registers.update(repeating: .unbound, count: capacity)
        return add(.generator) {
            GeneratorObject(
                header: $0, state: .waiting, function: function, registers: registers, count: count,
                capacity: capacity, position: 0)
        }
    }

    func makeForeign(_ tag: Cell.Tag, _ object: AnyObject) -> Cell {
        add(tag) { ForeignObject(header: $0, object: object) }
    }

    // MARK: - Freeing them

    /// Starts the count of what is made anew.
    func noteLive(_ count: Int) {
        state.pointee.live = count * 96
        state.pointee.allocated = 0
    }

    func free(_ object: UnsafeMutableRawPointer) {
        @inline(__always)
        func typed<Object>(_: Object.Type) -> UnsafeMutablePointer<Object> {
            object.assumingMemoryBound(to: Object.self)
        }
        switch object.assumingMemoryBound(to: HeapHeader.self).pointee.tag {
        case .string: typed(StringObject.self).deinitialize(count: 1)
        case .list, .tuple:
            let sequence = typed(SequenceObject.self)
            giveCells(sequence.pointee.cells, capacity: sequence.pointee.capacity)
        case .function:
            let function = typed(FunctionObject.self)
            giveCells(function.pointee.captured, capacity: function.pointee.capturedCapacity)
        case .instance:
            let instance = typed(InstanceObject.self)
            giveCells(instance.pointee.slots, capacity: instance.pointee.capacity)
        case .generator:
            let generator = typed(GeneratorObject.self)
            giveCells(generator.pointee.registers, capacity: generator.pointee.capacity)
        case .classObject, .network, .keywords, .set: typed(ForeignObject.self).deinitialize(count: 1)
        case .bigInteger, .range, .method, .superObject, .iterator, .box: break
        case .unbound, .none, .bool, .integer, .float, .value, .drawing, .builtin, .module, .unusable:
            trap("The heap holds an object that needs no memory.")
        }
        state.pointee.objects.give(object)
    }
}
