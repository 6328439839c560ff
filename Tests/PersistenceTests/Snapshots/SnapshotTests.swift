import Foundation
import GRDB
import OfficeActor
import Synchronization
import TestSupport
import Testing

@testable import Persistence

@Suite("A snapshot")
struct SnapshotTests {
  private let office: SnapshotOffice

  init() async throws { office = try await SnapshotOffice() }

  @Test("is one file, named by its moment in UTC, from which the whole office can be read")
  func whole() async throws {
    let snapshot = try await office.keeper.take()
    #expect(snapshot.takenAt == SampleOffice.noon)
    #expect(try office.names() == ["office-20261125T090000Z.sqlite"])
    let loaded = try snapshot.verified(rules: SampleOffice.rules, seats: SampleOffice.seats)
    let records = office.state.office.records
    #expect(loaded.office.records.bookings == records.bookings)
    #expect(loaded.office.records.offers == records.offers)
    #expect(!records.offers.isEmpty)
    #expect(loaded.office.records.notices == records.notices)
    #expect(!records.notices.isEmpty)
  }

  @Test("holds what was committed before it began, whatever is booked while it is copied")
  func consistent() async throws {
    let state = office.state
    try await withThrowingTaskGroup { group in
      group.addTask {
        for number in 1...200 {
          let name = try #require(EmployeeName("Новый Сотрудник \(number)"))
          _ = try await state.perform(.addEmployees([name]), by: .bot)
        }
      }
      // Each is compared with the office that was current when it began; another would be refused.
      for _ in 1...10 {
        try await office.keeper.take()
        office.clock.pass(1)
      }
      try await group.waitForAll()
    }
    #expect(try office.names().count == 1, "all of one hour; the last is kept")
  }

  @Test("is whole beside a program that replicates the database and keeps tables of its own in it")
  func replicated() async throws {
    let file = office.folder.url.appending(path: "office.db")
    // As Litestream does: writes now and then, and reads on and on so that nobody resets the WAL.
    let replicator = try DatabasePool(path: file.path)
    try await replicator.write {
      try $0.execute(sql: "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)")
      try $0.execute(sql: "CREATE TABLE _litestream_lock (id INTEGER)")
    }
    let reading = try replicator.makeSnapshot()
    _ = try await office.state.perform(
      .book(Seat.ID("3"), on: SampleOffice.today + 5), by: SampleOffice.person(1))
    let snapshot = try await office.keeper.take()
    let records = office.state.office.records
    let loaded = try snapshot.verified(rules: SampleOffice.rules, seats: SampleOffice.seats)
    #expect(loaded.office.records.bookings == records.bookings)
    try reading.close()
    try office.database.close()
    let reopened = try OfficeDatabase(folder: office.folder.url).loadSample()
    #expect(reopened.office.records.bookings == records.bookings)
  }

  @Test("keeps nobody from booking: commits go on while it reads")
  func bookingsGoOn() async throws {
    let state = office.state
    let bookings = state.office.allBookings.count
    let source = try await state.betweenCommits { [database = office.database] _ in
      try database.pool.makeSnapshot()
    }
    _ = try await state.perform(
      .book(Seat.ID("3"), on: SampleOffice.today + 5), by: SampleOffice.person(1))
    #expect(state.office.allBookings.count == bookings + 1)
    #expect(try await source.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM booking") } == bookings)
    try source.close()
  }

