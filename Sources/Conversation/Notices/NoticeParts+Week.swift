import OfficeActor

/// What people hear about plans, absences and assigned seats.
extension NoticeParts {
  func daysBookedByAdmin(_ ids: [Booking.ID]) -> NoticeMessage? {
    let bookings = ids.compactMap { office.booking($0) }.map(BookingSummary.init)
    guard !bookings.isEmpty else { return nil }
    return NoticeMessage(
      text: ["Администратор забронировал для вас:", list(bookings)].lines(), rows: [[.menu]])
  }

  func absenceEntered(_ from: Day, _ through: Day, _ bookings: [BookingSummary]) -> NoticeMessage {
    let cancelled: Markup = bookings.isEmpty ? "" : ["Отменены брони:", list(bookings)].lines()
    return NoticeMessage(
      text: [
        "Администратор указал, что вас не будет: с \(from.inText) по \(through.inText).", cancelled,
      ].lines(), rows: [[.menu]])
  }

  func absenceEnded(_ from: Day, _ through: Day) -> NoticeMessage {
    NoticeMessage(
      text: "Администратор отменил ваше отсутствие с \(from.inText) по \(through.inText).", rows: [[.menu]])
  }

  func seatAssigned(_ seat: Seat.ID) -> NoticeMessage {
    NoticeMessage(text: "За вами закреплено \(self.seat(seat)).", rows: [[.menu]])
  }

  func seatUnassigned(_ seat: Seat.ID) -> NoticeMessage {
    NoticeMessage(text: "За вами больше не закреплено \(self.seat(seat)).", rows: [[.menu]])
  }

  func planned(_ outcomes: [PlanOutcome]) -> NoticeMessage {
    NoticeMessage(
      text: outcomes.map { outcome -> Markup in
        let wanted: Markup = outcome.wanted.map { " вместо места \($0.rawValue)" } ?? ""
        return "\(outcome.day.inText): \(seat(outcome.seat))\(wanted)\(why(outcome))"
      }.lines(), rows: [[.menu]])
  }

  func planRests() -> NoticeMessage {
    NoticeMessage(
      text: "Ответа не было три раза подряд, поэтому «Мои дни» пока ничего не бронируют.", rows: [[.menu]])
  }

  private func why(_ outcome: PlanOutcome) -> Markup {
    func name(_ id: Employee.ID) -> String { office.employees[id]?.name.text ?? "коллега" }
    return switch outcome.reason {
    case nil: ""
    case .satThereMoreOften(let other): ": \(name(other)) сидит там чаще"
    case .wishedEarlier(let other): ": \(name(other)) хочет его дольше"
    case .assigned(let other): ": оно закреплено за сотрудником \(name(other))"
    case .booked(let other): ": его занял сотрудник \(name(other))"
    case .held: ": его предложили очереди"
    case .closed: ": оно закрыто"
    case .gone: ": его больше нет"
    }
  }
}
