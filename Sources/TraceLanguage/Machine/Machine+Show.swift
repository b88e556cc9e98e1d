extension Machine {
    /// Prints what a cell of a notebook ends with, as Jupyter does; not None, and not a drawing.
    func show(_ cell: Cell) throws(Failure) {
        guard cell.tag != .none, cell.tag != .drawing else { return }
        let text = try representation(of: cell) + "\n"
        try step(text.utf8.count)
        printText(text)
    }
}
