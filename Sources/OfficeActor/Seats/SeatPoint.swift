/// Where the middle of a seat is on the office's drawing, in units of the drawing.
public struct SeatPoint: Sendable, Hashable {
  /// From the left.
  public let x: Double
  /// From the top.
  public let y: Double

  /// A point of the drawing.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The square of the distance, which orders seats as the distance does.
  func squaredDistance(to other: SeatPoint) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return dx * dx + dy * dy
  }
}
