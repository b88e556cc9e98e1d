extension SavedParameters {
    /// Takes the data of a model's parameters.
    ///
    /// - Precondition: The names are different from each other.
    package init(of parameters: [(name: String, value: Value)], optimizer: Optimizer? = nil) {
        self.init(
            parameters.map { Parameter(name: $0.name, data: $0.value.data) }, optimizer: optimizer)
    }

    /// Sets the data of a model's parameters to the saved numbers of their names, in whatever order.
    ///
    /// - Precondition: The names of the model are different from each other.
    /// - Throws: `MicrogradError.parameterMismatch` where a name is only in one of the two; nothing is set then.
    package func load(into model: [(name: String, value: Value)]) throws(MicrogradError) {
        let saved = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.data) })
        var names: Set<String> = []
        for (name, _) in model where !names.insert(name).inserted {
            trap("Two parameters of the model to load into are named '\(name)'. Give each a name of its own.")
        }
        let notSaved = model.map(\.name).filter { saved[$0] == nil }
        let notInModel = parameters.map(\.name).filter { !names.contains($0) }
        guard notSaved.isEmpty, notInModel.isEmpty else {
            throw .parameterMismatch(
                savedCount: parameters.count, modelCount: model.count, notSaved: notSaved,
                notInModel: notInModel)
        }
        for (name, value) in model { value.data = saved[name] ?? value.data }
    }
}
