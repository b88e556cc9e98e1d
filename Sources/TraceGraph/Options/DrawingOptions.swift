/// How a graph is drawn.
public struct DrawingOptions: Sendable, Equatable {
    /// Where the computation runs to; by default left to right, or downwards where that is larger on the page.
    public var direction: Direction = .auto
    /// The width that a picture is to be readable at, in CSS pixels; 900 by default.
    public var fit = 900
    /// The look; `modern` by default.
    public var theme: Theme = .modern
    /// Light or dark; `auto` by default, which follows the viewer of an SVG and is light elsewhere.
    public var appearance: Appearance = .auto
    /// Whether an operation is a tab of its result, the default, or a node; always a node in `classic`.
    public var operations: OperationStyle = .tabs
    /// Digits behind the point, 0 to 17; 4 by default, while tooltips carry every digit.
    public var precision = 4
    /// What stands on the nodes; everything by default.
    public var show: Shown = .all
    /// Whether the partial sums of a neuron are drawn one by one; joined to one sum by default.
    public var opensSums = false
    /// What stands for a network: all of its values, tables of wide layers, or a node for each scope of a kind.
    public var folding: Folding = .auto
    /// Whether the edges into an operation carry the local derivative, and what backward passes on along them.
    public var showsLocalGradients = false
    /// The part of the graph that a picture shows, by ids of its nodes; all of it by default.
    public var focus: Focus?
    /// What places the nodes; by default the frames where they hold at least half of the values, else `dot`.
    public var engine: LayoutEngine = .auto
    /// Pixels an inch of a PNG; 96 by default, at which it is as large as the SVG in a page.
    public var resolution = 96
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
        /// A bar for sign and size of the gradient, and its key; `classic` has none.
        public static let size = Shown(rawValue: 8)
        /// Data, gradient, name and size.
        public static let all: Shown = [.data, .grad, .name, .size]
    }

    /// Whether scopes have frames.
    var drawsFrames: Bool { theme.drawsScopes && engine.framesScopes }
    /// Whether the sum in a neuron is drawn as one.
    var joinsSums: Bool { theme.values == .cards && !opensSums }
    /// The colours of what cannot follow its viewer.
    var palette: Palette { appearance == .dark ? theme.dark : theme.light }
    /// Whether operations are nodes of their own.
    var drawsOperations: Bool { operations == .nodes || theme.values == .records }
    /// Whether a picture has a bar and a tint for each gradient.
    var drawsSizes: Bool { show.contains(.size) && theme.values == .cards }
}

/// What of a network a picture draws as one.
public enum Folding: Sendable, Equatable {
    /// Tables of wide layers where text would be below 5 pixels high at `DrawingOptions.fit`, or the picture be more
    /// than three times as high as wide; of layers too wide even for tables, one node each.
    case auto
    /// Nothing.
    case none
    /// Each scope of a kind as one node: `neuron`, `layer`, `mlp`, or what `withScope` was given; in any case of letters.
    case kind(String)
}

/// Where an operation stands in a picture.
public enum OperationStyle: String, CaseIterable, Sendable {
    /// At the side of its result where the operands come in.
    case tabs
    /// As a node between operands and result.
    case nodes
}

/// Where a computation runs to on the page; the raw value is Graphviz's `rankdir`.
public enum Direction: String, CaseIterable, Sendable {
    /// Left to right; downwards where text would be too small at `DrawingOptions.fit`, and is larger so.
    case auto
    case leftToRight = "LR"
    case topToBottom = "TB"
    case rightToLeft = "RL"
    case bottomToTop = "BT"

    /// The direction where nothing is laid out that could be measured.
    var withoutLayout: Direction { self == .auto ? .leftToRight : self }
    var isVertical: Bool { self == .topToBottom || self == .bottomToTop }
}

/// Which colours a picture has.
public enum Appearance: String, CaseIterable, Sendable {
    /// Both in one SVG: those that the viewer prefers.
    case auto
    case light
    case dark
}

/// What places the nodes: the frames of a network, or a layout engine of Graphviz.
public enum LayoutEngine: String, CaseIterable, Sendable {
    /// The frames of the graph where they hold at least half of its values, else `dot`.
    case auto
    /// Layers along the direction of the computation.
    case dot
    /// Springs.
    case neato, fdp, sfdp
    /// Circles around the root, and one circle.
    case twopi, circo
    /// Rows of boxes.
    case osage

    /// Whether it gives scopes a frame of their own.
    var framesScopes: Bool { [.auto, .dot, .fdp, .osage].contains(self) }

    /// The engine of Graphviz, where one is asked.
    var graphvizName: String { self == .auto ? "dot" : rawValue }

    /// The Graphviz plug-in library that has the engine.
    var library: String { graphvizName == "dot" ? "dot_layout" : "neato_layout" }
}
