import Foundation
import GRDB

/// What `office.db` holds, read from outside as an operator would.
struct StoredOffice {
  /// A booking with the Telegram user id of its owner.
  struct Booking: Hashable, FetchableRecord, Decodable {
    let account: Int64
    /// ISO: «2026-11-25».
    let day: String
    let seat: String?
  }

  let bookings: [Booking]
  /// How often each kind of event is in the journal.
  let journal: [String: Int]

  /// Reads the data of a bot that runs.
  init(in data: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    try self.init(DatabaseQueue(path: data.appending(path: "office.db").path, configuration: configuration))
  }

  /// Reads what a killed bot left behind, in a copy: the next start has to find everything as it was left.
  init(leftIn data: URL) throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "officebot-copy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: copy) }
    for name in ["office.db", "office.db-wal"] {
      let file = data.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try FileManager.default.copyItem(at: file, to: copy.appending(path: name))
    }
    try self.init(DatabaseQueue(path: copy.appending(path: "office.db").path))
  }

  private init(_ queue: DatabaseQueue) throws {
    (bookings, journal) = try queue.read { db in
      let bookings = try Booking.fetchAll(
        db, sql: "SELECT account, day, seat FROM booking JOIN employee ON employee.id = booking.owner")
      let journal = try Row.fetchAll(db, sql: "SELECT kind, count(*) AS times FROM journal GROUP BY kind")
      return (bookings, Dictionary(uniqueKeysWithValues: journal.map { ($0["kind"], $0["times"]) }))
    }
    try queue.close()
  }
}