  @Test("that is not the office it should be, or cannot be written, gets no name")
  func failing() async throws {
    let folder = SnapshotFolder(office.snapshots.url)
    let other = try Office(rules: SampleOffice.rules, seats: SampleOffice.seats)
    #expect(throws: OpeningError.self) {
      try folder.write(rules: SampleOffice.rules, seats: SampleOffice.seats, at: SampleOffice.noon) { copy in
        try office.database.pool.read { try $0.backup(to: copy) }
        return other
      }
    }
    #expect(try office.names() == [])
    // A file where the folder should be.
    let file = office.folder.url.appending(path: "file")
    try Data().write(to: file)
    let keeper = office.keeper(in: SnapshotFolder(file))
    await #expect(throws: (any Error).self) { try await keeper.take() }
    _ = try await office.state.perform(
      .book(Seat.ID("3"), on: SampleOffice.today + 5), by: SampleOffice.person(1))
  }

  @Test("takes the place of what a killed process left unfinished")
  func unfinished() async throws {
    try FileManager.default.createDirectory(at: office.snapshots.url, withIntermediateDirectories: true)
    for name in [".unfinished.sqlite", ".unfinished.sqlite-journal"] {
      try Data("half".utf8).write(to: office.snapshots.url.appending(path: name))
    }
    try await office.keeper.take()
    #expect(try office.names() == ["office-20261125T090000Z.sqlite"])
  }

  @Test("of each hour and day as configured stays, the others go, and nothing else in the folder does")
  func rotation() async throws {
    for _ in 0..<5 {
      try await office.keeper.take()
      office.clock.pass(3600)
    }
    try Data().write(to: office.snapshots.url.appending(path: "office-notes.sqlite"))
    try await office.keeper.take()
    #expect(
      try office.names() == [
        "office-20261125T120000Z.sqlite", "office-20261125T130000Z.sqlite", "office-20261125T140000Z.sqlite",
        "office-notes.sqlite",
      ])
  }

  @Test(
    "that somebody asked for outlives those of its hour, the last fourteen do, and restoring makes no more of them"
  )
  func byHand() async throws {
    var asked: [String] = []
    for _ in 0..<(SnapshotRotation.byHandMax + 3) {
      office.clock.pass(60)
      let snapshot = try office.snapshots.take(
        ofDataIn: office.folder.url, rules: SampleOffice.rules, seats: SampleOffice.seats,
        at: office.clock.now)
      asked.append(snapshot.url.lastPathComponent)
    }
    office.clock.pass(60)
    let stop = try await office.keeper.take()
    #expect(!stop.isByHand)
    #expect(try office.names() == asked.suffix(SnapshotRotation.byHandMax) + [stop.url.lastPathComponent])
    office.clock.pass(60)
    let next = try await office.keeper.take()
    #expect(try office.names().suffix(2).contains(next.url.lastPathComponent))
    #expect(try !office.names().contains(stop.url.lastPathComponent), "of the same hour, and nobody's wish")
  }

  @Test("that somebody asked for is not replaced by one of the same second")
  func sameSecond() async throws {
    let asked = try office.snapshots.take(
      ofDataIn: office.folder.url, rules: SampleOffice.rules, seats: SampleOffice.seats, at: office.clock.now)
    let bytes = try Data(contentsOf: asked.url)
    let stop = try await office.keeper.take()
    #expect(stop.url != asked.url)
    #expect(try Data(contentsOf: asked.url) == bytes)
  }

  @Test("can be taken beside the process that has the office open")
  func besideAnother() async throws {
    let snapshot = try office.snapshots.take(
      ofDataIn: office.folder.url, rules: SampleOffice.rules, seats: SampleOffice.seats,
      at: SampleOffice.noon + 60)
    let loaded = try snapshot.verified(rules: SampleOffice.rules, seats: SampleOffice.seats)
    #expect(Set(loaded.office.allBookings) == Set(office.state.office.allBookings))
    _ = try await office.state.perform(
      .book(Seat.ID("3"), on: SampleOffice.today + 5), by: SampleOffice.person(1))
  }

  @Test("is whole beside a process that commits all the while")
  func besideAnotherAtWork() async throws {
    let (state, snapshots, data) = (office.state, office.snapshots, office.folder.url)
    try await withThrowingTaskGroup { group in
      group.addTask {
        var number = 0
        while !Task.isCancelled {
          number += 1
          let name = try #require(EmployeeName("Новый Сотрудник \(number)"))
          _ = try await state.perform(.addEmployees([name]), by: .bot)
        }
      }
      // Each is compared with what was read in the same transaction; another would be refused.
      for second in 1...20 {
        _ = try snapshots.take(
          ofDataIn: data, rules: SampleOffice.rules, seats: SampleOffice.seats,
          at: SampleOffice.noon + TimeInterval(second))
      }
      group.cancelAll()
      try await group.waitForAll()
    }
    #expect(try office.names().count == 20)
  }

  @Test(
    "has a name that says when it was taken; other files are none",
    arguments: [
      "office-20261125T090000Z.sqlite.part", "office-20261325T090000Z.sqlite",
      "office-20261125T250000Z.sqlite",
      "office-.sqlite", "office.sqlite", "office-20261125T0900Z.sqlite",
    ])
  func otherNames(_ name: String) {
    #expect(Snapshot(named: URL(filePath: "/snapshots/\(name)")) == nil)
  }
}
