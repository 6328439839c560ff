import Foundation
import GRDB
import OfficeActor
import TestSupport
import Testing

@testable import Persistence

/// Databases of every schema there was are kept as `Fixtures/Schemas/<number>.sqlite`, so that an office of any age
/// can be opened. After a migration is added, its fixture is written by
///
///     OFFICEBOT_FIXTURE=$PWD/Tests/PersistenceTests/Fixtures/Schemas/2.sqlite swift test --filter EarlierSchemaTests
@Suite("A database of an earlier schema")
struct EarlierSchemaTests {
  private static let schemas = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Schemas")

  /// The migrations, by the number of the schema that they lead to.
  private static let migrations = OfficeSchema.migrator.migrations

  @Test("is migrated, with everything in it, and goes on", arguments: 1...migrations.count)
  func migrated(_ schema: Int) async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Self.file(schema), to: folder.database)
    let database = try OfficeDatabase(folder: folder.url)
    let loaded = try database.loadSample()
    let office = loaded.office
    #expect(office.records.employees.map(\.name.text).sorted() == ["Волков Борис", "Смирнова Анна"])
    #expect(office.allBookings.count { $0.guest != nil && $0.seat != nil } == 3)
    #expect(office.allBookings.count { $0.seat == nil } == 1)
    #expect(office.offers.map(\.seat.rawValue) == ["1"])
    #expect(office.notices.values.contains { $0.content == .announcement("Здравствуйте") })
    #expect(office.settledRequests.isEmpty && office.requestMessages.isEmpty && office.profiles.isEmpty)
    #expect(office.closedDays == [SampleOffice.today + 5])
    #expect(office.closures[Seat.ID("A-1")]?.reason.text == "Ремонт")
    #expect(loaded.handled == [RequestID(rawValue: 77)])
    #expect(try database.lastRun(of: "cleanup") == SampleOffice.noon)
    let records = office.records
    let isWeekKnown = schema >= 3
    #expect(records.plans.map(\.weekdays) == (isWeekKnown ? [[.mon, .fri]] : []))
    #expect(records.absences.map(\.from) == (isWeekKnown ? [SampleOffice.today + 7] : []))
    #expect(records.cancelled.map(\.seat) == (isWeekKnown ? [Seat.ID("1")] : []))
    #expect(records.assignedSeats.map(\.weekdays) == (isWeekKnown ? [[.sun]] : []))
    #expect(records.openedThrough == (isWeekKnown ? SampleOffice.today + 13 : nil))

    // Borya takes what was offered to him.
    let state = SampleOffice.state(loaded, database)
    let offer = try #require(office.offers.first)
    _ = try await state.perform(.acceptOffer(offer.id), by: SampleOffice.person(2))
    try database.close()
    let again = try OfficeDatabase(folder: folder.url).loadSample().office
    #expect(again.allBookings.allSatisfy { $0.seat != nil })
  }

  @Test("that knew by the names of jobs of which closed days admins were told knows it still")
  func toldClosedDays() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Self.file(1), to: folder.database)
    let queue = try DatabaseQueue(path: folder.database.path)
    try queue.write { db in
      for job in ["tell of closed day 2026-12-01", "tell of closed day 2027-01-01", "snapshot"] {
        try db.execute(
          sql: "INSERT INTO job (name, last_run) VALUES (?, ?)",
          arguments: [job, Timestamp.text(SampleOffice.noon)])
      }
    }
    try queue.close()
    let database = try OfficeDatabase(folder: folder.url)
    let days = ["2026-12-01", "2027-01-01"].compactMap(Day.init(iso:))
    #expect(try database.loadSample().office.toldClosedDays == Set(days))
    #expect(try database.lastRun(of: "tell of closed day 2026-12-01") == nil)
    #expect(try database.lastRun(of: "snapshot") != nil)
  }

  @Test("is as its migration makes it: one that has landed is never edited", arguments: 1...migrations.count)
  func unedited(_ schema: Int) throws {
    let kept = try DatabaseQueue(
      path: Self.file(schema).path(percentEncoded: false), configuration: Self.reading)
    let made = try DatabaseQueue()
    try OfficeSchema.migrator.migrate(made, upTo: Self.migrations[schema - 1])
    let tables = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    let (before, now) = try (
      kept.read { try Row.fetchAll($0, sql: tables) }, made.read { try Row.fetchAll($0, sql: tables) }
    )
    #expect(before == now)
  }

  @Test(
    "can be kept for later", .enabled(if: ProcessInfo.processInfo.environment["OFFICEBOT_FIXTURE"] != nil))
  func write() async throws {
    let path = try #require(ProcessInfo.processInfo.environment["OFFICEBOT_FIXTURE"])
    let folder = try TemporaryFolder()
    let database = try OfficeDatabase(folder: folder.url)
    let state = SampleOffice.state(try database.loadSample(), database)
    let today = SampleOffice.today
    func perform(_ command: Command, by principal: Principal, request: Int64? = nil) async throws {
      _ = try await state.perform(command, by: principal, request: request.map(RequestID.init(rawValue:)))
    }
    try await perform(.addEmployees(SampleOffice.names("Смирнова Анна", "Волков Борис")), by: .bot)
    for number in [1, 2] as [Int64] {
      try await perform(
        .register(as: Employee.ID(rawValue: number), proof: .none), by: SampleOffice.person(number))
    }
    let anna = SampleOffice.person(1)
    try await perform(.book(Seat.ID("1"), on: today + 1), by: anna, request: 77)
    for (seat, guest) in [("2", "Гость Один"), ("3", "Гость Два"), ("A-1", "Гость Три")] {
      let name = try #require(GuestName(guest))
      try await perform(.book(Seat.ID(seat), on: today + 1, for: .guest(name)), by: anna)
    }
    try await perform(.book(nil, on: today + 1), by: SampleOffice.person(2))
    let own = try #require(state.office.allBookings.first { $0.seat == Seat.ID("1") })
    try await perform(.cancel(own.id), by: anna)
    try await perform(.closeDay(today + 5), by: SampleOffice.admin)
    try await perform(
      .closeSeats([SeatClosure(seat: Seat.ID("A-1"), from: today + 3, through: nil, reason: "Ремонт")]),
      by: SampleOffice.admin)
    try await perform(.adoptSeats, by: .bot)
    for (weekday, change) in [(Weekday.mon, PlanChange.seat(Seat.ID("2"))), (.fri, .any)] {
      try await perform(.planDay(weekday, change), by: anna)
    }
    try await perform(.beAbsent((today + 7)...(today + 8)), by: anna)
    try await perform(
      .assignSeat(Seat.ID("3"), to: Employee.ID(rawValue: 2), on: [.sun]), by: SampleOffice.admin)
    try await perform(.tellAdmins(.announcement("Здравствуйте")), by: .bot)
    try database.remember(run: SampleOffice.noon, of: "cleanup")
    try database.close()
    // One file, with nothing beside it.
    let queue = try DatabaseQueue(path: folder.database.path)
    try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE; VACUUM") }
    try queue.close()
    try FileManager.default.copyItem(at: folder.database, to: URL(filePath: path))
  }

  private static func file(_ schema: Int) -> URL { schemas.appending(path: "\(schema).sqlite") }

  private static var reading: GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.readonly = true
    return configuration
  }
}
