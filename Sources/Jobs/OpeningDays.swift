public import Foundation
public import OfficeActor

/// Rule 17 by the clock: days open at their predecessor's end, and are booked for plans and assigned seats.
public struct OpeningDays: Sendable {
  private let state: OfficeState
  private let now: @Sendable () -> Date

  /// - Parameter now: the wall clock.
  public init(state: OfficeState, now: @escaping @Sendable () -> Date) {
    self.state = state
    self.now = now
  }

  /// Due at midnight in the office, and at once while a day waits: after a stop, or when the window has become longer.
  public var job: Job {
    Job(
      name: "open days",
      nextDue: { last in
        let office = state.office
        if office.dayToOpen(at: now()) != nil { return last }
        let today = office.rules.today(at: now())
        return (today + 1).start(in: office.rules.timeZone)
      }, needsBelievedClock: true
    ) {
      // Oldest first, each in a step of its own.
      while let day = state.office.dayToOpen(at: now()) {
        _ = try await state.perform(.openNextDay, by: .bot)
        // The office reads the clock itself: by one that was just moved back nothing opens.
        guard state.office.dayToOpen(at: now()) != day else { return }
      }
    }
  }
}
