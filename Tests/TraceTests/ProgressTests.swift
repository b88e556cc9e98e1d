#if os(Linux)
    import Foundation
    import TestSupport
    import Testing

    @Suite(
        "What goes on",
        .enabled(if: FileManager.default.isExecutableFile(atPath: TraceProcess.terminalProgram)))
    struct ProgressTests {
        /// A text that comes late, and takes long to read so.
        private static let lateText = "(sleep 1.6; echo 'y = Value(2.0) * 3')"

        @Test("is said on a terminal after a second, in a line that is gone at the end")
        func terminal() throws {
            let output = try output(of: "\(Self.lateText) | $trace - -o y.svg")
            #expect(output.hasPrefix("\r\u{1b}[Ktrace: reading, 1 s"))
            #expect(output.hasSuffix("\r\u{1b}[K"))
            #expect(!output.contains("\n"))
        }

        @Test("gives way to what is printed, and leaves a line alone that has no end yet")
        func printing() throws {
            let text = "sleep 1.6; echo 'print(1, end=\"\")'; echo 'y = Value(2.0) * 3'"
            let output = try output(of: "(\(text)) | $trace -")
            #expect(output.contains("\r\u{1b}[K1id  "))
        }

        @Test(
            "is not said where nobody waits for it, or nobody wants to know",
            arguments: [
                "echo 'y = Value(2.0) * 3' | $trace - -o y.svg", "\(lateText) | $trace - -o y.svg 2> errors",
                "\(lateText) | $trace - --quiet -o y.svg",
                "\(lateText) | TERM=dumb $trace - -o y.svg",
            ])
        func silence(command: String) throws {
            #expect(try output(of: command).isEmpty)
        }

        @Test("gives way to an error")
        func error() throws {
            let text = "sleep 1.6; echo 'y = Value('"
            let output = try output(of: "(\(text)) | NO_COLOR=1 $trace - -o y.svg || true")
            #expect(output.contains("\r\u{1b}[Kstandard input:1:"))
        }

        private func output(of command: String) throws -> String {
            try withTemporaryFolder { try TraceProcess.terminalOutput(of: command, in: $0) }
        }
    }
#endif
