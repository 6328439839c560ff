public import Foundation
import GRDB
public import OfficeActor

extension OfficeDatabase {
  /// Entries of the journal, the newest first, at most `count`.
  ///
  /// Read in the order of their numbers, without any other index: a filter that nothing passes looks through
  /// the whole journal once, which is cheaper than an index that every commit would have to write to.
  ///
  /// - Parameter timeZone: decides on which day something happened.
  /// - Throws: an error of SQLite's if the database cannot be read.
  public func journal(
    _ query: JournalQuery, in timeZone: TimeZone, atMost count: Int
  ) async throws -> [JournalLine] {
    let (conditions, arguments) = query.conditions(in: timeZone)
    let isUpwards = if case .after = query.position { true } else { false }
    let sql = """
      SELECT * FROM journal \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY id \(isUpwards ? "ASC" : "DESC") LIMIT \(count)
      """
    let lines = try await pool.read { db in
      try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).compactMap(JournalLine.init)
    }
    return isUpwards ? lines.reversed() : lines
  }

  /// How many entries of a kind, perhaps with a detail, are about days of a range.
  ///
  /// - Throws: an error of SQLite's if the database cannot be read.
  public func journalCount(
    of kind: JournalRecord.Kind, detail: String? = nil, about days: ClosedRange<Day>
  ) async throws -> Int {
    try await pool.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM journal
          WHERE kind = ?1 AND day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR detail = ?4)
          """, arguments: [kind.rawValue, days.lowerBound.iso, days.upperBound.iso, detail]) ?? 0
    }
  }

  /// How many people came on days of a range, and how many seats they took, by what the journal tells of bookings.
  /// Days about which it tells nothing are left out.
  ///
  /// - Throws: an error of SQLite's if the database cannot be read.
  public func dayCounts(of days: ClosedRange<Day>) async throws -> [Day: DayCount] {
    try await pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT day,
            sum(CASE WHEN kind IN (:booked, :restored) THEN 1
              WHEN kind IN (:cancelled, :released) THEN -1 ELSE 0 END) AS people,
            sum(CASE WHEN kind IN (:booked, :restored) AND seat IS NOT NULL THEN 1
              WHEN kind = :moved AND seat_before IS NULL OR kind = :accepted THEN 1
              WHEN kind IN (:cancelled, :released) AND seat IS NOT NULL OR kind = :lost THEN -1
              ELSE 0 END) AS seats
          FROM journal WHERE day BETWEEN :first AND :last AND booking IS NOT NULL GROUP BY day
          """,
        arguments: [
          "booked": JournalRecord.Kind.booked.rawValue, "restored": JournalRecord.Kind.restored.rawValue,
          "cancelled": JournalRecord.Kind.cancelled.rawValue,
          "released": JournalRecord.Kind.released.rawValue, "moved": JournalRecord.Kind.moved.rawValue,
          "accepted": JournalRecord.Kind.offerAccepted.rawValue,
          "lost": JournalRecord.Kind.lostSeat.rawValue, "first": days.lowerBound.iso,
          "last": days.upperBound.iso,
        ])
      let counts = rows.compactMap { row -> (Day, DayCount)? in
        // What was booked before the journal begins may be told only by its end.
        Day(iso: row["day"]).map {
          ($0, DayCount(people: max(0, row["people"]), seats: max(0, row["seats"])))
        }
      }
      return Dictionary(counts, uniquingKeysWith: { $1 })
    }
  }
}

extension JournalQuery {
  /// Conditions with a `?` for each argument.
  fileprivate func conditions(in timeZone: TimeZone) -> ([String], [DatabaseValue]) {
    var conditions: [String] = []
    var arguments: [DatabaseValue] = []
    switch position {
    case .newest: break
    case .before(let id):
      conditions.append("id < ?")
      arguments.append(id.databaseValue)
    case .after(let id):
      conditions.append("id > ?")
      arguments.append(id.databaseValue)
    }
    if let employee {
      conditions.append("employee = ?")
      arguments.append(employee.rawValue.databaseValue)
    }
    if let seat {
      conditions.append("(seat = ? OR seat_before = ?)")
      arguments += [seat.rawValue, seat.rawValue].map(\.databaseValue)
    }
    if let day {
      conditions.append("(day = ? OR at >= ? AND at < ?)")
      let span = [day.start(in: timeZone), (day + 1).start(in: timeZone)].map(Timestamp.text)
      arguments += ([day.iso] + span).map(\.databaseValue)
    }
    if let kinds {
      conditions.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))")
      arguments += kinds.map(\.rawValue).sorted().map(\.databaseValue)
    }
    return (conditions, arguments)
  }
}

extension JournalLine {
  /// Nil for a row of a kind that this program does not know: a later one wrote it.
  fileprivate init?(_ row: Row) {
    guard let kind = JournalRecord.Kind(rawValue: row["kind"]), let at = Timestamp.moment(row["at"]) else {
      return nil
    }
    let employee: Int64? = row["employee"]
    let booking: Int64? = row["booking"]
    let day: String? = row["day"]
    let seat: String? = row["seat"]
    let seatBefore: String? = row["seat_before"]
    let actor: Int64? = row["actor"]
    // Written before names and reasons were cleaned, perhaps.
    func typed(_ column: String) -> String? {
      let text: String? = row[column]
      return text?.onOneLine
    }
    self.init(
      id: row["id"], at: at, actor: actor.map(AccountID.init(rawValue:)),
      record: JournalRecord(
        kind, employee: employee.map(Employee.ID.init(rawValue:)), employeeName: typed("employee_name"),
        booking: booking.map(Booking.ID.init(rawValue:)), day: day.flatMap(Day.init(iso:)),
        seat: seat.map(Seat.ID.init(rawValue:)), seatBefore: seatBefore.map(Seat.ID.init(rawValue:)),
        guest: typed("guest"), detail: typed("detail")))
  }
}
