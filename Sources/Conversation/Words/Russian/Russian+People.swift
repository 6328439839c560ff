import OfficeActor

extension Russian: PeopleWords {
  func whoIsIn(on day: Day) -> Markup { "<b>Кто в офисе: \(self.day(day))</b>" }
  func peopleThere(_ count: Int) -> String { count == 0 ? "Пока никого" : people(count) }
  var withoutSeatHeading: Markup { "<b>Без места</b>" }
  var guestsHeading: Markup { "<b>Гости</b>" }
  func guest(_ name: GuestName, at place: String, hostedBy host: String) -> Markup {
    "\(place) — \(name.inText), принимает \(host)"
  }
  var findColleague: String { "Найти коллегу" }
  var whomToFind: Markup { "Кого найти? Напишите часть имени." }
  func nobodyFound(_ typed: String) -> Markup { "«\(typed)»: такого имени в списке нет. Напишите иначе." }
  func found(_ count: Int, _ typed: String, shown: Int) -> Markup {
    let found: Markup = "По запросу «\(typed)» — \(people(count))"
    return count > shown ? found + ", показаны первые \(shown). Напишите больше букв." : found + "."
  }
  var nameIsGone: Markup { "Этого имени больше нет в списке." }
}

extension Russian: AttendanceWords {
  func willYouCome(on day: Day, isTomorrow: Bool) -> Markup {
    isTomorrow ? "Придёте завтра, <b>\(self.day(day))</b>?" : "Придёте <b>\(self.day(day))</b>?"
  }
  func willGuestsCome(on day: Day, isTomorrow: Bool) -> Markup {
    isTomorrow
      ? "Придут ваши гости завтра, <b>\(self.day(day))</b>?" : "Придут ваши гости <b>\(self.day(day))</b>?"
  }
  func answer(by time: String?, seats: Int) -> Markup {
    let lost: Markup = seats == 1 ? "место достанется другому" : "места достанутся другим"
    return time.map { "Ответьте до \($0), иначе \(lost)." } ?? "Ответьте, пожалуйста: иначе скоро \(lost)."
  }
  var reminder: Markup { "Напоминаю: вы ещё не ответили." }
  var attendanceConfirmed: Markup { "Приход подтверждён." }
  var coming: String { "Приду" }
  var notComing: String { "Не приду" }
  func cancel(_ guest: GuestName) -> String { "Отменить: \(guest.text)" }
  func floor(on day: String) -> String { "План на \(day)" }
  func noBookings(on day: Day) -> Markup { "На \(self.day(day)) у вас броней нет." }
  var yourBookings: Markup { "Ваши брони:" }
  func thanks(_ seat: Seat.ID?, on day: Day) -> Markup {
    seat.map { "Спасибо! Место \($0.rawValue) на \(self.day(day)) ваше." }
      ?? "Спасибо! Места на \(self.day(day)) ваши."
  }
  func yoursAgain(_ line: Markup) -> Markup { "Снова ваше: \(line)." }
  func notTakenAgain(_ seat: Seat.ID, on day: Day) -> Markup {
    "Место \(seat.rawValue) на \(self.day(day)) снова занять не получилось."
  }
  func noBookingOfYours(on day: Day) -> Markup { "Уже обработано: вашей брони на \(self.day(day)) нет." }
}
