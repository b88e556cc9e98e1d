/// A class of the text.
final class ClassInfo {
    let name: String
    let base: ClassInfo?
    /// Methods and attributes of the class itself, by the number of their name.
    var attributes: [Int: Cell] = [:]
    /// Where the objects of this class keep each attribute, by the number of its name.
    private(set) var slots: [Int: Int] = [:]
    /// The names of the slots, in order.
    private(set) var slotNames: [Int] = []
    /// Whether calls of its objects are frames of the picture.
    var isCallable = false
    /// Whether it is one of trace itself.
    var isBuiltin = false
    /// What is looked up all the time.
    let cache: UnsafeMutablePointer<Cache>

    struct Cache {
        /// Changes whenever an attribute of the class, or of one below it, is set, so that caches notice.
        var version: Int
        /// The version for which the functions hold.
        var functionsVersion = -1
        /// `__init__` and `__call__`; unbound where the class has none.
        var construction = Cell.unbound
        var call = Cell.unbound
    }

    init(name: String, base: ClassInfo?, version: Int) {
        self.name = name
        self.base = base
        cache = .allocate(capacity: 1)
        cache.initialize(to: Cache(version: version))
        if let base {
            slots = base.slots
            slotNames = base.slotNames
        }
    }

    deinit { cache.deallocate() }

    var version: Int { cache.pointee.version }

    /// `__call__`; unbound where the class has none.
    @inline(__always)
    var callFunction: Cell {
        if cache.pointee.functionsVersion != cache.pointee.version { findFunctions() }
        return cache.pointee.call
    }

    /// `__init__`; unbound where the class has none.
    @inline(__always)
    var constructionFunction: Cell {
        if cache.pointee.functionsVersion != cache.pointee.version { findFunctions() }
        return cache.pointee.construction
    }

    @inline(never)
    private func findFunctions() {
        cache.pointee.construction = attribute(SpecialName.construction.id) ?? .unbound
        cache.pointee.call = attribute(SpecialName.call.id) ?? .unbound
        cache.pointee.functionsVersion = cache.pointee.version
    }

    /// Returns what a name means in the class or one below it; nil where it means nothing.
    func attribute(_ name: Int) -> Cell? {
        var type: ClassInfo? = self
        while let current = type {
            if let cell = current.attributes[name] { return cell }
            type = current.base
        }
        return nil
    }

    /// Returns the slot of an attribute, which is new if the class had none.
    func slot(of name: Int) -> Int {
        if let slot = slots[name] { return slot }
        slots[name] = slotNames.count
        slotNames.append(name)
        return slotNames.count - 1
    }

    func knownSlot(of name: Int) -> Int? { slots[name] }

    func forEachCell(_ body: (inout Cell) -> Void) {
        for name in attributes.keys {
            guard var cell = attributes[name] else { continue }
            body(&cell)
            attributes[name] = cell
        }
    }

    func isKind(of other: ClassInfo) -> Bool {
        var type: ClassInfo? = self
        while let current = type {
            if current === other { return true }
            type = current.base
        }
        return false
    }
}
