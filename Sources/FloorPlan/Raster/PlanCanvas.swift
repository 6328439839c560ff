import CRsvg

/// The office's own plan without its seats, drawn once and kept for later pictures. Not for more than one thread.
final class PlanCanvas {
  private struct Key: Hashable {
    let digest: String
    let keptGroups: Set<String>
  }

  private var surface: OpaquePointer?
  private var key: Key?

  deinit {
    cairo_surface_destroy(surface)
  }

  /// Draws a plan and its seats where they go on a picture.
  func draw(_ underlay: PlanUnderlay, on context: OpaquePointer) throws(RenderingError) {
    let frame = underlay.plan.frame
    let surface = try floor(of: underlay)
    cairo_set_source_surface(context, surface, Double(frame.x), Double(frame.y))
    cairo_paint(context)
    underlay.paintSeats(on: context)
  }

  private func floor(of underlay: PlanUnderlay) throws(RenderingError) -> OpaquePointer {
    let key = Key(digest: underlay.plan.digest, keptGroups: Set(underlay.keptGroups))
    if let surface, key == self.key { return surface }
    cairo_surface_destroy(surface)
    surface = nil
    let frame = underlay.plan.frame
    guard
      let floor = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(frame.width), Int32(frame.height)),
      let context = cairo_create(floor)
    else { throw .notDrawn("no canvas of \(frame.width) × \(frame.height)") }
    defer { cairo_destroy(context) }
    do {
      let plan = try ParsedSVG(
        PlanDocument.hidingSeats(in: underlay.plan.document, keeping: key.keptGroups))
      // At the corner of its own surface: librsvg cuts what transparent groups have beyond the page's size.
      try plan.draw(on: context, in: Frame(x: 0, y: 0, width: frame.width, height: frame.height))
    } catch {
      cairo_surface_destroy(floor)
      throw .notDrawn((error as? ParsedSVG.Refusal)?.reason ?? "\(error)")
    }
    (surface, self.key) = (floor, key)
    return floor
  }
}
