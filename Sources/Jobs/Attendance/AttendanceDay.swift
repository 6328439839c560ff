public import Foundation
public import OfficeActor

/// Rule 9 by the clock: who has a seat on the next open day is asked, reminded, and released without an answer.
public struct AttendanceDay: Sendable {
  private let state: OfficeState
  private let now: @Sendable () -> Date

  /// - Parameter now: the wall clock.
  public init(state: OfficeState, now: @escaping @Sendable () -> Date) {
    self.state = state
    self.now = now
  }

  /// The question, the reminder and the release.
  public var jobs: [Job] {
    let timeZone = state.office.rules.timeZone
    return [
      .daily("attendance question", at: { times.askAt }, in: timeZone) { try await ask() },
      .daily("attendance reminder", at: { times.remindAt }, in: timeZone) { try await remind() },
      // What people could not answer while the bot was down, or before a time they were not told of, they can
      // answer still.
      .daily(
        "attendance release", at: { times.answerBy }, in: timeZone,
        catchUpAfter: { times.minimumTimeToAnswer }
      ) { try await release() },
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

  private func remind() async throws {
    for day in askingDays(whose: \.remindAt) {
      _ = try await state.perform(.remindAttendance(on: day), by: .bot)
    }
  }

  private func release() async throws {
    for day in askingDays(whose: \.answerBy) {
      _ = try await state.perform(.releaseUnconfirmed(askedOn: day), by: .bot)
    }
  }

  /// The asking days, also those before a stop of the bot's, on which a time has come.
  private func askingDays(whose time: KeyPath<AttendanceRules, TimeOfDay>) -> [Day] {
    let (office, moment) = (state.office, now())
    return office.askingDays(at: moment).filter {
      office.rules.attendance[keyPath: time].moment(on: $0, in: office.rules.timeZone) <= moment
    }
  }
}
