internal import Testing

/// Random numbers and texts of doubles, as CPython has them.
///
/// `Scripts/make_cpython_reference.py` wrote them.
package struct CPythonReference: Decodable {
    package static let shared: CPythonReference = readReference("cpython.json", beside: #filePath)

    package var python: String
    /// The numbers of digits that `fixed` and `scientific` of each row stand for.
    package var digits: [Int]
    package var streams: [Stream]
    package var integers: [Integers]
    package var doubles: [Row]

    package struct Stream: Decodable, CustomTestStringConvertible {
        package var seed: String
        package var numbers: [Call]

        package var testDescription: String { "seed \(seed)" }
    }

    package struct Call: Decodable {
        package var name: String
        package var number: Double

        package init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            name = try container.decode(String.self)
            number = try container.decode(TextNumber.self).number
        }
    }

    /// Whole numbers of one stream, lists shuffled after them, and the stream's next `random`.
    package struct Integers: Decodable, CustomTestStringConvertible {
        package var seed: String
        /// Pairs of a bound and a number.
        package var below: [[Int]]
        package var shuffled: [[Int]]
        package var next: TextNumber

        package var testDescription: String { "seed \(seed)" }
    }

    /// A double and its texts.
    package struct Row: Decodable, CustomTestStringConvertible {
        package var bits: String
        package var `repr`: String
        package var fixed: [String]
        package var scientific: [String]
        package var exact: String?
        package var pointPosition: Int?

        package var number: Double { Double(bitPattern: UInt64(bits, radix: 16) ?? 0) }
        package var testDescription: String { `repr` }
    }
}
