internal import Micrograd
internal import MicrogradSupport

extension File {
    /// Writes a picture, whole or not at all.
    static func writePicture(_ bytes: [UInt8], to path: String) throws(TraceGraphError) {
        do {
            try write(bytes, to: path)
        } catch {
            throw .file(path: error.path, action: TraceGraphError.FileAction(error), reason: error.reason)
        }
    }
}
