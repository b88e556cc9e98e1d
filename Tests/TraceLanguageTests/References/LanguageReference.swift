import TestSupport

/// What CPython reads as names, and what it makes of format specifications.
///
/// `Scripts/make_cpython_language_reference.py` wrote it.
struct LanguageReference: Decodable {
    static let shared: LanguageReference = readReference("cpython-language.json", beside: #filePath)

    /// The version of Unicode that the ranges are of.
    var unicode: String
    /// First and last code point of each range that can start a name.
    var start: [ClosedRangeOfCodes]
    /// The same for those that can stand behind its start.
    var `continue`: [ClosedRangeOfCodes]
    /// Pairs of a name and its NFKC.
    var names: [[String]]
    var formats: [Format]

    struct ClosedRangeOfCodes: Decodable {
        var codes: ClosedRange<UInt32>

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            codes = try container.decode(UInt32.self)...container.decode(UInt32.self)
        }
    }

    /// One object, one specification, and what they give.
    struct Format: Decodable {
        /// The object as the language writes it.
        var expression: String
        var specification: String
        /// nil where CPython refuses it.
        var text: String?

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            let question = try container.decode([String].self)
            specification = question[0]
            let plain = ["inf": "math.inf", "-inf": "-math.inf", "nan": "math.nan"]
            expression =
                switch question[1] {
                case "s": "\"\(question[2])\""
                // The language has no literal for the number next to its lower bound.
                case "i" where question[2] == "-170141183460469231731687303715884105728": "(-2**126)*2"
                default: plain[question[2]] ?? question[2]
                }
            text = try container.decode([String].self).first
        }
    }
}
