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
  func bookingsOnDays() -> Markup {
    "<b>Брони</b>\nЧисло после точки — сколько броней на день. Любой день можно написать: 24 ноября или 24.11."
  }
  func whichDay(for name: String) -> Markup { "На какой день забронировать?\n<b>\(name)</b>" }
  func closedWithBookings(_ count: Int) -> String { count > 0 ? "закрыт, \(count)" : "закрыт" }
  var earlier: String { "‹ Раньше" }
  var later: String { "Позже ›" }
  func pastDays(since first: Day) -> Markup {
    "<b>Прошедшие дни</b>\nБрони хранятся с \(day(first)). Другой день напишите: 24 ноября или 24.11."
  }
  var whoIsExpected: String { "Кто сейчас в офисе" }
  func expected(_ count: Int, on day: Day) -> Markup {
    count == 0
      ? "<b>Сегодня, \(self.day(day)), никто не ожидается</b>"
      : "<b>Сегодня, \(self.day(day)), \(count.form("ожидается", "ожидаются", "ожидается")) \(people(count))</b>"
  }
  var expectedColumns: [String] { ["Место", "Зона", "Кто", "Принимает"] }
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
    return """
      \(cancelling(bookings)), \
      \(bookings == 1 ? "о ней" : "о них") \(told.form("узнает", "узнают", "узнает")) \(people(told)).
      """
  }
  /// «Отменится 1 бронь», «Отменятся 2 брони».
  func cancelling(_ count: Int) -> String {
    "\(count.form("Отменится", "Отменятся", "Отменится")) \(bookings(count))"
  }
  var typeDayReason: Markup { "Причину можно написать: её увидят владельцы броней." }
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
  func closing(_ seats: String, more: Int, count: Int, reason: String) -> Markup {
    "<b>Закрыть \(self.seats(seats, more: more, count: count))</b>\(reason.isEmpty ? "" : ": \(reason)")"
  }
  var typeClosingReason: Markup { "Напишите причину: её увидят те, кого это коснётся." }
  var withoutReason: String { "Без причины" }
  func bookingsHit(_ days: [Day], moreDays: Int, count: Int, seats: Int) -> Markup {
    guard count > 0 else { return seats == 1 ? "Броней на нём нет." : "Броней на них нет." }
    let named = days.map(dayOnButton).joined(separator: ", ")
    let more = moreDays > 0 ? " и ещё \(moreDays.counting("день", "дня", "дней"))" : ""
    return """
      На \(seats == 1 ? "месте" : "этих местах") \(bookings(count)) (\(named)\(more)). Кого коснётся, встанет первым в \
      очередь и узнает об этом.
      """
  }
  var untilWhen: Markup { "До какого дня, включительно? Его можно и написать: 10 декабря." }
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
  func closingQuestion(_ seats: String, more: Int, count: Int, from: Day, through: Day?) -> Markup {
    let span = span(from, through, untilOpened: "пока не откроете")
    return "<b>Закрыть \(self.seats(seats, more: more, count: count)) \(span)?</b>"
  }
  private func seats(_ named: String, more: Int, count: Int) -> String {
    count == 1 ? "место \(named)" : more > 0 ? "места \(named) и ещё \(more)" : "места \(named)"
  }
  /// «на сб 28 ноября», «с сб 28 по пн 30 ноября», «с сб 28 ноября, пока не откроете».
  func span(_ from: Day, _ through: Day?, untilOpened: String) -> String {
    guard let through else { return "с \(day(from)), \(untilOpened)" }
    if from == through { return "на \(day(from))" }
    let isOneMonth = (from.year, from.month) == (through.year, through.month)
    return "с \(isOneMonth ? dayOnButton(from) : day(from)) по \(day(through))"
  }
  func closingSeatsCost(bookings: Int, people: Int) -> Markup {
    guard bookings > 0 else { return "Броней в эти дни нет." }
    return """
      Без места \(bookings.form("останется", "останутся", "останется")) \(self.bookings(bookings)), об этом \
      \(people.form("узнает", "узнают", "узнает")) \(self.people(people)). В очереди \
      \(bookings == 1 ? "эта бронь встанет первой" : "эти брони встанут первыми").
      """
  }
  func seatsClosed(_ count: Int, queued: Int, isDone: Bool) -> Markup {
    guard isDone else { return "Уже обработано: места закрыты." }
    return queued == 0
      ? "Закрыто мест: \(count)." : "Закрыто мест: \(count). Встали в очередь: \(bookings(queued))."
  }

  var closeSeveral: String { "Закрыть несколько" }
  var tickSeats: Markup { "Отметьте места на кнопках или напишите номера: 12, 13." }
  func tickedSummary(_ count: Int) -> String { "Отмечено: \(count.counting("место", "места", "мест"))" }
  func wholeZone(_ zone: String) -> String { "Вся зона \(zone)" }
  func closeTicked(_ count: Int) -> String { "Закрыть \(count.counting("место", "места", "мест"))" }
  var ticksForgotten: Markup { "С тех пор отмечено другое. Отметьте места ещё раз." }

  var history: String { "История" }
  var nobodySatHere: Markup { "Броней этого места за прошедшие дни нет." }
}

