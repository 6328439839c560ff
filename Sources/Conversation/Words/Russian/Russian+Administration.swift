import OfficeActor

extension Russian: AdminWords {
  func employeesKnown(_ count: Int, linked: Int) -> Markup {
    count == 0
      ? "В списке пока никого: добавьте имена в «Сотрудники»."
      : "Сотрудников: \(count), из них в Telegram: \(linked)."
  }
  func todayInOffice(people: Int, taken: Int, seats: Int) -> Markup {
    "Сегодня в офисе \(self.people(people)), занято \(taken.counting("место", "места", "мест")) из \(seats)."
  }
  var bookings: String { "Брони" }
  var employees: String { "Сотрудники" }
  var seats: String { "Места" }
  var journal: String { "Журнал" }
  var errors: String { "Ошибки" }
  var statisticsHeading: String { "Статистика" }
  var download: String { "Скачать" }
  var sendingFile: Markup { "Отправляю файл." }
  var reasonForgotten: Markup { "Причина забылась. Напишите её ещё раз или обойдитесь без неё." }

  var nobodyWaits: Markup { "Никто не ждёт." }
  func rivals(_ count: Int) -> Markup { "Ещё заявок на это имя: \(count)" }
  func nameLinked(to account: Markup) -> Markup { "Имя уже привязано: \(account)" }
  func approvedRequest(_ name: String) -> Markup { "Принято: \(name)." }
  func refusedRequest(_ name: String) -> Markup { "Отклонено: \(name)." }
}

extension Russian: AdminBookingWords {
  var bookingHeading: String { "Бронь" }
  func bookingsOnDays() -> Markup { "<b>Брони</b>\nЧисло после точки — сколько броней на день." }
  func whichDay(for name: String) -> Markup { "На какой день забронировать?\n<b>\(name)</b>" }
  func closedWithBookings(_ count: Int) -> String { count > 0 ? "закрыт, \(count)" : "закрыт" }
  func bookings(on day: Day) -> Markup { "<b>Брони: \(self.day(day))</b>" }
  func bookingsThere(_ count: Int, withoutSeat: Int) -> Markup {
    count == 0 ? "Броней нет." : "\(bookings(count))\(withoutSeat > 0 ? ", без места: \(withoutSeat)" : "")."
  }
  var closedByAdmin: Markup { "День закрыт администратором." }
  var closedByConfiguration: Markup { "День закрыт в конфигурации." }
  var bookForEmployee: String { "Забронировать за сотрудника" }
  var closeDay: String { "Закрыть день" }
  var openDay: String { "Открыть день" }
  func whoFor(on day: Day) -> Markup { "<b>За кого забронировать на \(self.day(day))?</b>" }
  func bookFor(_ name: String) -> Markup { "За кого: <b>\(name)</b>" }
  func moving(_ line: Markup) -> Markup { "Пересадить: <b>\(line)</b>" }
  var queueWithoutSeat: String { "Без места, в очередь" }
  var nothingFree: Markup { "Свободных мест нет." }
  var notInTelegram: Markup { "Telegram не привязан: об изменениях не узнает." }
  var deleteBooking: String { "Удалить бронь" }
  func deleteQuestion(_ line: Markup) -> Markup { "Удалить бронь: <b>\(line)</b>?" }
  func ownerIsTold(isTold: Bool, reason: String) -> Markup {
    guard isTold else { return "Владелец не в Telegram и об этом не узнает." }
    return reason.isEmpty
      ? "Владелец узнает об этом." : "Владелец узнает об этом и о причине: «\(reason)»."
  }
  var giveReason: String { "Указать причину" }
  var yesDelete: String { "Да, удалить" }
  var reasonHeading: String { "Причина" }
  func typeReason(for line: Markup) -> Markup {
    "Напишите причину — её увидит владелец брони:\n<b>\(line)</b>"
  }
  func deleted(_ line: Markup?) -> Markup { "Удалено: \(line ?? "бронь")." }
  func bookedFor(_ line: Markup, isDone: Bool) -> Markup {
    isDone ? "Забронировано: \(line)." : "Уже обработано: \(line)."
  }
  func seatGiven(_ seat: Seat.ID, isDone: Bool) -> Markup {
    isDone ? "Место \(seat.rawValue) — готово." : "Уже обработано: место \(seat.rawValue)."
  }
  var moveHeading: String { "Пересадить?" }
  func moveQuestion(_ left: Seat.ID, to seat: Seat.ID) -> Markup {
    "Место \(left.rawValue) уйдёт очереди. Пересадить на место \(seat.rawValue)?"
  }
  var yesMoveThem: String { "Да, пересадить" }
  var closeDayHeading: String { "Закрыть день?" }
  func closeDayQuestion(_ day: Day) -> Markup { "Закрыть <b>\(self.day(day))</b>?" }
  func closingDayCosts(bookings: Int, told: Int) -> Markup {
    guard bookings > 0 else { return "Броней на этот день нет." }
    let cancelled = bookings == 1 ? "Отменится 1 бронь, о ней" : "Отменится \(self.bookings(bookings)), о них"
    return "\(cancelled) узнает \(people(told))."
  }
  var yesClose: String { "Да, закрыть" }
  func dayClosed(_ day: Day, cancelled: Int, isDone: Bool) -> Markup {
    guard isDone else { return "Уже обработано: \(self.day(day)) закрыт." }
    return cancelled == 0
      ? "\(self.day(day)) закрыт." : "\(self.day(day)) закрыт, отменено: \(bookings(cancelled))."
  }
  func dayOpened(_ day: Day, isDone: Bool) -> Markup {
    isDone ? "\(self.day(day)) открыт." : "Уже обработано: \(self.day(day)) открыт."
  }
}

