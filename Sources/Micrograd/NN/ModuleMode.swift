/// Whether a network learns or is used: see `Module.setMode(_:)`.
public enum ModuleMode: Sendable {
    case training, evaluation
}
