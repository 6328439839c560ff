/// A calm picture for a screen without a floor: the office's name and a sign for what the screen is about.
public struct StandingPicture: Sendable, Hashable {
  /// What the screen is about; each has its own sign.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Registration, before one is known.
    case welcome
    /// The menu.
    case menu
    /// Choosing a day.
    case calendar
    /// One's own bookings and what became of them.
    case bookings
    /// Who is in the office; finding a colleague.
    case people
    /// Inviting a guest.
    case guest
    /// A question or an offer that waits for an answer.
    case question
    /// Something was done.
    case done
    /// «Управление».
    case admin
    /// The journal, statistics.
    case journal
    /// How things work.
    case help
    /// Something went wrong, or is refused.
    case trouble
  }

  /// What the screen is about.
  public var kind: Kind
  /// The office's name.
  public var office: String
  /// The screen's heading in large letters: «Мои брони». Empty, and the office's name stands alone.
  public var heading: String

  /// A standing picture for one kind of screen.
  public init(_ kind: Kind, office: String, heading: String = "") {
    self.kind = kind
    self.office = office
    self.heading = heading
  }
}
