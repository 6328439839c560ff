import Foundation

/// One measured number.
struct Figure {
  /// Dotted name, stable from version to version: «commit.clients64.per_fdatasync».
  let name: String
  let value: Double
  let unit: String
}

/// Prints figures for people as a table, or one a line, tab-separated, with `FORMAT=tsv`.
func report(_ figures: [Figure]) {
  let isTSV = ProcessInfo.processInfo.environment["FORMAT"] == "tsv"
  let nameWidth = figures.map(\.name.count).max() ?? 0
  for figure in figures {
    let value = String(format: figure.value < 100 ? "%.3f" : "%.0f", figure.value)
    if isTSV {
      print("\(figure.name)\t\(value)\t\(figure.unit)")
    } else {
      let name = figure.name.padding(toLength: nameWidth, withPad: " ", startingAt: 0)
      let padded = String(repeating: " ", count: max(0, 12 - value.count)) + value
      print("\(name)  \(padded)  \(figure.unit)")
    }
  }
}
