import Foundation
import Logging
import OfficeActor
import Synchronization
import Testing

/// Stores nothing, or refuses to store.
final class MemoryStorage: OfficeStorage {
  private let failure = Mutex<CommitFailure?>(nil)
  private let meanwhile = Mutex<(@Sendable () -> Void)?>(nil)

  func fail(_ failure: CommitFailure?) { self.failure.withLock { $0 = failure } }

  /// Something happens while the next commit is under way.
  func duringNextCommit(_ event: @escaping @Sendable () -> Void) { meanwhile.withLock { $0 = event } }

  func commit(_ transaction: Transaction) throws(CommitFailure) {
    let event = meanwhile.withLock { event in
      defer { event = nil }
      return event
    }
    event?()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}

/// An office of three seats whose clock a test moves. Wednesday, 25 November 2026, is its first day.
struct TestOffice: Sendable {
  let time: ManualTime
  let storage = MemoryStorage()
  let state: OfficeState

  static let wednesday = Day(iso: "2026-11-25") ?? Day(number: 0)
  static let moscow = TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt
  static let admins = [AccountID(rawValue: 901), AccountID(rawValue: 902)]
  static let seats = ["1", "2", "3"].map { Seat(id: Seat.ID($0)) }
  static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

  /// An office with four people, who have the ids 1 to 4 and the accounts 101 to 104.
  init(_ time: String = "10:00", adjust: (inout OfficeRules) -> Void = { _ in }) throws {
    let manual = ManualTime(Self.moment(time))
    var rules = OfficeRules(timeZone: Self.moscow, admins: Set(Self.admins), registration: .open)
    adjust(&rules)
    let people = try (1...4 as ClosedRange<Int64>).map { id in
      Employee(
        id: Employee.ID(rawValue: id), name: try #require(EmployeeName("Сотрудник \(id)")),
        account: Self.account(id))
    }
    let office = try Office(
      rules: rules, seats: Self.seats,
      records: OfficeRecords(employees: people, counters: Counters(nextEmployee: 5)))
    self.time = manual
    state = OfficeState(office, storage: storage, now: { manual.now })
  }

  static func account(_ id: Int64) -> AccountID { AccountID(rawValue: 100 + id) }

  /// «12:00» of a day, the first one unless it is said.
  static func moment(_ time: String, on day: Day = wednesday) -> Date {
    (TimeOfDay(time) ?? TimeOfDay(hour: 0, minute: 0)).moment(on: day, in: moscow)
  }

  var office: Office { state.office }

  func perform(_ command: Command, by person: Int64? = nil) async throws {
    let principal = person.map { Principal.person(Self.account($0)) } ?? .bot
    _ = try await state.perform(command, by: principal)
  }

  func book(_ seat: String?, by person: Int64, on day: Day = wednesday + 1) async throws {
    try await perform(.book(seat.map { Seat.ID($0) }, on: day), by: person)
  }

  /// What is owed reaches whom it is owed to now.
  func deliverAll() async throws {
    for notice in office.noticesDue(at: time.now) {
      guard let account = office.account(of: notice) else { continue }
      try await perform(.settle(notice.id, .delivered(to: account, message: notice.id.rawValue)))
    }
  }

  /// Who has a seat on a day.
  func seated(on day: Day) -> Set<Int64> {
    Set(office.bookings(on: day).all.filter { $0.seat != nil }.map(\.owner.rawValue))
  }

  /// Owes both admins an announcement.
  func announce(_ words: String) async throws { try await perform(.tellAdmins(.announcement(words))) }
}

/// Waits until something has happened on another thread; a minute in vain is a failure.
func eventually(_ isTrue: () async throws -> Bool) async throws {
  struct InVain: Error {}
  let deadline = ContinuousClock.now + .seconds(60)
  while try await !isTrue() {
    guard ContinuousClock.now < deadline else { throw InVain() }
    try await Task.sleep(for: .milliseconds(2))
  }
}
