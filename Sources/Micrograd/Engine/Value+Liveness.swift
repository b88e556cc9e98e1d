internal import CMicrograd

extension Value {
    /// What a value is for one who only looks.
    enum Standing {
        case leaf
        /// By an operation, or in each run of a recording.
        case computed
        /// Its region has ended, and any use ends the program.
        case ended(mayBeParameter: Bool)
    }

    /// What the value is, also where it has ended.
    ///
    /// A value of another thread's default tape counts as a leaf, because only that thread may look: its use ends the
    /// program with a message.
    var standing: Standing {
        let recording = TapeState.recording
        if isPlainlyValid(on: recording) { return standing(on: recording) }
        let state = TapeStatePool.state(stamp.state)
        guard state.pointee.thread == 0 || state.pointee.thread == micrograd_thread_token() else {
            return .leaf
        }
        let regions = state.pointee.regions
        guard (0..<regions.count).contains(where: { regions[$0].stamp == stamp }) else {
            return .ended(mayBeParameter: mayBeParameter)
        }
        return standing(on: state)
    }

    private func standing(on state: TapeState.Reference) -> Standing {
        guard position < state.pointee.count else { return .ended(mayBeParameter: mayBeParameter) }
        let node = state.pointee.nodes[position]
        return node.isLeaf && !node.flags.contains(.standIn) ? .leaf : .computed
    }
}