extension Russian: SeatWords {
  func seatsSummary(_ count: Int, closed: Int) -> String { "Мест: \(count), закрыто: \(closed)" }
  func seatHeading(_ seat: Seat.ID) -> String { "Место \(seat.rawValue)" }
  var seatIsOpen: Markup { "Место открыто." }
  func seatClosed(_ closure: SeatClosure) -> Markup {
    let until: Markup = closure.through.map { "по \(day($0))" } ?? "пока не откроют"
    return "Закрыто с \(day(closure.from)) \(until)."
      + (closure.reason.isEmpty ? "" : " Причина: \(closure.reason.text).")
  }
  var closeSeat: String { "Закрыть место" }
  var openSeat: String { "Открыть место" }
  var closeOtherwise: String { "Закрыть иначе" }
  func closingSeat(_ seat: Seat.ID, reason: String) -> Markup {
    "<b>Закрыть место \(seat.rawValue)</b>\(reason.isEmpty ? "" : ": \(reason)")"
  }
  var typeClosingReason: Markup { "Напишите причину: её увидят те, чьи брони на этом месте." }
  var withoutReason: String { "Без причины" }
  func bookingsHit(_ days: [Day], count: Int) -> Markup {
    guard count > 0 else { return "Броней на нём нет." }
    let named = days.map(dayOnButton).joined(separator: ", ")
    let more = count > days.count ? " и ещё \(count - days.count)" : ""
    return """
      На месте \(bookings(count)) (\(named)\(more)). Кого коснётся, встанет первым в очередь и узнает об этом.
      """
  }
  var untilWhen: Markup { "До какого дня, включительно?" }
  var today: String { "Сегодня" }
  var untilOpened: String { "Пока не открою" }
  func seatClosed(_ seat: Seat.ID, queued: Int, isDone: Bool) -> Markup {
    guard isDone else { return "Уже обработано: место \(seat.rawValue) закрыто." }
    return queued == 0
      ? "Место \(seat.rawValue) закрыто."
      : "Место \(seat.rawValue) закрыто. Встали в очередь: \(bookings(queued))."
  }
  func seatOpened(_ seat: Seat.ID, isDone: Bool) -> Markup {
    isDone ? "Место \(seat.rawValue) открыто." : "Уже обработано: место \(seat.rawValue) открыто."
  }
}

extension Russian: StatisticsWords {
  func statistics(of month: Month) -> Markup { "<b>Статистика: \(self.month(month))</b>" }
  func visits(_ count: Int) -> Markup { "Посещений с начала месяца: \(count)." }
  func given(released: Int, declined: Int) -> Markup {
    "Снято без ответа: \(released), отказов «Не приду»: \(declined)."
  }
  var statisticsColumns: [String] {
    ["День", "День недели", "Людей", "Мест занято", "Мест всего", "Закрыт"]
  }
  var yes: String { "да" }
  func usedOn(_ weekday: Weekday) -> String { "Занято мест, \(self.weekday(weekday)), %" }
  var releasedRow: String { "Снято без ответа" }
  var declinedRow: String { "Отказы «Не приду»" }
}

extension Russian: TroubleWords {
  var noErrors: Markup { "Ошибок нет." }
  func times(_ count: Int) -> String { count.counting("раз", "раза", "раз") }
  var errorColumns: [String] { ["Что", "Где", "Сколько раз", "Впервые", "В последний раз", "Пример"] }
  func undelivered(_ reason: DeliveryFailure) -> String {
    switch reason {
    case .notLinked: "аккаунт не привязан"
    case .tooLate: "не доставлено вовремя"
    case .blocked: "бот заблокирован"
    case .deactivated: "аккаунт удалён"
    case .neverStarted: "человек не открывал бота"
    case .chatNotFound: "чат не найден"
    case .botNotInChat: "мне нельзя писать в этот чат"
    case .refused: "Telegram не принял сообщение"
    case .endedProcess: "я дважды остановился на этом сообщении"
    case .other(let text): text
    }
  }
}
