import CRsvg

/// Pixels to draw on, used for one picture after the other. Not for more than one thread.
final class Canvas {
  private var surface: OpaquePointer?
  private var width = 0
  private var height = 0
  private let lettering = Lettering()

  deinit {
    cairo_surface_destroy(surface)
  }

  /// Draws over whatever was there.
  func draw(_ drawing: Drawing) throws(RenderingError) {
    let context = try context(width: drawing.width, height: drawing.height)
    defer { cairo_destroy(context) }
    var (plain, shaped): ([Lettering.Line], [Lettering.Line]) = ([], [])
    for line in drawing.texts {
      if lettering.needsShaping(line) { shaped.append(line) } else { plain.append(line) }
    }
    let handle = try Self.handle(drawing.document(with: shaped))
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    var viewport = RsvgRectangle(x: 0, y: 0, width: Double(drawing.width), height: Double(drawing.height))
    var error: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
      throw .notDrawn(Self.take(error))
    }
    lettering.draw(plain, on: context)
  }

  /// What was drawn last, as a PNG file.
  func png() throws(RenderingError) -> [UInt8] {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface),
      Int(cairo_image_surface_get_stride(surface)) == width * 4
    else { throw .notDrawn("no pixels") }
    let count = width * height
    let file = data.withMemoryRebound(to: UInt32.self, capacity: count) {
      PNG.encode(UnsafeBufferPointer(start: $0, count: count), width: width)
    }
    guard let file else { throw .notDrawn("not compressed") }
    return file
  }

  private func context(width: Int, height: Int) throws(RenderingError) -> OpaquePointer {
    if surface == nil || width != self.width || height != self.height {
      cairo_surface_destroy(surface)
      surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
      (self.width, self.height) = (width, height)
    }
    guard let context = cairo_create(surface), cairo_status(context) == CAIRO_STATUS_SUCCESS else {
      throw .notDrawn("no canvas of \(width) × \(height)")
    }
    return context
  }

  private static func handle(_ document: String) throws(RenderingError) -> UnsafeMutablePointer<RsvgHandle> {
    var document = document
    var error: UnsafeMutablePointer<GError>?
    let handle = document.withUTF8 { rsvg_handle_new_from_data($0.baseAddress, gsize($0.count), &error) }
    guard let handle else { throw .notDrawn(take(error)) }
    return handle
  }

  private static func take(_ error: UnsafeMutablePointer<GError>?) -> String {
    guard let error else { return "no reason given" }
    defer { g_error_free(error) }
    return String(cString: error.pointee.message)
  }
}
