/// A scene in its places, with the key of its gradients: all that is painted.
struct Picture {
    let scene: Scene
    let layout: Layout
    /// Where the computation runs to: one of the four.
    let direction: Direction
    let options: DrawingOptions
    let gradientKey: GradientKey?
    /// The scene with nothing folded but what was asked for, by which pictures are told apart.
    var openScene: Scene
    /// What was drawn as one without being asked for, or open although it was to be one.
    var foldingNotes: [FoldingNote] = []

    init(_ scene: Scene, _ layout: Layout, _ direction: Direction, _ options: DrawingOptions) {
        self.scene = scene
        self.layout = layout
        self.direction = direction
        self.options = options
        openScene = scene
        gradientKey = scene.scale.map { GradientKey($0, scene).fitting(layout.size.width) }
    }

    /// The size with the key, and without margins.
    var size: Size {
        guard let gradientKey else { return layout.size }
        return Size(
            width: max(layout.size.width, gradientKey.width),
            height: layout.size.height + GradientKey.distance + gradientKey.height)
    }
}
