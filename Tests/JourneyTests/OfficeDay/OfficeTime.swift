import Foundation
import Sandbox
import Testing

/// A clock that a journey moves forward, for people, Telegram and the bot alike.
struct OfficeTime: Sendable {
  let file: URL
  let clock: SandboxClock

  /// Begins at ten in the morning of the next day: the office's today is day 0 of the journey.
  init() throws {
    file = FileManager.default.temporaryDirectory.appending(path: "office-clock-\(UUID().uuidString)")
    let begin = try Self.moment("10:00", afterDays: 1, of: Date())
    try Data("\(Int(begin.timeIntervalSinceNow))\n".utf8).write(to: file)
    clock = SandboxClock(file: file)
  }

  /// A small office whose bot lives in this time.
  func office(seats: Int, _ more: String = "") -> OfficeSetup {
    var setup = OfficeSetup()
    setup.seats = seats
    setup.more = more
    setup.telegram.clock = clock
    setup.environment["OFFICEBOT_CLOCK_FILE"] = file.path
    return setup
  }

  /// Moves to just after a time of the present day, or of a day after it.
  func move(to time: String, afterDays days: Int = 0, in sandbox: Sandbox) throws {
    let target = try Self.moment(time, afterDays: days, of: clock.now)
    let span = target.timeIntervalSince(clock.now) + 2
    try #require(span > 0, "\(time) is over")
    sandbox.advance(by: .seconds(span))
  }

  private static func moment(_ time: String, afterDays days: Int, of date: Date) throws -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Moscow"))
    let parts = time.split(separator: ":").compactMap { Int($0) }
    let day = try #require(calendar.date(byAdding: .day, value: days, to: calendar.startOfDay(for: date)))
    return try #require(calendar.date(byAdding: .minute, value: parts[0] * 60 + parts[1], to: day))
  }
}
