/// What `train` says while it works.
public enum TrainingProgress: Sendable {
    /// Nothing.
    case silent
    /// On standard error, after two seconds of work: a bar where it is a terminal, else at most a line for each
    /// tenth of the epochs. Also why a training ended that diverged.
    case automatic
}
