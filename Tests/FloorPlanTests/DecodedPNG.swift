import CRsvg

@testable import FloorPlan

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

  /// The smallest frame around all pixels of a colour, and how many they are.
  func extent(of color: UInt32) -> (frame: Frame, count: Int)? {
    var (left, right, top, bottom, count) = (width, -1, height, -1, 0)
    pixels.withUnsafeBufferPointer { pixels in
      for y in 0..<height {
        for x in 0..<width where pixels[y * width + x] == color {
          (left, right) = (min(left, x), max(right, x))
          (top, bottom) = (min(top, y), max(bottom, y))
          count += 1
        }
      }
    }
    if count == 0 { return nil }
    return (Frame(x: left, y: top, width: right - left + 1, height: bottom - top + 1), count)
  }

  /// Whether most of an area has the colour of a state, and its corners have.
  func isColored(_ area: Frame, by state: SeatState) -> Bool {
    let fill = Palette.desk(state).fill.rgb
    let count = colors(x: area.x..<area.maxX, y: area.y..<area.maxY)[fill, default: 0]
    let corners = [
      (area.x, area.y), (area.maxX - 1, area.y), (area.x, area.maxY - 1), (area.maxX - 1, area.maxY - 1),
    ]
    return count * 2 > area.width * area.height && corners.allSatisfy { self[$0.0, $0.1] == fill }
  }

  /// Where another picture of the same size looks different, by more than the shades of edges for which a
  /// palette has no room.
  func differences(from other: DecodedPNG) -> [(x: Int, y: Int)] {
    var places: [(x: Int, y: Int)] = []
    for y in 0..<height {
      let row = y * width..<(y + 1) * width
      if pixels[row].elementsEqual(other.pixels[row]) { continue }
      for x in 0..<width {
        if Self.difference(self[x, y], other[x, y]) > 40 { places.append((x, y)) }
      }
    }
    return places
  }

  /// How far two colours are from each other in the channel in which they are furthest.
  static func difference(_ one: UInt32, _ other: UInt32) -> Int {
    let shifts: [UInt32] = [16, 8, 0]
    return shifts.map { abs(Int(one >> $0 & 0xFF) - Int(other >> $0 & 0xFF)) }.max() ?? 0
  }
}
