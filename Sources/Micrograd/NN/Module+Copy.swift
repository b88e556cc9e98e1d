internal import MicrogradSupport

extension Module {
    /// Returns the module itself where it is a struct without parameters and objects; any other one says how it is copied.
    public func copy() -> Self {
        let contents = ModuleContents(of: self)
        guard contents.parameters.isEmpty, !contents.hasObjects else {
            let name = type(of: self)
            trap(
                "A module of the type '\(name)' does not know how to copy itself. Give it `func copy() -> \(name)`, which makes a new one and calls `copyParameters(from: self)` on it; a class has to be final for that."
            )
        }
        return self
    }

    /// Sets the data of all parameters to those of a module of the same structure; gradients stay as they are.
    ///
    /// - Precondition: Both have the same parameters by name, in the same order.
    public func copyParameters(from other: some Module) {
        let (own, given) = (namedParameters, other.namedParameters)
        guard own.count == given.count else {
            trap(
                "Parameters were copied from a module of \(given.count) to one of \(own.count): both need the same structure."
            )
        }
        for (one, other) in zip(own, given) where one.name != other.name {
            trap(
                "Parameters were copied from '\(other.name)' to '\(one.name)': both modules need the same structure."
            )
        }
        for (one, other) in zip(own, given) { one.value.data = other.value.data }
    }
}

extension Value {
    /// A new leaf of the same data and name, on the tape on which the thread records.
    func copyOfParameter() -> Value {
        let copy = Value(data, label: label)
        copy.isParameter = isParameter
        return copy
    }
}

extension NeuronBlock {
    /// Neurons with parameters of their own, which show as another module in pictures.
    func copy() -> NeuronBlock {
        var block = self
        block.firstWeight = parameter(0).copyOfParameter()
        // One after the other, so they stand side by side again.
        for position in 1..<parameterCount { _ = parameter(position).copyOfParameter() }
        block.scope = scope.renewed(from: state)
        return block
    }
}
