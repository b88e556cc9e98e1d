import Foundation
import Testing
import TraceGraph

@Suite("A palette")
struct PaletteTests {
    private static let grounds: [Ink] = [.value, .input, .parameter]
    private static let tints: [Ink] = [
        .negative1, .negative2, .negative3, .negative4, .positive1, .positive2, .positive3, .positive4,
    ]
    private static let cells: [Ink] = [
        .negativeCell1, .negativeCell2, .negativeCell3, .negativeCell4, .positiveCell1, .positiveCell2,
        .positiveCell3, .positiveCell4,
    ]

    @Test("has a contrast of at least 4.5 to 1 wherever it has text", arguments: Theme.all)
    func text(theme: Theme) {
        var pairs: [(Ink, Ink)] = [
            (.sumInk, .sum), (.productInk, .product), (.functionInk, .function), (.ink, .constant),
            (.alarmInk, .alarm), (.ink, .page), (.muted, .page), (.muted, .frame), (.muted, .innerFrame),
            (.negative4, .page), (.positive4, .page),
        ]
        if theme == .classic { pairs.removeAll { $0.1 == .alarm || $0.1 == .frame || $0.1 == .innerFrame } }
        for ground in PaletteTests.grounds {
            pairs += [(.ink, ground), (.muted, ground), (.zero, ground)]
            if theme == .modern { pairs += PaletteTests.tints.map { ($0, ground) } }
        }
        if theme == .modern { pairs += PaletteTests.cells.map { (.ink, $0) } }
        expectContrast(of: 4.5, pairs, theme)
    }

    @Test("has a contrast of at least 3 to 1 wherever a line or bar has a meaning", arguments: Theme.all)
    func graphics(theme: Theme) {
        var pairs: [(Ink, Ink)] = []
        for ground: Ink in theme == .modern ? [.page, .frame, .innerFrame] : [.page] {
            pairs += [
                (.edge, ground), (.inputLine, ground), (.parameterLine, ground), (.constantLine, ground),
                (.resultLine, ground),
            ]
        }
        if theme == .modern {
            for ground in PaletteTests.grounds { pairs += PaletteTests.tints.map { ($0, ground) } }
            pairs += [(.seedInk, .seed), (.seed, .value)]
        }
        expectContrast(of: 3, pairs, theme)
    }

    @Test("mixes its tints in OKLab, from the muted ink or the page to one hue for each sign")
    func mixes() {
        let shares = (
            ink: [0.3, 0.55, 0.8, 1], light: [0.13, 0.25, 0.38, 0.54], dark: [0.18, 0.32, 0.46, 0.60]
        )
        for (palette, cells) in [(Theme.modern.light, shares.light), (Theme.modern.dark, shares.dark)] {
            for (index, hue) in [Ink.negative4, .positive4].enumerated() {
                for step in 0..<4 {
                    let ink = PaletteTests.tints[4 * index + step]
                    let cell = PaletteTests.cells[4 * index + step]
                    let muted = Colour(palette[.muted]).mixed(with: Colour(palette[hue]), shares.ink[step])
                    let page = Colour(palette[.page]).mixed(with: Colour(palette[hue]), cells[step])
                    #expect(muted.isNear(Colour(palette[ink])), "\(ink)")
                    #expect(page.isNear(Colour(palette[cell])), "\(cell)")
                }
            }
        }
    }

    private func expectContrast(of least: Double, _ pairs: [(Ink, Ink)], _ theme: Theme) {
        for (name, palette) in [("light", theme.light), ("dark", theme.dark)] {
            for (ink, ground) in pairs {
                let contrast = Colour(palette[ink]).contrast(with: Colour(palette[ground]))
                #expect(contrast >= least, "\(ink) on \(ground), \(theme.name) \(name)")
            }
        }
    }
}

/// A colour, its contrast as the Web Content Accessibility Guidelines 2.2 define it, and its mixtures in OKLab.
private struct Colour {
    /// Red, green and blue, linear.
    private var channels: SIMD3<Double>

    init(_ text: String) {
        let value = Int(text.dropFirst(), radix: 16) ?? 0
        func channel(_ shift: Int) -> Double {
            let part = Double(value >> shift & 0xff) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        channels = SIMD3(channel(16), channel(8), channel(0))
    }

    private init(_ channels: SIMD3<Double>) { self.channels = channels }

    private var luminance: Double { (channels * SIMD3(0.2126, 0.7152, 0.0722)).sum() }

    func contrast(with other: Colour) -> Double {
        (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
    }

    // B. Ottosson, A perceptual color space for image processing, 2020.
    private static let toCones = [
        SIMD3(0.4122214708, 0.5363325363, 0.0514459929), SIMD3(0.2119034982, 0.6806995451, 0.1073969566),
        SIMD3(0.0883024619, 0.2817188376, 0.6299787005),
    ]
    private static let toLab = [
        SIMD3(0.2104542553, 0.793617785, -0.0040720468), SIMD3(1.9779984951, -2.428592205, 0.4505937099),
        SIMD3(0.0259040371, 0.7827717662, -0.808675766),
    ]
    private static let fromLab = [
        SIMD3(1, 0.3963377774, 0.2158037573), SIMD3(1, -0.1055613458, -0.0638541728),
        SIMD3(1, -0.0894841775, -1.291485548),
    ]
    private static let fromCones = [
        SIMD3(4.0767416621, -3.3077115913, 0.2309699292), SIMD3(-1.2684380046, 2.6097574011, -0.3413193965),
        SIMD3(-0.0041960863, -0.7034186147, 1.707614701),
    ]

    private static func apply(_ rows: [SIMD3<Double>], _ vector: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3((rows[0] * vector).sum(), (rows[1] * vector).sum(), (rows[2] * vector).sum())
    }

    func mixed(with other: Colour, _ share: Double) -> Colour {
        func lab(_ colour: Colour) -> SIMD3<Double> {
            let cones = Colour.apply(Colour.toCones, colour.channels)
            return Colour.apply(Colour.toLab, SIMD3(cbrt(cones.x), cbrt(cones.y), cbrt(cones.z)))
        }
        let mixture = lab(self) + (lab(other) - lab(self)) * share
        let cones = Colour.apply(Colour.fromLab, mixture)
        return Colour(Colour.apply(Colour.fromCones, cones * cones * cones))
    }

    /// Within what 8 bits a channel can tell.
    func isNear(_ other: Colour) -> Bool {
        func encoded(_ part: Double) -> Double {
            255 * (part <= 0.0031308 ? 12.92 * max(part, 0) : 1.055 * pow(part, 1 / 2.4) - 0.055)
        }
        return (0..<3).allSatisfy { abs(encoded(channels[$0]) - encoded(other.channels[$0])) <= 1.01 }
    }
}
