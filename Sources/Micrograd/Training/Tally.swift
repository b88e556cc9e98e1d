/// Losses and right answers, counted up.
struct Tally {
    private(set) var loss = 0.0
    private var count = 0
    private var correctCount: Int?

    /// - Parameter isCorrect: nil where the loss is not one of classes.
    mutating func add(_ loss: Double, _ isCorrect: Bool?) {
        self.loss += loss
        count += 1
        if let isCorrect { correctCount = (correctCount ?? 0) + (isCorrect ? 1 : 0) }
    }

    var meanLoss: Double { loss / Double(count) }
    var accuracy: Double? { correctCount.map { Double($0) / Double(count) } }
}
