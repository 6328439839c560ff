/// A colour, 0xRRGGBB.
struct Color: Sendable, Hashable {
  let rgb: UInt32
  /// The colour as SVG writes it.
  let hex: String

  init(_ rgb: UInt32) {
    self.rgb = rgb
    let digits = String(rgb, radix: 16)
    hex = "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
