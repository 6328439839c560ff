import CRsvg

/// How much of each pixel of a frame something covers, 0 to 255.
struct Coverage: Sendable {
  /// Pixels covered by at least this much are inside.
  static let inside: UInt8 = 128

  private(set) var frame: Frame
  /// Bytes from one row to the next, as cairo wants them.
  private let stride: Int
  private var bytes: [UInt8]

  /// A frame covered evenly.
  init(frame: Frame, _ coverage: UInt8 = 0) {
    self.frame = frame
    stride = (frame.width + 3) / 4 * 4
    bytes = [UInt8](repeating: coverage, count: stride * frame.height)
  }

  /// The coverage of a pixel, counted from the frame's corner.
  subscript(x: Int, y: Int) -> UInt8 {
    get { bytes[y * stride + x] }
    set { bytes[y * stride + x] = newValue }
  }

  func isInside(_ x: Int, _ y: Int) -> Bool { self[x, y] >= Self.inside }

  /// How many pixels are inside.
  var area: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var area = 0
      for byte in bytes where byte >= Self.inside { area += 1 }
      return area
    }
  }

  /// Paints the covered pixels.
  func paint(_ color: Color, on context: OpaquePointer, movedBy offset: (x: Int, y: Int)) {
    bytes.withUnsafeBufferPointer { buffer in
      // A mask is only read.
      let mask = cairo_image_surface_create_for_data(
        UnsafeMutablePointer(mutating: buffer.baseAddress), CAIRO_FORMAT_A8, Int32(frame.width),
        Int32(frame.height), Int32(stride))
      color.set(on: context)
      cairo_mask_surface(context, mask, Double(frame.x + offset.x), Double(frame.y + offset.y))
      cairo_surface_finish(mask)
      cairo_surface_destroy(mask)
    }
  }

  /// Scales coverage so that the largest becomes full.
  mutating func normalise() {
    guard let most = bytes.max(), most > 0, most < 255 else { return }
    for index in bytes.indices { bytes[index] = UInt8(Int(bytes[index]) * 255 / Int(most)) }
  }

  /// Makes everything but the edge fully covered: a desk may be an outline, or parts with seams between them.
  mutating func fillInside() {
    let isOutside = outside()
    func touchesOutside(_ x: Int, _ y: Int) -> Bool {
      x == 0 || y == 0 || x == frame.width - 1 || y == frame.height - 1
        || isOutside[y * stride + x - 1] || isOutside[y * stride + x + 1]
        || isOutside[(y - 1) * stride + x] || isOutside[(y + 1) * stride + x]
    }
    for y in 0..<frame.height {
      for x in 0..<frame.width where self[x, y] < 255 && !isOutside[y * stride + x] {
        if !isInside(x, y) || !touchesOutside(x, y) { self[x, y] = 255 }
      }
    }
  }

  /// For each byte whether it can be reached from the frame without crossing what is inside.
  private func outside() -> [Bool] {
    var isOutside = [Bool](repeating: false, count: bytes.count)
    var edge: [(x: Int, y: Int)] = []
    for x in 0..<frame.width { edge += [(x, 0), (x, frame.height - 1)] }
    for y in 0..<frame.height { edge += [(0, y), (frame.width - 1, y)] }
    while let (x, y) = edge.popLast() {
      guard x >= 0, y >= 0, x < frame.width, y < frame.height, !isInside(x, y),
        !isOutside[y * stride + x]
      else { continue }
      isOutside[y * stride + x] = true
      edge += [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
    }
    return isOutside
  }

  /// The coverage without a margin of so many pixels.
  func eroded(by distance: Int) -> Coverage {
    var (rows, result) = (Coverage(frame: frame), Coverage(frame: frame))
    for y in 0..<frame.height {
      for x in distance..<max(distance, frame.width - distance) {
        var least = self[x, y]
        for near in x - distance...x + distance where self[near, y] < least { least = self[near, y] }
        rows[x, y] = least
      }
    }
    for y in distance..<max(distance, frame.height - distance) {
      for x in 0..<frame.width {
        var least = rows[x, y]
        for near in y - distance...y + distance where rows[x, near] < least { least = rows[x, near] }
        result[x, y] = least
      }
    }
    return result
  }

  /// The rectangle that has most room for a number, all of it where `isInside` says so; nil if there is none.
  ///
  /// Pixels are counted from the frame's corner, and so is the rectangle.
  func roomiestRectangle(where isInside: (_ x: Int, _ y: Int) -> Bool) -> Frame? {
    var heights = [Int](repeating: 0, count: frame.width + 1)
    var best: (frame: Frame, room: Int, distance: Int)?
    for y in 0..<frame.height {
      for x in 0..<frame.width { heights[x] = isInside(x, y) ? heights[x] + 1 : 0 }
      // Columns that may still grow to the right, each with where its height began.
      var open: [(left: Int, height: Int)] = []
      for x in 0...frame.width {
        var left = x
        while let last = open.last, last.height >= heights[x] {
          open.removeLast()
          left = last.left
          let found = Frame(x: left, y: y - last.height + 1, width: x - left, height: last.height)
          let room = Self.room(in: found)
          let distance = abs(2 * found.midX - frame.width) + abs(2 * found.midY - frame.height)
          if best.map({ (room, -distance) > ($0.room, -$0.distance) }) ?? (room > 0) {
            best = (found, room, distance)
          }
        }
        if heights[x] > 0 { open.append((left, heights[x])) }
      }
    }
    return best?.frame
  }

  /// How large a number of two or three digits can be in a rectangle.
  private static func room(in frame: Frame) -> Int {
    min(frame.width * 10, frame.height * 17)
  }
}
