/// Numbers and lists in running text.
enum Wording {
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// - Parameter names: Of many only those within the limit are asked for.
    static func list(_ names: some RandomAccessCollection<String>, limit: Int) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        guard names.count <= limit else {
            return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
        }
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}
