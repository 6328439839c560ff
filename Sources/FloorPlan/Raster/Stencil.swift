import CRsvg

/// A surface that keeps only how much of each pixel is covered. Not for more than one thread.
final class Stencil {
  let width: Int
  let height: Int
  private let surface: OpaquePointer
  private let stride: Int
  /// A row without ink, to compare others with.
  private let blank: [UInt8]

  init(width: Int, height: Int) throws(RenderingError) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .notDrawn("no canvas of \(width) × \(height)") }
    self.surface = surface
    self.width = width
    self.height = height
    stride = Int(cairo_image_surface_get_stride(surface))
    blank = [UInt8](repeating: 0, count: stride)
  }

  deinit {
    cairo_surface_destroy(surface)
  }

  /// Draws one element of a document, and nothing else.
  func draw(_ element: String, of svg: ParsedSVG) throws(ParsedSVG.Refusal) {
    clear()
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    guard let context else { return }
    try svg.draw(element: element, on: context, in: frame)
    cairo_surface_flush(surface)
  }

  /// Draws a whole document.
  ///
  /// It is drawn in colour first: compositing transparent groups on an alpha surface is several times slower.
  func draw(_ svg: ParsedSVG) throws(ParsedSVG.Refusal) {
    clear()
    let colored = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    defer { cairo_surface_destroy(colored) }
    guard let context = cairo_create(colored), let target = cairo_create(surface) else { return }
    defer {
      cairo_destroy(context)
      cairo_destroy(target)
    }
    try svg.draw(on: context, in: frame)
    cairo_set_source_surface(target, colored, 0, 0)
    cairo_paint(target)
    cairo_surface_flush(surface)
  }

  private var frame: Frame { Frame(x: 0, y: 0, width: width, height: height) }

  private func clear() {
    if let pixels { memset(pixels, 0, stride * height) }
    cairo_surface_mark_dirty(surface)
  }

  /// What was drawn, without empty margins; nil if nothing was.
  func ink() -> Coverage? {
    guard let pixels else { return nil }
    let rows = (0..<height).filter { memcmp(pixels + $0 * stride, blank, stride) != 0 }
    guard let top = rows.first, let bottom = rows.last else { return nil }
    var (left, right) = (width, 0)
    for row in rows {
      let line = pixels + row * stride
      var x = 0
      while x < left, line[x] == 0 { x += 1 }
      left = min(left, x)
      x = width - 1
      while x > right, line[x] == 0 { x -= 1 }
      right = max(right, x)
    }
    let frame = Frame(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    var ink = Coverage(frame: frame)
    for y in 0..<frame.height {
      for x in 0..<frame.width { ink[x, y] = pixels[(top + y) * stride + left + x] }
    }
    return ink
  }

  /// The coverage of a pixel, 0 to 255.
  subscript(x: Int, y: Int) -> UInt8 { pixels?[y * stride + x] ?? 0 }

  private var pixels: UnsafeMutablePointer<UInt8>? { cairo_image_surface_get_data(surface) }
}
