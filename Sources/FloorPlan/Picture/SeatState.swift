/// What a seat looks like on a picture: told by colour and by sign.
public enum SeatState: String, Sendable, Hashable, CaseIterable {
  /// May be taken.
  case free
  /// Somebody else's.
  case taken
  /// Belongs to the person who looks at the picture.
  case own
  /// Offered to the person who looks at the picture, and waiting for the answer.
  case heldForYou
  /// Kept for somebody else until an offer is answered or runs out.
  case held
  /// Cannot be booked that day.
  case closed
}
