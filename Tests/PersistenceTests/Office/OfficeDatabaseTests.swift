import Foundation
import GRDB
import OfficeActor
import TestSupport
import Testing

@testable import Persistence

@Suite("The office's database")
struct OfficeDatabaseTests {
  private let folder: TemporaryFolder
  private let database: OfficeDatabase

  init() throws {
    folder = try TemporaryFolder()
    database = try OfficeDatabase(folder: folder.url)
  }

  @Test("waits for the disk with every commit: WAL, synchronous FULL")
  func durability() throws {
    #expect(try pragma("synchronous") == "2")
    #expect(try pragma("journal_mode") == "wal")
    #expect(try pragma("foreign_keys") == "1")
    try database.commit(transaction(.putEmployee(anna)))
    #expect(try pragma("synchronous") == "2")
  }

  @Test("says whether the office has never had anything in it")
  func isNew() throws {
    #expect(try database.loadSample().isNew)
    try database.commit(transaction(.putEmployee(anna)))
    #expect(try !database.loadSample().isNew)
  }

  @Test("keeps over a restart who comes when, who is away, and what was cancelled")
  func week() throws {
    let today = SampleOffice.today
    func id<Record>(_ number: Int64) -> RecordID<Record> { RecordID(rawValue: number) }
    let plan = Plan(
      of: id(1), createdAt: SampleOffice.noon,
      days: [
        .mon: Plan.Wish(seat: Seat.ID("A-1"), since: SampleOffice.noon + 1),
        .fri: Plan.Wish(seat: nil, since: SampleOffice.noon + 2),
      ], rest: .silence, silentReleases: 3,
      last: PlanOutcome(
        day: today, wanted: Seat.ID("A-1"), seat: Seat.ID("1"), reason: .satThereMoreOften(id(2))))
    let absence = Absence(
      id: id(3), employee: id(1), from: today + 1, through: today + 9, enteredBy: AccountID(rawValue: 900),
      enteredAt: SampleOffice.noon)
    let cancelled = [
      CancelledBooking(
        id: id(4), day: today + 1, owner: id(1), guest: nil, seat: Seat.ID("2"), createdAt: SampleOffice.noon,
        absence: id(3)),
      CancelledBooking(
        id: id(5), day: today + 2, owner: id(1), guest: GuestName("Гость"), seat: nil,
        createdAt: SampleOffice.noon, hasLostSeat: true, hasDeclined: true),
    ]
    let assigned = AssignedSeat(
      seat: Seat.ID("2"), employee: id(2), weekdays: [.tue, .sun], assignedAt: SampleOffice.noon)
    let wanted = Preferences(of: id(2), features: ["монитор", "у окна"], zone: "Зал")
    let wish = GrantedWish(employee: id(1), day: today)
    try database.commit(
      transaction(
        .putEmployee(anna), .putEmployee(boris), .putPlan(plan), .putAbsence(absence),
        .putCancelled(cancelled[0]), .putCancelled(cancelled[1]), .putAssignedSeat(assigned),
        .putPreferences(wanted), .putGrantedWish(wish), .openedThrough(today), .openedThrough(today + 13)))
    let loaded = try database.loadSample().office.records
    #expect(loaded.plans == [plan] && loaded.absences == [absence] && loaded.cancelled == cancelled)
    #expect(loaded.assignedSeats == [assigned] && loaded.preferences == [wanted])
    #expect(loaded.grantedWishes == [wish] && loaded.openedThrough == today + 13)

    var shorter = plan
    shorter.days[.fri] = nil
    shorter.rest = nil
    try database.commit(transaction(.putPlan(shorter)))
    #expect(try database.loadSample().office.records.plans == [shorter])
    try database.commit(
      transaction(
        .removePlan(id(1)), .removeAbsence(id(3)), .removeCancelled(id(4)), .removeCancelled(id(5)),
        .removeAssignedSeat(Seat.ID("2")), .removePreferences(id(2)), .removeGrantedWish(wish),
        .removeEmployee(id(1)), .removeEmployee(id(2))))
    let left = try database.loadSample().office.records
    #expect(left.plans.isEmpty && left.absences.isEmpty && left.cancelled.isEmpty)
    #expect(left.assignedSeats.isEmpty && left.preferences.isEmpty && left.grantedWishes.isEmpty)
  }

