import CRsvg

/// An SVG document as librsvg has read it. Nothing outside the document is loaded: it has no address
/// to which links could be relative. Not for more than one thread.
final class ParsedSVG {
  /// What librsvg said when it refused.
  struct Refusal: Error { let reason: String }

  /// A rectangle of the plane in a document's own units.
  struct Page {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    /// Nil for an empty rectangle.
    fileprivate init?(_ rectangle: RsvgRectangle) {
      (x, y, width, height) = (rectangle.x, rectangle.y, rectangle.width, rectangle.height)
      guard [x, y, width, height].allSatisfy(\.isFinite), width > 0, height > 0 else { return nil }
    }
  }

  /// Pixels in an inch, by CSS; librsvg's own default is 90.
  private static let resolution = 96.0

  private let handle: UnsafeMutablePointer<RsvgHandle>

  init(_ document: [UInt8]) throws(Refusal) {
    var error: UnsafeMutablePointer<GError>?
    let handle = document.withUnsafeBufferPointer {
      rsvg_handle_new_from_data($0.baseAddress, gsize($0.count), &error)
    }
    guard let handle else { throw Self.refusal(error) }
    rsvg_handle_set_dpi(handle, Self.resolution)
    self.handle = handle
  }

  convenience init(_ document: String) throws(Refusal) {
    try self.init([UInt8](document.utf8))
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(handle))
  }

  /// The part of the plane that the document shows: its `viewBox`, else its width and height, else the extents of
  /// what it draws; nil if none is known.
  var page: Page? {
    var (hasWidth, hasHeight, hasBox): (gboolean, gboolean, gboolean) = (0, 0, 0)
    var (width, height) = (RsvgLength(), RsvgLength())
    var page = RsvgRectangle()
    rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, &width, &hasHeight, &height, &hasBox, &page)
    if hasBox == 0 {
      if hasWidth != 0, hasHeight != 0, let width = Self.pixels(width), let height = Self.pixels(height) {
        page = RsvgRectangle(x: 0, y: 0, width: width, height: height)
      } else if let ink = ink(ofElement: nil) {
        page = ink
      }
    }
    return Page(page)
  }

  /// Draws the document, or one element in its place, so that the page fills a frame.
  ///
  /// librsvg leaves out masks and `switch` elements around a single element, and draws nothing then.
  func draw(element id: String? = nil, on context: OpaquePointer, in frame: Frame) throws(Refusal) {
    var viewport = RsvgRectangle(
      x: Double(frame.x), y: Double(frame.y), width: Double(frame.width), height: Double(frame.height))
    var error: UnsafeMutablePointer<GError>?
    let isDone =
      id.map { rsvg_handle_render_layer(handle, context, "#" + $0, &viewport, &error) }
      ?? rsvg_handle_render_document(handle, context, &viewport, &error)
    guard isDone != 0 else { throw Self.refusal(error) }
  }

  /// The extents of what an element, or the whole document, draws; nil if that is nothing.
  ///
  /// They are not where the element is drawn: librsvg ignores what is around it.
  private func ink(ofElement id: String?) -> RsvgRectangle? {
    var ink = RsvgRectangle()
    let isKnown = rsvg_handle_get_geometry_for_element(handle, id.map { "#" + $0 }, &ink, nil, nil) != 0
    return isKnown && (ink.width > 0 || ink.height > 0) ? ink : nil
  }

  /// Whether an element draws anything, on the page or off it.
  func hasInk(_ element: String) -> Bool { ink(ofElement: element) != nil }

  /// A length in pixels; nil if it is relative.
  private static func pixels(_ length: RsvgLength) -> Double? {
    switch length.unit {
    case RSVG_UNIT_PX: length.length
    case RSVG_UNIT_IN: length.length * resolution
    case RSVG_UNIT_CM: length.length * resolution / 2.54
    case RSVG_UNIT_MM: length.length * resolution / 25.4
    case RSVG_UNIT_PT: length.length * resolution / 72
    case RSVG_UNIT_PC: length.length * resolution / 6
    default: nil
    }
  }

  private static func refusal(_ error: UnsafeMutablePointer<GError>?) -> Refusal {
    guard let error else { return Refusal(reason: "no reason given") }
    defer { g_error_free(error) }
    return Refusal(reason: String(cString: error.pointee.message))
  }
}
