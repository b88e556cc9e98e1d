/// What kind of operation it is, which decides its colours.
enum OperationFamily: String, CaseIterable {
    case sum, product, function
}
