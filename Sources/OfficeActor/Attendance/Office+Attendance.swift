public import Foundation

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
    let answerBy = rules.attendance.answerBy.moment(on: askingDay, in: rules.timeZone)
    guard rules.attendance.isEnabled, let day = dayAskedAbout(on: askingDay), day > rules.today(at: now),
      isInTime(now, toAnswerBy: answerBy)
    else { return [] }
    let unasked = byOwner(on: day) { needsAsking($0, askingDay: askingDay) }
      .filter { $0.owner.account != nil && absence(of: $0.owner.id, on: day) == nil }
    for (owner, bookings) in unasked {
      for var booking in bookings {
        booking.attendance.askedAt = now
        booking.attendance.answerBy = answerBy
        put(booking)
      }
      owe(.attendanceQuestion(day), to: .employee(owner.id), at: now)
    }
    return unasked.map { .attendanceAsked($0.owner, about: day) }
  }

  mutating func remindAttendance(
    on askingDay: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard rules.attendance.isEnabled else { return [] }
    var events: [Event] = []
    for day in daysAskedAbout(on: askingDay, at: now) {
      let silent = byOwner(on: day) {
        isInQuestion($0) && $0.attendance.reachedAt != nil && $0.attendance.remindedAt == nil
      }
      for (owner, bookings) in silent {
        stamp(bookings, \.remindedAt, now)
        owe(.attendanceReminder(day), to: .employee(owner.id), at: now)
      }
      events += silent.map { .attendanceReminded($0.owner, about: day) }
    }
    return events
  }

  mutating func confirmAttendance(
    on day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    guard day >= rules.today(at: now) else { throw .dayIsPast(day) }
    let asked = bookingsInQuestion(of: owner.id, on: day)
    let (retaken, refusal) = retakeReleased(of: owner, on: day, at: now)
    // Whatever became of some of it, the rest is confirmed.
    if asked.isEmpty, retaken.isEmpty, let refusal { throw refusal }
    stamp(asked, \.confirmedAt, now)
    if !asked.isEmpty || !retaken.isEmpty { noteAnswer(of: owner.id) }
    return (asked.isEmpty ? [] : [.attendanceConfirmed(owner, about: day)]) + retaken
  }

  /// Notes that a question has reached its owner. One that came too late is as good as none: silence costs
  /// nothing.
  mutating func noteReached(_ employee: Employee.ID, about day: Day, at now: Date) {
    let asked = bookings(of: employee, on: day).filter { $0.attendance.askedAt != nil }
    stamp(
      asked.filter { $0.attendance.reachedAt == nil && isInTime(now, toAnswerBy: answerBy(of: $0)) },
      \.reachedAt, now)
  }

  /// Notes that the question has not reached the owner. It reached an account that is no longer linked to the name.
  mutating func forgetReached(_ employee: Employee.ID, at now: Date) {
    let inQuestion = bookings(of: employee, from: rules.today(at: now)).filter(isInQuestion)
    stamp(inQuestion.filter { $0.attendance.reachedAt != nil }, \.reachedAt, nil)
  }

  private mutating func stamp(
    _ bookings: [Booking], _ stamp: WritableKeyPath<Attendance, Date?>, _ moment: Date?
  ) {
    for var booking in bookings {
      booking.attendance[keyPath: stamp] = moment
      put(booking)
    }
  }

  // MARK: Reading

  /// The bookings that a person's question about a day is about: asked, with a seat, and not answered.
  public func bookingsInQuestion(of employee: Employee.ID, on day: Day) -> [Booking] {
    bookings(of: employee, on: day).filter(isInQuestion)
  }

  /// The days on which people were asked about days that are not over.
  public func askingDays(at now: Date) -> [Day] {
    let today = rules.today(at: now)
    let asked = days.filter { $0.key >= today }.flatMap(\.value.all).compactMap(\.attendance.askedAt)
    return Set(asked.map { rules.today(at: $0) }).sorted()
  }

  /// Whether somebody who gets the question about a day now still has the time to answer.
  func isQuestionInTime(to employee: Employee.ID, about day: Day, at now: Date) -> Bool {
    bookingsInQuestion(of: employee, on: day).contains { isInTime(now, toAnswerBy: answerBy(of: $0)) }
  }

  private func isInTime(_ now: Date, toAnswerBy deadline: Date) -> Bool {
    now + rules.attendance.minimumTimeToAnswer.seconds <= deadline
  }

  /// Whether somebody is to be asked about a booking: not yet, and the seat was taken before the asking day.
  private func needsAsking(_ booking: Booking, askingDay: Day) -> Bool {
    booking.seat != nil && booking.attendance.askedAt == nil && booking.attendance.confirmedAt == nil
      && rules.today(at: booking.seatedAt) < askingDay
  }

  /// Whether an answer is awaited, whatever has been closed or configured otherwise since it was asked.
  private func isInQuestion(_ booking: Booking) -> Bool {
    booking.seat != nil && booking.attendance.isInQuestion
  }

  /// Some bookings of a day, by owner, in the order of ids.
  func byOwner(
    on day: Day, where isWanted: (Booking) -> Bool
  ) -> [(owner: Employee, bookings: [Booking])] {
    Dictionary(grouping: bookings(on: day).all.filter(isWanted), by: \.owner).sorted { $0.key < $1.key }
      .compactMap { owner, bookings in
        employees[owner].map { ($0, bookings.sorted { $0.id < $1.id }) }
      }
  }

  /// The days that people were asked about on a day; one, unless closings have changed in between.
  private func daysAskedAbout(on askingDay: Day, at now: Date) -> [Day] {
    days.filter { day, bookings in
      day > askingDay && day >= rules.today(at: now) && !isClosed(day)
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
