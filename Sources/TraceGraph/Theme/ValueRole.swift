/// What a value is for, which decides its colours.
enum ValueRole: String, CaseIterable {
    case input, parameter, constant, intermediate, output

    var fill: Ink {
        switch self {
        case .input: .input
        case .parameter: .parameter
        case .constant: .constant
        case .intermediate, .output: .value
        }
    }

    var line: Ink {
        switch self {
        case .input: .inputLine
        case .parameter: .parameterLine
        case .constant: .constantLine
        case .intermediate: .valueLine
        case .output: .resultLine
        }
    }
}
