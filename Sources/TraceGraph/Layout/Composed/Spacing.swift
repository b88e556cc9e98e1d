/// The distances that a composed drawing keeps, in points.
enum Spacing {
    /// Between a frame and what it holds.
    static let padding = 8.0
    /// Above what a frame holds, for its name.
    static let headRoom = 20.0
    /// Above the first bus of a frame that begins with one, where edges run downwards.
    static let headRoomAboveBus = 16.0
    /// Beside the name of a frame, both sides together.
    static let besideLabel = 16.0
    /// Between two boxes or frames of one column.
    static let besideBox = 13.0
    /// Between a wire and what it runs beside.
    static let besideWire = 6.0
    /// What a wire takes of a column that it passes.
    static let wire = 2.0
    /// Between two arrows into one box, at most.
    static let slot = 9.0
    /// Of the side of a box, what arrows leave free, both ends together.
    static let corners = 12.0
    /// Between two trunks in a channel.
    static let lane = 7.0
    /// Of a channel without trunks between two columns of boxes.
    static let channel = 26.0
    /// Beside the trunks of a channel, both sides together.
    static let besideTrunks = 20.0
    /// The same where only wires adjoin, which need no room for an arrow.
    static let besideTrunksAtWires = 14.0
    /// A difference below which two places are the same.
    static let tolerance = 1e-6
}
