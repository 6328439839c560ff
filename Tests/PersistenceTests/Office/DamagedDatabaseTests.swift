import Foundation
import GRDB
import OfficeActor
import TestSupport
import Testing

@testable import Persistence

@Suite("A database that cannot be used")
struct DamagedDatabaseTests {
  /// A way in which a healthy database goes wrong.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (inout Data) -> Void

    init(_ name: String, _ make: @escaping @Sendable (inout Data) -> Void) {
      testDescription = name
      self.make = make
    }
  }

  @Test(
    "because it is damaged is said to be, and left as it was",
    arguments: [
      Damage("empty") { $0 = Data() },
      Damage("one byte") { $0 = $0.prefix(1) },
      Damage("100 bytes") { $0 = $0.prefix(100) },
      Damage("one page") { $0 = $0.prefix(4096) },
      Damage("half") { $0 = $0.prefix($0.count / 2) },
      Damage("all but the last page") { $0 = $0.dropLast(4096) },
      Damage("zeros") { $0 = Data(count: $0.count) },
      Damage("a header and zeros") { $0 = $0.prefix(100) + Data(count: $0.count - 100) },
      Damage("a text") { $0 = Data("это не база данных\n".utf8) },
      Damage("no header") { $0.replaceSubrange(0..<16, with: Data(count: 16)) },
    ])
  func damaged(damage: Damage) async throws {
    let folder = try await healthy()
    var bytes = try Data(contentsOf: folder.database)
    damage.make(&bytes)
    try bytes.write(to: folder.database)
    try expectDamaged(folder)
  }

  @Test("because its bytes are random is said to be damaged, and left as it was", arguments: 0..<4)
  func randomBytes(_: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    let count = Int.random(in: 1...20_000, using: &random)
    try Data((0..<count).map { _ in UInt8.random(in: 0 ... .max, using: &random) }).write(to: folder.database)
    try expectDamaged(folder, "seed \(seed)")
  }

  @Test("because any one of its pages is not what it was is said to be damaged")
  func anyPage() async throws {
    let folder = try await healthy()
    let healthy = try Data(contentsOf: folder.database)
    for page in 0..<healthy.count / 4096 {
      var bytes = healthy
      for index in page * 4096..<(page + 1) * 4096 { bytes[index] = ~bytes[index] }
      try bytes.write(to: folder.database)
      try expectDamaged(folder, "page \(page)")
    }
  }

  @Test("or can, after a few bytes of it changed, is refused or opened, and never stops the program")
  func anyBytes() async throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let healthy = try await healthy(killed: true).contents()
    for _ in 0..<60 {
      let folder = try TemporaryFolder()
      for (name, bytes) in healthy {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...8, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0 ... .max, using: &random)
        }
        try bytes.write(to: folder.url.appendingPathComponent(name))
      }
      do throws(OpeningError) {
        let database = try OfficeDatabase(folder: folder.url)
        _ = try database.load(rules: SampleOffice.rules, seats: SampleOffice.seats)
      } catch {
        #expect(!error.description.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test("because a newer program made it is left as it was")
  func newer() async throws {
    let folder = try await healthy()
    try onFile(folder) { queue in
      var migrator = OfficeSchema.migrator
      migrator.registerMigration("9999 from tomorrow") { try $0.execute(sql: "CREATE TABLE news (id)") }
      try migrator.migrate(queue)
    }
    try expect(.newerThanProgram(folder.database.path), from: folder)
  }

  @Test("because it is another program's is left as it was")
  func another() throws {
    let folder = try TemporaryFolder()
    try onFile(folder) { queue in
      try queue.write { try $0.execute(sql: "CREATE TABLE booking (id); INSERT INTO booking VALUES (1)") }
    }
    try expectDamaged(folder)
  }

  @Test("because it is gone, but not what was committed to it last, is not made anew")
  func strandedWAL() async throws {
    let folder = try await healthy(killed: true)
    try FileManager.default.removeItem(at: folder.database)
    try expectDamaged(folder)
  }

  @Test(
    "because a table or a column is missing is said to be damaged",
    arguments: [
      "DROP TABLE handled_update", "DROP TABLE counter", "ALTER TABLE booking RENAME COLUMN day TO tag",
      "ALTER TABLE employee RENAME COLUMN account TO login",
    ])
  func missingTable(sql: String) async throws {
    let folder = try await healthy()
    try onFile(folder) { queue in try queue.write { try $0.execute(sql: sql) } }
    let error = #expect(throws: OpeningError.self) { try OfficeDatabase(folder: folder.url).loadSample() }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("because a booking has no owner is said to be damaged")
  func foreignKey() async throws {
    let folder = try await healthy()
    try onFile(folder) { queue in
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA foreign_keys = OFF; UPDATE booking SET owner = 99 WHERE id = 1")
      }
    }
    try expectDamaged(folder)
  }

  @Test(
    "because somebody mended it badly is refused, naming what is wrong, and left as it was",
    arguments: [
      "UPDATE employee SET name = 'A' WHERE id = 1", "UPDATE employee SET name = 'имя 2' WHERE id = 1",
      "INSERT INTO employee (id, name) VALUES (9999, 'Другое Имя')",
      "UPDATE booking SET day = '2026-02-30' WHERE id = 1",
      "UPDATE booking SET day = 'завтра' WHERE id = 1",
      "UPDATE booking SET created_at = 'вчера' WHERE id = 1",
      "UPDATE booking SET created_at = '' WHERE id = 1",
      "UPDATE booking SET created_at = '2026-11-25 9223372036854775807:00:00.000' WHERE id = 1",
      "UPDATE booking SET owner = 2, day = (SELECT day FROM booking WHERE owner = 2) WHERE id = 1",
      "UPDATE counter SET next = 3 WHERE name = 'booking'", "DELETE FROM counter",
      "DELETE FROM counter WHERE name = 'employee'",
    ])
  func mended(sql: String) async throws {
    let folder = try await healthy()
    try onFile(folder) { queue in try queue.write { try $0.execute(sql: sql) } }
    let before = try records(folder)
    let database = try OfficeDatabase(folder: folder.url)
    let error = #expect(throws: OpeningError.self) { try database.loadSample() }
    guard case .contradiction = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    try database.close()
    #expect(try records(folder) == before)
  }

  @Test("because there is no place for it is said to be so")
  func noPlace() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("file")
    try Data("x".utf8).write(to: file)
    try FileManager.default.createDirectory(at: folder.database, withIntermediateDirectories: false)
    for place in [file, folder.url, folder.url.appendingPathComponent("missing")] {
      let error = #expect(throws: OpeningError.self) { try OfficeDatabase(folder: place) }
      guard case .cannotUse = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test("is not one that a killed process left: what it had committed is all there")
  func killedIsHealthy() async throws {
    let folder = try await healthy(killed: true)
    #expect(try folder.contents().keys.contains("office.db-wal"))
    let office = try OfficeDatabase(folder: folder.url).loadSample().office
    #expect(office.employees.count == 20)
    #expect(office.allBookings.count == 20)
  }

  @Test("is not one whose making was interrupted: it is made anew")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    for name in ["office.db.new", "office.db.new-journal", "office.db.new-wal"] {
      try Data("half".utf8).write(to: folder.url.appendingPathComponent(name))
    }
    let database = try OfficeDatabase(folder: folder.url)
    #expect(try database.loadSample().isNew)
    try database.close()
    #expect(try folder.contents().keys.sorted() == ["office.db"])
  }

  // MARK: Making and expecting

  /// A database of twenty people with a booking each; `killed`: with the last of it in the `-wal` only.
  private func healthy(killed: Bool = false) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let database = try OfficeDatabase(folder: folder.url)
    let state = SampleOffice.state(try database.loadSample(), database)
    _ = try await state.perform(.addEmployees((1...20).compactMap { EmployeeName("Имя \($0)") }), by: .bot)
    try await withThrowingTaskGroup { group in
      for number in Int64(1)...20 {
        group.addTask {
          let person = SampleOffice.person(number)
          _ = try await state.perform(.register(as: Employee.ID(rawValue: number)), by: person)
          let seat = SampleOffice.seats[Int(number) % 4].id
          _ = try await state.perform(
            .book(seat, on: SampleOffice.today + Int(number) % 14), by: person,
            request: RequestID(rawValue: number))
        }
      }
      try await group.waitForAll()
    }
    if killed { return try folder.copy() }
    try database.close()
    return folder
  }

  private func onFile(_ folder: TemporaryFolder, _ change: (DatabaseQueue) throws -> Void) throws {
    let queue = try DatabaseQueue(path: folder.database.path)
    try change(queue)
    try queue.close()
  }

  /// Every row of the database, as text.
  private func records(_ folder: TemporaryFolder) throws -> [String] {
    let queue = try DatabaseQueue(path: folder.database.path)
    let rows = try queue.read { db in
      try ["employee", "booking", "counter", "handled_update", "journal", "grdb_migrations"].flatMap {
        try Row.fetchAll(db, sql: "SELECT * FROM \($0)").map(\.description)
      }
    }
    try queue.close()
    return rows
  }

  private func expectDamaged(_ folder: TemporaryFolder, _ comment: Comment? = nil) throws {
    let before = try folder.contents()
    let error = #expect(throws: OpeningError.self, comment) { try OfficeDatabase(folder: folder.url) }
    guard case .damaged(folder.database.path, _) = error else {
      Issue.record("\(String(describing: error)) \(comment ?? "")")
      return
    }
    #expect(try folder.contents() == before, comment)
  }

  private func expect(_ expected: OpeningError, from folder: TemporaryFolder) throws {
    let before = try folder.contents()
    #expect(throws: expected) { try OfficeDatabase(folder: folder.url) }
    #expect(try folder.contents() == before)
  }
}
