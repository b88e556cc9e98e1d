/// Reads the cells of a notebook, and finds out which of them need what trace has not: before any of them runs.
struct CellReader {
    let source: SourceText
    var parser: Parser
    /// What the names stand for that are not there, by their numbers.
    private var missing: [Int: CellNeed] = [:]

    init(_ source: SourceText, isFunction: @escaping (String) -> Bool) {
        self.source = source
        parser = Parser(cellsOf: source, isFunction: isFunction)
        for (name, need) in CellReader.commonNeeds { missing[parser.names.id(of: name)] = need }
    }

    /// What Python and Jupyter have without an import, and what lectures call modules: the cell that imports them need
    /// not be among those that run.
    private static let commonNeeds: KeyValuePairs<String, CellNeed> = [
        "np": .module("numpy"), "numpy": .module("numpy"), "torch": .module("torch"),
        "plt": .module("matplotlib"), "matplotlib": .module("matplotlib"), "open": .files, "input": .input,
        "display": .module("IPython"), "get_ipython": .module("IPython"),
    ]

    mutating func read() throws(Failure) -> [CellProgram] {
        var programs: [CellProgram] = []
        for cell in source.cells { programs.append(try read(cell)) }
        return programs
    }

    private mutating func read(_ cell: SourceCell) throws(Failure) -> CellProgram {
        var program = CellProgram(cell: cell)
        if let (word, range) = foreignMagic(of: cell) {
            program.obstacle = cell.isChosen ? .need(.otherLanguage, use: word, at: range) : .notChosen
            return program
        }
        var statements: [Statement] = []
        var failure: Failure?
        do throws(Failure) {
            try parser.begin(cell)
            while try parser.parseNext(into: &statements) {}
        } catch {
            failure = error
        }
        program.obstacle = findNeed(of: statements)
        if let failure, program.obstacle == nil {
            // What such a cell writes is not judged.
            let rest = unread(of: cell, behind: statements)
            program.obstacle = mention(of: Set(missing.keys), in: rest).flatMap(obstacle)
            if program.obstacle == nil, cell.isChosen { throw failure }
        }
        if !cell.isChosen { program.obstacle = .notChosen }
        guard program.obstacle != nil else {
            program.statements = statements
            return program
        }
        program.lostNames = lostNames(of: statements, in: cell, isWhole: failure == nil)
        program.statements = statements.filter { !$0.imports.isEmpty }
        return program
    }

    /// The part of a cell that its statements are not read from.
    func unread(of cell: SourceCell, behind statements: [Statement]) -> Range<Int> {
        (statements.last?.range.upperBound ?? cell.range.lowerBound)..<cell.range.upperBound
    }

    // MARK: - Magics

    /// The first word of a cell that is no Python, such as `%%bash`; nil for other cells.
    private func foreignMagic(of cell: SourceCell) -> (word: String, range: Range<Int>)? {
        let bytes = source.bytes[cell.range]
        guard let start = bytes.firstIndex(where: { !$0.isBlank && !$0.isLineEnd }),
            bytes[start...].starts(with: "%%".utf8)
        else { return nil }
        let range = start..<(bytes[start...].firstIndex { $0.isBlank || $0.isLineEnd } ?? bytes.endIndex)
        let word = source.text(in: range)
        return CellReader.pythonMagics.contains(word) ? nil : (word, range)
    }

    /// The first words of cells that are Python all the same; the parser skips their line.
    private static let pythonMagics: Set<String> = [
        "%%time", "%%timeit", "%%capture", "%%prun", "%%python", "%%python3", "%%debug", "%%memit",
    ]

    // MARK: - Needs

    /// Goes through the statements of a cell in order, and returns the first use of something that is not there.
    private mutating func findNeed(of statements: [Statement]) -> CellProgram.Obstacle? {
        var found: CellProgram.Obstacle?
        for statement in statements {
            statement.imports.forEach { bind($0) }
            if found == nil, let inner = statement.innerImports.first(where: isUnread) {
                found = .need(.module(module(of: inner)), use: nil, at: inner.range)
            }
            let uses = NameUses(of: [statement])
            let needed = uses.used.subtracting(uses.assigned).filter { missing[$0] != nil }
            if found == nil, let name = needed.min() {
                // Inside an f-string it has no token of its own.
                found = obstacle(mention(of: needed, in: statement.range) ?? (name, statement.range, nil))
            }
            if statement.imports.isEmpty { uses.assigned.forEach { missing[$0] = nil } }
        }
        return found
    }

    private func obstacle(
        _ mention: (name: Int, range: Range<Int>, use: String?)
    ) -> CellProgram.Obstacle? {
        missing[mention.name].map { .need($0, use: mention.use, at: mention.range) }
    }

    private mutating func bind(_ one: Statement.Import) {
        guard let name = one.binding else { return }
        missing[name.id] = isUnread(one) ? .module(module(of: one)) : nil
    }

    private func isUnread(_ one: Statement.Import) -> Bool { Compiler.isUnread(one, in: source) }

    /// The module as messages name it: `sklearn` for `sklearn.datasets`.
    private func module(of one: Statement.Import) -> String {
        Namespace(path: [one.module[0]]) == nil ? one.module[0] : one.module.joined(separator: ".")
    }

    /// The first place of one of some names, with the attributes behind it: `np.random.seed`.
    private func mention(
        of names: Set<Int>, in range: Range<Int>
    ) -> (name: Int, range: Range<Int>, use: String?)? {
        var lexer = Lexer(source, in: range)
        var before: Token.Kind?
        while let token = lexer.nextWhole(), token.kind != .end {
            defer { before = token.kind }
            guard case .name(let text) = token.kind, before != .sign(.dot),
                let name = parser.names.knownID(of: text), names.contains(name)
            else { continue }
            var end = token.range.upperBound
            var next = lexer.nextWhole()
            let isCalled = next?.kind == .sign(.open)
            while next?.kind == .sign(.dot), let attribute = lexer.nextWhole(), case .name = attribute.kind {
                end = attribute.range.upperBound
                next = lexer.nextWhole()
            }
            // Of functions the name alone may be one of the text.
            if case .module = missing[name] {} else if !isCalled { continue }
            let range = token.range.lowerBound..<end
            return (name, range, source.shortText(in: range))
        }
        return nil
    }
}

extension Statement {
    /// What it imports by itself.
    var imports: [Import] {
        if case .imports(let imports) = kind { imports } else { [] }
    }

    /// What statements inside it import.
    fileprivate var innerImports: [Import] {
        switch kind {
        case .conditional(let branches, let otherwise):
            (branches.flatMap(\.body) + otherwise).flatMap(\.allImports)
        case .whileLoop(let branch, let otherwise): (branch.body + otherwise).flatMap(\.allImports)
        case .forLoop(_, _, let body, let otherwise): (body + otherwise).flatMap(\.allImports)
        case .function(let function): function.body.flatMap(\.allImports)
        case .classDefinition(let type): type.body.flatMap(\.allImports)
        default: []
        }
    }

    private var allImports: [Import] { imports + innerImports }
}

extension Lexer {
    /// The next token, and all of an f-string as one; nil where the text has none.
    mutating func nextWhole() -> Token? {
        guard let token = try? next() else { return nil }
        if case .formatStart(let quote) = token.kind {
            guard (try? skipFormat(quote, opening: token.range)) != nil else { return nil }
        }
        return token
    }
}