  @Test("keeps over a restart what counts of strangers, and what admins were shown of them")
  func strangers() async throws {
    var rules = SampleOffice.rules
    rules.registration = .approval
    let loaded = try database.load(rules: rules, seats: SampleOffice.seats)
    let state = SampleOffice.state(loaded, database)
    _ = try await state.perform(
      .addEmployees(SampleOffice.names("Смирнова Анна", "Волков Борис", "Котова Вера")), by: .bot)
    func asks(_ account: Int64, _ employee: Int64, _ typed: String) async throws {
      let id = AccountID(rawValue: account)
      _ = try await state.perform(
        .requestRegistration(
          as: Employee.ID(rawValue: employee), typing: typed,
          profile: AccountProfile(id: id, name: "Имя \(account) 'x\u{1F338}", username: "user\(account)")),
        by: .person(id))
    }
    func deliver(_ message: Int64) async throws {
      let notice = try #require(state.office.notices.keys.min())
      _ = try await state.perform(
        .settle(notice, .delivered(to: AccountID(rawValue: 900), message: message)), by: .bot)
    }
    try await asks(501, 1, "смирнова")
    try await deliver(41)
    try await asks(501, 3, "котова")
    try await asks(502, 2, "волков")
    _ = try await state.perform(
      .refuseRegistration(RegistrationRequest.ID(rawValue: 3)), by: SampleOffice.admin)
    for account in 510...515 as ClosedRange<Int64> { try await asks(account, 2, "волков") }
    while let wait = state.office.notices.values.first(where: { $0.content == .requestsWait }) {
      _ = try await state.perform(
        .settle(wait.id, .delivered(to: AccountID(rawValue: 900), message: 77)), by: .bot)
    }
    let office = state.office
    #expect(Set(office.settledRequests.values.map(\.outcome)) == [.withdrawn, .refused])
    #expect(Set(office.requestMessages.values.map(\.message)) == [41, 77])
    // Seven who wait, and one who is to hear of a refusal.
    #expect(office.profiles.count == 8)
    try database.close()
    let again = try OfficeDatabase(folder: folder.url).load(rules: rules, seats: SampleOffice.seats).office
    #expect(again.requests == office.requests)
    #expect(again.settledRequests == office.settledRequests)
    #expect(again.requestMessages == office.requestMessages)
    #expect(again.profiles == office.profiles)
    #expect(again.notices == office.notices)
  }

