import OfficeActor

/// The rows of plans, absences and what was cancelled.
extension OfficeRows {
  func put(_ record: CancelledBooking) throws {
    try run(
      """
      INSERT OR REPLACE INTO cancelled_booking
        (id, day, owner, guest, seat, created_at, has_lost_seat, has_declined, absence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.day.iso)
      $0.add(record.owner.rawValue)
      $0.add(record.guest?.text)
      $0.add(record.seat?.rawValue)
      $0.add(Timestamp.text(record.createdAt))
      $0.add(record.hasLostSeat ? 1 : 0)
      $0.add(record.hasDeclined ? 1 : 0)
      $0.add(record.absence?.rawValue)
    }
  }

  /// A plan is a row, and each of its weekdays is.
  func put(_ record: Plan) throws {
    let last = try record.last.map(Self.json)
    try run(
      """
      INSERT INTO plan (employee, created_at, rest, silent_releases, last) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (employee) DO UPDATE SET created_at = excluded.created_at, rest = excluded.rest,
        silent_releases = excluded.silent_releases, last = excluded.last
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(Timestamp.text(record.createdAt))
      $0.add(record.rest?.rawValue)
      $0.add(Int64(record.silentReleases))
      $0.add(last)
    }
    try run("DELETE FROM plan_day WHERE employee = ?") { $0.add(record.id.rawValue) }
    for weekday in record.weekdays {
      guard let wish = record.days[weekday] else { continue }
      try run("INSERT INTO plan_day (employee, weekday, seat, since) VALUES (?, ?, ?, ?)") {
        $0.add(record.id.rawValue)
        $0.add(weekday.rawValue)
        $0.add(wish.seat?.rawValue)
        $0.add(Timestamp.text(wish.since))
      }
    }
  }

  func removePlan(of employee: Employee.ID) throws {
    for table in ["plan_day", "plan"] {
      try run("DELETE FROM \(table) WHERE employee = ?") { $0.add(employee.rawValue) }
    }
  }

  func put(_ record: Absence) throws {
    try run(
      """
      INSERT OR REPLACE INTO absence (id, employee, from_day, through_day, entered_by, entered_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.employee.rawValue)
      $0.add(record.from.iso)
      $0.add(record.through.iso)
      $0.add(record.enteredBy.rawValue)
      $0.add(Timestamp.text(record.enteredAt))
    }
  }

  func put(_ record: AssignedSeat) throws {
    try run(
      "INSERT OR REPLACE INTO assigned_seat (seat, employee, weekdays, assigned_at) VALUES (?, ?, ?, ?)"
    ) {
      $0.add(record.seat.rawValue)
      $0.add(record.employee.rawValue)
      $0.add(record.weekdays.inJournal)
      $0.add(Timestamp.text(record.assignedAt))
    }
  }

  func put(_ record: Preferences) throws {
    let features = try Self.json(record.features.sorted())
    try run("INSERT OR REPLACE INTO preference (employee, features, zone) VALUES (?, ?, ?)") {
      $0.add(record.id.rawValue)
      $0.add(features)
      $0.add(record.zone)
    }
  }
}
