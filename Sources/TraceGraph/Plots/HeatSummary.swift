/// What the numbers of a heat map are, in words.
struct HeatSummary {
    let numbers: [Double]
    let scale: HeatScale
    /// Says where a number stands, by its index.
    let place: (Int) -> String

    /// Signs and extremes.
    var text: String {
        let finite = numbers.indices.filter { numbers[$0].isFinite }
        var text = "\(finite.count { numbers[$0] > 0 }) above zero, \(finite.count { numbers[$0] < 0 }) below"
        let zeros = finite.count { numbers[$0] == 0 }
        if zeros > 0 { text += ", \(zeros) zero" }
        guard let lowest = finite.min(by: { numbers[$0] < numbers[$1] }),
            let highest = finite.max(by: { numbers[$0] < numbers[$1] })
        else { return text }
        for (name, index) in [("lowest", lowest), ("highest", highest)] {
            text += ", \(name) \(numbers[index].significant(3)) at \(place(index))"
        }
        return text
    }

    /// What stands below the title.
    var notes: [String] {
        var notes: [String] = []
        let finite = numbers.indices.filter { numbers[$0].isFinite }
        if numbers.count > 1, finite.count == numbers.count, Set(numbers).count == 1 {
            notes.append("all \(numbers.count) numbers are \(numbers[0].shown(3))")
        }
        if scale.beyondCount > 0,
            let index = finite.max(by: { numbers[$0].magnitude < numbers[$1].magnitude })
        {
            let count = scale.beyondCount
            notes.append(
                "\(Wording.count(count, "number")) \(count == 1 ? "is" : "are") beyond the colours; the farthest is "
                    + "\(numbers[index].shown(3)) at \(place(index))")
        }
        let count = numbers.count - finite.count
        if count > 0 {
            notes.append(
                "\(Wording.count(count, "number")) \(count == 1 ? "is" : "are") nan or infinite, and crossed out"
            )
        }
        return notes
    }
}
