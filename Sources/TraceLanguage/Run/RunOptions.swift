/// What the reader asks of a run, beside the text.
public struct RunOptions: Sendable {
    /// A number that takes the place of the one a name is first assigned.
    public struct Setting: Sendable {
        /// A name of the text.
        public var name: String
        /// What it is assigned instead.
        public var number: Double

        /// Makes a setting.
        public init(name: String, number: Double) {
            self.name = name
            self.number = number
        }
    }

    /// The names of the values to draw; empty to find them by the rules of the language.
    public var roots: [String]
    /// Whether backward runs; if not, the calls in the text are ignored too.
    public var runsBackward: Bool
    /// The numbers to replace.
    public var settings: [Setting]
    /// The seed of the random stream where the text sets none.
    public var seed: Int
    /// How many operations the text may take.
    public var maximumSteps: Int
    /// Whether a text that only prints is an error, because a graph was asked for.
    public var requiresGraph: Bool
    /// Whether gradients that were computed with other data than those drawn are an error instead of a note.
    public var requiresMatchingGradients: Bool

    /// Makes options; all have defaults.
    public init(
        roots: [String] = [], runsBackward: Bool = true, settings: [Setting] = [], seed: Int = 0,
        maximumSteps: Int = 100_000_000, requiresGraph: Bool = false, requiresMatchingGradients: Bool = false
    ) {
        self.roots = roots
        self.runsBackward = runsBackward
        self.settings = settings
        self.seed = seed
        self.maximumSteps = maximumSteps
        self.requiresGraph = requiresGraph
        self.requiresMatchingGradients = requiresMatchingGradients
    }
}
