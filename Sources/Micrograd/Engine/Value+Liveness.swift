internal import CMicrograd

extension Value {
    /// What a value is for one who only looks.
    enum Standing {
        case leaf, computed
        /// Its region has ended, and any use ends the program.
        case ended
    }

    /// What the value is, also where it has ended.
    ///
    /// A value of another thread's default tape counts as a leaf, because only that thread may look: its use ends the
    /// program with a message.
    var standing: Standing {
        if isPlainlyValid(on: TapeState.recording) { return isLeaf ? .leaf : .computed }
        let state = TapeStatePool.state(stamp.state).pointee
        guard state.thread == 0 || state.thread == micrograd_thread_token() else { return .leaf }
        guard (0..<state.regions.count).contains(where: { state.regions[$0].stamp == stamp }) else {
            return .ended
        }
        return isLeaf ? .leaf : .computed
    }
}
