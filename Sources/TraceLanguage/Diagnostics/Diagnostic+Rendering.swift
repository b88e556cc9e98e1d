internal import MicrogradSupport

extension Diagnostic {
    /// The columns of a long line that are shown.
    private static let window = 100

    /// Returns the message in its one shape, without a line end after the last line:
    ///
    ///     expr.txt:3:13: error: unknown name 'x3'; did you mean 'x2'?
    ///      3 | n = x1*w1 + x3*w2 + b
    ///        |             ^~
    ///
    /// In a notebook the place says the cell, and the line in it: `lecture.ipynb:cell 2:3:13: error: …`.
    ///
    /// - Parameter color: Whether severity and caret are coloured by ANSI escapes.
    public func rendered(color: Bool = false) -> String {
        let paint = Paint(isOn: color, severity: severity)
        // Both can hold what a text or a folder holds, such as a label or a name with control characters.
        let message = message.visible
        guard let range, let place else {
            return paint.bold("trace: ") + paint.severity("\(severity.rawValue): ") + paint.bold(message)
        }
        let head = paint.severity("\(severity.rawValue): ") + paint.bold(message)
        var parts = [excerpt(of: range, head: head, place: place, paint)]
        let note = Paint(isOn: color, severity: .note)
        var hidden = calls.count > Diagnostic.mostCalls ? calls.count - Diagnostic.mostCalls : 0
        for (index, call) in calls.enumerated() {
            // Of a deep recursion the first calls and the last ones are enough.
            if hidden > 0, index >= Diagnostic.mostCalls - 2, index < calls.count - 2 {
                if index == Diagnostic.mostCalls - 2 { parts.append(" … \(hidden) more calls") }
                if index == calls.count - 3 { hidden = 0 }
                continue
            }
            let text = note.severity("note: ") + "\(call.function.visible) was called here"
            parts.append(excerpt(of: call.range, head: text, place: self.place(of: call.range), note))
        }
        return parts.joined(separator: "\n")
    }

    /// How many calls are shown.
    private static let mostCalls = 5

    /// A line of the text with a message above and a caret below it.
    private func excerpt(of range: Range<Int>, head: String, place: Place, _ paint: Paint) -> String {
        let cell = place.cell.map { "cell \($0):" } ?? ""
        let head = paint.bold("\(place.file.visible):\(cell)\(place.line):\(place.column): ") + head
        let line = source.range(ofLine: source.line(at: range.lowerBound))
        let excerpt = Excerpt(
            before: source.text(in: line.lowerBound..<min(range.lowerBound, line.upperBound)),
            marked: source.text(
                in: min(range.lowerBound, line.upperBound)..<min(range.upperBound, line.upperBound)),
            after: source.text(
                in: max(line.lowerBound, min(range.upperBound, line.upperBound))..<line.upperBound),
            window: Diagnostic.window)
        let number = String(place.line)
        let blank = String(repeating: " ", count: number.count)
        return """
            \(head)
             \(number) | \(excerpt.text)
             \(blank) | \(excerpt.padding)\(paint.severity(excerpt.caret))
            """
    }

    private struct Paint {
        let isOn: Bool
        let severity: Severity

        func bold(_ text: String) -> String { isOn ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

        func severity(_ text: String) -> String {
            let code =
                switch severity {
                case .error: "31"
                case .warning: "35"
                case .note: "36"
                }
            return isOn ? "\u{1b}[1;\(code)m\(text)\u{1b}[0m" : text
        }
    }
}
