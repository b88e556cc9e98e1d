/// What a cell of a notebook needs and trace has not, so that the cell is left out.
enum CellNeed {
    /// A module that is not read.
    case module(String)
    case files
    case input
    /// Another language: `%%bash` stands above the cell.
    case otherLanguage

    /// Why the cell is left out, behind "because".
    var reason: String {
        switch self {
        case .module(let name): "it uses \(name)"
        case .files: "it reads or writes files"
        case .input: "it asks for input"
        case .otherLanguage: "it is no Python"
        }
    }

    /// What to do about it.
    var instead: String {
        switch self {
        case .module(let name): "write that cell without \(name)"
        case .files: "write the numbers of the file as a list there"
        case .input: "write the number there"
        case .otherLanguage: "write that cell in Python"
        }
    }
}
