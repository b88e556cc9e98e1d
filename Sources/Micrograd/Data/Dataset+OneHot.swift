internal import MicrogradSupport

/// Returns a class as a list with 1 at its index, and 0 elsewhere: `oneHot(2, count: 4)` is `[0, 0, 1, 0]`.
///
/// - Precondition: The label is at least 0 and below `count`.
public func oneHot(_ label: Int, count: Int) -> [Double] {
    guard label >= 0, label < count else {
        trap("A label of \(count) classes is 0 or more and below \(count) (got \(label)).")
    }
    Dataset.checkCount(count, "oneHot", "classes")
    var list = [Double](repeating: 0, count: count)
    list[label] = 1
    return list
}
