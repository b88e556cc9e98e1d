import Foundation
import Testing

@Suite("The example program")
struct ExamplesTests {
    private func output(of program: String) throws -> [Substring] {
        let run = try TraceProcess.run([], of: program, in: repository)
        #expect(run.status == 0, "\(run.error)")
        return run.output.split(separator: "\n")
    }

    /// The number that follows a word in a line.
    private func number(after word: String, in line: Substring) throws -> Double {
        let rest = try #require(line.split(separator: "\(word) ").last)
        return try #require(Double(rest.prefix { "0123456789.e+-".contains($0) }))
    }

    @Test("Moons prints the lines of micrograd's notebook")
    func moons() throws {
        let lines = try output(of: "Moons").filter { $0.hasPrefix("step ") }
        let notebook = try String(
            contentsOf: repository.appending(path: "Tests/TraceTests/References/moons-notebook.txt"),
            encoding: .utf8
        ).split(separator: "\n").filter { !$0.hasPrefix("#") }
        try #require(lines.count == 100 && notebook.count == 100)
        for (line, published) in zip(lines, notebook) {
            #expect(line.wholeMatch(of: /step \d+ loss \d+\.\d+, accuracy \d+\.\d+%/) != nil)
            // Up to rounding in the last places of the loss.
            let losses = try [line, published].map { try number(after: "loss", in: $0) }
            #expect(abs(losses[0] / losses[1] - 1) < 1e-9, "\(line)")
            #expect(line.split(separator: " ")[1] == published.split(separator: " ")[1])
            #expect(line.split(separator: ",").last == published.split(separator: ",").last, "\(line)")
        }
    }

    @Test("BinaryClassifier ends with a loss below 0.01 from each seed")
    func binaryClassifier() throws {
        let last = try output(of: "BinaryClassifier").filter { $0.contains("step 999 ") }
        #expect(last.count == 4)
        for line in last { #expect(try number(after: "loss", in: line) < 0.01) }
    }

    @Test("MicrogradReadme prints the published numbers")
    func microgradReadme() throws {
        let lines = try output(of: "MicrogradReadme")
        let numbers = try lines.map { try number(after: "=", in: $0) }
        // The first three from micrograd's README, the rest from the lecture: 0.7071, -1.5, 0.5, 1, 0, 0.5.
        let published = [24.7041, 138.8338, 645.5773, 0.7071, -1.5, 0.5, 1, 0, 0.5]
        try #require(numbers.count == published.count)
        for (number, published) in zip(numbers, published) { #expect(abs(number - published) <= 0.5e-4) }
    }

    @Test("Xor learns the table, and does not without zeroGrad")
    func xor() throws {
        let lines = try output(of: "Xor")
        #expect(lines.count { $0.contains(" is 1 ") && $0.contains("wanted 1.0") } == 2)
        #expect(lines.count { $0.contains(" is 0 ") && $0.contains("wanted -1.0") } == 2)
        #expect(try number(after: "step 59:", in: lines[1]) < 0.01)
        #expect(try number(after: "forgotten:", in: lines[2]) > 1)
    }

    @Test("says what it needs", arguments: ["BinaryClassifier", "Digits", "MicrogradReadme", "Moons", "Xor"])
    func usage(program: String) throws {
        let missing = try TraceProcess.run(["no/such"], of: program, in: repository)
        #expect(missing.status == 1)
        #expect(missing.error == "error: there is no folder 'no/such'; make it first, with mkdir\n")
        let wrong = try TraceProcess.run(["--seed", "3"], of: program, in: repository)
        #expect(wrong.status == 64)
        #expect(wrong.error.hasPrefix("error: unexpected '"))
        let help = try TraceProcess.run(["--help"], of: program, in: repository)
        #expect(help.status == 0)
        #expect(help.output.hasPrefix("usage: swift run -c release \(program) [FOLDER]\n"))
        let elsewhere = try TraceProcess.run([], of: program, in: repository.appending(path: "docs"))
        #expect(elsewhere.status == 1)
        #expect(elsewhere.error.contains("run the example in the folder of the package"))
    }
}
