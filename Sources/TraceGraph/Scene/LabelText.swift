/// Labels as a picture can show them: on one line, and without characters that XML or Graphviz refuse.
enum LabelText {
    /// Replaces line breaks and tabs by spaces and drops other control characters.
    static func oneLine(_ label: String) -> String {
        guard label.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }) else { return label }
        var result = String.UnicodeScalarView()
        for scalar in label.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0a, 0x0d, 0x85, 0x2028, 0x2029: result.append(" ")
            case 0..<0x20, 0x7f..<0xa0, 0xfffe, 0xffff: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
