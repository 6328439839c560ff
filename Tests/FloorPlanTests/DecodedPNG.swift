import CRsvg

/// A PNG file read back by cairo, which does not know how it was written.
struct DecodedPNG {
  struct Unreadable: Error { let status: cairo_status_t }

  let width: Int
  let height: Int
  private let pixels: [UInt32]

  init(_ file: [UInt8]) throws {
    var rest = file[...]
    let surface = withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { closure, target, count in
          guard let rest = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self), let target,
            rest.pointee.count >= Int(count)
          else { return CAIRO_STATUS_READ_ERROR }
          for place in 0..<Int(count) { target[place] = rest.pointee.removeFirst() }
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
    defer { cairo_surface_destroy(surface) }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
      throw Unreadable(status: status)
    }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let count = width * height
    pixels = data.withMemoryRebound(to: UInt32.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count).map { $0 & 0xFF_FFFF }
    }
  }

  /// The colour at a place, 0xRRGGBB.
  subscript(x: Int, y: Int) -> UInt32 { pixels[y * width + x] }

  /// How many pixels of an area are of each colour.
  func colors(x: Range<Int>, y: Range<Int>) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for row in y { for column in x { counts[self[column, row], default: 0] += 1 } }
    return counts
  }
}
