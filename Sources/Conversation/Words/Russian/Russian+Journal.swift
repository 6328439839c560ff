import OfficeActor

extension Russian: JournalWords {
  var noEntries: Markup { "Записей нет." }
  var byEmployee: String { "Сотрудник" }
  var byDay: String { "День" }
  var byKind: String { "Вид" }
  var bySeat: String { "Место" }
  var resetFilters: String { "Сбросить фильтры" }
  var newer: String { "‹ Новее" }
  var older: String { "Старее ›" }
  func only(_ filters: String) -> Markup { "Только: \(filters)" }
  var whichEntries: Markup { "Какие записи показать?" }
  var whoseEntries: Markup { "<b>О ком показать записи?</b>" }
  var entriesOfDay: Markup {
    "За какой день? Будут записи этого дня и записи о нём. Другой день напишите: 24 ноября или 24.11."
  }
  var entriesOfSeat: Markup { "<b>О каком месте показать записи?</b>\nНомер можно написать." }
  var all: String { "Все" }
  var allDays: String { "Все дни" }
  var allSeats: String { "Все места" }
  func noDay(_ typed: String) -> Markup {
    "Не понял день «\(typed)». Напишите, например: 24 ноября или 24.11."
  }
  func topic(_ topic: JournalTopic) -> String {
    switch topic {
    case .bookings: "Брони"
    case .queue: "Очередь"
    case .attendance: "Приход"
    case .plans: "Мои дни и отсутствия"
    case .employees: "Сотрудники"
    case .closings: "Закрытия"
    case .other: "Прочее"
    }
  }
  func kind(_ kind: JournalRecord.Kind) -> String {
    switch kind {
    case .booked: "бронь"
    case .moved: "пересадка"
    case .cancelled: "отмена"
    case .released: "снято без ответа"
    case .lostSeat: "место закрыто под бронью"
    case .offered: "предложение"
    case .offerAccepted: "предложение принято"
    case .offerDeclined: "отказ от предложения"
    case .offerRanOut: "предложение истекло"
    case .offerPassedOn: "предложение ушло дальше"
    case .attendanceAsked: "вопрос о приходе"
    case .attendanceReminded: "напоминание"
    case .attendanceConfirmed: "приход подтверждён"
    case .restored: "бронь возвращена"
    case .planChanged: "мои дни"
    case .planPaused: "мои дни на паузе"
    case .planResumed: "мои дни включены"
    case .absent: "отсутствие"
    case .absenceEnded: "отсутствие закончено"
    case .preferencesChanged: "пожелания"
    case .seatAssigned: "место закреплено"
    case .seatUnassigned: "место откреплено"
    case .registered: "регистрация"
    case .registrationRequested: "заявка"
    case .registrationRefused: "заявка отклонена"
    case .unlinked: "отвязка"
    case .employeeAdded: "имя добавлено"
    case .renamed: "переименование"
    case .employeeRemoved: "имя удалено"
    case .dayClosed: "день закрыт"
    case .dayOpened: "день открыт"
    case .seatClosed: "место закрыто"
    case .seatOpened: "место открыто"
    case .seatAdded: "место добавлено"
    case .seatRemoved: "место убрано"
    case .administrationRefused: "нет прав"
    case .noticeUndeliverable: "не доставлено"
    }
  }
  var bot: String { "бот" }
  func admin(_ account: AccountID) -> String { "админ \(account.rawValue)" }

