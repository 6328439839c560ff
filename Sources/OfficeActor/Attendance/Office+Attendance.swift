import Foundation

/// Rule 9: are you coming tomorrow?
extension Office {
  /// The open day that is asked about on a day: the next one, if the asking day itself is open.
  public func dayAskedAbout(on askingDay: Day) -> Day? {
    guard !isClosed(askingDay) else { return nil }
    return (1...Self.closedDaysMax).lazy.map { askingDay + $0 }.first { !isClosed($0) }
  }

  /// The last open day before a day: on it people are asked.
  public func askingDay(for day: Day) -> Day? {
    (1...Self.closedDaysMax).lazy.map { day + -$0 }.first { !isClosed($0) }
  }

  /// An office closed for longer has nobody to ask.
  private static let closedDaysMax = 60

  mutating func askAttendance(
    on askingDay: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard rules.attendance.isEnabled, let day = dayAskedAbout(on: askingDay), day > rules.today(at: now),
      isQuestionInTime(for: day, at: now)
    else { return [] }
    var events: [Event] = []
    for (owner, bookings) in unanswered(on: day, askingDay: askingDay, where: { $0.askedAt == nil })
    where owner.account != nil {
      for var booking in bookings {
        booking.attendance.askedAt = now
        put(booking)
      }
      owe(.attendanceQuestion(day), to: .employee(owner.id), at: now)
      events.append(.attendanceAsked(owner, about: day))
    }
    return events
  }

  mutating func remindAttendance(
    on askingDay: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard rules.attendance.isEnabled else { return [] }
    var events: [Event] = []
    for day in daysAskedAbout(on: askingDay, at: now) {
      let silent = unanswered(on: day, askingDay: askingDay) {
        $0.reachedAt != nil && $0.remindedAt == nil
      }
      for (owner, bookings) in silent {
        for var booking in bookings {
          booking.attendance.remindedAt = now
          put(booking)
        }
        owe(.attendanceReminder(day), to: .employee(owner.id), at: now)
        events.append(.attendanceReminded(owner, about: day))
      }
    }
    return events
  }

  mutating func releaseUnconfirmed(
    askedOn askingDay: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard rules.attendance.isEnabled else { return [] }
    let reachedBy = now - rules.attendance.minimumTimeToAnswer.seconds
    var events: [Event] = []
    for day in daysAskedAbout(on: askingDay, at: now) {
      let silent = unanswered(on: day, askingDay: askingDay) { attendance in
        attendance.reachedAt.map { $0 <= reachedBy } ?? false
      }
      for (owner, bookings) in silent {
        owe(.released(bookings.map(BookingSummary.init)), to: .employee(owner.id), at: now)
        events += bookings.map { .released($0, owner: owner) }
      }
      events += vacate(silent.flatMap(\.bookings), at: now)
    }
    return events
  }

  mutating func confirmAttendance(
    on day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    guard day >= rules.today(at: now) else { throw .dayIsPast(day) }
    let asked = bookings(of: owner.id, on: day).filter {
      $0.seat != nil && $0.attendance.askedAt != nil && $0.attendance.confirmedAt == nil
    }
    guard !asked.isEmpty else { return [] }
    for var booking in asked {
      booking.attendance.confirmedAt = now
      put(booking)
    }
    return [.attendanceConfirmed(owner, about: day)]
  }

  /// Notes that a question has reached its owner.
  mutating func noteReached(_ employee: Employee.ID, about day: Day, at now: Date) {
    for var booking in bookings(of: employee, on: day)
    where booking.attendance.askedAt != nil && booking.attendance.reachedAt == nil {
      booking.attendance.reachedAt = now
      put(booking)
    }
  }

  // MARK: Reading

  /// The bookings that a person's question about a day is about: asked, with a seat, and not answered.
  public func bookingsInQuestion(of employee: Employee.ID, on day: Day) -> [Booking] {
    guard let askingDay = askingDay(for: day) else { return [] }
    return bookings(of: employee, on: day).filter {
      $0.seat != nil && $0.attendance.askedAt != nil && !isConfirmed($0, askingDay: askingDay)
    }
  }

  /// Whether somebody who gets the question about a day now still has the time to answer.
  func isQuestionInTime(for day: Day, at now: Date) -> Bool {
    guard let askingDay = askingDay(for: day) else { return false }
    let answerBy = rules.attendance.answerBy.moment(on: askingDay, in: rules.timeZone)
    return now + rules.attendance.minimumTimeToAnswer.seconds <= answerBy
  }

  /// Whether nothing is to be asked: «Приду» was said, or the seat was taken on the asking day or later.
  private func isConfirmed(_ booking: Booking, askingDay: Day) -> Bool {
    booking.attendance.confirmedAt != nil || rules.today(at: booking.seatedAt) >= askingDay
  }

  /// Seat bookings of a day that count as unconfirmed, by owner, in the order of ids.
  private func unanswered(
    on day: Day, askingDay: Day, where isWanted: (Attendance) -> Bool
  ) -> [(owner: Employee, bookings: [Booking])] {
    let wanted = bookings(on: day).all.filter {
      $0.seat != nil && isWanted($0.attendance) && !isConfirmed($0, askingDay: askingDay)
    }
    return Dictionary(grouping: wanted, by: \.owner).sorted { $0.key < $1.key }.compactMap {
      owner, bookings in
      employees[owner].map { ($0, bookings.sorted { $0.id < $1.id }) }
    }
  }

  /// The days that people were asked about on a day; one, unless closings have changed in between.
  private func daysAskedAbout(on askingDay: Day, at now: Date) -> [Day] {
    days.filter { day, bookings in
      day > askingDay && day >= rules.today(at: now)
        && bookings.all.contains {
          $0.attendance.askedAt.map { rules.today(at: $0) == askingDay } ?? false
        }
    }.keys.sorted()
  }

  /// A person's own booking of a day and their guests'.
  public func bookings(of employee: Employee.ID, on day: Day) -> [Booking] {
    let bookings = bookings(on: day)
    return [bookings.booking(ownedBy: employee)].compactMap { $0 } + bookings.guests(of: employee)
  }
}
