internal import MicrogradSupport

/// Types whose instances lead to no parameter, so that nobody need look at them: numbers, texts, and what is made of
/// them.
enum PlainType {
    private static let known = Locked<[ObjectIdentifier: Bool]>([:])

    /// Looks at each type once.
    static func isPlain(_ type: Any.Type) -> Bool {
        let identity = ObjectIdentifier(type)
        if let known = known.withLock({ $0[identity] }) { return known }
        let isPlain =
            type is any PlainData.Type
            || (type as? any PlainContainer.Type)?.contents.allSatisfy(isPlain) ?? false
        known.withLock { $0[identity] = isPlain }
        return isPlain
    }
}

private protocol PlainData {}

extension Int: PlainData {}
extension Int8: PlainData {}
extension Int16: PlainData {}
extension Int32: PlainData {}
extension Int64: PlainData {}
extension UInt: PlainData {}
extension UInt8: PlainData {}
extension UInt16: PlainData {}
extension UInt32: PlainData {}
extension UInt64: PlainData {}
extension Double: PlainData {}
extension Float: PlainData {}
extension Bool: PlainData {}
extension String: PlainData {}
extension Substring: PlainData {}
extension Character: PlainData {}
extension Duration: PlainData {}
extension SIMD2: PlainData {}
extension SIMD3: PlainData {}
extension SIMD4: PlainData {}
extension SIMD8: PlainData {}
extension SIMD16: PlainData {}
extension SIMD32: PlainData {}
extension SIMD64: PlainData {}
extension ObjectIdentifier: PlainData {}
extension SystemRandomNumberGenerator: PlainData {}
extension Activation: PlainData {}
extension Initializer: PlainData {}
extension ModuleMode: PlainData {}
extension RandomStream: PlainData {}
extension ScopeIdentity: PlainData {}
extension Tape: PlainData {}
extension Recording: PlainData {}
extension Recording.Inputs: PlainData {}
extension GraphWalk: PlainData {}
