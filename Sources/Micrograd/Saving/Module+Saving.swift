internal import MicrogradSupport

extension Module {
    /// The numbers of all parameters, by name, as they are now.
    ///
    /// - Parameter optimizer: Whose state to save with them; none by default.
    public func savedParameters(with optimizer: (any Optimizer)? = nil) -> SavedParameters {
        SavedParameters(
            namedParameters.map { SavedParameters.Parameter(name: $0.name, data: $0.value.data) },
            optimizer: optimizer?.state)
    }

    /// Writes the parameters into a JSON file that names each one; an old file stays whole until the new one is.
    ///
    /// - Parameter optimizer: Whose state to save with them; none by default.
    public func save(to path: String, optimizer: (any Optimizer)? = nil) throws(MicrogradError) {
        try savedParameters(with: optimizer).write(to: path)
    }

    /// Sets the parameters to those of a file, exact to the last bit.
    ///
    /// - Parameter optimizer: Which takes the state that was saved with them; by default that is left alone.
    /// - Throws: Where the file cannot be read, or is of another model or optimizer; nothing is set then.
    public func load(from path: String, optimizer: (any Optimizer)? = nil) throws(MicrogradError) {
        try load(SavedParameters(path: path), optimizer: optimizer)
    }

    /// Sets the parameters to saved ones, by their names, in whatever order.
    ///
    /// - Parameter optimizer: Which takes the state that was saved with them; by default that is left alone.
    /// - Precondition: The names of the model's parameters are different from each other.
    /// - Throws: Where they are of another model or optimizer; nothing is set then.
    public func load(
        _ saved: SavedParameters, optimizer: (any Optimizer)? = nil
    ) throws(MicrogradError) {
        let data = Dictionary(uniqueKeysWithValues: saved.parameters.map { ($0.name, $0.data) })
        let model = namedParameters
        var names: Set<String> = []
        for parameter in model where !names.insert(parameter.name).inserted {
            trap(
                "Two parameters of the model to load into are named '\(parameter.name)'. Give each a name of its own."
            )
        }
        let notSaved = model.map(\.name).filter { data[$0] == nil }
        let notInModel = saved.parameters.map(\.name).filter { !names.contains($0) }
        guard notSaved.isEmpty, notInModel.isEmpty else {
            throw .parameterMismatch(
                savedCount: saved.parameters.count, modelCount: model.count, notSaved: notSaved,
                notInModel: notInModel)
        }
        try optimizer?.restore(from: saved)
        for parameter in model { parameter.value.data = data[parameter.name] ?? parameter.value.data }
    }
}

extension Optimizer {
    fileprivate func restore(from saved: SavedParameters) throws(MicrogradError) {
        guard let state = saved.optimizer else { throw .noOptimizerState }
        do throws(OptimizerState.Mismatch) {
            try restore(state)
        } catch {
            throw .optimizerMismatch(error)
        }
    }
}
