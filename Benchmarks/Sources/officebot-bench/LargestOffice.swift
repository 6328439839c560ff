import Foundation
import GRDB
import OfficeActor
import TestSupport

/// The data of an office as large as one may be: months of full days, and a journal of a million entries.
enum LargestOffice {
  static let people = Office.employeesMax
  static let seats = Office.seatsMax
  private static let journalEntries = 1_000_000
  /// About 166,000 bookings, with what is booked ahead.
  private static let days = 122

  /// Writes it to a data folder that has no office yet.
  static func write(to folder: URL) async throws {
    let office = OfficeYear(
      names: RunningBot.names(people).compactMap(EmployeeName.init),
      seats: (1...seats).map { Seat(id: Seat.ID("\($0)"), zone: "Окно") },
      rules: OfficeRules(timeZone: TimeZone(identifier: "Europe/Moscow") ?? .gmt, registration: .open),
      days: days)
    try await office.write(to: folder, until: Date())
    try lengthenJournal(in: folder)
  }

  /// Repeats the journal with higher numbers until it is long enough: entries are what counts, not what they say.
  private static func lengthenJournal(in folder: URL) throws {
    let queue = try DatabaseQueue(path: folder.appendingPathComponent("office.db").path)
    try queue.write { db in
      while let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM journal"),
        (1..<journalEntries).contains(count)
      {
        try db.execute(
          sql: """
            INSERT INTO journal (at, actor, kind, employee, employee_name, booking, day, seat, seat_before, guest, detail)
            SELECT at, actor, kind, employee, employee_name, booking, day, seat, seat_before, guest, detail
            FROM journal ORDER BY id LIMIT ?
            """, arguments: [journalEntries - count])
      }
    }
    try queue.close()
  }
}
