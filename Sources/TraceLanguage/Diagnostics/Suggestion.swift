/// Finds the name that the writer of a misspelt one may have meant.
package enum Suggestion {
    /// What functions are called elsewhere, and what here.
    private static let synonyms = [
        "ln": "log", "power": "pow", "maximum": "max", "minimum": "min", "logistic": "sigmoid",
        "absolute": "abs",
    ]

    /// Returns what the writer of an unknown name may have meant: a name that is called otherwise elsewhere, or the
    /// nearest of `names`.
    static func meant(by word: String, among names: [String]) -> String? {
        synonym(of: word, among: names) ?? nearest(to: word, among: names)
    }

    /// Returns what is called otherwise elsewhere.
    static func synonym(of word: String, among names: [String]) -> String? {
        synonyms[word.lowercased()].flatMap { names.contains($0) ? $0 : nil }
    }

    /// Returns the fewest of `names` that a word joins, as `ab` joins `a` and `b`; nil where it does not.
    static func parts(of word: String, among names: [String]) -> [String]? {
        guard word.count <= 40 else { return nil }
        // The parts of what is before each place of the word.
        var best: [Int: [String]] = [0: []]
        for start in 0..<word.utf8.count {
            guard let before = best[start] else { continue }
            let rest = word.utf8.dropFirst(start)
            for name in names where rest.starts(with: name.utf8) {
                let end = start + name.utf8.count
                if best[end].map({ before.count + 1 < $0.count }) ?? true { best[end] = before + [name] }
            }
        }
        return best[word.utf8.count]
    }

    /// Returns the nearest of `names`; nil where none is near.
    ///
    /// - Parameter most: How many letters may differ; 1 or 2 by the length of the word, where it is nil.
    package static func nearest(
        to word: String, among names: some Sequence<String>, within most: Int? = nil
    ) -> String? {
        let letters = Array(word)
        guard letters.count > 1, letters.count <= 40 else {
            return names.first { $0.lowercased() == word.lowercased() }
        }
        let limit = most ?? (letters.count < 4 ? 1 : 2)
        var best: (name: String, rank: [Int])?
        for name in names where name != word {
            let other = Array(name)
            guard abs(other.count - letters.count) <= limit else { continue }
            let isSameButCase = name.lowercased() == word.lowercased()
            let distance = isSameButCase ? 0 : distance(letters, other)
            guard distance <= limit, isSameButCase || distance < max(letters.count, other.count) else {
                continue
            }
            let rank = [distance, lastLetterDistance(letters, other)]
            if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (name, rank) }
        }
        return best?.name
    }

    /// Puts `x2` before `x1` as the name meant by `x3`.
    private static func lastLetterDistance(_ word: [Character], _ other: [Character]) -> Int {
        guard word.count == other.count, let one = word.last?.wholeNumberValue,
            let two = other.last?.wholeNumberValue
        else { return 10 }
        return abs(one - two)
    }

    /// The number of letters to insert, remove, replace or swap with their neighbour.
    private static func distance(_ one: [Character], _ two: [Character]) -> Int {
        var rows = [Array(0...two.count)]
        for i in one.indices {
            var row = [i + 1]
            for j in two.indices {
                var cost = min(rows[i][j] + (one[i] == two[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, one[i] == two[j - 1], one[i - 1] == two[j] {
                    cost = min(cost, rows[i - 1][j - 1] + 1)
                }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[one.count][two.count]
    }
}
