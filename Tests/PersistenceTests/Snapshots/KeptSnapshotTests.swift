import Foundation
import OfficeActor
import Testing

@testable import Persistence

@Suite("A snapshot that is kept")
struct KeptSnapshotTests {
  private let office: SnapshotOffice

  init() async throws { office = try await SnapshotOffice() }

  @Test("outlives every rotation, is whole, and is made once for a moment")
  func kept() async throws {
    let keeper = office.keeper
    for _ in 1...2 { try await keeper.keep(for: SampleOffice.noon - 60) }
    let name = "kept-20261125T085900Z.sqlite"
    #expect(try office.names() == [name, "office-20261125T090000Z.sqlite"])
    for _ in 1...5 {
      office.clock.pass(3_600)
      try await keeper.take()
    }
    #expect(try office.names().first == name)
    #expect(try office.names().count == 4)
    let snapshot = try Snapshot(file: office.snapshots.url.appending(path: name))
    let loaded = try snapshot.verified(rules: SampleOffice.rules, seats: SampleOffice.seats)
    #expect(loaded.office.records.bookings == office.state.office.records.bookings)
  }

  @Test("is not made when there are as many as may be")
  func bounded() async throws {
    for number in 0..<SnapshotFolder.keptMax + 3 {
      try await office.keeper.keep(for: SampleOffice.noon - TimeInterval(number))
    }
    #expect(try office.names().count { $0.hasPrefix("kept-") } == SnapshotFolder.keptMax)
  }

  @Test("has company as long as the clock is not believed: nothing is removed by it")
  func doubted() async throws {
    let keeper = SnapshotKeeper(
      folder: office.snapshots,
      rotation: SnapshotRotation(hourly: 1, daily: 0, timeZone: SampleOffice.zone), state: office.state,
      database: office.database, now: { [clock = office.clock] in clock.now }, isClockBelieved: { false })
    for _ in 1...4 {
      try await keeper.take()
      office.clock.pass(3_600)
    }
    #expect(try office.names().count == 4)
  }
}
