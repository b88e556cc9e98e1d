internal import Micrograd

/// A digest of what a picture shows: the same for the same graph and options, whatever laid it out.
struct Fingerprint: Sendable, Equatable {
    private let digest: UInt64

    /// 64-bit FNV-1a (G. Fowler, L. C. Noll, P. Vo).
    init(of text: String) {
        digest = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A short name that begins with a letter, as ids must.
    var prefix: String { "t" + text.prefix(8) }
}

extension Fingerprint {
    /// The version of the drawing code: to be raised where the same scene comes to look otherwise.
    private static let drawingVersion = 1

    /// Of what a picture shows: its texts, bars and frames, what is joined to what, and the options that matter.
    init(of scene: Scene, _ options: DrawingOptions) {
        var text = "\(Fingerprint.drawingVersion) \(options.theme.name) \(options.appearance.rawValue)"
        text += " \(options.direction.rawValue) \(options.engine.rawValue) \(options.fit)"
        if options.folding == .none { text += " open" }
        text += "\n"
        for (part, place) in zip(scene.parts, scene.skeleton.parts) {
            text += "\(part.id?.description ?? "") \(place.frame ?? -1) \(part.face.shown)\n"
        }
        for edge in scene.skeleton.edges { text += "\(edge.tail) \(edge.head)\n" }
        for frame in scene.view.frames {
            text += "\(frame.parent ?? -1) \(scene.view.name(of: frame) ?? "")\n"
        }
        if let scale = scene.scale { text += NumberText.exact(scale.end) }
        self.init(of: text)
    }
}

extension Scene.Face {
    /// All that is seen of it.
    fileprivate var shown: String {
        switch self {
        case .chip(let text): text
        case .operation(let node): node.sign.shownText
        case .head(let head): head.text
        case .label(let label): label.text
        case .fold(let card):
            ([card.name, card.sizes] + card.rows.map { $0.key + $0.text + $0.tint.className })
                .joined(separator: "|")
        case .cell(let cell): "\(cell.role.rawValue)|\(cell.data)|\(cell.grad)|\(cell.tint.className)"
        case .record(let record):
            record.role.rawValue + record.cells.map { "|\($0.text)" }.joined()
        case .card(let card):
            [
                card.role.rawValue, card.tab?.sign.text, card.tab?.sign.exponent, card.name?.text,
                card.data?.text, card.grad?.text, card.tint.className, card.bar.shown,
                card.isSeed ? "seed" : nil, card.isCopy ? "copy" : nil,
            ].map { $0 ?? "" }.joined(separator: "|")
        }
    }
}

extension Card.Bar {
    fileprivate var shown: String {
        switch self {
        case .absent: "absent"
        case .none: "none"
        case .zero: "zero"
        case .length(let length, let isPastEnd): SVGText.number(26 * length) + (isPastEnd ? "+" : "")
        case .notFinite(let sign): "notFinite\(sign)"
        }
    }
}
