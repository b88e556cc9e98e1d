/// What a value is for, which decides its colours.
enum ValueRole: String, CaseIterable {
    case input, parameter, constant, intermediate, output
}
