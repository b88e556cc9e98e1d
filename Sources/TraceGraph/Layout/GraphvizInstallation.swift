/// The Graphviz library that this process uses.
public struct GraphvizInstallation: Sendable {
    /// The version that it gives itself, such as `2.43.0`.
    public let version: String
    /// The folder in which it looks for its plug-ins; nil where that is unknown.
    public let pluginFolder: String?

    /// The one that is loaded.
    public static let current: GraphvizInstallation = {
        let (version, folder) = Graphviz.versionAndFolder()
        return GraphvizInstallation(version: version, pluginFolder: folder)
    }()
}
