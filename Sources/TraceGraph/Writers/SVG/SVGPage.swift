/// The frame that all pictures share: a self-contained SVG with caption, style sheet and page.
struct SVGPage {
    var width: Double
    var height: Double
    var caption: Caption
    /// Its prefix begins the ids here and the rules of `style`, so that two pictures in one page do not meet.
    var fingerprint: Fingerprint
    /// More attributes of the root element, each after a space.
    var attributes = ""
    var style: String

    /// The space around a picture.
    static let margin = Scene.margin

    /// All that stands before the body.
    var head: String {
        let prefix = fingerprint.prefix
        let (width, height) = (SVGText.number(width), SVGText.number(height))
        var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"\(prefix)\""
        // The natural size, for where no style sheet says more; the style lets it shrink.
        text += " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)pt\" height=\"\(height)pt\" role=\"img\""
        text += " aria-labelledby=\"\(prefix)-title \(prefix)-desc\""
        text += " data-fingerprint=\"\(fingerprint.text)\"\(attributes)>\n"
        text += "<title id=\"\(prefix)-title\">\(SVGText.escape(caption.title))</title>\n"
        text += "<desc id=\"\(prefix)-desc\">\(SVGText.escape(caption.description))</desc>\n"
        text += "<style>\n\(style)</style>\n"
        text += "<rect class=\"page\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n"
        return text
    }

    var foot: String { "</svg>\n" }

    func text(_ body: String) -> String { head + body + foot }
}
