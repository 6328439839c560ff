public import Foundation
public import OfficeActor

/// Rule 9 by the clock: who has a seat on the next open day is asked, and reminded.
public struct AttendanceDay: Sendable {
  private let state: OfficeState
  private let now: @Sendable () -> Date

  /// - Parameter now: the wall clock.
  public init(state: OfficeState, now: @escaping @Sendable () -> Date) {
    self.state = state
    self.now = now
  }

  /// The question and the reminder; what is not answered is released by ``Deadlines``.
  public var jobs: [Job] {
    let timeZone = state.office.rules.timeZone
    return [
      .daily("attendance question", at: { times.askAt }, in: timeZone) { try await ask() },
      .daily("attendance reminder", at: { times.remindAt }, in: timeZone) { try await remind() },
    ]
  }

  private var times: AttendanceRules { state.office.rules.attendance }

  /// Only today: about any day before, it is too late to ask.
  private func ask() async throws {
    let rules = state.office.rules
    let today = rules.today(at: now())
    guard rules.attendance.askAt.moment(on: today, in: rules.timeZone) <= now() else { return }
    _ = try await state.perform(.askAttendance(on: today), by: .bot)
  }

  /// Of every asking day, also one before a stop of the bot's, on which the time has come.
  private func remind() async throws {
    let (office, moment) = (state.office, now())
    for day in office.askingDays(at: moment)
    where times.remindAt.moment(on: day, in: office.rules.timeZone) <= moment {
      _ = try await state.perform(.remindAttendance(on: day), by: .bot)
    }
  }
}
