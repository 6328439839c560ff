package import FloorPlan
import OfficeActor

/// What has to be done about an earlier message.
package enum Correction: Sendable, Hashable {
  /// Nothing that it told can change any more.
  case forget
  /// A newer message asks the same.
  case takeButtons(leaving: Statement)
  /// It says what holds now; with a picture only if it had one.
  case say(NoticeMessage, picture: Picture?, leaving: Statement?)
}

extension Scene {
  /// What has to be done about an earlier message of the viewer's chat; nil if it stands as it is.
  ///
  /// - Parameter newer: what the messages below it told.
  package func correction(of statement: Statement, below newer: [Statement]) -> Correction? {
    guard let employee, statement.subjects.contains(where: { $0.day.map { $0 >= today } ?? true }) else {
      return .forget
    }
    let isAskedAgain = newer.contains { !$0.daysInQuestion.isDisjoint(with: statement.daysInQuestion) }
    // Of a question that was put again, or has cost the seat, what was asked stays to be read.
    let isHistory = isAskedAgain && statement.trail == nil
    if !isHistory, digest(of: statement.subjects) != statement.digest {
      return askedAnew(statement, employee)
        ?? .say(
          NoticeMessage(text: affairs(about: statement.subjects, employee)),
          picture: statement.trail.map { screen(at: $0).picture }, leaving: nil)
    }
    guard isAskedAgain, statement.hasButtons else { return nil }
    var statement = statement
    statement.hasButtons = false
    return .takeButtons(leaving: statement)
  }

  /// A notice that still wants an answer, though about other bookings than it says.
  private func askedAnew(_ statement: Statement, _ employee: Employee) -> Correction? {
    guard statement.trail == nil, case .question(let day)? = statement.subjects.first,
      let question = AttendanceQuestion(self, of: employee.id, on: day)
    else { return nil }
    return .say(
      NoticeMessage(text: question.text, rows: question.rows), picture: nil,
      leaving: self.statement(of: statement.subjects))
  }

  // MARK: What holds now

  private func affairs(about subjects: [Subject], _ employee: Employee) -> Markup {
    if subjects.contains(where: { $0.day == nil }) {
      return affairs(office.bookings(of: employee.id, from: today), orNone: words.noBookings)
    }
    let days = Set(subjects.compactMap(\.day)).sorted()
    let isAnswered = subjects.contains { subject in
      guard case .question(let day) = subject else { return false }
      return office.bookings(of: employee.id, on: day).contains { $0.attendance.confirmedAt != nil }
        && office.bookingsInQuestion(of: employee.id, on: day).isEmpty
    }
    return [
      affairs(
        days.flatMap { office.bookings(of: employee.id, on: $0) },
        orNone: days.count == 1 ? words.noBookings(on: days[0]) : words.noBookings),
      isAnswered ? words.attendanceConfirmed : "",
    ].lines()
  }

  private func affairs(_ bookings: [Booking], orNone none: Markup) -> Markup {
    guard let first = bookings.first else { return none }
    let lines = bookings.map { BookingLine($0, in: self) }
    let only = bookings.count == 1 && first.guest == nil ? lines[0] : nil
    let offers = lines.compactMap { $0.state.offer.map { words.offered($0.seat) } }
    return
      ([
        only.map { words.yourBooking($0.presence) }
          ?? [words.yourBookings, lines.map { "• \($0.text)" }.fitting(words.andMore).lines()].lines()
      ] + offers + [only != nil && first.seat == nil && first.hasDeclined ? words.nothingMoreOffered : ""])
      .lines()
  }
}