  @Test("holds what an operator can read: days as ISO text, seats as people see them")
  func plainTables() async throws {
    try await SampleOffice.fill(database)
    #expect(
      try rows("SELECT id, name, account FROM employee") == [
        "1 Смирнова Анна 101", "2 Волков Борис NULL",
      ])
    #expect(
      try rows("SELECT id, day, seat, owner, created_at FROM booking") == [
        "2 2026-11-26 2 1 2026-11-25 09:00:00.000"
      ])
    #expect(try rows("SELECT * FROM handled_update") == ["7 2026-11-25 09:00:00.000"])
  }

  @Test("tells in the journal who did what and when, one row for each event")
  func journal() async throws {
    try await SampleOffice.fill(database)
    let at = "2026-11-25 09:00:00.000"
    #expect(
      try rows(
        """
        SELECT id, at, actor, kind, employee, employee_name, booking, day, seat, seat_before FROM journal
        """) == [
          "1 \(at) NULL employee added 1 Смирнова Анна NULL NULL NULL NULL",
          "2 \(at) NULL employee added 2 Волков Борис NULL NULL NULL NULL",
          "3 \(at) 101 registered 1 Смирнова Анна NULL NULL NULL NULL",
          "4 \(at) 101 booked 1 Смирнова Анна 1 2026-11-25 A-1 NULL",
          "5 \(at) 101 booked 1 Смирнова Анна 2 2026-11-26 1 NULL",
          "6 \(at) 101 moved 1 Смирнова Анна 2 2026-11-26 2 1",
          "7 \(at) 900 cancelled 1 Смирнова Анна 1 2026-11-25 A-1 NULL",
        ])
  }

  @Test("gives no id twice over any number of starts, and seldom writes which ones it gave")
  func ids() throws {
    var given: Int64 = 1
    var written: Set<String> = []
    for start in 1...3 {
      for _ in 1...OfficeRows.reservedIDs {
        given += 1
        var transaction = OfficeActor.Transaction()
        transaction.counters = Counters(nextEmployee: 1, nextBooking: given)
        try database.commit(transaction)
        written.formUnion(try rows("SELECT next FROM counter WHERE name = 'booking'"))
      }
      #expect(written.count <= start * 2)
      let loaded = try database.loadSample().office.counters
      #expect(loaded.nextBooking >= given)
      #expect(loaded.nextEmployee >= 1)
      given = loaded.nextBooking
    }
  }

  @Test("knows what each message about requests is about, be it one account, all, or that no more may ask")
  func requestMessages() throws {
    let messages = [RequestMessage.Topic.closing, .all, .account(AccountID(rawValue: 5))].enumerated().map {
      RequestMessage(
        id: RequestMessage.ID(admin: AccountID(rawValue: 900), topic: $1), message: Int64($0),
        sentAt: SampleOffice.noon, shownAt: SampleOffice.noon + 1)
    }
    var transaction = OfficeActor.Transaction()
    transaction.changes = messages.map { .putRequestMessage($0) }
    try database.commit(transaction)
    #expect(try database.loadSample().office.records.requestMessages == messages)
    transaction.changes = messages.prefix(2).map { .removeRequestMessage($0.id) }
    try database.commit(transaction)
    #expect(try database.loadSample().office.records.requestMessages == [messages[2]])
  }

  @Test("forgets the requests it is told to, the oldest first, and no other")
  func forgets() throws {
    func handle(_ ids: [Int64], at moment: Date) throws {
      var transaction = OfficeActor.Transaction()
      transaction.handled = ids.map { HandledRequest(id: RequestID(rawValue: $0), at: moment) }
      try database.commit(transaction)
    }
    try handle([7, -3], at: SampleOffice.noon)
    try handle([5, .max, .min], at: SampleOffice.noon + 60)
    let old = try database.requests(handledBefore: SampleOffice.noon + 60, atMost: 10)
    #expect(old.map(\.rawValue) == [7, -3])
    #expect(try database.requests(handledBefore: .distantFuture, atMost: 3).map(\.rawValue) == [7, -3, 5])
    var transaction = OfficeActor.Transaction()
    transaction.forgotten = [old[1], RequestID(rawValue: 5), RequestID(rawValue: 99)]
    try database.commit(transaction)
    #expect(try Set(database.loadSample().handled.map(\.rawValue)) == [7, .max, .min])
  }

  @Test("guards by itself that a seat has one booking a day, and that bookings have owners")
  func guards() throws {
    try database.commit(
      transaction(.putEmployee(anna), .putEmployee(boris), .putBooking(booking(1, owner: 1))))
    let before = try database.loadSample()
    for wrong in [
      [RecordChange.putBooking(booking(2, owner: 2))], [.putBooking(booking(2, owner: 9, seat: "2"))],
      // What came before in the same transaction goes as well.
      [.removeBooking(Booking.ID(rawValue: 1)), .putBooking(booking(2, owner: 9, seat: "2"))],
      [.putEmployee(Employee(id: Employee.ID(rawValue: 3), name: boris.name, account: anna.account))],
    ] {
      let error = #expect(throws: CommitFailure.self) { try database.commit(transaction(wrong)) }
      guard case .constraint = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(try database.loadSample().office == before.office)
    // The connection is fit for the next.
    try database.commit(transaction(.putBooking(booking(2, owner: 2, seat: "2"))))
  }

  @Test("lets a seat be left and taken within one transaction, in the order in which it was")
  func order() throws {
    try database.commit(
      transaction(.putEmployee(anna), .putEmployee(boris), .putBooking(booking(1, owner: 1))))
    try database.commit(
      transaction(.putBooking(booking(1, owner: 1, seat: "2")), .putBooking(booking(2, owner: 2, seat: "1"))))
    try database.commit(
      transaction(.removeBooking(Booking.ID(rawValue: 1)), .putBooking(booking(2, owner: 2, seat: "2"))))
    #expect(try rows("SELECT id, seat FROM booking") == ["2 2"])
  }

  @Test("says so when the disk is full, and has nothing of what did not fit")
  func fullDisk() async throws {
    try await SampleOffice.fill(database)
    let loaded = try database.loadSample()
    let state = SampleOffice.state(loaded, database)
    _ = try pragma("max_page_count = \(try pragma("page_count"))")
    let names = (0..<500).compactMap { EmployeeName("Имя \($0)") }
    let refusal = await #expect(throws: Refusal.self) {
      try await state.perform(.addEmployees(names), by: .bot, request: RequestID(rawValue: 70))
    }
    guard case .notSaved(.storage) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(state.office == loaded.office)
    #expect(try database.loadSample().office == loaded.office)
    _ = try pragma("max_page_count = 100000")
    _ = try await state.perform(.addEmployees(names), by: .bot, request: RequestID(rawValue: 70))
    #expect(try database.loadSample().office.continues(state.office))
  }

  @Test("that was closed stores nothing and says so")
  func closed() throws {
    try database.close()
    let error = #expect(throws: CommitFailure.self) { try database.commit(transaction(.putEmployee(anna))) }
    guard case .storage = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  // MARK: Words

  private var anna: Employee { employee(1, "Смирнова Анна", account: 101) }
  private var boris: Employee { employee(2, "Волков Борис", account: 102) }

  private func employee(_ id: Int64, _ name: String, account: Int64) -> Employee {
    guard let name = EmployeeName(name) else { preconditionFailure("not a name") }
    return Employee(id: Employee.ID(rawValue: id), name: name, account: AccountID(rawValue: account))
  }

  private func booking(_ id: Int64, owner: Int64, seat: String = "1") -> Booking {
    Booking(
      id: Booking.ID(rawValue: id), day: SampleOffice.today, owner: Employee.ID(rawValue: owner),
      seat: Seat.ID(seat), createdAt: SampleOffice.noon)
  }

  private func transaction(_ changes: RecordChange...) -> OfficeActor.Transaction { transaction(changes) }

  private func transaction(_ changes: [RecordChange]) -> OfficeActor.Transaction {
    var transaction = OfficeActor.Transaction()
    transaction.changes = changes
    transaction.counters = Counters(nextEmployee: 10, nextBooking: 10, nextAbsence: 10)
    return transaction
  }

  /// What the connection that writes answers.
  private func pragma(_ pragma: String) throws -> String {
    try database.pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(pragma)") ?? "" }
  }

  private func rows(_ sql: String) throws -> [String] {
    try database.pool.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "NULL" : "\($0.storage.value ?? "")" }.joined(separator: " ")
      }
    }
  }
}
