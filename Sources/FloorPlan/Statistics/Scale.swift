/// A scale from 0 up, with marks at round numbers.
struct Scale: Sendable, Hashable {
  /// More marks than this would stand too close for a phone.
  private static let marksMax = 5

  /// The top mark: at least the largest number shown, and at least 1.
  let top: Int
  let step: Int
  var marks: [Int] { Array(stride(from: 0, through: top, by: step)) }

  /// The scale for numbers up to `largest`, with steps of 1, 2 or 5 times a power of ten.
  init(upTo largest: Int) {
    let largest = max(1, largest)
    var power = 1
    var step = 1
    search: while true {
      for factor in [1, 2, 5] {
        step = factor * power
        if (largest + step - 1) / step < Self.marksMax { break search }
      }
      power *= 10
    }
    self.step = step
    top = (largest + step - 1) / step * step
  }

  /// How high a number stands on an axis of so many pixels; what is not 0 is seen.
  func height(of number: Int, on axis: Int) -> Int {
    number > 0 ? max(3, number * axis / top) : 0
  }
}
