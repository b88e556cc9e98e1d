/// A part of a network: something with parameters.
public protocol Module {
    /// All parameters, those of nested modules included, as one flat list.
    var parameters: [Value] { get }
}

extension Module {
    /// Removes the gradients of all parameters: call it before each `backward()` of a training loop.
    public func zeroGrad() {
        for parameter in parameters { parameter.zeroGrad() }
    }
}
