/// What the compiler knows of a block of code while it writes it: its names, its registers, and what it has written.
final class Scope {
    /// A name that has a register of its own.
    struct Variable {
        var register: UInt16
        /// Whether the register holds a box, because a function inside shares the name.
        var isBoxed: Bool
        /// The register that counts the values that the name has labelled.
        var counter: UInt16?
    }

    /// What a name stands for.
    enum Meaning {
        case variable(Variable)
        case captured(UInt16)
        case global
    }

    /// A loop that is being written.
    struct Loop {
        /// The jumps that leave it.
        var exits: [Int] = []
        /// The instruction where its next turn begins.
        var start: Int
    }

    /// The registers of the text itself that hold what lies between; global names stand behind them.
    static let moduleTemporaries: UInt16 = 2048

    let kind: Code.Kind
    let parent: Scope?
    var builder = CodeBuilder()
    var loops: [Loop] = []
    private var variables: [Int: Variable] = [:]
    /// The names of comprehensions, which are known inside these alone.
    private var overlays: [[Int: Variable]] = []
    /// Whether a comprehension is written in the block of a class, whose names it does not see.
    private var hidesVariables = false
    private var captured: [Int: Int] = [:]
    private(set) var capturedSources: [FunctionDescription.Source] = []
    private var nextRegister: UInt16 = 0
    /// Which names surely have an object here, in the order in which they got it.
    private var bound: Set<Int> = []
    private var boundOrder: [Int] = []

    init(_ kind: Code.Kind, in parent: Scope?) {
        self.kind = kind
        self.parent = parent
        if kind == .module { builder.registerCount = Int(Scope.moduleTemporaries) }
    }

    // MARK: - Registers

    /// Takes the next free register.
    func takeRegister(at range: Range<Int>) throws(Failure) -> UInt16 {
        let limit = kind == .module ? Scope.moduleTemporaries : Instruction.constantBit
        guard nextRegister < limit else { throw Failure(.tooComplex, at: range) }
        nextRegister += 1
        builder.registerCount = max(builder.registerCount, Int(nextRegister))
        return nextRegister - 1
    }

    /// Runs `body`, and frees the registers that it took.
    func withRegisters<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        let first = nextRegister
        defer { nextRegister = first }
        return try body()
    }

    /// The register that would be taken next.
    var freeRegister: UInt16 { nextRegister }

    /// Frees all registers from one on.
    func free(from register: UInt16) { nextRegister = register }

    // MARK: - Names

    /// Gives a name of this block a register.
    func declare(_ name: Name, isBoxed: Bool) throws(Failure) {
        let register = try takeRegister(at: name.range)
        builder.registerNames[register] = name.id
        variables[name.id] = Variable(register: register, isBoxed: isBoxed, counter: nil)
    }

    /// Gives a name of this block a register that counts the values that it labels.
    func count(_ name: Name) throws(Failure) {
        variables[name.id]?.counter = try takeRegister(at: name.range)
    }

    func isDeclared(_ name: Int) -> Bool { variables[name] != nil }

    /// Runs `body` with names that are known inside it alone.
    func withNames(
        _ names: [Name], boxed: Set<Int>, _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        var overlay: [Int: Variable] = [:]
        for name in names where overlay[name.id] == nil {
            let register = try takeRegister(at: name.range)
            builder.registerNames[register] = name.id
            let isBoxed = boxed.contains(name.id)
            overlay[name.id] = Variable(register: register, isBoxed: isBoxed, counter: nil)
            if isBoxed { builder.emit(Instruction(.makeBox, register), at: name.range) }
        }
        overlays.append(overlay)
        let outer = hidesVariables
        hidesVariables = kind == .classBlock
        try body()
        hidesVariables = outer
        overlays.removeLast()
        for variable in overlay.values { builder.registerNames[variable.register] = nil }
    }

    /// What a name stands for where it is read or assigned here.
    func meaning(of name: Int) -> Meaning {
        if let variable = ownVariable(name) { return .variable(variable) }
        guard kind != .module else { return .global }
        if let index = capturedIndex(of: name) { return .captured(UInt16(index)) }
        return .global
    }

    private func ownVariable(_ name: Int) -> Variable? {
        for overlay in overlays.reversed() { if let variable = overlay[name] { return variable } }
        return hidesVariables ? nil : variables[name]
    }

    private func capturedIndex(of name: Int) -> Int? {
        if let index = captured[name] { return index }
        // The names of a class's block are not known in the functions inside it.
        var around = parent
        while let scope = around, scope.kind == .classBlock {
            if let variable = scope.overlays.last?[name], variable.isBoxed { break }
            around = scope.parent
        }
        guard let scope = around else { return nil }
        let source: FunctionDescription.Source
        if let variable = scope.ownVariable(name) {
            guard variable.isBoxed else { return nil }
            source = .register(variable.register)
        } else if scope.kind != .module, let index = scope.capturedIndex(of: name) {
            source = .captured(index)
        } else {
            return nil
        }
        // A class's block hands on what the functions inside it share with those around it.
        var holder = source
        var scopes: [Scope] = []
        var inner = parent
        while let one = inner, one !== scope {
            scopes.append(one)
            inner = one.parent
        }
        for one in scopes.reversed() { holder = .captured(one.capture(name, from: holder)) }
        return capture(name, from: holder)
    }

    private func capture(_ name: Int, from source: FunctionDescription.Source) -> Int {
        if let index = captured[name] { return index }
        capturedSources.append(source)
        captured[name] = capturedSources.count - 1
        return capturedSources.count - 1
    }

    // MARK: - What surely has an object

    func isBound(_ name: Int) -> Bool { bound.contains(name) }

    func noteBound(_ name: Int) {
        if bound.insert(name).inserted { boundOrder.append(name) }
    }

    /// Runs `body`, which may run or not: what it binds does not count behind it.
    func withBranch(_ body: () throws(Failure) -> Void) throws(Failure) {
        let count = boundOrder.count
        try body()
        while boundOrder.count > count { bound.remove(boundOrder.removeLast()) }
    }
}
