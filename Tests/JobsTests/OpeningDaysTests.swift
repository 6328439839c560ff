import Foundation
import Jobs
import OfficeActor
import Testing

@Suite("Days that open", .timeLimit(.minutes(30)))
struct OpeningDaysTests {
  private let history = JobRunnerTests.History()
  /// The day that opens when Thursday begins.
  private let opening = TestOffice.wednesday + 14

  /// One life of the process, from a time of a day on.
  private func life(
    of office: TestOffice, from time: String, on day: Day, _ body: () async throws -> Void
  ) async throws {
    office.time.jump(to: TestOffice.moment(time, on: day))
    let runner = JobRunner(
      jobs: [OpeningDays(state: office.state, now: { office.time.now }).job], history: history,
      now: { office.time.now }, sleep: { try await office.time.sleep($0) }, logger: TestOffice.quiet)
    try await withThrowingTaskGroup { group in
      group.addTask { try await runner.run() }
      await office.time.untilAsleep(1)
      try await body()
      group.cancelAll()
    }
  }

  /// An office in which somebody comes every day.
  private func office() async throws -> TestOffice {
    let office = try TestOffice()
    _ = try await office.state.perform(.adoptSeats, by: .bot)
    for weekday in Weekday.allCases {
      _ = try await office.state.perform(
        .planDay(weekday, .seat(Seat.ID("2"))), by: .person(TestOffice.account(1)))
    }
    return office
  }

  private func planned(_ office: TestOffice) -> [Day] {
    office.state.office.bookings(of: Employee.ID(rawValue: 1), from: TestOffice.wednesday).map(\.day)
  }

  @Test("open at midnight in the office, not before")
  func midnight() async throws {
    let office = try await office()
    try await life(of: office, from: "23:00", on: TestOffice.wednesday) {
      await office.time.pass(3_599)
      #expect(planned(office) == [])
      await office.time.pass(1)
      #expect(planned(office) == [opening])
      await office.time.pass(86_400)
      #expect(planned(office) == [opening, opening + 1])
    }
  }

  @Test("open at the next start, each once, after a stop over midnights")
  func stop() async throws {
    let office = try await office()
    try await life(of: office, from: "23:00", on: TestOffice.wednesday) {}
    for start in ["08:00", "09:00"] {
      try await life(of: office, from: start, on: TestOffice.wednesday + 3) {
        #expect(planned(office) == [opening, opening + 1, opening + 2])
      }
    }
  }

  @Test("open at once when the window has become longer")
  func longerWindow() async throws {
    let office = try await office()
    try await life(of: office, from: "10:00", on: TestOffice.wednesday) {
      var rules = office.state.office.rules
      rules.bookingWindowDays = 16
      await office.state.adopt(rules)
      await office.time.pass(60)
      #expect(planned(office) == [opening, opening + 1])
    }
  }

  @Test("wait while the clock is not believed")
  func doubtedClock() async throws {
    let office = try await office()
    #expect(OpeningDays(state: office.state, now: { office.time.now }).job.needsBelievedClock)
  }
}
