import Foundation
import Jobs
import OfficeActor
import Persistence
import Synchronization
import Testing

@Suite("The daily cleanup")
struct CleanupTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "cleanup-\(UUID().uuidString)")
  private let rules = OfficeRules(
    timeZone: .gmt, bookingWindowDays: 14, admins: [AccountID(rawValue: 900)], registration: .open)
  private let seats = (1...20).map { Seat(id: Seat.ID("\($0)")) }

  private func open() throws -> (OfficeDatabase, OfficeDatabase.Loaded) {
    let database = try OfficeDatabase(folder: folder)
    return (database, try database.load(rules: rules, seats: seats))
  }

  @Test("forgets old bookings, journal entries and handled updates, keeps the rest, and finds nothing twice")
  func cleanup() async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let time = ManualTime(Date(timeIntervalSince1970: 1_795_597_200))
    let (database, loaded) = try open()
    let steps = Steps(database)
    let chats = try ChatStore(folder: folder) { time.now }
    try await chats.remember(entry: "имя гостя", of: 1)
    let state = OfficeState(
      loaded.office, handled: loaded.handled, storage: steps, now: { time.now })
    let names = (1...20).compactMap { EmployeeName("Сотрудник \($0)") }
    _ = try await state.perform(.addEmployees(names), by: .bot)
    let people = state.office.employees.all.map(\.id).sorted()
    for (index, employee) in people.enumerated() {
      _ = try await state.perform(.register(as: employee), by: .person(AccountID(rawValue: Int64(index))))
    }
    try await giveUpNotice(state)
    // Every second day for forty days everybody books today; 400 bookings, 420 journal entries.
    let first = rules.today(at: time.now)
    var request: Int64 = 0
    for step in 0..<20 {
      time.jump(to: time.now + (step == 0 ? 0 : 2 * 86_400))
      for (index, seat) in seats.enumerated() {
        request += 1
        _ = try await state.perform(
          .book(seat.id, on: first + 2 * step), by: .person(AccountID(rawValue: Int64(index))),
          request: RequestID(rawValue: request))
      }
    }
    let today = rules.today(at: time.now)
    #expect(today == first + 38)

    let cleanup = Cleanup(
      state: state, database: database, chats: chats,
      retention: Cleanup.Retention(bookingsDays: 10, journalDays: 20, noticesDays: 15), now: { time.now })
    try await giveUpNotice(state)
    steps.begin()
    try await cleanup.run()
    #expect(steps.largest == Cleanup.stepRowsMax, "nobody waits long behind a step")
    let kept = state.office
    #expect(kept.noticesGivenUp.count == 1)
    // Days 28, 30, … 38 of 0, 2, … 38.
    #expect(kept.allBookings.count == 6 * 20)
    #expect(kept.allBookings.allSatisfy { $0.day >= today + -10 })
    #expect(try database.requests(handledBefore: .distantFuture, atMost: 1_000).count == 4 * 20)
    // What was handled long ago cannot arrive again, and would be carried out if it did; what is recent would not.
    #expect(
      try await state.perform(
        .book(Seat.ID("1"), on: today), by: .person(AccountID(rawValue: 0)),
        request: RequestID(rawValue: request))
        == .alreadyHandled)

    try await cleanup.run()
    #expect(state.office == kept)
    try database.close()
    let (again, reloaded) = try open()
    #expect(Set(reloaded.office.allBookings) == Set(kept.allBookings))
    #expect(reloaded.office.notices == kept.notices)
    #expect(reloaded.handled.count == 4 * 20)
    // The entries of days 18, 20, … 38 are left, twenty each, and that of the notice that was given up last.
    #expect(try again.forgetJournal(before: .distantFuture, atMost: 1_000) == 11 * 20 + 1)
    try again.close()
  }

  private func giveUpNotice(_ state: OfficeState) async throws {
    _ = try await state.perform(.tellAdmins(.announcement("снимок не записан")), by: .bot)
    let notice = try #require(state.office.notices.keys.max())
    let account = try #require(state.office.notices[notice].flatMap(state.office.account(of:)))
    _ = try await state.perform(
      .settle(notice, .undeliverable(to: account, reason: .blocked)), by: .bot)
  }

  /// Knows how much is written in one transaction.
  private final class Steps: OfficeStorage {
    private let database: OfficeDatabase
    private let size = Mutex(0)

    init(_ database: OfficeDatabase) { self.database = database }

    var largest: Int { size.withLock { $0 } }
    func begin() { size.withLock { $0 = 0 } }

    func commit(_ transaction: Transaction) throws(CommitFailure) {
      size.withLock { $0 = max($0, transaction.changes.count, transaction.forgotten.count) }
      try database.commit(transaction)
    }
  }

  @Test("forgets what silence has cost when its day is over, and not before")
  func released() async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (database, loaded) = try open()
    let today = rules.today(at: Date(timeIntervalSince1970: 1_795_597_200))
    func at(_ hour: Int, _ day: Day) -> Date {
      TimeOfDay(hour: hour, minute: 0).moment(on: day, in: rules.timeZone)
    }
    let time = ManualTime(at(9, today))
    let state = OfficeState(loaded.office, storage: database, now: { time.now })
    let account = AccountID(rawValue: 101)
    _ = try await state.perform(.addEmployees([EmployeeName("Смирнова Анна")].compactMap(\.self)), by: .bot)
    _ = try await state.perform(.register(as: Employee.ID(rawValue: 1)), by: .person(account))
    _ = try await state.perform(.book(Seat.ID("1"), on: today + 2), by: .person(account))
    time.jump(to: at(12, today + 1))
    _ = try await state.perform(.askAttendance(on: today + 1), by: .bot)
    for notice in state.office.noticesDue(at: time.now) where state.office.account(of: notice) == account {
      _ = try await state.perform(.settle(notice.id, .delivered(to: account, message: 1)), by: .bot)
    }
    time.jump(to: at(19, today + 1))
    _ = try await state.perform(.releaseUnconfirmed(dueBy: time.now), by: .bot)
    let cleanup = Cleanup(
      state: state, database: database, chats: try ChatStore(folder: folder) { time.now },
      retention: Cleanup.Retention(bookingsDays: 10, journalDays: 20, noticesDays: 15), now: { time.now })
    time.jump(to: at(4, today + 2))
    try await cleanup.run()
    #expect(state.office.records.released.map(\.seat) == [Seat.ID("1")], "«Приду» may still take it")
    time.jump(to: at(4, today + 3))
    try await cleanup.run()
    #expect(state.office.records.released.isEmpty)
    try database.close()
  }

  @Test("takes so many notices and bookings at a time, the oldest first")
  func bounded() throws {
    var office = try Office(rules: rules, seats: (1...250).map { Seat(id: Seat.ID("\($0)")) })
    let now = Date(timeIntervalSince1970: 1_795_597_200)
    let today = rules.today(at: now)
    let names = (1...250).compactMap { EmployeeName("Сотрудник \($0)") }
    _ = try office.perform(.addEmployees(names), by: .bot, at: now)
    for (index, employee) in office.employees.all.map(\.id).sorted().enumerated() {
      let person = Principal.person(AccountID(rawValue: Int64(index)))
      _ = try office.perform(.register(as: employee), by: person, at: now)
      _ = try office.perform(.book(Seat.ID("\(index + 1)"), on: today), by: person, at: now)
      _ = try office.perform(.tellAdmins(.announcement("\(index)")), by: .bot, at: now)
    }
    for notice in office.notices.values {
      let outcome = NoticeOutcome.undeliverable(to: office.account(of: notice), reason: .refused)
      _ = try office.perform(.settle(notice.id, outcome), by: .bot, at: now)
    }
    let notices = office.notices.count
    let later = now + 86_400
    _ = try office.perform(.forgetBookings(before: today + 1), by: .bot, at: later)
    #expect(office.allBookings.map(\.id.rawValue).sorted() == Array(201...250))
    _ = try office.perform(.forgetNotices(before: later), by: .bot, at: later)
    #expect(office.notices.count == notices - 200)
    #expect(office.noticesGivenUp(before: now).isEmpty, "none before they were given up")
  }

  @Test("forgets requests to be registered a day after they were settled, and what still counts stays")
  func registrationRequests() async throws {
    var rules = rules
    rules.registration = .approval
    rules.admins = [AccountID(rawValue: 900)]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try OfficeDatabase(folder: folder)
    let time = ManualTime(Date(timeIntervalSince1970: 1_795_597_200))
    let loaded = try database.load(rules: rules, seats: seats)
    let state = OfficeState(loaded.office, storage: database, now: { time.now })
    let name = try #require(EmployeeName("Котова Вера"))
    _ = try await state.perform(.addEmployees([name]), by: .bot)
    let employee = try #require(state.office.employees.named(name)?.id)
    for (account, pause) in [(1, 0), (2, 86_000), (3, 300)] as [(Int64, TimeInterval)] {
      time.jump(to: time.now + pause)
      _ = try await state.perform(
        .requestRegistration(as: employee, typing: "кот"), by: .person(AccountID(rawValue: account)))
      let request = try #require(state.office.request(of: AccountID(rawValue: account)))
      _ = try await state.perform(.refuseRegistration(request.id), by: .person(AccountID(rawValue: 900)))
    }
    time.jump(to: time.now + 200)
    let cleanup = Cleanup(
      state: state, database: database, chats: try ChatStore(folder: folder),
      retention: Cleanup.Retention(bookingsDays: 10, journalDays: 20, noticesDays: 15), now: { time.now })
    try await cleanup.run()
    #expect(Set(state.office.settledRequests.values.map(\.account.rawValue)) == [2, 3])
    #expect(
      try database.load(rules: rules, seats: seats).office.settledRequests == state.office.settledRequests)
    try database.close()
  }

  @Test("is the bot's alone, and takes no day that is still to come")
  func rights() async throws {
    var office = try Office(rules: rules, seats: seats)
    let now = Date(timeIntervalSince1970: 1_795_597_200)
    let today = rules.today(at: now)
    #expect(throws: Rejection.notAllowed) {
      try office.perform(.forgetBookings(before: today), by: .person(AccountID(rawValue: 1)), at: now)
    }
    #expect(throws: Rejection.notAllowed) {
      try office.perform(.forgetBookings(before: today + 1), by: .bot, at: now)
    }
  }
}