extension Russian: StatisticsWords {
  func statistics(of month: Month) -> Markup { "<b>Статистика: \(self.month(month))</b>" }
  func visits(_ count: Int) -> Markup { "Посещений с начала месяца: \(count)." }
  var comingTwoWeeks: String { "Ближайшие дни" }
  func coming(_ days: [(day: Day, people: Int)]) -> Markup {
    "\(comingTwoWeeks), сколько людей: \(days.map { "\(dayOnButton($0.day)) — \($0.people)" }.joined(separator: ", "))."
  }
  func given(released: Int, declined: Int) -> Markup {
    "Снято без ответа: \(released), отказов «Не приду»: \(declined)."
  }
  var statisticsColumns: [String] {
    ["День", "День недели", "Людей", "Мест занято", "Мест всего", "Закрыт"]
  }
  var yes: String { "да" }
  func usedOn(_ weekday: Weekday) -> String { "Занято мест, \(self.weekday(weekday)), %" }
  func used(_ seat: Seat.ID) -> String { "Дней занято, место \(seat.rawValue)" }
  var releasedRow: String { "Снято без ответа" }
  var declinedRow: String { "Отказы «Не приду»" }
}

extension Russian: TroubleWords {
  var noErrors: Markup { "Ошибок нет." }
  func times(_ count: Int) -> String { count.counting("раз", "раза", "раз") }
  var errorColumns: [String] {
    ["Что случилось", "Текст журнала ошибок", "Где", "Сколько раз", "Впервые", "В последний раз", "Пример"]
  }
  func text(of trouble: Trouble) -> String {
    switch trouble {
    case .telegram: "Telegram не отвечал или отвечал не то"
    case .refusedByTelegram: "Telegram не принял сообщение"
    case .pictures: "Не удалось показать картинку"
    case .endedProcess: "Я дважды остановился на одном и том же и обошёл это"
    case .jobs: "Работа по расписанию не удалась, пробую снова"
    case .disk: "Диск не принимал записи"
    case .memory: "Не сохранились вспомогательные записи; брони целы"
    case .journal: "Журнал не читался"
    case .documents: "Не удалось получить присланный файл"
    case .clock: "Часы сервера шли неверно"
    case .group: "Не удалось проверить группу компании"
    case .registration: "Ссылку-приглашение придётся открыть ещё раз"
    case .configuration: "Новые настройки не прочитались, работаю по прежним"
    case .restored: "Офис восстановлен из снимка"
    case .stopping: "Не всё удалось при остановке"
    case .other: "Внутренняя ошибка"
    }
  }
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
