/// How the weights of a layer start. Biases start at 0.
///
/// fanIn is the number of weights of one output, and fanOut the number of outputs that one input reaches, for
/// a convolution in one channel of its window.
public enum Initializer: Equatable, Sendable {
    /// Uniform in [low, high); micrograd takes -1 and 1 whatever the size of the layer.
    case uniform(Double, Double)
    /// Uniform in ±√(6 / (fanIn + fanOut)): X. Glorot and Y. Bengio, 2010; for tanh and sigmoid.
    case xavierUniform
    /// Normal of standard deviation √(2 / (fanIn + fanOut)), of the same source.
    case xavierNormal
    /// Uniform in ±√(6 / fanIn): K. He and others, 2015; for relu.
    case kaimingUniform
    /// Normal of standard deviation √(2 / fanIn), of the same source.
    case kaimingNormal

    /// Draws one weight.
    func weight(fanIn: Int, fanOut: Int, using random: inout some RandomNumberGenerator) -> Double {
        let (fanIn, sum) = (Double(fanIn), Double(fanIn + fanOut))
        return switch self {
        case .uniform(let low, let high): random.drawUniform(low, high)
        case .xavierUniform: random.drawUniform(within: (6 / sum).squareRoot())
        case .xavierNormal: random.drawNormal(standardDeviation: (2 / sum).squareRoot())
        case .kaimingUniform: random.drawUniform(within: (6 / fanIn).squareRoot())
        case .kaimingNormal: random.drawNormal(standardDeviation: (2 / fanIn).squareRoot())
        }
    }
}
