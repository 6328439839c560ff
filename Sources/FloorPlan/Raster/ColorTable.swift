/// The colours of a picture, found in one pass and brought down to the 256 that a PNG palette holds.
///
/// Our pictures have two dozen colours and the shades between them at antialiased edges. The most
/// frequent 256 are kept as they are; a rarer shade becomes its nearest neighbour, which nobody sees.
struct ColorTable {
  static let paletteMax = 256
  /// More than this are told apart only by the upper half of each channel.
  private static let colorsMax = 4096

  /// Red, green and blue as 0xRRGGBB.
  private(set) var colors: [UInt32] = []
  private var counts: [Int] = []
  /// Open addressing: a colour's position in `colors` plus one, 0 where there is none.
  private var slots = [UInt16](repeating: 0, count: 4 * ColorTable.colorsMax)

  /// The position of a pixel's colour, new or known, after `count` more pixels of it were seen.
  mutating func position(of pixel: UInt32, count: Int) -> UInt16 {
    var color = pixel & 0xFF_FFFF
    if colors.count >= Self.colorsMax / 2 { color = color & 0xF0_F0F0 | 0x08_0808 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: color &* 0x9E37_79B1 >> 12) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if colors[Int(entry) - 1] == color {
        counts[Int(entry) - 1] += count
        return entry - 1
      }
      slot = (slot + 1) & mask
    }
    colors.append(color)
    counts.append(count)
    slots[slot] = UInt16(colors.count)
    return UInt16(colors.count - 1)
  }

  /// The palette, and for each position the palette's index.
  func palette() -> (colors: [UInt32], index: [UInt8]) {
    let order = colors.indices.sorted { counts[$0] > counts[$1] }
    let kept = order.prefix(Self.paletteMax).map { colors[$0] }
    var index = [UInt8](repeating: 0, count: colors.count)
    for (rank, position) in order.enumerated() {
      index[position] = rank < kept.count ? UInt8(rank) : Self.nearest(to: colors[position], in: kept)
    }
    return (kept, index)
  }

  private static func nearest(to color: UInt32, in palette: [UInt32]) -> UInt8 {
    var best = (distance: Int32.max, index: 0)
    for (index, candidate) in palette.enumerated() {
      let distance = distance(color, candidate)
      if distance < best.distance { best = (distance, index) }
    }
    return UInt8(best.index)
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
