import OfficeActor

extension Russian: WeekWords {
  var myWeek: String { "Моя неделя" }
  var severalDays: String { "Несколько дней" }
  var myDays: String { "Мои дни" }
  var away: String { "Меня не будет" }
  func usualWeek(_ weekdays: [Weekday], _ seat: Seat.ID?) -> String {
    let days = weekdays.map(weekday).joined(separator: ", ")
    return seat.map { "Как обычно: \(days) · \(self.seat($0))" } ?? "Как обычно: \(days)"
  }
  var weekHint: Markup { "<b>Моя неделя</b>\nНа картинке ваши места, очередь и сколько свободно." }

  // MARK: Several days

  func ticked(_ label: String, _ isTicked: Bool) -> String { (isTicked ? "☑ " : "☐ ") + label }
  var wholeWeek: String { "Всю неделю" }
  func wantedSeat(_ seat: Seat.ID?) -> String { "Место: \(seat?.rawValue ?? "любое")" }
  var onlyThisSeat: String { "Только это место" }
  var withoutSeatIfFull: String { "Без места, если всё занято" }
  func bookDays(_ count: Int) -> String { "Забронировать \(count.counting("день", "дня", "дней"))" }
  var severalDaysHint: Markup { "Отметьте дни; число после точки — сколько мест свободно." }
  var chooseDays: Markup { "<b>На какие дни?</b>" }
  func moreDays(withSeat seat: Seat.ID) -> String { "Ещё дни с местом \(seat.rawValue)" }
  func daysWithSeat(_ seat: Seat.ID) -> Markup { "Место \(seat.rawValue) свободно в эти дни." }
  var wantedSeatHeading: String { "Какое место" }
  var whichSeat: Markup { "<b>Какое место?</b>\nНажмите или напишите номер." }
  func usualSeat(_ seat: Seat.ID) -> String { "\(seat.rawValue), как обычно" }
  var anySeat: String { "Любое" }
  func daysBooked(_ count: Int) -> Markup {
    count == 0
      ? "<b>Ничего не забронировал</b>" : "<b>Забронировано: \(count.counting("день", "дня", "дней"))</b>"
  }
  func answer(_ answer: DayAnswer.Answer, on day: Day, no: Markup) -> Markup {
    let day = self.day(day)
    switch answer {
    case .seat(let seat): return "✅ \(day) — место \(seat.rawValue)"
    case .nearest(let seat, _): return "✅ \(day) — место \(seat.rawValue), ближайшее свободное"
    case .queue: return "⏳ \(day) — в очереди"
    case .move(let left, let seat):
      return "✅ \(day) — место \(seat.rawValue)\(left.map { " вместо \($0.rawValue)" } ?? "")"
    case .present(let booking):
      return "• \(day) — уже есть: \(booking.seat.map(self.seat) ?? withoutSeat)"
    case .no: return "✕ \(no)"
    }
  }
  func movesNeedConfirming(_ lines: Markup, to seat: Seat.ID) -> Markup {
    "<b>Прежние места уйдут очереди.</b> Пересесть на место \(seat.rawValue)?\n\(lines)"
  }

  // MARK: The plan

  var planHint: Markup {
    """
    <b>Мои дни</b>
    Отметьте дни недели — буду бронировать их сам, как только день откроется. Отменённый день снова не займу.
    """
  }
  func planLast(_ outcome: PlanOutcome, why: Markup) -> Markup {
    "В последний раз: \(day(outcome.day)) — \(outcome.seat.map(seat) ?? "в очереди")\(why)."
  }
  func planRest(_ rest: Plan.Rest) -> Markup {
    switch rest {
    case .paused: "Сейчас пауза: ничего не бронирую."
    case .silence: "Вы трижды не ответили на вопрос о приходе, поэтому пока ничего не бронирую."
    }
  }
  func planDay(_ weekday: Weekday, _ seat: Seat.ID?) -> String {
    "\(self.weekday(weekday)) · \(seat?.rawValue ?? "любое")"
  }
  func planDayHeading(_ weekday: Weekday) -> Markup {
    "<b>\(self.weekday(weekday)): какое место?</b>\nНажмите или напишите номер."
  }
  var removeDay: String { "Убрать день" }
  var forAllMyDays: String { "На все мои дни" }
  var pause: String { "Пауза" }
  var resume: String { "Включить" }
  var bookOpenDays: String { "Занять и дни, что уже открыты" }
  var planSaved: Markup { "Запомнил. Действует со следующего дня, который откроется." }
  var planPaused: Markup { "Поставил на паузу." }
  var planResumed: Markup { "Снова бронирую ваши дни." }
  var planEmpty: Markup { "Пока не отмечен ни один день." }

  // MARK: Being away

  var awayFrom: Markup {
    """
    <b>С какого дня вас не будет?</b>
    Нажмите день или напишите сразу: «до 10 декабря», «1–5.12», «завтра».
    """
  }
  func awayThrough(from day: Day) -> Markup { "<b>С \(self.day(day)) — по какой день, включительно?</b>" }
  func awayQuestion(_ from: Day, _ through: Day) -> Markup { "<b>Вас не будет: \(span(from, through))?</b>" }
  func awayCosts(_ bookings: Markup) -> Markup {
    bookings.html.isEmpty ? "Броней на эти дни нет." : "Отменятся ваши брони:\n\(bookings)"
  }
  func awayGuests(_ count: Int) -> Markup {
    "Ваших гостей на эти дни: \(count). Их брони останутся, если не отменить."
  }
  var yesAway: String { "Да, меня не будет" }
  var yesAwayAndGuests: String { "Да, и гостей не будет" }
  func awaySet(_ from: Day, _ through: Day, cancelled: Int) -> Markup {
    "Записал: вас не будет \(span(from, through)).\(cancelled == 0 ? "" : " Отменено: \(bookings(cancelled)).")"
  }
  func awayNow(_ from: Day, _ through: Day) -> Markup { "Вас не будет: \(span(from, through))" }
  func endAbsence(_ from: Day, _ through: Day) -> String {
    "Закончить: \(dayOnButton(from)) – \(dayOnButton(through))"
  }
  var giveBack: String { "Вернуть" }
  func absenceEnded(given: Int, lost: Markup) -> Markup {
    let back: Markup = given == 0 ? "" : " Вернул: \(bookings(given))."
    return "Вы снова в офисе." + back + (lost.html.isEmpty ? "" : "\nВернуть не получилось:\n\(lost)")
  }
  func notUnderstoodSpan(_ typed: String) -> Markup {
    "Не понял «\(typed)». Напишите, например: до 10 декабря, 1–5.12 или завтра."
  }
  func notInOffice(through day: Day) -> String { "не в офисе до \(self.day(day))" }

