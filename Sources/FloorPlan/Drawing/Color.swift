import CRsvg

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

  /// Makes it the colour that a context draws with.
  func set(on context: OpaquePointer) {
    func channel(_ shift: UInt32) -> Double { Double(rgb >> shift & 0xFF) / 255 }
    cairo_set_source_rgb(context, channel(16), channel(8), channel(0))
  }
}
