/// The labels of a tape's values, by index.
///
/// A log of the indices in the order of their labelling lets a region that ends remove its own
/// labels without a look at all others.
struct Labels {
    /// A label that was removed stands as nil, so that no index is logged twice.
    private var texts: [UInt32: String?] = [:]
    private var log: [UInt32] = []

    var logCount: Int { log.count }

    subscript(index: UInt32) -> String? {
        get { texts.isEmpty ? nil : texts[index] ?? nil }
        set {
            if texts.updateValue(newValue, forKey: index) == nil { log.append(index) }
        }
    }

    /// Removes the labels of the nodes from `start` on, of which none stands before `position` in the log.
    mutating func removeLabels(from start: Int, loggedAfter position: Int) {
        guard log.count > position else { return }
        var kept = position
        for entry in log[position...] {
            if Int(entry) < start {
                log[kept] = entry
                kept += 1
            } else {
                texts.removeValue(forKey: entry)
            }
        }
        log.removeSubrange(kept...)
    }

    /// Gives the labels of the nodes from `start` on to the indices that `place` names, or removes them; none of
    /// these nodes stands before `position` in the log.
    mutating func moveLabels(from start: Int, loggedAfter position: Int, to place: (UInt32) -> UInt32?) {
        var moved: [(index: UInt32, text: String)] = []
        var kept = position
        for logged in position..<log.count {
            let old = log[logged]
            let new = Int(old) < start ? old : place(old)
            if new == old {
                log[kept] = old
                kept += 1
            } else if let text = texts.removeValue(forKey: old) ?? nil, let new {
                moved.append((new, text))
            }
        }
        log.removeSubrange(kept...)
        for (index, text) in moved { self[index] = text }
    }
}
