import Foundation

/// The file of a notebook of code cells.
func notebookFile(_ cells: [String]) -> [UInt8] {
    let list = cells.map { ["cell_type": "code", "source": $0] }
    let file = try? JSONSerialization.data(withJSONObject: ["cells": list, "nbformat": 4])
    return file.map(Array.init) ?? []
}
