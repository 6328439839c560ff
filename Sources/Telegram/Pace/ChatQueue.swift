/// What waits for one chat, what is under way to it, and when the next may go.
struct ChatQueue: Sendable {
  var waiting = PerLane<[Schedule.Entry]>([])
  /// One at a time: parallel connections would change the order.
  var inFlight: Schedule.Entry.ID?
  var heldUntil = Duration.zero
  var meter: PaceMeter

  init(_ pace: Pace) { meter = PaceMeter(pace) }

  /// The earliest moment for the next call, unless one is under way.
  var due: Duration { max(meter.due, heldUntil) }

  var isIdle: Bool { inFlight == nil && Lane.allCases.allSatisfy { waiting[$0].isEmpty } }

  /// Whether forgetting it would change nothing.
  func isForgettable(at now: Duration) -> Bool {
    isIdle && heldUntil <= now && meter.isRested(at: now)
  }

  /// The call that waits and sets the same.
  func waitingEntry(settingTheSameAs key: SupersessionKey) -> Schedule.Entry? {
    Lane.allCases.lazy.compactMap { waiting[$0].first { $0.key?.isSameThing(as: key) ?? false } }.first
  }
}
