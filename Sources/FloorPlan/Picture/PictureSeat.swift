/// A seat as it is drawn.
public struct PictureSeat: Sendable, Hashable {
  /// The number people know the seat by: "12", "A-3".
  public var id: String
  /// The room it stands in; empty if the office has no zones.
  public var zone: String
  /// What it looks like.
  public var state: SeatState
  /// A person's short name, «Смирнова А.», drawn under the number; shortened if it does not fit.
  public var label: String?

  /// A seat with everything that is drawn of it.
  public init(id: String, zone: String = "", state: SeatState, label: String? = nil) {
    self.id = id
    self.zone = zone
    self.state = state
    self.label = label
  }
}
