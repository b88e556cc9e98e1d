extension Drawing {
    /// How many values, operations and frames are laid out, unless they become tables.
    package var partCount: Int {
        PictureMaker(graph, options).count(GraphView.picture(graph, options))
    }
}
