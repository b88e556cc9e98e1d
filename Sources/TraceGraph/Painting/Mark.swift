/// What is drawn, which decides its colours, line and font.
enum Mark: Hashable {
    // Values
    case box(ValueRole)
    case copy(ValueRole)
    case chip
    case record(ValueRole)
    case recordLine(ValueRole)
    case name, data, key
    case grad(Tint)
    case alarm
    /// A field of a record.
    case field(Record.Field?)
    case chipText
    // Operations
    case tab(OperationFamily)
    case operation(OperationFamily)
    case word(OperationFamily)
    case sign(OperationFamily)
    case exponent(OperationFamily)
    // Bars of gradients
    case bar(Tint)
    case alarmBar
    case track, zeroLine, ring, slash
    // Where backward began
    case seed, seedArrow
    // Tables
    case ground, copiedGround
    case cellData(isBold: Bool)
    case cellGrad(CellInk)
    case cellTint(Tint)
    case resultCell
    case tableHead(TableHead.Ground)
    case tableHeadText(TableHead.Ground)
    // Folded scopes
    case sheet, foldName
    // Edges and frames
    case edge, head, junction
    case edgeLabel
    case frame(isInner: Bool)
    case frameName
    // The key
    case keyTitle, keyText
    case keyEnd(Tint)

    /// What selects its elements in a style sheet: `.input .box`.
    var selector: String {
        let classes = "." + className.split(separator: " ").joined(separator: ".")
        switch self {
        case .box(let role), .copy(let role), .record(let role), .recordLine(let role):
            return ".\(role.rawValue) \(classes)"
        case .tab(let family), .operation(let family), .word(let family), .sign(let family),
            .exponent(let family):
            return ".\(family.rawValue) \(classes)"
        case .edge: return ".edge \(classes)"
        default: return classes
        }
    }

    /// The classes of the element.
    var className: String {
        switch self {
        case .box: "box"
        case .copy: "box copy"
        case .chip: "chip"
        case .record: "box"
        case .recordLine: "line"
        case .name: "name"
        case .data: "data"
        case .key: "key"
        case .grad(let tint): tint == .none ? "grad" : "grad \(tint.className)"
        case .alarm: "alarm"
        case .field(let field): field.map { "field \($0.rawValue)" } ?? "field name"
        case .chipText: "chip-text"
        case .tab: "tab"
        case .operation: "node"
        case .word: "word"
        case .sign: "sign"
        case .exponent: "exponent"
        case .bar(let tint): "bar \(tint.className)"
        case .alarmBar: "alarm-bar"
        case .track: "track"
        case .zeroLine: "zero-line"
        case .ring: "ring"
        case .slash: "slash"
        case .seed: "seed"
        case .seedArrow: "seed-arrow"
        case .ground: "ground"
        case .copiedGround: "ground copy"
        case .cellData(let isBold): isBold ? "cell strong data" : "cell data"
        case .cellGrad(let ink): ink == .ink ? "cell grad" : "cell grad \(ink.rawValue)"
        case .cellTint(let tint): "tint \(tint.className)"
        case .resultCell: "result-cell"
        case .tableHead(let ground): "column \(ground.className)"
        case .tableHeadText(let ground): "column-name \(ground.className)"
        case .sheet: "sheet"
        case .foldName: "fold-name"
        case .edgeLabel: "edge-label"
        case .edge: "line"
        case .head: "head"
        case .junction: "junction"
        case .frame(let isInner): isInner ? "frame inner" : "frame"
        case .frameName: "frame-name"
        case .keyTitle: "key-title"
        case .keyText: "key-text"
        case .keyEnd(let tint): "end \(tint.className)"
        }
    }
}

/// What the gradient in a cell is written in.
enum CellInk: String, CaseIterable {
    case ink, muted, alarm
}

extension TableHead.Ground {
    /// What its elements are called in a style sheet.
    var className: String {
        switch self {
        case .none: "count"
        case .value(let role): "of-\(role.rawValue)"
        case .operation(let family): "of-\(family.rawValue)"
        }
    }

    static let all: [TableHead.Ground] =
        [.none] + ValueRole.allCases.map { .value($0) } + OperationFamily.allCases.map { .operation($0) }
}
