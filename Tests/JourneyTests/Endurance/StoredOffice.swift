import Foundation
import GRDB

/// What `office.db` holds, read from outside as an operator would.
struct StoredOffice: Equatable {
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
  /// What people did with bookings of their own, the oldest first.
  let changes: [BookingChange]

  /// Reads the data of a bot that runs.
  ///
  /// - Parameter firstDay: what is about days before it is left out.
  init(in data: URL, from firstDay: String = "") throws {
    try self.init(file: data.appending(path: "office.db"), from: firstDay)
  }

  /// Reads a snapshot.
  init(file: URL, from firstDay: String = "") throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    try self.init(DatabaseQueue(path: file.path, configuration: configuration), from: firstDay)
  }

  /// Reads what a killed bot left behind, in a copy: the next start has to find everything as it was left.
  init(leftIn data: URL, from firstDay: String = "") throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "officebot-copy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: copy) }
    for name in ["office.db", "office.db-wal"] {
      let file = data.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try FileManager.default.copyItem(at: file, to: copy.appending(path: name))
    }
    try self.init(DatabaseQueue(path: copy.appending(path: "office.db").path), from: firstDay)
  }

  private init(_ queue: DatabaseQueue, from firstDay: String) throws {
    (bookings, journal, changes) = try queue.read { db in
      let bookings = try Booking.fetchAll(
        db,
        sql: """
          SELECT account, day, seat FROM booking JOIN employee ON employee.id = booking.owner WHERE day >= ?
          ORDER BY booking.id
          """, arguments: [firstDay])
      let changes = try BookingChange.fetchAll(
        db,
        sql: """
          SELECT actor AS account, kind, CAST(substr(day, 9) AS INTEGER) AS dayOfMonth, seat,
            seat_before AS seatBefore
          FROM journal JOIN employee ON employee.id = journal.employee AND employee.account = journal.actor
          WHERE day >= ? AND kind IN ('booked', 'moved', 'cancelled') AND guest IS NULL
          ORDER BY journal.id
          """, arguments: [firstDay])
      let journal = try Row.fetchAll(
        db, sql: "SELECT kind, count(*) AS times FROM journal WHERE ? <= ifnull(day, '9') GROUP BY kind",
        arguments: [firstDay])
      return (bookings, Dictionary(uniqueKeysWithValues: journal.map { ($0["kind"], $0["times"]) }), changes)
    }
    try queue.close()
  }
}
