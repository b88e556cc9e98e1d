/// A double as text, so that nan, inf and -0.0 survive.
package struct TextNumber: Decodable {
    package let number: Double

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let number = Double(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no number")
        }
        self.number = number
    }
}
