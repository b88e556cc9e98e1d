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
}
