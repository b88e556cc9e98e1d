/// A layer of neurons that all multiply the same inputs, as a table has it: its weights stand once, and beside them for
/// each call of the layer what the neurons computed.
struct LayerTable: Sendable {
    /// The scope of each call.
    var scopes: [Int]
    /// Items, one list a neuron.
    var weights: [[Int]]
    /// Items, one a neuron; none at all where the layer has no biases.
    var biases: [Int]
    /// For each call and input its item.
    var inputs: [[Int]]
    /// All items that the layer takes the place of, its inputs left out.
    var replaced: [Int]
    /// What each neuron computes, from its sum to what leaves it: for each call, step and neuron the item.
    var steps: [[[Int]]]

    var neuronCount: Int { weights.count }
    var inputCount: Int { weights[0].count }
    var callCount: Int { steps.count }
    /// For each call what leaves the neurons.
    var outputs: [[Int]] { steps.map { $0[$0.count - 1] } }
}

/// Layers one after the other, each fed by all outputs of the one before: drawn as stairs of tables.
struct NetworkTable: Sendable {
    var layers: [LayerTable]
    /// Whose place in the picture the tables take: an index among the frames of the view.
    var frame = 0

    /// Whether the tables say more than they cost: those of a few weights are read more easily open.
    var isWorthwhile: Bool {
        layers[0].callCount > 2 || layers.reduce(0) { $0 + $1.neuronCount * $1.inputCount } >= 12
    }
}
