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
    /// Changes whenever an attribute of the class, or of one below it, is set, so that caches notice.
    let version: UnsafeMutablePointer<Int>

    init(name: String, base: ClassInfo?, version: Int) {
        self.name = name
        self.base = base
        self.version = .allocate(capacity: 1)
        self.version.initialize(to: version)
        if let base {
            slots = base.slots
            slotNames = base.slotNames
        }
    }

    deinit { version.deallocate() }

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
