/// How far something would have to move for its links to be straight.
struct Wish {
    private var links: [(movement: Double, weight: Double)] = []
    private var sum = 0.0
    private var weight = 0.0
    private var arrivals = 0

    /// A jog that is smaller than this looks like a mistake.
    private static let jog = 8.0

    mutating func addArrival(_ movement: Double, weight: Double) {
        arrivals += 1
        addDeparture(movement, weight: weight)
    }

    mutating func addDeparture(_ movement: Double, weight: Double) {
        links.append((movement, weight))
        sum += weight * movement
        self.weight += weight
    }

    /// How much it matters; little where there is nothing to wish for.
    var strength: Double { weight > 0 ? weight : 0.1 }

    /// The mean, or what makes straight a link that would then be nearly so. Where one link arrives and one departs,
    /// it is that of the heavier, so that the wire bends once.
    var movement: Double {
        guard weight > 0 else { return 0 }
        let isThrough = links.count == 2 && arrivals == 1
        let mean = sum / weight
        var best: (movement: Double, weight: Double)?
        for link in links where isThrough || abs(link.movement - mean) < Wish.jog {
            guard let current = best else {
                best = link
                continue
            }
            let isNearer =
                isThrough
                ? abs(link.movement) < abs(current.movement)
                : abs(link.movement - mean) < abs(current.movement - mean)
            if link.weight > current.weight || link.weight == current.weight && isNearer { best = link }
        }
        return best?.movement ?? mean
    }
}
