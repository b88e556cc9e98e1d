import FuzzPrograms
import Foundation

/// Runs random programs until one finds a difference: `Fuzz [SEEDS] [FIRST]`, the seeds from FIRST on.
@main
struct Fuzz {
    static func main() {
        let numbers = CommandLine.arguments.dropFirst().map { Int($0) ?? -1 }
        guard numbers.count <= 2, numbers.allSatisfy({ $0 >= 0 }) else {
            print("Usage: Fuzz [SEEDS] [FIRST]")
            exit(64)
        }
        let count = numbers.first ?? 20_000
        let first = numbers.count == 2 ? numbers[1] : 0
        do {
            for seed in first..<first + count {
                if (seed - first).isMultiple(of: 1_000) {
                    print("seeds from \(seed) ...")
                    // Written at once: a crash says no seed.
                    fflush(nil)
                }
                try FuzzProgram.run(seed: seed)
            }
        } catch {
            print(error)
            exit(1)
        }
        print("\(count) random programs from seed \(first) on agree with the plain tape.")
    }
}
