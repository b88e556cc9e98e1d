extension Machine {
    /// Prepares to run the code of a text.
    func start(_ code: Code, _ names: NameTable, _ compiler: Compiler) {
        self.names = names
        assignedNames = compiler.assignedNames
        shadowedBuiltins = compiler.shadowedBuiltins
        missingModules = compiler.missingModules
        skippedNames = compiler.skippedNames
        leftOutNames = compiler.leftOutNames
        addCodes(code)
        let count = globalStart + names.texts.count
        reserve(count + 1024)
        for (index, text) in names.texts.enumerated() {
            guard let cell = lookup.global(text) else { continue }
            stack[globalStart + index] = cell
        }
        // Calls begin behind the global names.
        core.pointee.stackHold = count
        top = 0
        frames[0] = Frame(code, base: 0, function: .unbound, target: 0)
    }

    /// Lists all codes inside one, whose constants live as long as the run.
    private func addCodes(_ code: Code) {
        var waiting = [code]
        while let code = waiting.popLast() {
            codes.append(code)
            waiting += code.functions.map(\.code) + code.classes.map(\.code.code)
        }
    }
}
