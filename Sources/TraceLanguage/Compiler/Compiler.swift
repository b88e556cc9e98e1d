internal import Micrograd

/// Writes the code of a text, statement by statement.
final class Compiler {
    let source: SourceText
    let kind: ProgramKind
    let heap: Heap
    let builtins: any BuiltinLookup
    /// The block that is being written.
    var scope: Scope
    /// The numbers that the reader replaces and that have not been met yet.
    var settings: [RunOptions.Setting]
    var settableNames: [String] = []
    var seenNames: Set<Int> = []
    /// The names that a statement assigns, of which a note may say that they are plain numbers.
    private(set) var assignedNames: Set<Int> = []
    /// Where names of built-in functions are assigned.
    private(set) var shadowedBuiltins: [Int: [Int]] = [:]
    /// The modules that cannot be imported, by the names that the text gives them.
    var missingModules: [Int: String] = [:]
    /// Functions of the text that are not run.
    var skippedNames: Set<Int> = []
    /// Names that cells of a notebook would have made that do not run, and what to say of each.
    var leftOutNames: [Int: Problem] = [:]

    init(
        _ source: SourceText, kind: ProgramKind, heap: Heap, builtins: any BuiltinLookup,
        settings: [RunOptions.Setting]
    ) {
        self.source = source
        self.kind = kind
        self.heap = heap
        self.builtins = builtins
        self.settings = settings
        scope = Scope(.module, in: nil)
    }

    /// Ends the code of the text.
    func finish() throws(Failure) -> Code {
        if let setting = settings.first {
            throw Failure(
                .unknownSetting(
                    setting.name, suggestion: Suggestion.nearest(to: setting.name, among: settableNames),
                    names: settableNames),
                at: nil)
        }
        let end = source.bytes.count
        emit(Instruction(.end), at: end..<end)
        return makeCode(name: source.name, range: 0..<end)
    }

    func makeCode(name: String, range: Range<Int>) -> Code {
        Code(scope.builder, kind: scope.kind, name: name, range: range, constants: scope.builder.constants)
    }

    // MARK: - Writing

    func emit(_ instruction: Instruction, at range: Range<Int>) { scope.builder.emit(instruction, at: range) }

    /// Writes a jump whose end is not known yet.
    func emitJump(_ operation: Opcode, _ register: UInt16 = 0, at range: Range<Int>) -> Int {
        emit(Instruction(operation, register, wide: 0), at: range)
        return scope.builder.instructions.count - 1
    }

    func land(_ jump: Int) { scope.builder.land(jump) }
    func land(_ jumps: [Int]) { jumps.forEach(land) }

    var position: Int { scope.builder.instructions.count }

    func emitJumpBack(_ operation: Opcode, to start: Int, at range: Range<Int>) {
        emit(Instruction(operation, 0, wide: start - position - 1), at: range)
    }

    func emitFailure(_ problem: Problem, at range: Range<Int>) {
        scope.builder.failures.append(Failure(problem, at: range))
        emit(Instruction(.fail, 0, wide: scope.builder.failures.count - 1), at: range)
    }

    func emitNote(_ problem: Problem, at range: Range<Int>) {
        scope.builder.failures.append(Failure(problem, at: range))
        emit(Instruction(.note, 0, wide: scope.builder.failures.count - 1), at: range)
    }

    func site(of name: Name) -> UInt16 {
        scope.builder.sites.append(name)
        return UInt16(truncatingIfNeeded: scope.builder.sites.count - 1)
    }

    /// How an attribute is read: those of Values have instructions of their own.
    func getter(of name: Name) -> Opcode {
        switch name.id {
        case SpecialName.data.id: .getData
        case SpecialName.grad.id: .getGrad
        default: .getAttribute
        }
    }

    func setter(of name: Name) -> Opcode {
        switch name.id {
        case SpecialName.data.id: .setData
        case SpecialName.grad.id: .setGrad
        default: .setAttribute
        }
    }

    /// The place of a constant, which is new if the code had none.
    func constant(_ key: ConstantKey) -> Int {
        if let place = scope.builder.constantPlaces[key] { return place }
        let cell: Cell =
            switch key {
            case .none: .none
            case .bool(let bool): Cell(bool)
            case .integer(let integer): heap.makeInteger(integer)
            case .float(let bits): Cell(.float, bits)
            case .string(let text): heap.makeString(String(decoding: text, as: UTF8.self))
            case .builtin(let row): Cell(.builtin, row)
            }
        scope.builder.constants.append(cell)
        let place = scope.builder.constants.count - 1
        // A long text of numbers that all differ needs no table of them.
        if place < Int(Instruction.constantBit) { scope.builder.constantPlaces[key] = place }
        return place
    }

    /// Texts differ where their code points do.
    func constant(string text: String) -> Int { constant(.string(Array(text.utf8))) }

    func constant(of literal: Literal) -> Int {
        switch literal {
        case .none: constant(.none)
        case .bool(let bool): constant(.bool(bool))
        case .integer(let integer): constant(.integer(integer))
        case .float(let number): constant(.float(number.bitPattern))
        case .string(let text): constant(string: text)
        }
    }

    /// Writes a constant object into a register.
    func emitConstant(_ cell: Cell, into register: UInt16, at range: Range<Int>) {
        scope.builder.constants.append(cell)
        emit(Instruction(.loadConstant, register, wide: scope.builder.constants.count - 1), at: range)
    }

    // MARK: - Names

    /// The register of a global name; nil where there are too many.
    func globalRegister(_ name: Int) -> UInt16? {
        let register = name + Int(Scope.moduleTemporaries)
        return scope.kind == .module && register < Int(Instruction.constantBit) ? UInt16(register) : nil
    }

    func noteAssignment(_ name: Name) {
        if scope.kind == .module, builtins.global(name.text) != nil {
            shadowedBuiltins[name.id, default: []].append(name.range.lowerBound)
        }
    }

    func noteNumberName(_ name: Name) { assignedNames.insert(name.id) }
}
