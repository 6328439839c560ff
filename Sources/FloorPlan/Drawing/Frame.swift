/// A rectangle on a picture, in pixels, y growing downwards.
struct Frame: Sendable, Hashable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var maxX: Int { x + width }
  var maxY: Int { y + height }
  var midX: Int { x + width / 2 }
  var midY: Int { y + height / 2 }

  func inset(by distance: Int) -> Frame {
    Frame(x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
  }

  func moved(x: Int, y: Int) -> Frame {
    Frame(x: self.x + x, y: self.y + y, width: width, height: height)
  }

  func contains(_ other: Frame) -> Bool {
    other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
  }

  /// The smallest frame around both.
  func union(_ other: Frame) -> Frame {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Frame(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  func overlaps(_ other: Frame) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
