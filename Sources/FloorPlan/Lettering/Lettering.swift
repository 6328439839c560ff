import CRsvg

/// Draws lines of text with glyphs that cairo keeps, for letters that stand one after the other.
///
/// Letters that our font lacks, or that change with their neighbours, need pango, and pango comes
/// with librsvg: ``needsShaping(_:)`` tells which lines those are. Not for more than one thread.
final class Lettering {
  static let family = "Inter"
  static let families = "Inter, 'DejaVu Sans', sans-serif"
  /// Fonts in sizes that are kept; above it all are let go.
  private static let fontsMax = 64

  private struct Key: Hashable {
    let size: Int
    let weight: Line.Weight
  }

  private var fonts: [Key: OpaquePointer] = [:]

  deinit {
    forgetFonts()
  }

  /// Draws lines on a context.
  func draw(_ lines: [Line], on context: OpaquePointer) {
    for line in lines {
      guard let font = font(Key(size: line.size, weight: line.weight)) else { continue }
      cairo_set_scaled_font(context, font)
      line.color.set(on: context)
      withGlyphs(of: line, font: font) { cairo_show_glyphs(context, $0.baseAddress, Int32($0.count)) }
    }
  }

  /// Whether a line must be left to librsvg.
  func needsShaping(_ line: Line) -> Bool {
    guard line.text.unicodeScalars.allSatisfy(Self.standsAlone),
      let font = font(Key(size: line.size, weight: line.weight))
    else { return true }
    var isMissing = false
    withGlyphs(of: line, font: font) { glyphs in isMissing = glyphs.contains { $0.index == 0 } }
    return isMissing
  }

  /// How wide a line is drawn, in pixels.
  func width(of line: Line) -> Double {
    var extents = cairo_text_extents_t()
    if let font = font(Key(size: line.size, weight: line.weight)) {
      cairo_scaled_font_text_extents(font, line.text, &extents)
    }
    return extents.x_advance
  }

  /// Latin, Greek, Cyrillic, and punctuation: one glyph a character, whatever stands beside it.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x489: false
    case 0x20...0x52F, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2100...0x214F: true
    default: false
    }
  }

  private func withGlyphs(
    of line: Line, font: OpaquePointer, _ body: (UnsafeBufferPointer<cairo_glyph_t>) -> Void
  ) {
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = line.text.withCString {
      cairo_scaled_font_text_to_glyphs(font, 0, 0, $0, -1, &glyphs, &count, nil, nil, nil)
    }
    defer { cairo_glyph_free(glyphs) }
    guard status == CAIRO_STATUS_SUCCESS, let glyphs, count > 0 else { return }
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(font, glyphs, count, &extents)
    let left = Double(line.x) - extents.x_advance * line.anchor.share
    for index in 0..<Int(count) {
      glyphs[index].x += left
      glyphs[index].y += Double(line.baseline)
    }
    body(UnsafeBufferPointer(start: glyphs, count: Int(count)))
  }

  private func font(_ key: Key) -> OpaquePointer? {
    if let known = fonts[key] { return known }
    if fonts.count >= Self.fontsMax { forgetFonts() }
    let weight = key.weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL
    let face = cairo_toy_font_face_create(Self.family, CAIRO_FONT_SLANT_NORMAL, weight)
    defer { cairo_font_face_destroy(face) }
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    var size = cairo_matrix_t()
    cairo_matrix_init_scale(&size, Double(key.size), Double(key.size))
    var device = cairo_matrix_t()
    cairo_matrix_init_identity(&device)
    guard let font = cairo_scaled_font_create(face, &size, &device, options),
      cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS
    else { return nil }
    fonts[key] = font
    return font
  }

  private func forgetFonts() {
    for font in fonts.values { cairo_scaled_font_destroy(font) }
    fonts.removeAll()
  }
}
