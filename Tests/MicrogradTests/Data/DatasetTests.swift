import Micrograd
import Testing

@Suite("A dataset")
struct DatasetTests {
    private let four = Dataset(inputs: [[0, 1], [2, 3], [4, 5], [6, 7]], labels: [0, 1, 2, 1])

    @Test("holds examples in order, as a collection")
    func examples() {
        #expect(four.count == 4)
        #expect(four[2] == ([4, 5], [2]))
        #expect(four.map(\.targets) == [[0], [1], [2], [1]])
        #expect(four.labels == [0, 1, 2, 1])
        #expect(four == Dataset(inputs: four.inputs, targets: [[0], [1], [2], [1]]))
        #expect(Dataset(inputs: [], targets: []).isEmpty)
    }

    @Test("gives a subset in the order of its indices")
    func subset() {
        #expect(four.subset([3, 0, 3]) == Dataset(inputs: [[6, 7], [0, 1], [6, 7]], labels: [1, 0, 1]))
        #expect(four.subset(1..<3) == Dataset(inputs: [[2, 3], [4, 5]], labels: [1, 2]))
        #expect(four.subset([]).isEmpty)
    }

    @Test("takes targets and inputs by their columns")
    func csv() throws {
        let csv = try CSV("a,t,b,u\n1,2,3,4\n5,6,7,8\n")
        #expect(
            try Dataset(csv, targets: ["u", "t"])
                == Dataset(inputs: [[1, 3], [5, 7]], targets: [[4, 2], [8, 6]]))
        #expect(
            try Dataset(csv, targets: ["t"], inputs: ["b"]) == Dataset(inputs: [[3], [7]], labels: [2, 6]))
        #expect(
            throws: MicrogradError.csv(
                .unknownColumn("v", known: ["a", "t", "b", "u"]), line: nil, path: nil)
        ) { try Dataset(csv, targets: ["v"]) }
    }

    @Test("is read from the examples")
    func exampleFiles() throws {
        let moons = try Dataset(CSV(path: exampleData("moons.csv")), targets: ["label"])
        #expect(moons.count == 100)
        #expect(moons[0] == ([1.1221146075409685, 0.08147717341718697], [-1]))
        #expect(moons.labels.reduce(0, +) == 0)
        let digits = try Dataset(CSV(path: exampleData("digits.csv")), targets: ["digit"])
        #expect(digits.count == 1797)
        #expect(digits.allSatisfy { $0.inputs.count == 64 && $0.inputs.allSatisfy { (0...16).contains($0) } })
        // As `load_digits` documents them: "Samples per class ~180".
        let counts = (0..<10).map { digit in digits.labels.count { $0 == digit } }
        #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    }

    @Test("is split into two parts that share no example and miss none")
    func split() {
        let numbers = Dataset(inputs: (0..<50).map { [Double($0)] }, labels: Array(0..<50))
        var random = RandomStream(seed: 8)
        let (training, test) = numbers.split(test: 0.2, using: &random)
        #expect((training.count, test.count) == (40, 10))
        #expect((training.labels + test.labels).sorted() == Array(0..<50))
        #expect(zip(training.inputs, training.labels).allSatisfy { $0[0] == Double($1) })
        #expect(training.labels != training.labels.sorted())
        // The order is the stream's, the test first.
        var again = RandomStream(seed: 8)
        #expect(test.labels + training.labels == again.shuffled(0..<50))
    }

    @Test(
        "gives the test the rounded number, and each part at least one",
        arguments: [(2, 0.2, 1), (2, 0.9, 1), (3, 0.5, 2), (10, 0.25, 3), (10, 0.24, 2), (100, 0.07, 7)])
    func splitCounts(count: Int, share: Double, expected: Int) {
        var random = RandomStream(seed: 0)
        let dataset = Dataset(inputs: (0..<count).map { [Double($0)] }, labels: Array(0..<count))
        let parts = dataset.split(test: share, using: &random)
        #expect((parts.test.count, parts.training.count) == (expected, count - expected))
    }

    @Test("has lists with one 1 for its classes")
    func oneHotLists() {
        #expect(oneHot(3, count: 10) == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
        #expect(oneHot(0, count: 1) == [1])
        #expect((0..<4).map { oneHot($0, count: 4).reduce(0, +) } == [1, 1, 1, 1])
    }
}
