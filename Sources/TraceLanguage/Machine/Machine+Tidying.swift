internal import Micrograd

extension Machine {
    /// Frees the objects and values that nothing of the text can reach any more.
    ///
    /// What is alive: all registers of frames and all global names, constants and classes, what these reach, and the
    /// values that may be drawn: the last argument of `draw_dot`, the last receiver of `backward()`, the computed value
    /// that was named last, and those that the reader asked for.
    func tidy() {
        var marker = Heap.Marker()
        forEachRoot { marker.mark($0) }
        marker.finish()
        var positions = marker.positions
        for network in marker.networks {
            positions += network.payload(NetworkBox.self).parameters
        }
        positions += naming.alive + backward.kept + backward.setGradients
        noteLabelOfFirstNotFinite()
        let move = Tape.compact(keepingPositions: positions)
        for network in marker.networks { network.payload(NetworkBox.self).move(by: move) }
        func update(_ cell: inout Cell) {
            guard cell.tag == .value || cell.tag == .drawing else { return }
            if let place = move.place(of: cell.position) { cell.bits = UInt64(place) }
        }
        forEachRoot { update(&$0) }
        heap.sweep { update(&$0) }
        core.pointee.scopeEpoch += 1
        naming.move(by: move)
        backward.move(by: move)
        dataChanges.move(by: move, calls: backward.calls)
        core.pointee.tidyLimit = max(1 << 15, tape.count * 2)
        core.pointee.heapLimit = max(1 << 22, heap.live * 2)
    }

    /// Keeps what a warning says of a value that may be forgotten.
    func noteLabelOfFirstNotFinite() {
        guard let position = notes.firstNotFinite?.position else { return }
        notes.firstNotFinite?.label = tape.value(at: position).label
        notes.firstNotFinite?.position = nil
    }

    /// Calls `body` with each cell that is alive by itself.
    private func forEachRoot(_ body: (inout Cell) -> Void) {
        var end = globalStart + names.texts.count
        for index in 0...max(top, 0) {
            let frame = frames + index
            body(&frame.pointee.function)
            body(&frame.pointee.object)
            end = max(end, frame.pointee.base + frame.pointee.code.takeUnretainedValue().registerCount)
        }
        end = min(max(end, core.pointee.stackHold), core.pointee.stackCapacity)
        for index in 0..<end { body(&stack[index]) }
        for code in codes {
            for index in 0..<code.constantCount where code.constants[index].tag.isOnHeap {
                body(&code.constants[index])
            }
        }
        for type in classes { type.forEachCell(body) }
    }
}
