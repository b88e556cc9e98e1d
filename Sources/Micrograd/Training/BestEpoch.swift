/// The epoch of the smallest loss, and the parameters that this loss was measured of.
struct BestEpoch {
    /// Epochs are counted from here where no loss was finite yet.
    private(set) var number: Int
    private var loss = Double.infinity
    private var data: [Double]?

    /// - Parameter firstEpoch: That of which nothing is known yet.
    init(from firstEpoch: Int) {
        number = firstEpoch
    }

    /// Keeps the parameters, if their loss is the smallest so far. NaN and infinity never are.
    mutating func note(_ epoch: TrainingEpoch, _ parameters: [Value]) {
        let loss = epoch.measuredLoss
        guard loss.isFinite, loss < self.loss else { return }
        self.loss = loss
        number = epoch.number
        data = parameters.map(\.data)
    }

    /// Gives the parameters their data of then.
    func restore(_ parameters: [Value]) {
        guard let data else { return }
        for (parameter, data) in zip(parameters, data) { parameter.data = data }
    }
}
