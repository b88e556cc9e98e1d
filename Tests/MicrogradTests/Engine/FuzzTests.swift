import FuzzPrograms
import Testing

@Suite("Random programs")
struct FuzzTests {
    @Test("agree with a plain tape", arguments: 0..<20)
    func agree(hundred: Int) throws {
        for seed in hundred * 100..<(hundred + 1) * 100 { try FuzzProgram.run(seed: seed) }
    }
}