  func sentence(_ record: JournalRecord) -> String {
    let who = record.employeeName ?? "кто-то"
    let guest = record.guest.map { " (гость: \($0))" } ?? ""
    let day = record.day.map(self.day) ?? "какой-то день"
    let seat = record.seat.map(self.seat) ?? withoutSeat
    let before = record.seatBefore.map(self.seat) ?? withoutSeat
    let detail = record.detail.flatMap { $0.isEmpty ? nil : $0 }
    func about(_ what: String) -> String { "\(who): \(what)\(guest)" }
    func account(_ detail: String?) -> String { detail.map { " (id \($0))" } ?? "" }
    func through(_ detail: String?) -> String {
      detail.flatMap { Day(iso: $0) }.map { " по \(self.day($0))" } ?? ""
    }
    switch record.kind {
    case .booked:
      let how =
        switch detail {
        case JournalRecord.plan: " по «Моим дням»"
        case JournalRecord.assigned: ", закреплённое"
        default: ""
        }
      return about("бронь на \(day), \(seat)\(how)")
    case .restored: return about("бронь возвращена, \(day), \(seat)")
    case .moved: return about("пересадка на \(day), \(before) → \(seat)")
    case .cancelled:
      let why =
        detail.map {
          switch $0 {
          case JournalRecord.inQuestion: ", ответ «Не приду»"
          case JournalRecord.absence: ", отсутствие"
          default: ", причина: \($0)"
          }
        } ?? ""
      return about("отмена брони на \(day), \(seat)\(why)")
    case .released: return about("бронь на \(day) снята без ответа, \(seat)")
    case .lostSeat: return about("без места на \(day): \(before) закрыто")
    case .offered: return about("предложено \(seat) на \(day)")
    case .offerAccepted: return about("предложение принято, \(day), \(seat)")
    case .offerDeclined: return about("отказ от предложения, \(day), \(seat)")
    case .offerRanOut: return about("предложение истекло, \(day), \(seat)")
    case .offerPassedOn: return about("предложение ушло следующему, \(day), \(seat)")
    case .attendanceAsked: return about("вопрос о приходе, \(day)")
    case .attendanceReminded: return about("напоминание о вопросе, \(day)")
    case .attendanceConfirmed: return about("приход подтверждён, \(day)")
    case .planChanged: return about("мои дни, \(planned(detail ?? ""))")
    case .planPaused:
      return about("мои дни на паузе" + (detail == Plan.Rest.silence.rawValue ? ": нет ответов" : ""))
    case .planResumed: return about("мои дни включены")
    case .absent: return about("отсутствие с \(day)\(through(detail))")
    case .absenceEnded: return about("отсутствие закончено с \(day)\(through(detail))")
    case .preferencesChanged: return about("пожелания: \(detail ?? "любое место")")
    case .seatAssigned: return about("закреплено \(seat)" + (detail.map { ", \(weekdays(in: $0))" } ?? ""))
    case .seatUnassigned: return about("откреплено \(seat)")
    case .registered: return about("регистрация")
    case .registrationRequested: return about("заявка на регистрацию" + account(detail))
    case .registrationRefused: return about("заявка отклонена" + account(detail))
    case .unlinked: return about("Telegram отвязан" + account(detail))
    case .employeeAdded: return about("имя добавлено в список")
    case .renamed: return about("переименование, раньше: \(detail ?? "?")")
    case .employeeRemoved: return about("имя удалено из списка")
    case .dayClosed: return "День закрыт: \(day)" + (detail.map { ", причина: \($0)" } ?? "")
    case .dayOpened: return "День открыт: \(day)"
    case .seatClosed: return "Закрыто \(seat) \(closed(record))"
    case .seatOpened: return "Открыто \(seat)"
    case .seatAdded: return "Новое в конфигурации: \(seat)"
    case .seatRemoved: return "Убрано из конфигурации: \(seat)"
    case .administrationRefused:
      return "Попытка управлять без прав" + (record.employeeName.map { ": \($0)" } ?? "")
    case .noticeUndeliverable:
      let why = detail.map { ", " + undelivered(DeliveryFailure(code: $0)) } ?? ""
      return "Уведомление не доставлено" + (record.employeeName.map { ": \($0)" } ?? "") + why
    }
  }

  var plannedAnySeat: String { "любое место" }
  var plannedNoLonger: String { "больше не приходит" }

  /// «с сб 28 по пн 30 ноября: ремонт».
  private func closed(_ record: JournalRecord) -> String {
    let detail = ClosureDetail(record.detail ?? "")
    let reason = detail.reason.isEmpty ? "" : ": \(detail.reason)"
    guard let from = record.day else { return reason }
    let span =
      switch detail.end {
      case .through(let last)?: self.span(from, last, untilOpened: "")
      case .opened?: self.span(from, nil, untilOpened: "пока не откроют")
      case nil: "с \(day(from))"
      }
    return span + reason
  }

  func detail(_ record: JournalRecord) -> String {
    guard let detail = record.detail, !detail.isEmpty else { return "" }
    return switch (record.kind, detail) {
    case (.seatClosed, _): ClosureDetail(detail).reason
    case (.planChanged, _): planned(detail)
    case (.seatAssigned, _), (.seatUnassigned, _): weekdays(in: detail)
    case (.absent, _), (.absenceEnded, _): Day(iso: detail).map(day) ?? detail
    case (.noticeUndeliverable, _): undelivered(DeliveryFailure(code: detail))
    case (.cancelled, JournalRecord.inQuestion): "ответ «Не приду»"
    case (.cancelled, JournalRecord.absence): "отсутствие"
    case (.booked, JournalRecord.plan): "по «Моим дням»"
    case (.booked, JournalRecord.assigned): "закреплённое место"
    default: detail
    }
  }

  var journalColumns: [String] {
    [
      "Время", "Кто", "Что произошло", "Вид", "Сотрудник", "День", "Место", "Прежнее место", "Гость",
      "Подробности",
    ]
  }
  func onlyLatest(_ count: Int) -> String { "Показаны только последние записи: \(count)" }
  func journalCaption(_ count: Int, isCut: Bool) -> Markup {
    isCut ? "Журнал, только последние записи." : "Журнал: \(count.counting("запись", "записи", "записей"))."
  }
  var journalUnreadable: Markup { "Журнал не читается. Попробуйте ещё раз чуть позже." }
}
