import CRsvg

/// The colours of a picture, counted, to choose the 256 that a PNG's palette holds.
///
/// Our pictures have two dozen colours and the shades between them at antialiased edges. The most frequent are kept
/// as they are; a rarer shade becomes its nearest neighbour, which nobody sees.
struct ColorTable {
  static let paletteMax = 256
  /// More flat colours than this are told apart only by four bits a channel, as edges are.
  private static let flatColorsMax = 4096
  /// A run of so many pixels is a flat colour and kept exactly; a shorter one is the shade of an edge.
  private static let flatRunMin = 3

  private var counts: [UInt32: Int] = [:]
  private var flatColors = 0

  /// Counts the colours of pixels as cairo has them (0x??RRGGBB), row by row without gaps.
  mutating func count(_ pixels: UnsafeBufferPointer<UInt32>, width: Int) {
    var before: UnsafeBufferPointer<UInt32>?
    for start in stride(from: 0, to: pixels.count, by: width) {
      let row = UnsafeBufferPointer(rebasing: pixels[start..<start + width])
      if before.map({ !row.isSame(as: $0) }) ?? true { count(row) }
      before = row
    }
  }

  private mutating func count(_ row: UnsafeBufferPointer<UInt32>) {
    var start = 0
    while start < row.count {
      let pixel = row[start]
      var end = start + 1
      while end < row.count, row[end] == pixel { end += 1 }
      count(pixel & 0xFF_FFFF, run: end - start)
      start = end
    }
  }

  private mutating func count(_ color: UInt32, run: Int) {
    if counts[color] != nil {
      counts[color]? += run
    } else if run >= Self.flatRunMin, flatColors < Self.flatColorsMax {
      flatColors += 1
      counts[color] = run
    } else {
      counts[color & 0xF0_F0F0 | 0x08_0808, default: 0] += run
    }
  }

  /// The colours that a palette needs anyway, then the most frequent.
  func palette(with colors: [UInt32] = []) -> [UInt32] {
    let known = Set(colors)
    let others = counts.filter { !known.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Array((colors + others.map(\.key)).prefix(Self.paletteMax))
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// Whether another row of as many pixels is the same.
  func isSame(as other: UnsafeBufferPointer<UInt32>) -> Bool {
    guard let one = baseAddress, let other = other.baseAddress else { return true }
    return memcmp(one, other, count * MemoryLayout<UInt32>.size) == 0
  }
}
