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
                names: ["--rankdir"],
                action: .sets(\.drawing.direction, .choice(Direction.self)),
                help: "where the computation runs to",
                commands: [.draw],
                synonyms: [
                    "--direction", "--dir", "--rank-dir", "--orientation", "--orient", "--horizontal=LR",
                    "--vertical=TB",
                ]),
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
                names: ["--show"],
                action: .sets(
                    \.drawing.show, .list(["data": .data, "grad": .grad, "name": .name])),
                help: "what stands on the nodes: some of these, with commas",
                commands: [.draw],
                synonyms: ["--fields", "--display", "--columns"]),
            OptionSpec(
                names: ["--precision"],
                action: .sets(\.drawing.precision, .wholeNumber(0...17)),
                help: "digits after the point",
                commands: [.draw, .check],
                synonyms: ["-p", "--digits", "--decimals", "--places", "--round"]),
            OptionSpec(
                names: ["-K", "--engine"],
                action: .sets(\.drawing.engine, .choice(LayoutEngine.self, as: "ENGINE")),
                help: "Graphviz layout",
                commands: [.draw],
                synonyms: ["--layout", "--layout-engine", "--algorithm", "--prog"]),
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
                help: "no notes",
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
