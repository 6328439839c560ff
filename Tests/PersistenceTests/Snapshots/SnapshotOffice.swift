import Foundation
import OfficeActor
import Synchronization
import TestSupport

@testable import Persistence

/// The sample office, open, with bookings, a queue, an offer and notices, and a folder for its snapshots.
final class SnapshotOffice: Sendable {
  /// A clock moved by hand.
  final class Clock: Sendable {
    private let moment = Mutex(SampleOffice.noon)

    func pass(_ seconds: TimeInterval) { moment.withLock { $0 += seconds } }
    var now: Date { moment.withLock { $0 } }
  }

  let folder: TemporaryFolder
  let snapshots: SnapshotFolder
  let database: OfficeDatabase
  let state: OfficeState
  let clock = Clock()

  init() async throws {
    folder = try TemporaryFolder()
    snapshots = SnapshotFolder(folder.url.appending(path: "snapshots"))
    database = try OfficeDatabase(folder: folder.url)
    state = SampleOffice.state(try database.loadSample(), database) { [clock] in clock.now }
    let names = (1...6).compactMap { EmployeeName("Имя \($0)") }
    _ = try await state.perform(.addEmployees(names), by: .bot)
    let day = SampleOffice.today + 1
    for number in Int64(1)...6 {
      let person = SampleOffice.person(number)
      _ = try await state.perform(.register(as: Employee.ID(rawValue: number)), by: person)
      let seat = number <= 4 ? SampleOffice.seats[Int(number) - 1].id : nil
      _ = try await state.perform(
        .book(seat, on: day), by: person, request: RequestID(rawValue: number))
    }
    // Its seat is offered to the first in the queue, who is owed a notice of it.
    if let booking = state.office.bookings(on: day).booking(of: SampleOffice.seats[0].id) {
      _ = try await state.perform(.cancel(booking.id), by: SampleOffice.person(1))
    }
  }

  /// Keeps three hours and no days.
  var keeper: SnapshotKeeper { keeper(in: snapshots) }

  func keeper(in folder: SnapshotFolder) -> SnapshotKeeper {
    SnapshotKeeper(
      folder: folder, rotation: SnapshotRotation(hourly: 3, daily: 0, timeZone: SampleOffice.zone),
      state: state, database: database
    ) { [clock] in clock.now }
  }

  /// What is in the folder of snapshots.
  func names() throws -> [String] {
    guard FileManager.default.fileExists(atPath: snapshots.url.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: snapshots.url.path).sorted()
  }
}
