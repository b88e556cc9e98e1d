internal import MicrogradSupport

extension Module {
    /// The numbers of all parameters, by name, as they are now. One that several parts share is saved once.
    ///
    /// - Parameter optimizer: Whose state to save with them; none by default.
    /// - Precondition: No parameter has ended, with the `withTape { }` or tape that it was made in.
    public func savedParameters(with optimizer: (any ResumableOptimizer)? = nil) -> SavedParameters {
        SavedParameters(
            contentsToSave.named.map { SavedParameters.Parameter(name: $0.name, data: $0.value.data) },
            optimizer: optimizer?.state)
    }

    /// Writes the parameters into a JSON file that names each one; an old file stays whole until the new one is.
    ///
    /// - Parameter optimizer: Whose state to save with them; none by default.
    /// - Precondition: No parameter has ended, with the `withTape { }` or tape that it was made in.
    public func save(to path: String, optimizer: (any ResumableOptimizer)? = nil) throws(MicrogradError) {
        try savedParameters(with: optimizer).write(to: path)
    }

    /// Sets the parameters to those of a file, exact to the last bit.
    ///
    /// - Parameter optimizer: Which takes the state that was saved with them; by default that is left alone.
    /// - Precondition: The names of the model's parameters are different from each other, and none has ended, with the
    ///   `withTape { }` or tape that it was made in.
    /// - Throws: Where the file cannot be read, or is of another model or optimizer; nothing is set then.
    public func load(from path: String, optimizer: (any ResumableOptimizer)? = nil) throws(MicrogradError) {
        try load(SavedParameters(path: path), optimizer: optimizer)
    }

    /// Sets the parameters to saved ones, by their names, in whatever order.
    ///
    /// A parameter that several parts share may be saved under one of its names, or under several with one number.
    ///
    /// - Parameter optimizer: Which takes the state that was saved with them; by default that is left alone.
    /// - Precondition: The names of the model's parameters are different from each other, and none has ended, with the
    ///   `withTape { }` or tape that it was made in.
    /// - Throws: Where they are of another model or optimizer; nothing is set then.
    public func load(
        _ saved: SavedParameters, optimizer: (any ResumableOptimizer)? = nil
    ) throws(MicrogradError) {
        let contents = contentsToSave
        var names: Set<String> = []
        for name in contents.names where !names.insert(name).inserted {
            trap(
                "Two parameters of the model to load into are named '\(name)'. Give each a name of its own.")
        }
        var data: [String: SavedParameters.Parameter] = [:]
        var notInModel: [String] = []
        for parameter in saved.parameters {
            let name =
                names.contains(parameter.name) ? parameter.name : contents.firstName(of: parameter.name)
            guard names.contains(name) else {
                notInModel.append(parameter.name)
                continue
            }
            if let other = data.updateValue(parameter, forKey: name),
                other.data.bitPattern != parameter.data.bitPattern
            {
                throw .sharedParameterMismatch(
                    names: [other.name, parameter.name], numbers: [other.data, parameter.data])
            }
        }
        let notSaved = contents.names.filter { data[$0] == nil }
        guard notSaved.isEmpty, notInModel.isEmpty else {
            throw .parameterMismatch(
                savedCount: saved.parameters.count, modelCount: contents.names.count, notSaved: notSaved,
                notInModel: notInModel)
        }
        try optimizer?.restore(from: saved)
        for (name, parameter) in zip(contents.names, contents.parameters) {
            parameter.data = data[name]?.data ?? parameter.data
        }
    }

    /// The parameters with their names; ends the program where one of them has ended.
    private var contentsToSave: ModuleContents {
        let contents = ModuleContents(of: self, isNaming: true)
        if let name = contents.endedParameter {
            trap(
                "A module was saved or loaded after the end of the `withTape { }` or tape that its '\(name)' was made in. Make a parameter outside, and keep an input as a number."
            )
        }
        return contents
    }
}

extension ResumableOptimizer {
    fileprivate func restore(from saved: SavedParameters) throws(MicrogradError) {
        guard let state = saved.optimizer else { throw .noOptimizerState }
        do throws(OptimizerState.Mismatch) {
            try restore(state)
        } catch {
            throw .optimizerMismatch(error)
        }
    }
}
