import Micrograd
import Testing

@Suite("The progress of a training")
struct TrainingProgressTests {
    private let epoch = TrainingEpoch(
        number: 11, loss: 0.12341, accuracy: 0.9, validation: Evaluation(loss: 0.5, accuracy: 0.951),
        learningRate: 0.1)

    @Test("is a bar that says which epoch it is, what was reached, and how long it takes")
    func bar() {
        #expect(
            ProgressReporter.bar(done: 12.5, epochs: 50, last: epoch, secondsLeft: 75)
                == "epoch 13/50 [====>           ]  25 %  loss 0.5000  1:15 left  accuracy 95.1 %")
        #expect(
            ProgressReporter.bar(done: 0.5, epochs: 10, last: nil, secondsLeft: 3_725)
                == "epoch 1/10 [>               ]   5 %  1:02:05 left")
        #expect(
            ProgressReporter.bar(done: 10, epochs: 10, last: nil, secondsLeft: 0)
                == "epoch 10/10 [================] 100 %  0:00 left")
    }

    @Test("leaves out what does not fit into a line of 79 columns")
    func width() {
        let bar = ProgressReporter.bar(done: 999, epochs: 10_000, last: epoch, secondsLeft: 50_000)
        #expect(bar == "epoch 1000/10000 [=>              ]   9 %  loss 0.5000  13:53:20 left")
    }

    // MARK: - What is written, and when

    /// What a training writes that makes its epochs one after the other, `seconds` apart, in three batches each.
    private func output(
        _ progress: TrainingProgress = .automatic, epochs: Int, isTerminal: Bool, seconds: Double,
        loss: Double = 1
    ) -> [String] {
        var time = ContinuousClock.now
        var written: [String] = []
        var reporter = ProgressReporter(
            progress, epochs: epochs, isTerminal: isTerminal, now: { time }, write: { written.append($0) })
        var last: TrainingEpoch?
        for number in 0..<epochs {
            for batch in 1...3 {
                time += .seconds(seconds / 3)
                reporter.update(done: Double(number) + Double(batch) / 3, last: last)
            }
            let epoch = TrainingEpoch(
                number: number, loss: loss, accuracy: nil, validation: nil, learningRate: 0.1)
            reporter.finish(epoch)
            last = epoch
        }
        reporter.hide()
        return written
    }

    /// The numbers of the epochs that lines name.
    private func numbers(_ lines: [String]) -> [Int] {
        lines.compactMap {
            $0.split(separator: " ").dropFirst().first?.split(separator: "/").first.flatMap { Int($0) }
        }
    }

    @Test("are lines off a terminal, one where another tenth of the epochs is done")
    func lines() {
        let lines = output(epochs: 25, isTerminal: false, seconds: 3, loss: 0.12345)
        #expect(lines.first == "epoch 3/25  loss 0.1235\n")
        #expect(lines.last == "epoch 25/25  loss 0.1235\n")
        #expect(numbers(lines) == [3, 5, 8, 10, 13, 15, 18, 20, 23, 25])
        #expect(
            numbers(output(epochs: 100, isTerminal: false, seconds: 3))
                == Array(stride(from: 10, through: 100, by: 10)))
        #expect(numbers(output(epochs: 3, isTerminal: false, seconds: 3)) == [1, 2, 3])
        #expect(numbers(output(epochs: 1, isTerminal: false, seconds: 3)) == [1])
    }

    @Test("gives the numbers of the validation data in lines, where there are any")
    func validation() {
        var time = ContinuousClock.now
        var written = ""
        let reporter = ProgressReporter(
            .automatic, epochs: 12, isTerminal: false, now: { time }, write: { written += $0 })
        time += .seconds(3)
        reporter.finish(epoch)
        #expect(written == "epoch 12/12  loss 0.5000  accuracy 95.1 %\n")
    }

    @Test("says nothing in the first two seconds")
    func patience() {
        for isTerminal in [false, true] {
            #expect(output(epochs: 20, isTerminal: isTerminal, seconds: 0.1).isEmpty)
            #expect(!output(epochs: 21, isTerminal: isTerminal, seconds: 0.1).isEmpty)
        }
        #expect(numbers(output(epochs: 40, isTerminal: false, seconds: 0.1)) == [24, 28, 32, 36, 40])
    }

    @Test("says nothing where it is silent")
    func silent() {
        for isTerminal in [false, true] {
            #expect(output(.silent, epochs: 10, isTerminal: isTerminal, seconds: 10).isEmpty)
        }
    }

    @Test("is drawn over and over on a terminal, and taken away at the end")
    func terminal() {
        let bars = output(epochs: 2, isTerminal: true, seconds: 3)
        #expect(
            bars == [
                "\r\("epoch 2/2 [========>       ]  50 %  0:03 left")\u{1b}[K",
                "\r\("epoch 2/2 [==========>     ]  66 %  loss 1.0000  0:02 left")\u{1b}[K",
                "\r\("epoch 2/2 [=============>  ]  83 %  loss 1.0000  0:01 left")\u{1b}[K",
                "\r\("epoch 2/2 [================] 100 %  loss 1.0000  0:00 left")\u{1b}[K",
                "\r\u{1b}[K",
            ])
        // Ten times a second at most, however quick the batches are.
        let quick = output(epochs: 100, isTerminal: true, seconds: 0.03)
        #expect((9...11).contains(quick.count), "\(quick.count)")
    }

    @Test("shows losses and times that are no numbers")
    func notFinite() {
        #expect(output(epochs: 1, isTerminal: false, seconds: 3, loss: .nan) == ["epoch 1/1  loss nan\n"])
        #expect(
            output(epochs: 1, isTerminal: false, seconds: 3, loss: -.infinity) == ["epoch 1/1  loss -inf\n"])
        #expect(
            output(epochs: 2, isTerminal: true, seconds: 3, loss: .nan)[1].contains("  loss nan  0:02 left"))
        for (seconds, text) in [
            (Double.nan, "0:00"), (-1, "0:00"), (.infinity, "99:59:59"), (1e300, "99:59:59"),
        ] {
            let bar = ProgressReporter.bar(done: 1, epochs: 2, last: nil, secondsLeft: seconds)
            #expect(bar.hasSuffix(" \(text) left"))
        }
    }

    @Test("is drawn too for more epochs than anyone can wait for")
    func endless() {
        var time = ContinuousClock.now
        var written = ""
        var reporter = ProgressReporter(
            .automatic, epochs: .max, isTerminal: true, now: { time }, write: { written += $0 })
        time += .seconds(3)
        reporter.update(done: 1e-6, last: nil)
        #expect(written == "\repoch 1/9223372036854775807 [>               ]   0 %  99:59:59 left\u{1b}[K")
    }

    @Test("is cut where the terminal is narrow")
    func narrow() {
        let bar = ProgressReporter.bar(done: 12.5, epochs: 50, last: epoch, secondsLeft: 75, columns: 60)
        #expect(bar == "epoch 13/50 [====>           ]  25 %  loss 0.5000")
        #expect(
            ProgressReporter.bar(done: 1, epochs: 50, last: nil, secondsLeft: 75, columns: 20).count == 19)
    }
}
