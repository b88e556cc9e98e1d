internal import TraceGraph

extension TraceGraphError {
    /// The option that does what the message says; nil where there is none.
    var optionHint: String? {
        switch self {
        case .tooManyNodes(let count, _): " (--max-nodes \(count))"
        case .labelTooLong(.value, _, _, _): " (--show data,grad)"
        case .labelTooLong(.frame, _, _, _), .framesTooDeep: " (--theme classic)"
        default: nil
        }
    }
}
