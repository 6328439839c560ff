extension OwnPlan {
  /// Where a seat's middle is on the drawing, in its own pixels.
  public struct Middle: Sendable, Hashable {
    /// From the left.
    public let x: Double
    /// From the top.
    public let y: Double
  }

  /// The middle of each seat, by its id.
  public var middles: [String: Middle] {
    places.mapValues { Middle(x: Double($0.midX), y: Double($0.midY)) }
  }
}
