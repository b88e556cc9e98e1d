internal import MicrogradSupport

/// Texts as a picture can show them: on one line, and without characters that XML, Graphviz or a terminal acts on.
enum LabelText {
    /// Replaces line breaks and tabs by spaces, and drops other control characters and what turns the direction.
    static func oneLine(_ label: String) -> String {
        guard label.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }) else { return label }
        var result = String.UnicodeScalarView()
        for scalar in label.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0a, 0x0d, 0x85, 0x2028, 0x2029: result.append(" ")
            case 0xfffe, 0xffff: continue
            case _ where scalar.isControl: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
