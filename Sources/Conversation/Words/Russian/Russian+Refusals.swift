import OfficeActor

extension Russian: RefusalWords {
  var notSaved: Markup { "Не получилось сохранить, ничего не изменилось. Попробуйте ещё раз чуть позже." }
  var overloaded: Markup { "Сейчас слишком много запросов, ничего не изменилось. Попробуйте ещё раз." }
  var chooseNameFirst: Markup { "Сначала выберите своё имя." }
  var notYourBooking: Markup {
    "Это чужая бронь: отменить её может только владелец или администратор. Ваши — в «Мои брони»."
  }
  var adminsOnly: Markup { "Это может только администратор." }
  func alreadyRegistered(_ name: String) -> Markup {
    "Вы уже зарегистрированы: \(name). Если это не вы, скажите администратору."
  }
  func registrationNotOpen(_ mode: RegistrationMode) -> Markup {
    switch mode {
    case .approval: "Сначала заявку должен принять администратор."
    case .group: "Зарегистрироваться могут только участники группы компании."
    case .open, .invite: "Для регистрации нужна ссылка-приглашение: спросите её у администратора."
    }
  }
  var nameIsNoMore: Markup { "Этого имени больше нет в списке. Выберите другое." }
  var nameIsTaken: Markup { "Это имя уже занято. Если оно ваше, скажите администратору." }
  var nameNotFound: Markup { "Такого имени среди найденных нет. Напишите часть своего имени." }
  func linkedToAnother(_ name: String) -> Markup {
    "Уже не актуально: к имени «\(name)» привязан другой аккаунт. Отвязать его можно в «Сотрудниках»."
  }
  func nameExists(_ name: String) -> Markup { "Такое имя уже есть в списке: \(name)." }
  func listIsFull(room: Int, namesMax: Int) -> Markup {
    room == 0
      ? "Список полон: в нём помещается \(names(namesMax)). Никого не добавил."
      : "Столько не поместится: в списке есть место ещё для \(room.counting("имени", "имён", "имён")). Никого не добавил."
  }
  var requestIsGone: Markup { "Уже обработано: этой заявки больше нет." }
  func requestRefused(until: String) -> Markup {
    """
    Заявка на это имя отклонена. Отправить её снова можно \(until). Если это ошибка, скажите администратору.
    """
  }
  func requestsUsedUp(_ max: Int, until: String) -> Markup {
    "За сутки можно отправить не больше \(max.counting("заявки", "заявок", "заявок")). Следующую — \(until)."
  }
  var tooManyRequests: Markup { "Сейчас слишком много заявок. Попробуйте позже или скажите администратору." }
  func dayIsPast(_ day: Day) -> Markup { "Этот день уже прошёл: \(self.day(day)). Выберите другой." }
  func dayNotYetOpen(_ day: Day, last: Day) -> Markup {
    "\(self.day(day)) пока не открыт: бронировать можно по \(self.day(last)) включительно."
  }
  func dayIsClosed(_ day: Day) -> Markup { "\(self.day(day)) офис закрыт. Выберите другой день." }
  func seatIsNoMore(_ seat: Seat.ID) -> Markup {
    "Места \(seat.rawValue) в офисе больше нет. Выберите другое на плане."
  }
  func seatTaken(_ seat: Seat.ID, on day: Day, by holder: String) -> Markup {
    "Место \(seat.rawValue) на \(self.day(day)) занято: \(holder)."
  }
  func seatIsClosed(_ seat: Seat.ID, on day: Day) -> Markup {
    "Место \(seat.rawValue) на \(self.day(day)) закрыто."
  }
  func seatHeld(_ seat: Seat.ID, on day: Day) -> Markup {
    "Место \(seat.rawValue) на \(self.day(day)) предложено тому, кто ждёт в очереди."
  }
  func seatsAreFree(on day: Day) -> Markup { "На \(self.day(day)) есть свободные места." }
  func guestBooked(_ line: Markup?) -> Markup {
    line.map { "Для этого гостя уже есть бронь: \($0). Второго гостя назовите иначе." }
      ?? "Для этого гостя уже есть бронь."
  }
  func tooManyGuests(_ max: Int, on day: Day) -> Markup {
    "На \(self.day(day)) у вас уже \(max.counting("гость", "гостя", "гостей")), больше нельзя."
  }
  func moveNeedsConfirming(_ left: Seat.ID, to seat: Seat.ID) -> Markup {
    "Место \(left.rawValue) уйдёт очереди. Пересесть на место \(seat.rawValue)?"
  }
  var offerIsGone: Markup { "Это предложение уже не действует." }
  var seatsVanished: Markup { "Мест этих броней больше нет в настройках." }
  var bookingIsGoneAlready: Markup { "Уже обработано: этой брони больше нет." }
  func noSuchSeat(_ typed: String) -> Markup { "Места «\(typed)» нет." }
  func offerRanOut(_ seat: Seat.ID, on day: Day) -> Markup {
    "Время вышло: место \(seat.rawValue) на \(self.day(day)) за вами больше не держу."
  }
  func freeSeats(_ named: String, more: Int) -> Markup {
    more > 0 ? "Свободны: \(named) и ещё \(more)." : "Свободны: \(named)."
  }
  var noFreeSeats: Markup { "Свободных мест на этот день нет." }
}
