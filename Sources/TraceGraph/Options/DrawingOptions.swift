/// How a graph is drawn.
public struct DrawingOptions: Sendable, Equatable {
    /// Where the computation runs to; left to right by default.
    public var direction: Direction = .leftToRight
    /// The look; `modern` by default.
    public var theme: Theme = .modern
    /// Light or dark; `auto` by default, which follows the viewer of an SVG and is light elsewhere.
    public var appearance: Appearance = .auto
    /// Digits behind the point, 0 to 17; 4 by default, while tooltips carry every digit.
    public var precision = 4
    /// What stands on the nodes; everything by default.
    public var show: Shown = .all
    /// What places the nodes; `dot` by default.
    public var engine: LayoutEngine = .dot
    /// How many values, operations and frames are laid out at most; 20,000 by default.
    public var maximumNodeCount = 20_000

    /// Makes the defaults.
    public init() {}

    /// What stands on a node.
    public struct Shown: OptionSet, Sendable {
        /// One bit for each part.
        public let rawValue: Int
        /// Makes a set from its bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The number that a value holds.
        public static let data = Shown(rawValue: 1)
        /// The gradient.
        public static let grad = Shown(rawValue: 2)
        /// The label.
        public static let name = Shown(rawValue: 4)
        /// Data, gradient and name.
        public static let all: Shown = [.data, .grad, .name]
    }
}

/// Where a computation runs to on the page; the raw value is Graphviz's `rankdir`.
public enum Direction: String, CaseIterable, Sendable {
    case leftToRight = "LR"
    case topToBottom = "TB"
    case rightToLeft = "RL"
    case bottomToTop = "BT"
}

/// Which colours a picture has.
public enum Appearance: String, CaseIterable, Sendable {
    /// Both in one SVG: those that the viewer prefers.
    case auto
    case light
    case dark
}

/// A layout engine of Graphviz.
public enum LayoutEngine: String, CaseIterable, Sendable {
    /// Layers along the direction of the computation.
    case dot
    /// Springs.
    case neato, fdp, sfdp
    /// Circles around the root, and one circle.
    case twopi, circo
    /// Rows of boxes.
    case osage

    /// Whether it gives scopes a frame of their own.
    var framesScopes: Bool { [.dot, .fdp, .osage].contains(self) }

    /// The Graphviz plug-in library that has the engine.
    var library: String { self == .dot ? "dot_layout" : "neato_layout" }
}
