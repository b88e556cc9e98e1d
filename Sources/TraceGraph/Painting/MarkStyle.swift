/// How a mark looks: colours, line, and for text the font.
struct MarkStyle {
    var fill: Ink?
    var stroke: Ink?
    var lineWidth = 0.0
    /// Lengths of dashes and gaps; empty for a solid line.
    var dashes: [Double] = []
    var font: Font?

    struct Font {
        var size: Double
        var isBold = false
        var anchor: Anchor = .start
    }

    enum Anchor: String {
        case start, middle, end
    }

    static func text(
        _ ink: Ink, _ size: Double, _ anchor: Anchor = .start, isBold: Bool = false
    ) -> MarkStyle {
        MarkStyle(fill: ink, font: Font(size: size, isBold: isBold, anchor: anchor))
    }
}

extension Mark {
    func style(_ theme: Theme) -> MarkStyle {
        let size = theme.fontSize
        switch self {
        case .box(let role), .record(let role):
            return MarkStyle(
                fill: role.fill, stroke: role.line,
                lineWidth: role == .output && theme.values == .cards ? 1.8 : theme.lineWidth)
        case .copy(let role):
            return MarkStyle(
                fill: role.fill, stroke: role.line, lineWidth: theme.lineWidth, dashes: [4, 2.5])
        case .chip: return MarkStyle(fill: .constant, stroke: .constantLine, lineWidth: 1, dashes: [1.5, 2])
        case .recordLine(let role): return MarkStyle(stroke: role.line, lineWidth: theme.lineWidth)
        case .name: return .text(.ink, size)
        case .data: return .text(.ink, size, .end, isBold: true)
        case .key: return .text(.muted, size)
        case .grad(let tint): return .text(tint.ink, size, .end, isBold: tint == .notFinite)
        case .alarm, .alarmBar: return MarkStyle(fill: .alarm)
        case .field, .chipText: return .text(.ink, size, .middle)
        case .tab(let family): return MarkStyle(fill: family.fill)
        case .operation(let family):
            return MarkStyle(fill: family.fill, stroke: .valueLine, lineWidth: theme.lineWidth)
        case .word(let family): return .text(family.ink, size, .middle)
        case .sign(let family): return .text(family.ink, size * Theme.signScale, .middle)
        case .exponent(let family): return .text(family.ink, 9)
        case .bar(let tint): return MarkStyle(fill: tint.ink)
        case .track: return MarkStyle(stroke: .track, lineWidth: 1)
        case .zeroLine: return MarkStyle(stroke: .ink, lineWidth: 1)
        case .ring: return MarkStyle(fill: .value, stroke: .zero, lineWidth: 1.3)
        case .slash: return MarkStyle(stroke: .value, lineWidth: 1.2)
        case .seed: return MarkStyle(fill: .seed)
        case .seedArrow: return MarkStyle(fill: .seedInk)
        case .ground: return MarkStyle(fill: .value)
        case .copiedGround: return MarkStyle(fill: .value, stroke: .valueLine, lineWidth: 1, dashes: [3, 2])
        case .cellData(let isBold): return .text(.ink, Cell.fontSize, .middle, isBold: isBold)
        case .cellGrad(.ink): return .text(.ink, Cell.fontSize, .middle)
        case .cellGrad(.muted): return .text(.zero, Cell.fontSize, .middle)
        case .cellGrad(.alarm): return .text(.alarmInk, Cell.fontSize, .middle)
        case .cellTint(let tint): return MarkStyle(fill: tint.cellInk)
        case .resultCell: return MarkStyle(stroke: .resultLine, lineWidth: 1.8)
        case .tableHead(let ground): return MarkStyle(fill: ground.fill)
        case .tableHeadText(let ground): return .text(ground.ink, TableHead.fontSize, .middle)
        case .sheet: return MarkStyle(fill: .value, stroke: .valueLine, lineWidth: theme.lineWidth)
        case .foldName: return .text(.ink, size, isBold: true)
        case .edgeLabel: return .text(.muted, EdgeLabel.fontSize, .middle)
        case .edge: return MarkStyle(stroke: .edge, lineWidth: theme.lineWidth)
        case .head: return MarkStyle(fill: .edge, stroke: .edge, lineWidth: theme.lineWidth)
        case .junction: return MarkStyle(fill: .edge)
        case .frame(let isInner): return MarkStyle(fill: isInner ? .innerFrame : .frame)
        case .frameName: return .text(.muted, Scene.frameNameSize)
        case .keyTitle: return .text(.muted, 10)
        case .keyText: return .text(.muted, 9)
        case .keyEnd(let tint): return .text(tint.ink, 9)
        }
    }

    /// All that a picture can hold, in the order of its style sheet.
    static let all: [Mark] = {
        let tints = [Tint.none, .zero, .notFinite] + Tint.signed
        var marks: [Mark] = [.frame(isInner: false), .frame(isInner: true), .frameName, .edge, .head]
        marks += [.junction, .chip, .chipText]
        for role in ValueRole.allCases {
            marks += [.box(role), .copy(role), .record(role), .recordLine(role)]
        }
        for family in OperationFamily.allCases {
            marks += [.tab(family), .operation(family), .word(family), .sign(family), .exponent(family)]
        }
        marks += [
            .field(nil), .field(.data), .field(.grad), .name, .data, .key, .alarm, .alarmBar, .track,
            .zeroLine, .ring, .slash,
        ]
        marks += tints.map { .grad($0) } + Tint.signed.map { .bar($0) } + Tint.signed.map { .keyEnd($0) }
        marks += [.ground, .copiedGround, .resultCell] + Tint.signed.map { .cellTint($0) }
        marks += [.cellData(isBold: false), .cellData(isBold: true)] + CellInk.allCases.map { .cellGrad($0) }
        marks += TableHead.Ground.all.map { .tableHead($0) } + TableHead.Ground.all.map { .tableHeadText($0) }
        marks += [.sheet, .foldName, .edgeLabel]
        return marks + [.seed, .seedArrow, .keyTitle, .keyText]
    }()
}

extension TableHead.Ground {
    fileprivate var fill: Ink {
        switch self {
        case .none: .page
        case .value(let role): role.fill
        case .operation(let family): family.fill
        }
    }

    fileprivate var ink: Ink {
        switch self {
        case .none: .muted
        case .value: .ink
        case .operation(let family): family.ink
        }
    }
}
