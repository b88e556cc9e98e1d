internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A stack of plain values in memory of its own: an array without reference counting or exclusivity checks.
@usableFromInline
struct RawStack<Element: BitwiseCopyable>: BitwiseCopyable {
    private(set) var elements: UnsafeMutablePointer<Element>?
    @usableFromInline var count = 0
    private(set) var capacity = 0

    var last: Element { @inline(__always) get { self[count &- 1] } }

    subscript(index: Int) -> Element {
        @inline(__always) get { elements.unsafelyUnwrapped[index] }
        @inline(__always) set { elements.unsafelyUnwrapped[index] = newValue }
    }

    /// Whether the next element needs more memory.
    var isFull: Bool { @inline(__always) get { count == capacity } }

    @inline(__always)
    mutating func push(_ element: Element) {
        if isFull { grow() }
        elements.unsafelyUnwrapped[count] = element
        count &+= 1
    }

    /// Removes all elements, and gives their memory back.
    mutating func removeAll() {
        free(elements)
        self = RawStack()
    }

    /// Doubles the room.
    @inline(never)
    mutating func grow() {
        let wanted = max(capacity * 2, 16)
        guard let memory = realloc(elements, wanted * MemoryLayout<Element>.stride) else {
            trap("Out of memory: a tape could not grow.")
        }
        elements = memory.bindMemory(to: Element.self, capacity: wanted)
        capacity = wanted
    }
}
