// The names that a cell would have made, so that a message about one of them can say so.

extension CellReader {
    /// The names that a cell assigns, but for those of its imports.
    ///
    /// - Parameter isWhole: Whether the statements are all of the cell; of what is behind them the tokens tell.
    mutating func lostNames(of statements: [Statement], in cell: SourceCell, isWhole: Bool) -> [Name] {
        let imported = Set(statements.flatMap(\.imports).compactMap { $0.binding?.id })
        var ids = NameUses(of: statements).assigned.subtracting(imported)
        if !isWhole {
            for text in namesAssigned(in: unread(of: cell, behind: statements)) {
                ids.insert(parser.names.id(of: text))
            }
        }
        return ids.sorted().map { Name(text: parser.names.texts[$0], id: $0, range: cell.range) }
    }

    /// The names that lines assign outside of functions and classes, as far as their tokens tell.
    private func namesAssigned(in range: Range<Int>) -> [String] {
        var lexer = Lexer(source, in: range)
        var names: [String] = []
        var line: [Token.Kind] = []
        var depth = 0
        var isDefinition = false
        /// How deep the block stands that is skipped.
        var skipped: Int?
        while let token = lexer.nextWhole(), token.kind != .end {
            switch token.kind {
            case .indent:
                if isDefinition, skipped == nil { skipped = depth }
                depth += 1
            case .dedent:
                depth -= 1
                if let block = skipped, depth <= block { skipped = nil }
            case .newline, .sign(.semicolon):
                isDefinition = line.first == .keyword(.def) || line.first == .keyword(.class)
                if skipped == nil { names += CellReader.namesAssigned(by: line) }
                line = []
            default:
                line.append(token.kind)
            }
        }
        return names
    }

    /// The names that one line assigns, defines, or gives by `as`.
    private static func namesAssigned(by line: [Token.Kind]) -> [String] {
        var brackets = 0
        var names: [String] = []
        /// Names that are assigned if `=` or `in` follows.
        var targets: [String] = []
        for (index, kind) in line.enumerated() {
            let before = index > 0 ? line[index - 1] : nil
            switch kind {
            case .sign(let sign) where sign.closing != nil: brackets += 1
            case .sign(let sign) where sign.isClosing: brackets -= 1
            case .sign(.assign) where brackets == 0: names += targets
            case .keyword(.in) where line.first == .keyword(.for): return targets
            case .name(let name):
                switch before {
                case .keyword(.def), .keyword(.class): return [name]
                case .keyword(.as): names.append(name)
                case .sign(.dot): break
                default:
                    let next = index + 1 < line.count ? line[index + 1] : .end
                    let isRead = [.sign(.dot), .sign(.open), .sign(.openBracket)].contains(next)
                    if brackets == 0, !isRead { targets.append(name) }
                }
            default: break
            }
        }
        return names
    }
}
