extension Refusal {
    /// The refusal that a token brings with it, wherever it stands.
    init?(_ token: Token) {
        switch token.kind {
        case .keyword(let keyword): self.init(keyword)
        case .sign(let sign): self.init(sign)
        default: return nil
        }
    }

    private init?(_ keyword: Keyword) {
        switch keyword {
        case .lambda: self = .lambda
        case .try, .except, .finally: self = .tryStatement
        case .raise: self = .raise
        case .with: self = .with
        case .yield: self = .yield
        case .async, .await: self = .async
        case .global, .nonlocal: self = .global
        case .del: self = .del
        case .def, .class, .for, .while, .if, .elif, .else, .assert, .pass, .break, .continue, .return, .and,
            .or, .not, .in, .is, .true, .false, .none, .import, .from, .as:
            return nil
        }
    }

    private init?(_ sign: Sign) {
        switch sign {
        case .openBrace: self = .dictionary
        case .matrix: self = .matrixProduct
        case .bitAnd, .bitOr, .bitNot, .shiftLeft, .shiftRight: self = .bits
        case .ellipsis: self = .ellipsis
        default: return nil
        }
    }
}
