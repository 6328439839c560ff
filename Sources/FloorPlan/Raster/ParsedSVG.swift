import CRsvg

/// An SVG document as librsvg has read it. Nothing outside the document is loaded: it has no address
/// to which links could be relative. Not for more than one thread.
final class ParsedSVG {
  /// What librsvg said when it refused.
  struct Refusal: Error { let reason: String }

  private let handle: UnsafeMutablePointer<RsvgHandle>

  init(_ document: String) throws(Refusal) {
    var document = document
    var error: UnsafeMutablePointer<GError>?
    let handle = document.withUTF8 { rsvg_handle_new_from_data($0.baseAddress, gsize($0.count), &error) }
    guard let handle else { throw Self.refusal(error) }
    self.handle = handle
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(handle))
  }

  /// Width divided by height of its `viewBox`; nil without one, for then it cannot be scaled.
  var aspect: Double? {
    var hasBox: gboolean = 0
    var box = RsvgRectangle()
    rsvg_handle_get_intrinsic_dimensions(handle, nil, nil, nil, nil, &hasBox, &box)
    return hasBox != 0 && box.width > 0 && box.height > 0 ? box.width / box.height : nil
  }

  /// Adds rules of CSS to those of the document.
  func style(_ stylesheet: String) throws(Refusal) {
    var stylesheet = stylesheet
    var error: UnsafeMutablePointer<GError>?
    let isDone = stylesheet.withUTF8 {
      rsvg_handle_set_stylesheet(handle, $0.baseAddress, gsize($0.count), &error)
    }
    guard isDone != 0 else { throw Self.refusal(error) }
  }

  /// Draws the document so that it fills a frame.
  func draw(on context: OpaquePointer, in frame: Frame) throws(Refusal) {
    var viewport = Self.rectangle(frame)
    var error: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
      throw Self.refusal(error)
    }
  }

  /// Where an element is when the document fills a frame, its lines' widths not counted; nil if there is none.
  func place(ofElement id: String, in frame: Frame) -> Frame? {
    var viewport = Self.rectangle(frame)
    var place = RsvgRectangle()
    guard rsvg_handle_get_geometry_for_layer(handle, "#" + id, &viewport, nil, &place, nil) != 0 else {
      return nil
    }
    let sides = [place.x, place.y, place.width, place.height]
    guard sides.allSatisfy({ $0.isFinite && abs($0) < 1e6 }), place.width >= 1, place.height >= 1 else {
      return nil
    }
    return Frame(x: Int(place.x), y: Int(place.y), width: Int(place.width), height: Int(place.height))
  }

  private static func rectangle(_ frame: Frame) -> RsvgRectangle {
    RsvgRectangle(
      x: Double(frame.x), y: Double(frame.y), width: Double(frame.width), height: Double(frame.height))
  }

  private static func refusal(_ error: UnsafeMutablePointer<GError>?) -> Refusal {
    guard let error else { return Refusal(reason: "no reason given") }
    defer { g_error_free(error) }
    return Refusal(reason: String(cString: error.pointee.message))
  }
}
