import Foundation
import Jobs
import OfficeActor
import Synchronization
import Testing

@Suite("The error digest")
final class ErrorDigestTests {
  /// Nine in the morning of 25 November 2026, by clocks of Greenwich.
  private static let nine = Date(timeIntervalSince1970: 1_795_597_200)
  private static let hour: TimeInterval = 3600
  private static let day: TimeInterval = 86_400

  private let time = ManualTime(nine - hour)
  private let history = MemoryHistory()
  /// When something went wrong.
  private let errors = Mutex<[Date]>([])

  @Test("tells every admin of the day since the last one, if anything went wrong")
  func digest() async throws {
    let state = try office()
    try await run(state, at: Self.nine)
    #expect(owed(by: state) == [], "nothing went wrong")

    errors.withLock { $0 = [Self.nine + Self.hour] }
    try await run(state, at: Self.nine + Self.day + 5)
    let expected = Notice.Content.errorDigest(from: Self.nine, through: Self.nine + Self.day)
    #expect(owed(by: state) == [expected, expected], "one for each admin")

    try await run(state, at: Self.nine + 2 * Self.day)
    #expect(owed(by: state).count == 2, "nothing went wrong since")
  }

  @Test("is not made twice for the same day, even if nobody knows that it was made")
  func twice() async throws {
    let state = try office()
    errors.withLock { $0 = [Self.nine + Self.hour] }
    try await run(state, at: Self.nine)
    try await run(state, at: Self.nine + Self.day, isRemembered: false)
    try await run(state, at: Self.nine + Self.day + 60)
    #expect(owed(by: state).count == 2)
  }

  @Test("reaches back to the last one when it is late")
  func late() async throws {
    let state = try office()
    try await run(state, at: Self.nine + 10)
    errors.withLock { $0 = [Self.nine + 60] }
    try await run(state, at: Self.nine + 3 * Self.day + 5 * Self.hour)
    #expect(
      owed(by: state).first == .errorDigest(from: Self.nine, through: Self.nine + 3 * Self.day))
    // What went wrong between nine and its being made is in the next one.
    errors.withLock { $0 = [Self.nine + 3 * Self.day + 4 * Self.hour] }
    try await run(state, at: Self.nine + 4 * Self.day)
    #expect(
      owed(by: state).last
        == .errorDigest(from: Self.nine + 3 * Self.day, through: Self.nine + 4 * Self.day))
  }

  @Test("is also made when a question about attendance could not be delivered")
  func undelivered() async throws {
    let state = try office()
    time.jump(to: Self.nine - Self.day)
    let admin = Principal.person(AccountID(rawValue: 1))
    _ = try await state.perform(.addEmployees([EmployeeName("Смирнова Анна")].compactMap(\.self)), by: .bot)
    _ = try await state.perform(.register(as: Employee.ID(rawValue: 1)), by: admin)
    let today = state.office.rules.today(at: Self.nine)
    _ = try await state.perform(.book(Seat.ID("1"), on: today + 1), by: admin)
    try await run(state, at: Self.nine)
    time.jump(to: Self.nine + 3 * Self.hour)
    _ = try await state.perform(.askAttendance(on: today), by: .bot)
    for notice in state.office.notices.values {
      guard case .attendanceQuestion = notice.content else { continue }
      _ = try await state.perform(
        .settle(notice.id, .undeliverable(to: AccountID(rawValue: 1), reason: .blocked)), by: .bot)
    }
    let before = state.office.notices.count
    try await run(state, at: Self.nine + Self.day)
    #expect(state.office.notices.count == before + 2)
  }

  private func office() throws -> OfficeState {
    let rules = OfficeRules(
      timeZone: .gmt, admins: [AccountID(rawValue: 1), AccountID(rawValue: 2)])
    let office = try Office(rules: rules, seats: [Seat(id: Seat.ID("1"))])
    return OfficeState(office, storage: NoStorage()) { [time] in time.now }
  }

  private func run(_ state: OfficeState, at moment: Date, isRemembered: Bool = true) async throws {
    time.jump(to: moment)
    let moments = errors.withLock { $0 }
    let job = ErrorDigest(
      state: state, history: history, at: { TimeOfDay(hour: 9, minute: 0) },
      hasErrors: { from, through in moments.contains { from <= $0 && $0 < through } },
      now: { [time] in time.now }
    ).job
    try await job.work()
    if isRemembered { await history.remember(run: moment, of: job.name) }
  }

  private func owed(by state: OfficeState) -> [Notice.Content] {
    state.office.notices.values.sorted { $0.id < $1.id }.map(\.content)
  }

  private struct NoStorage: OfficeStorage {
    func commit(_ transaction: Transaction) {}
  }

  private actor MemoryHistory: JobHistory {
    private var runs: [String: Date] = [:]

    func lastRun(of job: String) -> Date? { runs[job] }
    func remember(run: Date, of job: String) { runs[job] = run }
  }
}
