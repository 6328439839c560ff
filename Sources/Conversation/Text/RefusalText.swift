import Foundation
import OfficeActor

/// Says what is the case and what can be done now.
struct RefusalText {
  let office: Office

  /// Free seats named at the most; of more, only how many.
  static let freeSeatsNamedMax = 12

  func text(of refusal: Refusal) -> Markup {
    switch refusal {
    case .rejected(let rejection): text(of: rejection)
    case .notSaved: "Не получилось сохранить, ничего не изменилось. Попробуйте ещё раз чуть позже."
    case .overloaded: "Сейчас слишком много запросов, ничего не изменилось. Попробуйте ещё раз."
    }
  }

  func text(of rejection: Rejection) -> Markup {
    switch rejection {
    case .notRegistered: "Сначала выберите своё имя."
    case .notAllowed:
      "Это чужая бронь: отменить её может только владелец или администратор. Ваши — в «Мои брони»."
    case .adminsOnly: "Это может только администратор."
    case .alreadyRegistered(let employee):
      "Вы уже зарегистрированы: \(name(employee)). Если это не вы, скажите администратору."
    case .registrationNotOpen(.approval): "Сначала заявку должен принять администратор."
    case .registrationNotOpen(.group): "Зарегистрироваться могут только участники группы компании."
    case .registrationNotOpen: "Для регистрации нужна ссылка-приглашение: спросите её у администратора."
    case .employeeUnknown: "Этого имени больше нет в списке. Выберите другое."
    // Without the name: it is said to people who are not registered.
    case .nameTaken: "Это имя уже занято. Если оно ваше, скажите администратору."
    case .nameNotFound: "Такого имени среди найденных нет. Напишите часть своего имени."
    case .linkedToAnother(let employee):
      "Уже не актуально: к имени «\(name(employee))» привязан другой аккаунт. Отвязать его можно в «Сотрудниках»."
    case .nameExists(let employee): "Такое имя уже есть в списке: \(name(employee))."
    case .listIsFull(let room):
      room == 0
        ? "Список полон: в нём помещается \(Office.employeesMax.counting("имя", "имени", "имён")). Никого не добавил."
        : "Столько не поместится: в списке есть место ещё для \(room.counting("имени", "имён", "имён")). Никого не добавил."
    case .requestGone: "Уже обработано: этой заявки больше нет."
    case .requestRefused(let until):
      """
      Заявка на это имя отклонена. Отправить её снова можно \(moment(until)). Если это ошибка, скажите \
      администратору.
      """
    case .requestsUsedUp(let max, let until):
      """
      За сутки можно отправить не больше \(max.counting("заявки", "заявок", "заявок")). Следующую — \
      \(moment(until)).
      """
    case .tooManyRequests: "Сейчас слишком много заявок. Попробуйте позже или скажите администратору."
    case .dayIsPast(let day): "\(day.inText) уже прошёл. Выберите другой день."
    case .dayNotYetOpen(let day, let last):
      "\(day.inText) пока не открыт: бронировать можно по \(last.inText) включительно."
    case .dayIsClosed(let day): "\(day.inText) офис закрыт. Выберите другой день."
    case .seatUnknown(let seat): "Места \(seat.rawValue) в офисе больше нет. Выберите другое на плане."
    case .seatTaken(let seat, let day, let holder):
      "Место \(seat.rawValue) на \(day.inText) занято: \(name(holder)). \(free(on: day))"
    case .seatIsClosed(let seat, let day):
      "Место \(seat.rawValue) на \(day.inText) закрыто. \(free(on: day))"
    case .seatHeld(let seat, let day):
      "Место \(seat.rawValue) на \(day.inText) предложено тому, кто ждёт в очереди. \(free(on: day))"
    case .seatsAreFree(let day): "На \(day.inText) есть свободные места. \(free(on: day))"
    case .guestBooked(let booking):
      office.booking(booking).map {
        "Для этого гостя уже есть бронь: \(BookingLine($0, in: office).text). Второго гостя назовите иначе."
      } ?? "Для этого гостя уже есть бронь."
    case .tooManyGuests(let day, let max):
      "На \(day.inText) у вас уже \(max.counting("гость", "гостя", "гостей")), больше нельзя."
    case .moveNeedsConfirming(_, let left, let seat):
      "Место \(left.rawValue) уйдёт очереди. Пересесть на место \(seat.rawValue)?"
    case .absent(let employee, _, let last):
      "\(name(employee)): не в офисе до \(last.inText). Сначала нужно закончить отсутствие."
    case .absenceTooLong(let last): "Отсутствие можно указать самое позднее по \(last.inText)."
    case .tooManyAbsences(let max): "Указано уже \(max) отсутствий, больше нельзя."
    case .absenceGone: "Уже обработано: этого отсутствия больше нет."
    case .nothingChosen: "Не выбрано ни одного дня."
    case .noPlan: "«Мои дни» ещё не выбраны."
    case .noSeatFree(let day): "На \(day.inText) свободных мест нет."
    case .movesNeedConfirming(_, let seat):
      "Прежние места уйдут очереди. Пересесть на место \(seat.rawValue)?"
    case .alreadyBooked(let booking):
      office.booking(booking).map { "Бронь уже есть: \(BookingLine($0, in: office).text)." }
        ?? "Бронь уже есть."
    case .nothingToRestore: "Вернуть эту бронь уже нельзя."
    case .seatAssigned(let seat, let owner): "Место \(seat.rawValue) уже закреплено: \(name(owner))."
    case .hasAssignedSeat(let owner, let seat):
      "\(name(owner)): на эти дни недели уже закреплено место \(seat.rawValue)."
    case .offerGone: "Это предложение уже не действует."
    // Only a start asks for what this refuses.
    case .seatsVanished: "Мест этих броней больше нет в настройках."
    case .bookingGone: "Уже обработано: этой брони больше нет."
    }
  }

  func noSuchSeat(_ typed: String, on day: Day) -> Markup {
    "Места «\(typed)» нет. \(free(on: day))"
  }

  func tooLate(for seat: Seat.ID, on day: Day) -> Markup {
    "Место \(seat.rawValue) на \(day.inText) за вами уже не держим: время вышло. \(free(on: day))"
  }

  /// «Свободны: 3, 7, 14.»
  private func free(on day: Day) -> Markup {
    let free = office.isClosed(day) ? [] : office.freeSeats(on: day)
    guard !free.isEmpty else { return "Свободных мест на этот день нет." }
    let named = free.prefix(Self.freeSeatsNamedMax).map(\.id.rawValue).joined(separator: ", ")
    let more = free.count - Self.freeSeatsNamedMax
    return more > 0 ? "Свободны: \(named) и ещё \(more)." : "Свободны: \(named)."
  }

  /// «ср 25 ноября после 10:00».
  private func moment(_ moment: Date) -> String {
    let zone = office.rules.timeZone
    return "\(Day(containing: moment, in: zone).inText) после \(moment.timeOfDay(in: zone))"
  }

  private func name(_ employee: Employee.ID) -> String { office.employees[employee]?.name.text ?? "—" }
}
