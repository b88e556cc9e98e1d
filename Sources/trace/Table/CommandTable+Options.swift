internal import TraceGraph
internal import TraceLanguage

extension CommandTable {
    /// The options of all commands, in the order of the help.
    ///
    /// Types, legal values and defaults are those of the properties of `Arguments` that the options set.
    static var traceOptions: [OptionSpec] {
        [
            OptionSpec(
                names: ["-o", "--output"],
                action: .sets(\.output, .outputFile, standard: "a table on standard output"),
                help: "where to write; - is standard output",
                commands: [.draw],
                synonyms: [
                    "--out", "--out-file", "--outfile", "--output-file", "--file", "--save", "--save-as",
                ],
                usage: "[-o OUTPUT]"),
            OptionSpec(
                names: ["-T", "--format"],
                action: .sets(
                    \.format, .choice(OutputFormat.self, as: "FORMAT"), standard: "by the name of the output"),
                help: "what to write",
                commands: [.draw],
                synonyms: [
                    "-f", "-t", "--type", "--filetype", "--output-format", "--svg=svg", "--png=png",
                    "--pdf=pdf",
                    "--dot=dot", "--json=json", "--txt=txt", "--text=txt", "--table=txt",
                ]),
            OptionSpec(
                names: ["--root"],
                action: .appends(to: \.run.roots, .valueName, standard: "found in the text"),
                help: "the value to draw, and to run backward from where the text does not",
                otherHelp: [.check: "the value to run backward from where the text does not"],
                commands: [.draw, .check],
                synonyms: ["-r", "--roots", "--node", "--value", "--result"]),
            OptionSpec(
                names: ["--no-backward"],
                action: .switches(\.run.runsBackward, to: false),
                help: "run no backward, not even the text's own",
                commands: [.draw],
                synonyms: [
                    "--no-grad", "--nograd", "--no-gradient", "--no-gradients", "--no-backwards", "--forward",
                    "--forward-only",
                ],
                isForPrograms: true),
            OptionSpec(
                names: ["--set"],
                action: .appends(to: \.run.settings, .setting),
                help: "replace the number that NAME is first assigned",
                commands: [.draw, .check],
                synonyms: ["-D", "-s", "--input", "--define", "--let", "--var", "--param", "--assign"],
                isForPrograms: true),
            OptionSpec(
                names: ["--seed"],
                action: .sets(\.run.seed, .wholeNumber()),
                help: "seed of the random numbers where the text sets none",
                commands: [.draw, .check],
                synonyms: ["--random-seed", "--random-state", "--rng"],
                isForPrograms: true),
            OptionSpec(
                names: ["--cells"],
                action: .sets(\.cells, .cells, standard: "all"),
                help: "the cells of a notebook that run, such as 1-12,15",
                commands: [.draw, .check],
                synonyms: ["--cell", "--only"]),
            OptionSpec(
                names: ["--rankdir"],
                action: .sets(\.drawing.direction, .choice(Direction.self)),
                help: "where the computation runs to",
                commands: [.draw],
                synonyms: [
                    "--direction", "--dir", "--rank-dir", "--orientation", "--orient", "--horizontal=LR",
                    "--vertical=TB",
                ]),
            OptionSpec(
                names: ["--fit"],
                action: .sets(\.drawing.fit, .wholeNumber(100...1_000_000, as: "WIDTH")),
                help: "the width in pixels that a picture is to be readable at",
                commands: [.draw],
                synonyms: ["--width", "--page-width", "--max-width"]),
            OptionSpec(
                names: ["--theme"],
                action: .sets(\.drawing.theme, .choice(of: Theme.all, by: \.name)),
                help: "look; classic is micrograd's own",
                commands: [.draw],
                synonyms: ["--style", "--look", "--skin", "--classic=classic", "--modern=modern"]),
            OptionSpec(
                names: ["--appearance"],
                action: .sets(\.drawing.appearance, .choice(Appearance.self)),
                help: "colours; auto follows the viewer of an SVG",
                commands: [.draw],
                synonyms: [
                    "--dark=dark", "--light=light", "--dark-mode=dark", "--light-mode=light", "--mode",
                    "--scheme", "--color-scheme", "--colour-scheme",
                ]),
            OptionSpec(
                names: ["--operations"],
                action: .sets(\.drawing.operations, .choice(OperationStyle.self)),
                help: "an operation is a tab of its result, or a node",
                commands: [.draw],
                synonyms: ["--ops", "--operators"]),
            OptionSpec(
                names: ["--show"],
                action: .sets(
                    \.drawing.show,
                    .list(["data": .data, "grad": .grad, "name": .name, "size": .size])),
                help: "what stands on the nodes: some of these, with commas",
                commands: [.draw],
                synonyms: ["--fields", "--display", "--columns"]),
            OptionSpec(
                names: ["--sums"],
                action: .switches(\.drawing.opensSums, to: true),
                help: "draw the partial sums of a neuron one by one",
                commands: [.draw],
                synonyms: ["--partial-sums", "--open-sums"]),
            OptionSpec(
                names: ["--local"],
                action: .switches(\.drawing.showsLocalGradients, to: true),
                help: "on each edge the local derivative, and what backward passes on",
                commands: [.draw],
                synonyms: ["--local-derivatives", "--local-gradients", "--edges", "--edge-labels"]),
            OptionSpec(
                names: ["--fold"],
                action: .sets(\.drawing.folding, .folding),
                help:
                    "each frame of a kind (neuron, layer, mlp) as one node; auto makes tables of wide layers",
                commands: [.draw],
                synonyms: ["--collapse", "--group", "--no-fold=none"]),
            OptionSpec(
                names: ["--focus"],
                action: .sets(\.focus.center, .valueName, standard: "all of the graph"),
                help: "draw only what is near a value",
                commands: [.draw],
                synonyms: ["--center", "--centre", "--around", "--near"]),
            OptionSpec(
                names: ["--radius"],
                action: .sets(\.focus.radius, .wholeNumber(0...1_000_000)),
                help: "how many edges --focus goes from the value",
                commands: [.draw],
                synonyms: ["--distance", "--hops"]),
            OptionSpec(
                names: ["--from"],
                action: .sets(\.focus.start, .valueName, standard: "all of the graph"),
                help: "draw only the ways from this value to that of --to",
                commands: [.draw],
                synonyms: ["--source"]),
            OptionSpec(
                names: ["--to"],
                action: .sets(\.focus.end, .valueName, standard: "all of the graph"),
                help: "where the ways of --from end",
                commands: [.draw],
                synonyms: ["--target"]),
            OptionSpec(
                names: ["--precision"],
                action: .sets(\.drawing.precision, .wholeNumber(0...17)),
                help: "digits after the point",
                commands: [.draw, .check],
                synonyms: ["-p", "--digits", "--decimals", "--places", "--round"]),
            OptionSpec(
                names: ["-K", "--engine"],
                action: .sets(\.drawing.engine, .choice(LayoutEngine.self, as: "ENGINE")),
                help: "who places the nodes; auto takes frames where they hold most values, else dot",
                commands: [.draw],
                synonyms: ["--layout", "--layout-engine", "--algorithm", "--prog"]),
            OptionSpec(
                names: ["--dpi"],
                action: .sets(\.drawing.resolution, .wholeNumber(1...9_600)),
                help: "pixels an inch of a png",
                commands: [.draw],
                synonyms: ["--resolution", "--density", "--scale"]),
            OptionSpec(
                names: ["--max-nodes"],
                action: .sets(\.drawing.maximumNodeCount, .count),
                help: "refuse to lay out more values, operations and frames",
                otherHelp: [.check: "refuse to check more values"],
                commands: [.draw, .check],
                synonyms: ["--maximum-nodes", "--node-limit", "--nodes", "--limit"]),
            OptionSpec(
                names: ["--max-steps"],
                action: .sets(\.run.maximumSteps, .count),
                help: "stop a text that runs longer",
                commands: [.draw, .check],
                synonyms: ["--maximum-steps", "--step-limit", "--steps"],
                isForPrograms: true),
            OptionSpec(
                names: ["--timeout"],
                action: .sets(\.timeout, .seconds(0.001...1_000_000)),
                help: "give up on a picture, once the text has run",
                commands: [.draw],
                synonyms: ["--time-out", "--time-limit", "--time", "--max-time"]),
            OptionSpec(
                names: ["-q", "--quiet"],
                action: .switches(\.isQuiet, to: true),
                help: "no notes and no progress",
                commands: [.draw, .check],
                synonyms: ["--silent", "--no-notes"]),
            OptionSpec(
                names: ["--color"],
                action: .sets(\.color, .choice(Console.Color.self)),
                help: "colour of messages",
                commands: [.draw, .check],
                synonyms: ["--colour", "--colors", "--no-color=never", "--no-colour=never"]),
            OptionSpec(
                names: ["-h", "--help"], action: .runs(.help), help: "this text", commands: nil,
                synonyms: ["-?", "--usage"]),
            OptionSpec(
                names: ["--version"], action: .runs(.version), help: "the version", commands: [.draw],
                synonyms: ["-v", "-V"]),
        ]
    }
}
