/// What kind of operation it is, which decides its colours: the further from the page the less linear.
enum OperationFamily: String, CaseIterable {
    case sum, product, function

    var fill: Ink {
        switch self {
        case .sum: .sum
        case .product: .product
        case .function: .function
        }
    }

    var ink: Ink {
        switch self {
        case .sum: .sumInk
        case .product: .productInk
        case .function: .functionInk
        }
    }
}
