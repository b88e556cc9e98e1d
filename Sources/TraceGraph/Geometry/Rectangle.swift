/// A part of a picture with its place: its left upper corner and its size, in points.
struct Rectangle: Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
}
