/// The colours of a picture, found in one pass and brought down to the 256 that a PNG palette holds.
///
/// Our pictures have two dozen colours and the shades between them at antialiased edges. The most
/// frequent 256 are kept as they are; a rarer shade becomes its nearest neighbour, which nobody sees.
struct ColorTable {
  static let paletteMax = 256
  /// More flat colours than this are told apart only by four bits a channel, as edges are.
  private static let flatColorsMax = 4096
  /// A run of so many pixels is a flat colour and kept exactly; a shorter one is the shade of an edge.
  private static let flatRunMin = 3

  /// Red, green and blue as 0xRRGGBB.
  private(set) var colors: [UInt32] = []
  private var counts: [Int] = []
  private var flatColors = 0
  /// Open addressing: a colour in the lower half, its position plus one in the upper; 0 where there is none.
  private var slots = [UInt64](repeating: 0, count: 1 << slotBits)
  /// Twice as many slots as there can be colours: the flat ones, and as many shades of four bits a channel.
  private static let slotBits = 14

  /// The position of a colour, new or known, of which a run of so many pixels was seen.
  ///
  /// The colour is what cairo stores: 0x??RRGGBB.
  mutating func position(of pixel: UInt32, run: Int) -> UInt16 {
    let color = pixel & 0xFF_FFFF
    let slot = slot(of: color)
    if slots[slot] != 0 { return count(run, at: slot) }
    if run >= Self.flatRunMin, flatColors < Self.flatColorsMax {
      flatColors += 1
      return add(color, run, at: slot)
    }
    let shade = color & 0xF0_F0F0 | 0x08_0808
    let shadeSlot = self.slot(of: shade)
    return slots[shadeSlot] != 0 ? count(run, at: shadeSlot) : add(shade, run, at: shadeSlot)
  }

  /// Where a colour is, or where it would be added.
  private func slot(of color: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: (color &* 0x9E37_79B1) >> (32 - UInt32(Self.slotBits)))
    while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot]) != color {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  private mutating func count(_ run: Int, at slot: Int) -> UInt16 {
    let position = Int(slots[slot] >> 32) - 1
    counts[position] &+= run
    return UInt16(truncatingIfNeeded: position)
  }

  private mutating func add(_ color: UInt32, _ run: Int, at slot: Int) -> UInt16 {
    colors.append(color)
    counts.append(run)
    slots[slot] = UInt64(colors.count) << 32 | UInt64(color)
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
