/// Where edges run; the mirrored directions are made by whoever draws.
package enum Flow: Sendable {
    case rightwards
    case downwards
}