  func span(_ from: Day, _ through: Day) -> String {
    from == through ? day(from) : "с \(day(from)) по \(day(through))"
  }

  // MARK: Undo

  func restore(_ seat: Seat.ID?) -> String {
    seat.map { "Вернуть место \($0.rawValue)" } ?? "Вернуть в очередь"
  }
  func restored(_ line: Markup) -> Markup { "Вернул: \(line)." }

  // MARK: Refusals

  func absent(_ name: String?, through day: Day) -> Markup {
    name.map { "\($0): не в офисе до \(self.day(day)). Сначала закончите отсутствие." }
      ?? "Вы указали, что вас не будет до \(self.day(day)). Сначала закончите отсутствие."
  }
  func absenceTooLong(last: Day) -> Markup {
    "Можно указать самое позднее по \(day(last)), дальше — не больше года."
  }
  func tooManyAbsences(_ max: Int) -> Markup { "Указано уже \(max) отсутствий, больше нельзя." }
  var absenceIsGone: Markup { "Уже обработано: этого отсутствия больше нет." }
  var nothingChosen: Markup { "Не выбрано ни одного дня." }
  var noPlan: Markup { "«Мои дни» ещё не выбраны." }
  func noSeatFree(on day: Day) -> Markup { "На \(self.day(day)) свободных мест нет." }
  func alreadyBooked(_ line: Markup?) -> Markup { line.map { "Бронь уже есть: \($0)." } ?? "Бронь уже есть." }
  var nothingToRestore: Markup { "Уже обработано: вернуть эту бронь нельзя." }
  func seatAssigned(_ seat: Seat.ID, to owner: String) -> Markup {
    "Место \(seat.rawValue) уже закреплено: \(owner)."
  }
  func hasAssignedSeat(_ owner: String, _ seat: Seat.ID) -> Markup {
    "\(owner): на эти дни недели уже закреплено место \(seat.rawValue)."
  }

  // MARK: Notices

  var bookedForYou: Markup { "Администратор забронировал для вас:" }
  func adminSetAbsence(_ from: Day, _ through: Day) -> Markup {
    "Администратор указал, что вас не будет \(span(from, through))."
  }
  var cancelledFor: Markup { "Отменены брони:" }
  func adminEndedAbsence(_ from: Day, _ through: Day) -> Markup {
    "Администратор отменил ваше отсутствие \(span(from, through))."
  }
  func seatIsAssigned(_ seat: Markup) -> Markup { "За вами закреплено \(seat)." }
  func seatIsUnassigned(_ seat: Markup) -> Markup { "За вами больше не закреплено \(seat)." }
  func planned(_ day: Day, _ seat: Markup, wanted: Seat.ID?, why: Markup) -> Markup {
    "\(self.day(day)): \(seat)\(wanted.map { " вместо места \($0.rawValue)" } ?? "")\(why)"
  }
  func why(_ reason: PlanOutcome.Reason, _ name: (Employee.ID) -> String) -> Markup {
    switch reason {
    case .satThereMoreOften(let other): ": \(name(other)) сидит там чаще"
    case .wishedEarlier(let other): ": \(name(other)) выбирает это место дольше"
    case .assigned(let other): ": оно закреплено, \(name(other))"
    case .booked(let other): ": его занимает \(name(other))"
    case .held: ": его предложили очереди"
    case .closed: ": оно закрыто"
    case .gone: ": его больше нет"
    }
  }
  var planRests: Markup {
    "Вы трижды подряд не ответили на вопрос о приходе, поэтому «Мои дни» пока ничего не бронируют."
  }

  // MARK: Assigned seats

  var assign: String { "Закрепить" }
  var unassign: String { "Открепить" }
  func assignedTo(_ owner: String, _ weekdays: [Weekday]) -> Markup {
    "Закреплено: \(owner)\(weekdays.count == 7 ? "" : " (\(weekdays.map(weekday).joined(separator: ", ")))")"
  }
  func assignTo(_ seat: Seat.ID) -> Markup { "<b>За кем закрепить место \(seat.rawValue)?</b>" }
  func assignDays(_ seat: Seat.ID, _ name: String) -> Markup {
    "<b>Место \(seat.rawValue): \(name)</b>\nНа какие дни недели?"
  }
  var everyDay: String { "Каждый день" }
  var yesAssign: String { "Да, закрепить" }
  func assigned(_ seat: Seat.ID, _ name: String, lent: [Day]) -> Markup {
    let stays: Markup =
      lent.isEmpty ? "" : " Уже занято другими: \(lent.map(dayOnButton).joined(separator: ", "))."
    return "Место \(seat.rawValue) закреплено: \(name).\(stays)"
  }
  func unassigned(_ seat: Seat.ID) -> Markup { "Место \(seat.rawValue) больше не закреплено." }
}
