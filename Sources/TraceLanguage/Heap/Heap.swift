internal import MicrogradSupport

/// The memory of a run's objects: it frees those that nothing holds any more.
///
/// Objects stand in a chain. A collection marks what the roots reach, by a list of what is still to be looked at
/// and not by recursion, and frees the rest.
final class Heap {
    var newest: UnsafeMutableRawPointer?
    /// Objects and cells made since the last collection, about in bytes.
    private(set) var allocated = 0
    /// What was left after the last collection, about in bytes.
    private(set) var live = 0

    deinit {
        var object = newest
        while let current = object {
            object = header(current).pointee.next
            Heap.free(current)
        }
    }

    @inline(__always)
    private func header(_ object: UnsafeMutableRawPointer) -> UnsafeMutablePointer<HeapHeader> {
        object.assumingMemoryBound(to: HeapHeader.self)
    }

    // MARK: - Making objects

    @inline(__always)
    private func add<Object>(_ tag: Cell.Tag, _ make: (HeapHeader) -> Object) -> Cell {
        let object = UnsafeMutablePointer<Object>.allocate(capacity: 1)
        object.initialize(to: make(HeapHeader(next: newest, tag: tag)))
        newest = UnsafeMutableRawPointer(object)
        allocated &+= 64
        return Cell(tag, UnsafeMutableRawPointer(object))
    }

    func makeString(_ text: String) -> Cell {
        allocated &+= text.utf8.count
        return add(.string) { StringObject(header: $0, text: text) }
    }

    /// An integer of any size in the range.
    func makeInteger(_ integer: Int128) -> Cell {
        if let small = Int(exactly: integer) { return Cell(small) }
        return add(.bigInteger) { BigIntegerObject(header: $0, integer: integer) }
    }

    func makeSequence(_ tag: Cell.Tag, capacity: Int) -> Cell {
        allocated &+= capacity &* 16
        let cells = UnsafeMutablePointer<Cell>.allocate(capacity: max(capacity, 1))
        return add(tag) { SequenceObject(header: $0, cells: cells, count: 0, capacity: max(capacity, 1)) }
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
        let capacity = max(count, list.pointee.capacity * 2, 4)
        let cells = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
        cells.update(from: list.pointee.cells, count: list.pointee.count)
        list.pointee.cells.deallocate()
        list.pointee.cells = cells
        allocated &+= (capacity - list.pointee.capacity) &* 16
        list.pointee.capacity = capacity
    }

    func makeRange(start: Int, stop: Int, step: Int, count: Int) -> Cell {
        add(.range) { RangeObject(header: $0, start: start, stop: stop, step: step, count: count) }
    }

    func makeBox(_ cell: Cell) -> Cell { add(.box) { BoxObject(header: $0, cell: cell) } }

    func makeFunction(_ code: Code, captured: [Cell], defaults: [Cell]) -> Cell {
        let cells = captured + defaults
        let memory = UnsafeMutablePointer<Cell>.allocate(capacity: max(cells.count, 1))
        for (index, cell) in cells.enumerated() { memory[index] = cell }
        return add(.function) {
            FunctionObject(
                header: $0, code: Unmanaged.passUnretained(code), captured: memory,
                capturedCount: cells.count, defaultStart: captured.count, owner: .unbound)
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
        let capacity = max(type.slotNames.count, 2)
        let slots = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
        slots.update(repeating: .unbound, count: capacity)
        allocated &+= capacity &* 16
        return add(.instance) {
            InstanceObject(
                header: $0, type: Unmanaged.passUnretained(type), versionPlace: type.version, slots: slots,
                capacity: capacity, scope: scope)
        }
    }

    func grow(_ instance: UnsafeMutablePointer<InstanceObject>, toSlots count: Int) {
        let old = instance.pointee.capacity
        guard count > old else { return }
        let capacity = max(count, old * 2)
        let slots = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
        slots.update(from: instance.pointee.slots, count: old)
        (slots + old).update(repeating: .unbound, count: capacity - old)
        instance.pointee.slots.deallocate()
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
        let registers = UnsafeMutablePointer<Cell>.allocate(capacity: max(count, 1))
        registers.update(repeating: .unbound, count: max(count, 1))
        allocated &+= count &* 16
        return add(.generator) {
            GeneratorObject(
                header: $0, state: .waiting, function: function, registers: registers, count: count,
                position: 0)
        }
    }

    func makeForeign(_ tag: Cell.Tag, _ object: AnyObject) -> Cell {
        add(tag) { ForeignObject(header: $0, object: object) }
    }

    // MARK: - Freeing them

    /// Starts the count of what is made anew.
    func noteLive(_ count: Int) {
        live = count * 96
        allocated = 0
    }

    static func free(_ object: UnsafeMutableRawPointer) {
        func end<Object>(_: Object.Type, _ body: (inout Object) -> Void = { _ in }) {
            let typed = object.assumingMemoryBound(to: Object.self)
            body(&typed.pointee)
            typed.deinitialize(count: 1)
            typed.deallocate()
        }
        switch object.assumingMemoryBound(to: HeapHeader.self).pointee.tag {
        case .string: end(StringObject.self)
        case .bigInteger: end(BigIntegerObject.self)
        case .list, .tuple: end(SequenceObject.self) { $0.cells.deallocate() }
        case .range: end(RangeObject.self)
        case .function: end(FunctionObject.self) { $0.captured.deallocate() }
        case .method, .superObject: end(MethodObject.self)
        case .instance: end(InstanceObject.self) { $0.slots.deallocate() }
        case .iterator: end(IteratorObject.self)
        case .generator: end(GeneratorObject.self) { $0.registers.deallocate() }
        case .box: end(BoxObject.self)
        case .classObject, .network, .keywords, .set: end(ForeignObject.self)
        case .unbound, .none, .bool, .integer, .float, .value, .drawing, .builtin, .module, .unusable:
            trap("The heap holds an object that needs no memory.")
        }
    }
}
