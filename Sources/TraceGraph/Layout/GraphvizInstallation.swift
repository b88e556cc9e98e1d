/// The Graphviz library that this process uses.
package struct GraphvizInstallation: Sendable {
    /// The version that it gives itself, such as `2.43.0`.
    package let version: String
    /// The folder in which it looks for its plug-ins; nil where that is unknown.
    package let pluginFolder: String?

    /// The one that is loaded.
    package static let current: GraphvizInstallation = {
        let (version, folder) = Graphviz.versionAndFolder()
        return GraphvizInstallation(version: version, pluginFolder: folder)
    }()
}
