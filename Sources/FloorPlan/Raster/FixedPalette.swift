/// The colours of a PNG, and which of them stands for any other. Not for more than one thread.
final class FixedPalette {
  /// At most 256, as 0xRRGGBB.
  let colors: [UInt32]
  // What was looked up last in each slot: a colour, and the position of the one that stands for it.
  private var known = [UInt32](repeating: .max, count: 1 << slotBits)
  private var positions = [UInt8](repeating: 0, count: 1 << slotBits)
  private static let slotBits: UInt32 = 12

  init(_ colors: [UInt32]) {
    self.colors = colors
  }

  /// The position of a colour, or of the one that looks most like it.
  func position(of color: UInt32) -> UInt8 {
    let slot = Self.slot(of: color)
    if known[slot] == color { return positions[slot] }
    let position = nearest(to: color)
    known[slot] = color
    positions[slot] = position
    return position
  }

  private static func slot(of color: UInt32) -> Int { Int((color &* 0x9E37_79B1) >> (32 - slotBits)) }

  private func nearest(to color: UInt32) -> UInt8 {
    var best = (distance: Int32.max, position: 0)
    for (position, candidate) in colors.enumerated() {
      let distance = Self.distance(color, candidate)
      if distance < best.distance { best = (distance, position) }
    }
    return UInt8(best.position)
  }

  /// How different two colours look, roughly: the eye is best at green.
  private static func distance(_ one: UInt32, _ other: UInt32) -> Int32 {
    func channel(_ color: UInt32, _ shift: UInt32) -> Int32 { Int32(color >> shift & 0xFF) }
    let red = channel(one, 16) - channel(other, 16)
    let green = channel(one, 8) - channel(other, 8)
    let blue = channel(one, 0) - channel(other, 0)
    return 3 * red * red + 6 * green * green + blue * blue
  }
}
