import OfficeActor

/// An entry of the journal as a plain Russian sentence.
struct JournalSentence: Sendable, Hashable {
  /// Who did it: a name, «админ …», «бот».
  let actor: String
  /// What happened: «Смирнова Анна: бронь на ср 25 ноября, место 12».
  let text: String

  init(_ line: JournalLine, in office: Office) {
    actor = Self.actor(of: line, in: office)
    text = Self.text(of: line.record)
  }

  /// The sentence with who did it, if it was somebody else.
  var whole: String { text.hasPrefix(actor) ? text : "\(text) (\(actor))" }

  private static func actor(of line: JournalLine, in office: Office) -> String {
    guard let account = line.actor else { return "бот" }
    // The person's name as it was then, where the entry is about them; else as it is now.
    if let employee = office.employee(linkedTo: account) {
      return employee.id == line.record.employee
        ? line.record.employeeName ?? employee.name.text : employee.name.text
    }
    return office.rules.admins.contains(account) ? "админ \(account.rawValue)" : "id \(account.rawValue)"
  }

  private static func text(of record: JournalRecord) -> String {
    let who = record.employeeName ?? "кто-то"
    let guest = record.guest.map { " (гость: \($0))" } ?? ""
    let day = record.day?.inText ?? "какой-то день"
    let seat = record.seat.map { "место \($0.rawValue)" } ?? "без места"
    let before = record.seatBefore.map { "место \($0.rawValue)" } ?? "без места"
    let detail = record.detail.flatMap { $0.isEmpty ? nil : $0 }
    func about(_ what: String) -> String { "\(who): \(what)\(guest)" }
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
    case .planChanged: return about("мои дни: \(detail ?? "?")")
    case .planPaused:
      return about("мои дни на паузе" + (detail == Plan.Rest.silence.rawValue ? ": нет ответов" : ""))
    case .planResumed: return about("мои дни включены")
    case .absent: return about("отсутствие с \(day)" + through(detail))
    case .absenceEnded: return about("отсутствие закончено с \(day)" + through(detail))
    case .preferencesChanged: return about("пожелания: \(detail ?? "любое место")")
    case .seatAssigned: return about("закреплено \(seat)" + (detail.map { " (\($0))" } ?? ""))
    case .seatUnassigned: return about("откреплено \(seat)")
    case .registered: return about("регистрация")
    case .registrationRequested: return about("заявка на регистрацию" + account(detail))
    case .registrationRefused: return about("заявка отклонена" + account(detail))
    case .unlinked: return about("Telegram отвязан" + account(detail))
    case .employeeAdded: return about("имя добавлено в список")
    case .renamed: return about("переименование, раньше: \(detail ?? "?")")
    case .employeeRemoved: return about("имя удалено из списка")
    case .dayClosed: return "День закрыт: \(day)"
    case .dayOpened: return "День открыт: \(day)"
    case .seatClosed: return "Закрыто \(seat) с \(day)" + (detail.map { ": \($0)" } ?? "")
    case .seatOpened: return "Открыто \(seat)"
    case .seatAdded: return "Новое в конфигурации: \(seat)"
    case .seatRemoved: return "Убрано из конфигурации: \(seat)"
    case .administrationRefused:
      return "Попытка управлять без прав" + (record.employeeName.map { ": \($0)" } ?? "")
    case .noticeUndeliverable:
      return "Уведомление не доставлено"
        + (record.employeeName.map { ": \($0)" } ?? "") + (detail.map { ", \($0)" } ?? "")
    }
  }

  private static func through(_ detail: String?) -> String {
    detail.flatMap { Day(iso: $0) }.map { " по \($0.inText)" } ?? ""
  }

  private static func account(_ detail: String?) -> String { detail.map { " (id \($0))" } ?? "" }
}

extension JournalTopic {
  /// As admins choose it.
  var label: String {
    switch self {
    case .bookings: "Брони"
    case .queue: "Очередь"
    case .attendance: "Приход"
    case .employees: "Сотрудники"
    case .closings: "Закрытия"
    case .other: "Прочее"
    }
  }

  /// The kinds that belong to it.
  var kinds: Set<JournalRecord.Kind> {
    Set(JournalRecord.Kind.allCases.filter { Self.topic(of: $0) == self })
  }

  private static func topic(of kind: JournalRecord.Kind) -> JournalTopic {
    switch kind {
    case .booked, .moved, .cancelled, .restored, .released, .lostSeat, .planChanged, .planPaused,
      .planResumed, .absent, .absenceEnded, .preferencesChanged, .seatAssigned, .seatUnassigned:
      .bookings
    case .offered, .offerAccepted, .offerDeclined, .offerRanOut, .offerPassedOn: .queue
    case .attendanceAsked, .attendanceReminded, .attendanceConfirmed: .attendance
    case .registered, .registrationRequested, .registrationRefused, .unlinked, .employeeAdded, .renamed,
      .employeeRemoved:
      .employees
    case .dayClosed, .dayOpened, .seatClosed, .seatOpened, .seatAdded, .seatRemoved: .closings
    case .administrationRefused, .noticeUndeliverable: .other
    }
  }
}

extension JournalQuery {
  init(_ filter: JournalFilter, _ position: JournalPosition = .newest) {
    self.init(
      employee: filter.employee, day: filter.day, kinds: filter.topic?.kinds, position: position)
  }
}
