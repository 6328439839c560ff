import OfficeActor

/// What messages tell of a person's affairs, and how those stand.
extension Scene {
  /// What the screen at the end of a way tells; nil if nothing that is the viewer's alone.
  func statement(at trail: Trail) -> Statement? {
    employee.flatMap { statement(of: subjects(at: trail.place, $0), at: trail) }
  }

  /// What a notice tells; nil if nothing that may change.
  func statement(of content: Notice.Content) -> Statement? {
    let subjects: [Subject]
    switch content {
    case .offer(let id): subjects = office.offer(id).map { [.offer(id, on: $0.day)] } ?? []
    case .attendanceQuestion(let day), .attendanceReminder(let day): subjects = [.question(about: day)]
    case .released(let bookings): subjects = bookings.first.map { [.released(on: $0.day)] } ?? []
    case .bookedByAdmin(let id): subjects = office.booking(id).map { [.booking(id, on: $0.day)] } ?? []
    case .daysBookedByAdmin(let ids):
      subjects = ids.compactMap { office.booking($0) }.map { .booking($0.id, on: $0.day) }
    case .planned(let outcomes): subjects = outcomes.map { .day($0.day) }
    case .offerRanOut(let booking, _), .lostSeat(let booking, _): subjects = [.day(booking.day)]
    case .cancelledByAdmin, .dayClosed, .absenceEnteredByAdmin, .absenceEndedByAdmin, .seatAssigned,
      .seatUnassigned, .planRests, .registrationRequested, .requestsWait, .approvalClosed,
      .requestSettled,
      .requestsSettled, .registered, .registrationApproved, .registrationRefused, .unlinked, .removed,
      .closedDayHasBookings, .groupTrouble, .errorDigest, .recovered, .clockDoubted, .announcement:
      subjects = []
    }
    return employee == nil ? nil : statement(of: subjects)
  }

  /// How subjects stand now, told anew; nil without any.
  func statement(of subjects: [Subject], at trail: Trail? = nil) -> Statement? {
    subjects.isEmpty ? nil : Statement(subjects: subjects, digest: digest(of: subjects), trail: trail)
  }

  func digest(of subjects: [Subject]) -> UInt64 {
    subjects.map(state).joined(separator: "|").stableDigest
  }

  private func subjects(at place: Place, _ employee: Employee) -> [Subject] {
    switch place {
    case .menu, .names, .name, .calendar, .guestCalendar, .bookings, .week, .admin: allSubjects(employee)
    case .day(let day, _), .guestDay(let day, _), .people(let day, _):
      [.day(day)] + offers(for: office.bookings(of: employee.id, on: day))
    case .attendance(let day):
      [.day(day), .question(about: day)] + offers(for: office.bookings(of: employee.id, on: day))
    case .booking(let id), .cancelling(let id), .moving(let id, _):
      if let booking = office.booking(id), booking.owner == employee.id {
        [.booking(id, on: booking.day)] + offers(for: [booking])
      } else {
        allSubjects(employee)
      }
    case .help, .seatDays, .guest, .search, .colleague, .severalDays, .wantedSeat, .plan, .planDay, .away,
      .awayQuestion, .settings, .language:
      []
    }
  }

  private func allSubjects(_ employee: Employee) -> [Subject] {
    [.days(from: today)] + offers(for: office.bookings(of: employee.id, from: today))
  }

  private func offers(for bookings: [Booking]) -> [Subject] {
    bookings.compactMap { booking in
      office.bookings(on: booking.day).offer(to: booking.id).map { .offer($0.id, on: $0.day) }
    }
  }

  private func state(of subject: Subject) -> String {
    guard let employee else { return "" }
    return switch subject {
    case .booking(let id, _):
      office.booking(id).flatMap { $0.owner == employee.id ? Self.state(of: $0) : nil } ?? ""
    case .day(let day): Self.state(of: office.bookings(of: employee.id, on: day))
    case .days(let first): Self.state(of: office.bookings(of: employee.id, from: first))
    case .offer(let id, _): office.offer(id) == nil ? "" : "held"
    case .question(let day): Self.state(of: office.bookingsInQuestion(of: employee.id, on: day))
    case .released(let day):
      office.released(of: employee.id, on: day).map { "\($0.id.rawValue)" }.joined(separator: ",")
    }
  }

  private static func state(of bookings: [Booking]) -> String {
    bookings.map(state).joined(separator: ",")
  }

  private static func state(of booking: Booking) -> String {
    "\(booking.id.rawValue) \(booking.seat?.rawValue ?? (booking.hasDeclined ? "declined" : "-"))"
  }
}
