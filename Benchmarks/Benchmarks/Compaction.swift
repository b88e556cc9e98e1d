import Micrograd

/// What it takes to move the values together that are still wanted.
enum Compaction {
    /// The time of one value of a chain of a million, if it goes and if it stays.
    static func stages() -> [Pictures.Stage] {
        func seconds(keepingAll: Bool) -> Double {
            median(
                (0..<9).map { _ in
                    Tape().use {
                        let end = chain(1_000_000)
                        let kept = keepingAll ? end : Value(0)
                        return timed { _ = Tape.compact(keeping: [kept]) }
                    }
                })
        }
        return [
            Pictures.Stage(
                name: "compaction, a value that goes", secondsPerNode: seconds(keepingAll: false) / 1e6),
            Pictures.Stage(
                name: "compaction, a value that stays", secondsPerNode: seconds(keepingAll: true) / 1e6),
        ]
    }
}
