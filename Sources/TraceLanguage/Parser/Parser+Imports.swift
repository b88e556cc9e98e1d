extension Parser {
    mutating func parseImport() throws(Failure) -> Statement {
        let start = token.range.lowerBound
        var imports: [Statement.Import] = []
        if try take(.from) {
            let module = try parseModule()
            guard try take(.import) else { throw unexpected(wanted: "'import'") }
            if isAt(.times) {
                try advance()
                imports.append(
                    Statement.Import(
                        module: module.path, isStar: true, range: module.range, moduleRange: module.range))
            } else {
                let isParenthesized = try take(.open)
                repeat {
                    if isParenthesized, isAt(.close) { break }
                    let member = try parseName("a name to import")
                    let name = try take(.as) ? try parseName("a name") : member
                    imports.append(
                        Statement.Import(
                            module: module.path, member: member.text, binding: name, range: member.range,
                            moduleRange: module.range))
                } while try take(.comma)
                if isParenthesized { try expect(.close) }
            }
        } else {
            try advance()
            repeat {
                let module = try parseModule()
                let isRenamed = try take(.as)
                let name = isRenamed ? try parseName("a name") : module.first
                imports.append(
                    Statement.Import(
                        module: module.path, binding: name, bindsFirst: !isRenamed, range: module.range,
                        moduleRange: module.range))
            } while try take(.comma)
        }
        return Statement(kind: .imports(imports), range: start..<previousEnd)
    }

    /// Parses `micrograd.nn`.
    private mutating func parseModule() throws(Failure) -> (path: [String], first: Name, range: Range<Int>) {
        if isAt(.dot) || isAt(.ellipsis) { throw Failure(.relativeImport, at: token.range) }
        let first = try parseName("the name of a module")
        var path = [first.text]
        while try take(.dot) { path.append(try parseName("the name of a module").text) }
        let range = first.range.lowerBound..<previousEnd
        return (path, first, range)
    }
}
