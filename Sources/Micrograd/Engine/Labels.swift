internal import MicrogradSupport

/// The labels of a tape's values, by index: 8 bytes each, in pages that stand where there are labels.
struct Labels {
    /// What a label is made of.
    struct Label: BitwiseCopyable, Equatable {
        /// The number of a name, or the place of a text of the label's own.
        fileprivate var number: UInt32
        /// Which value of its name it is, from 1; 0 for no label, and the largest number for a text of its own.
        fileprivate var ordinal: UInt32

        fileprivate static let none = Label(number: 0, ordinal: 0)
        private static let ordinalOfTexts = UInt32.max

        static func named(_ name: LabelName, _ ordinal: UInt32) -> Label {
            guard ordinal != none.ordinal, ordinal != ordinalOfTexts else {
                trap("A label is one of 1 to 4,294,967,294 of its name (got \(ordinal)).")
            }
            return Label(number: name.number, ordinal: ordinal)
        }

        fileprivate static func text(at place: Int) -> Label {
            Label(number: UInt32(truncatingIfNeeded: place), ordinal: ordinalOfTexts)
        }

        fileprivate var isText: Bool { ordinal == Label.ordinalOfTexts }
    }

    private typealias Page = [Label]

    /// Empty where no value has a label.
    private var pages: [Page] = []
    /// How many values have a label.
    private(set) var count = 0
    /// No value from here on has a label.
    private(set) var end = 0

    private var names: [String] = []
    private var places = TextPlaces()
    /// The texts that are no names, each of one label; and which of them are free.
    private var texts: [String] = []
    private var freeTexts: [UInt32] = []

    private static let pageSize = 256

    /// Returns the name with that text, which is new if the table had none.
    mutating func name(_ text: String) -> LabelName {
        names.append(text)
        let last = names.count - 1
        let known = places.earlierPlace(ofTextAt: last) { [names] in names[$0] }
        if known != nil { names.removeLast() }
        return LabelName(number: UInt32(truncatingIfNeeded: known ?? last))
    }

    func hasLabel(_ index: Int) -> Bool { self.label(index) != .none }

    /// The text of a label.
    subscript(index: Int) -> String? {
        get {
            let label = label(index)
            if label == .none { return nil }
            if label.isText { return texts[Int(label.number)] }
            let name = names[Int(label.number)]
            return label.ordinal == 1 ? name : "\(name)#\(label.ordinal)"
        }
        set {
            guard let newValue else { return set(.none, at: index) }
            if let free = freeTexts.popLast() {
                texts[Int(free)] = newValue
                set(.text(at: Int(free)), at: index)
            } else {
                texts.append(newValue)
                set(.text(at: texts.count - 1), at: index)
            }
        }
    }

    /// Replaces a label.
    mutating func set(_ label: Label, at index: Int) {
        let old = self.label(index)
        if old.isText { free(old) }
        write(label, at: index)
    }

    /// Removes the labels of the values from `start` on.
    mutating func removeAll(from start: Int) {
        moveAll(from: start) { _ in nil }
    }

    /// Gives the labels of the values from `start` on to the indices that `place` names, which rise and are no
    /// larger, or removes them.
    mutating func moveAll(from start: Int, to place: (Int) -> Int?) {
        guard start < end else { return }
        var newEnd = start
        for number in start / Labels.pageSize..<pages.count where !pages[number].isEmpty {
            let first = number * Labels.pageSize
            for index in max(first, start)..<first + Labels.pageSize {
                let label = pages[number][index - first]
                if label == .none { continue }
                let new = place(index)
                if new == nil, label.isText { free(label) }
                if new != index { write(.none, at: index) }
                guard let new else { continue }
                if new != index { write(label, at: new) }
                newEnd = new + 1
            }
        }
        end = newEnd
        pages.removeSubrange((end + Labels.pageSize - 1) / Labels.pageSize..<pages.count)
    }

    private func label(_ index: Int) -> Label {
        let page = index / Labels.pageSize
        return page < pages.count && !pages[page].isEmpty ? pages[page][index % Labels.pageSize] : .none
    }

    private mutating func write(_ label: Label, at index: Int) {
        guard label != .none || hasLabel(index) else { return }
        let (page, place) = index.quotientAndRemainder(dividingBy: Labels.pageSize)
        while page >= pages.count { pages.append([]) }
        if pages[page].isEmpty { pages[page] = Page(repeating: .none, count: Labels.pageSize) }
        if pages[page][place] != .none { count -= 1 }
        if label != .none { count += 1 }
        pages[page][place] = label
        end = max(end, index + 1)
    }

    private mutating func free(_ label: Label) {
        texts[Int(label.number)] = ""
        freeTexts.append(label.number)
    }
}
