/// Ends the process with a message: the answer to a mistake in the calling program.
///
/// `precondition` prints nothing in a release build; this does.
@inline(never)
package func trap(_ message: String) -> Never {
    fatalError(message)
}
