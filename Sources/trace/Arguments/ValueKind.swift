internal import MicrogradSupport
internal import TraceGraph
internal import TraceLanguage

/// How a word of the command line becomes a value, and how that value is written.
struct ValueKind<Value> {
    let shape: ValueShape
    /// What stands for it in the help.
    let placeholder: String
    /// Reads a word; nil where it is none of the legal ones.
    let read: (String) -> Value?
    /// Writes a value as the help shows it.
    let text: (Value) -> String
}

extension ValueKind {
    /// One of several values, each known by a word.
    ///
    /// - Parameter placeholder: What stands for it; all words where there is none.
    static func choice(
        of values: [Value], by word: @escaping (Value) -> String, as placeholder: String? = nil
    ) -> ValueKind {
        let words = values.map(word)
        return ValueKind(
            shape: .choice(words), placeholder: placeholder ?? words.joined(separator: "|"),
            read: { text in
                let text = text.lowercased()
                return zip(words, values).first { $0.0.lowercased() == text }?.1
            }, text: word)
    }
}

extension ValueKind where Value: RawRepresentable<String> & CaseIterable {
    /// One of the cases of an enum.
    static func choice(_: Value.Type, as placeholder: String? = nil) -> ValueKind {
        choice(of: Array(Value.allCases), by: \.rawValue, as: placeholder)
    }
}

extension ValueKind where Value: OptionSet, Value.Element == Value {
    /// Some of several values, each known by a word, with commas between the words.
    static func list(_ members: KeyValuePairs<String, Value>) -> ValueKind {
        ValueKind(
            shape: .list(members.map(\.key)), placeholder: members.map(\.key).joined(separator: ","),
            read: { text in
                var value = Value()
                for word in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
                    guard let member = members.first(where: { $0.key == word }) else { return nil }
                    value.formUnion(member.value)
                }
                return value
            },
            text: { value in
                members.filter { value.contains($0.value) }.map(\.key).joined(separator: ",")
            })
    }
}

extension ValueKind where Value == Int {
    /// A whole number.
    static func wholeNumber(
        _ range: ClosedRange<Int> = Int.min...Int.max, as placeholder: String = "N"
    ) -> ValueKind {
        ValueKind(
            shape: .wholeNumber(range), placeholder: placeholder,
            read: { whole($0).flatMap { range.contains($0) ? $0 : nil } }, text: \.grouped)
    }

    /// Digits, or groups of them as `text` writes them.
    private static func whole(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let number = Int(text.filter { $0 != "," })
        return number?.grouped == text ? number : nil
    }

    /// A whole number above 0.
    static var count: ValueKind { wholeNumber(1...Int.max) }
}

extension ValueKind where Value == Double {
    /// A number of seconds.
    static func seconds(_ range: ClosedRange<Double>) -> ValueKind {
        ValueKind(
            shape: .number(range, unit: "seconds"), placeholder: "SECONDS",
            read: { decimal($0).flatMap { range.contains($0) ? $0 : nil } }, text: \.shortestDescription)
    }

    /// A number as the language writes it: no hexadecimal digits, no nan or inf.
    fileprivate static func decimal(_ text: some StringProtocol) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        return isPlain ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
    }
}

extension ValueKind where Value == String {
    /// A file to write; `-` is standard output.
    static var outputFile: ValueKind { word(.outputFile, "FILE") }

    /// What a value is called.
    static var valueName: ValueKind { word(.valueName, "NAME") }

    private static func word(_ shape: ValueShape, _ placeholder: String) -> ValueKind {
        ValueKind(
            shape: shape, placeholder: placeholder, read: { $0.isEmpty ? nil : $0 }, text: { $0 })
    }
}

extension ValueKind where Value == RunOptions.Setting {
    /// The name of a value, and the number that it is to be.
    static var setting: ValueKind {
        ValueKind(
            shape: .setting, placeholder: "NAME=NUMBER",
            read: { text in
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, !parts[0].isEmpty, let number = ValueKind<Double>.decimal(parts[1])
                else { return nil }
                return RunOptions.Setting(name: String(parts[0]), number: number)
            },
            text: { "\($0.name)=\($0.number.shortestDescription)" })
    }
}

extension ValueKind where Value == [ClosedRange<Int>] {
    /// Numbers from 1 with commas, and `3-5` for all from one to another.
    static var cells: ValueKind {
        ValueKind(
            shape: .cells, placeholder: "LIST",
            read: { text in
                var ranges: [ClosedRange<Int>] = []
                for word in text.split(separator: ",", omittingEmptySubsequences: false) {
                    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { end in
                        end.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                            ? Int(end) : nil
                    }
                    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first >= 1,
                        last >= first
                    else { return nil }
                    ranges.append(first...last)
                }
                return ranges
            },
            text: { ranges in
                ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
                    .joined(separator: ",")
            })
    }
}

extension ValueKind where Value == Folding {
    /// What of a network is drawn as one.
    static var folding: ValueKind {
        ValueKind(
            shape: .folding, placeholder: "auto|none|KIND",
            read: { text in
                switch text.lowercased() {
                case "": nil
                case "auto": .auto
                case "none": Folding.none
                default: .kind(text)
                }
            },
            text: { folding in
                switch folding {
                case .auto: "auto"
                case .none: "none"
                case .kind(let kind): kind
                }
            })
    }
}
