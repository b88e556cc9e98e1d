/// The parts of a scene in an order in which each group is opened and closed once.
struct GroupOrder {
    enum Step {
        case open(group: Int)
        case close
        case box(id: Int)
        case mark(index: Int)
    }

    private(set) var steps: [Step] = []

    init(_ scene: Scene) {
        guard !scene.groups.isEmpty else {
            steps = GroupOrder.parts(of: scene).map(\.step)
            return
        }
        // What stands directly in each group, and in none: its parts, then its inner groups.
        var content = [[Step]](repeating: [], count: scene.groups.count + 1)
        let outside = scene.groups.count
        for part in GroupOrder.parts(of: scene) { content[part.group ?? outside].append(part.step) }
        for (index, group) in scene.groups.enumerated() {
            content[group.parent ?? outside].append(.open(group: index))
        }
        var open = [(group: outside, next: 0)]
        while let (group, next) = open.last {
            guard next < content[group].count else {
                open.removeLast()
                if !open.isEmpty { steps.append(.close) }
                continue
            }
            open[open.count - 1].next += 1
            steps.append(content[group][next])
            if case .open(let inner) = content[group][next] { open.append((inner, 0)) }
        }
    }

    private static func parts(of scene: Scene) -> [(step: Step, group: Int?)] {
        var result: [(step: Step, group: Int?)] = []
        var mark = 0
        for (id, box) in scene.boxes.enumerated() {
            result.append((.box(id: id), box.group))
            guard mark < scene.marks.count, scene.marks[mark].result == id else { continue }
            result.append((.mark(index: mark), scene.marks[mark].group))
            mark += 1
        }
        return result
    }
}
