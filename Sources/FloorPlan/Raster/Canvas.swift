import CRsvg

/// Pixels to draw on, used for one picture after the other. Not for more than one thread.
final class Canvas {
  private var surface: OpaquePointer?
  private(set) var width = 0
  private(set) var height = 0
  private let lettering = Lettering()
  private let plan = PlanCanvas()

  deinit {
    cairo_surface_destroy(surface)
  }

  /// Draws over whatever was there.
  ///
  /// - Parameter frames: where; what is outside of them stays as it was. Everywhere if nil.
  func draw(_ drawing: Drawing, in frames: [Frame]? = nil) throws(RenderingError) {
    let context = try context(width: drawing.width, height: drawing.height)
    defer { cairo_destroy(context) }
    if let frames {
      for frame in frames {
        cairo_rectangle(context, Double(frame.x), Double(frame.y), Double(frame.width), Double(frame.height))
      }
      cairo_clip(context)
    }
    var (plain, shaped): ([Lettering.Line], [Lettering.Line]) = ([], [])
    for line in drawing.texts {
      if lettering.needsShaping(line) { shaped.append(line) } else { plain.append(line) }
    }
    drawing.background.set(on: context)
    cairo_paint(context)
    if let underlay = drawing.underlay { try plan.draw(underlay, on: context) }
    if drawing.hasShapes || !shaped.isEmpty {
      do {
        let all = Frame(x: 0, y: 0, width: width, height: height)
        try ParsedSVG(drawing.document(with: shaped)).draw(on: context, in: all)
      } catch {
        throw .notDrawn(error.reason)
      }
    }
    lettering.draw(plain, on: context)
  }

  /// What was drawn, as cairo has it: 0x??RRGGBB, row by row without gaps.
  func withPixels<Result>(
    _ body: (UnsafeBufferPointer<UInt32>) throws(RenderingError) -> Result
  ) throws(RenderingError) -> Result {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface),
      Int(cairo_image_surface_get_stride(surface)) == width * 4
    else { throw .notDrawn("no pixels") }
    let pixels = UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt32.self)
    return try body(UnsafeBufferPointer(start: pixels, count: width * height))
  }

  private func context(width: Int, height: Int) throws(RenderingError) -> OpaquePointer {
    if surface == nil || width != self.width || height != self.height {
      cairo_surface_destroy(surface)
      surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
      (self.width, self.height) = (width, height)
    }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      surface = nil
      throw .notDrawn("no canvas of \(width) × \(height)")
    }
    return context
  }
}
