import Foundation
import GRDB
import OfficeActor
import TestSupport
import Testing

@testable import Persistence

@Suite("An office whose database")
struct RecoveryTests {
  private let office: SnapshotOffice
  private var data: URL { office.folder.url }

  init() async throws {
    office = try await SnapshotOffice()
    try await office.keeper.take()
    office.clock.pass(3600)
  }

  @Test("is whole is opened as it is")
  func whole() async throws {
    try office.database.close()
    let opened = try await open()
    #expect(opened.recovery == nil)
    #expect(opened.loaded.office.continues(office.state.office))
    try opened.database.close()
  }

  @Test(
    "is damaged or gone gets the newest snapshot's, and keeps what it had",
    arguments: [nil, "", "это не база данных"] as [String?])
  func damaged(bytes: String?) async throws {
    try await bookLater()
    try office.database.close()
    if let bytes {
      try Data(bytes.utf8).write(to: office.folder.database)
    } else {
      try FileManager.default.removeItem(at: office.folder.database)
    }
    let opened = try await open()
    let recovery = try #require(opened.recovery)
    #expect(recovery.snapshot.takenAt == SampleOffice.noon)
    #expect(recovery.movedTo.map(\.lastPathComponent) == (bytes == nil ? [] : [Self.aside]))
    if let bytes {
      #expect(try Data(contentsOf: data.appending(path: Self.aside)) == Data(bytes.utf8))
    }
    let restored = opened.loaded.office
    #expect(restored.allBookings.count == office.state.office.allBookings.count - 1, "the later one is lost")
    #expect(
      restored.notices.values.sorted { $0.id < $1.id }.last?.content
        == .recovered(snapshotAt: SampleOffice.noon, through: office.clock.now))
    try opened.database.close()
    #expect(try await open().recovery == nil, "once")
  }

  @Test("was restored gives ids that were never given, however often the same snapshot is restored")
  func ids() async throws {
    try office.database.close()
    let snapshot = try #require(try office.snapshots.snapshots(at: office.clock.now).first)
    var before = office.state.office.counters
    for _ in 0..<3 {
      try await snapshot.restore(
        into: data, rules: SampleOffice.rules, seats: SampleOffice.seats, at: office.clock.now)
      let database = try OfficeDatabase(folder: data)
      let state = SampleOffice.state(try database.loadSample(), database) { [office] in office.clock.now }
      let counters = state.office.counters
      #expect(counters.nextBooking >= before.nextBooking + (before.nextBooking < 1_000_000 ? 1_000_000 : 0))
      #expect(counters.nextOffer > before.nextOffer)
      #expect(counters.nextEmployee > before.nextEmployee)
      for day in 2...10 {
        _ = try await state.perform(
          .book(Seat.ID("2"), on: SampleOffice.today + day), by: SampleOffice.person(2))
      }
      before = state.office.counters
      try database.close()
      office.clock.pass(60)
    }
  }

  @Test("is damaged passes over snapshots that are, too")
  func badSnapshots() async throws {
    try await office.keeper.take()
    let newest = try #require(try office.snapshots.snapshots(at: office.clock.now).first)
    try Data("испорчен".utf8).write(to: newest.url)
    // As a clock that was far ahead left it: good, but not known to be the newest.
    let ahead = office.snapshots.url.appending(path: "office-20310101T000000Z.sqlite")
    try FileManager.default.copyItem(
      at: office.snapshots.url.appending(path: "office-20261125T090000Z.sqlite"), to: ahead)
    try office.database.close()
    try Data("x".utf8).write(to: office.folder.database)
    var skipped: [Snapshot] = []
    let opened = try await open { snapshot, _ in skipped.append(snapshot) }
    #expect(skipped == [newest])
    #expect(opened.recovery?.snapshot.takenAt == SampleOffice.noon)
    try opened.database.close()
  }

  @Test("is damaged, with no good snapshot, is left as it was")
  func noSnapshot() async throws {
    try office.database.close()
    for snapshot in try office.snapshots.snapshots(at: office.clock.now) {
      try Data("x".utf8).write(to: snapshot.url)
    }
    try Data("y".utf8).write(to: office.folder.database)
    try await expectRefusal()
    try FileManager.default.removeItem(at: office.folder.database)
    try await expectRefusal()
    try FileManager.default.removeItem(at: office.snapshots.url)
    #expect(try await open().loaded.isNew, "neither a database nor a snapshot")
  }

  @Test("is missing, but not what was beside it, is not taken for a new one")
  func stranded() async throws {
    try FileManager.default.removeItem(at: office.snapshots.url)
    try office.database.close()
    try FileManager.default.moveItem(at: office.folder.database, to: data.appending(path: Self.aside))
    try await expectRefusal()
  }

  @Test("is a newer program's, or badly mended, is refused and left as it was, whatever snapshots there are")
  func notDamaged() async throws {
    try office.database.close()
    for sql in [
      "UPDATE booking SET day = 'завтра' WHERE id = 2",
      "INSERT INTO grdb_migrations (identifier) VALUES ('999 from the future')",
    ] {
      let queue = try DatabaseQueue(path: office.folder.database.path)
      try await queue.write { try $0.execute(sql: sql) }
      try queue.close()
      await #expect(throws: OpeningError.self) { try await open() }
      let names = try office.folder.contents(except: "snapshots").keys
      #expect(!names.contains { $0.contains("replaced") })
    }
  }

  private static let aside = "office.db.replaced-20261125T100000Z"

  private func bookLater() async throws {
    _ = try await office.state.perform(
      .book(Seat.ID("3"), on: SampleOffice.today + 5), by: SampleOffice.person(1))
  }

  private func open(
    skipped: (Snapshot, OpeningError) -> Void = { snapshot, error in Issue.record("\(snapshot): \(error)") }
  ) async throws -> OfficeDatabase.Opened {
    try await OfficeDatabase.open(
      in: data, recoveringFrom: office.snapshots, rules: SampleOffice.rules, seats: SampleOffice.seats,
      at: office.clock.now, skipped: skipped)
  }

  private func expectRefusal() async throws {
    let before = try office.folder.contents(except: "snapshots")
    let error = await #expect(throws: OpeningError.self) { try await open { _, _ in } }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try office.folder.contents(except: "snapshots") == before)
  }
}
