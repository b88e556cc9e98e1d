/// Finds the place of a text in a list that stands elsewhere: a hash table of 4 bytes a slot.
///
/// For lists so long that a dictionary, which holds each text a second time, would be most of the memory.
package struct TextPlaces {
    /// One more than a place; 0 where there is none. A power of two, of which at most half is used.
    private var slots: [UInt32]
    private var count = 0

    /// - Parameter capacity: How many texts there may be before the table grows.
    package init(capacity: Int = 0) {
        var slotCount = 16
        while slotCount < 2 * capacity { slotCount *= 2 }
        slots = Array(repeating: 0, count: slotCount)
    }

    /// Returns the place that was noted for a text equal to the one at `place`; nil where `place` is now noted as the
    /// first of its kind.
    ///
    /// - Parameter text: The text at a place.
    package mutating func earlierPlace(ofTextAt place: Int, _ text: (Int) -> String) -> Int? {
        if 2 * count >= slots.count { grow(text) }
        let wanted = text(place)
        var slot = firstSlot(of: wanted)
        while slots[slot] > 0 {
            let known = Int(slots[slot]) - 1
            if text(known) == wanted { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(place + 1)
        count += 1
        return nil
    }

    private func firstSlot(of text: String) -> Int { text.hashValue & (slots.count - 1) }

    private mutating func grow(_ text: (Int) -> String) {
        let places = slots.filter { $0 > 0 }
        slots = Array(repeating: 0, count: 2 * slots.count)
        for place in places {
            var slot = firstSlot(of: text(Int(place) - 1))
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = place
        }
    }
}
