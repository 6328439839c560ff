import OfficeActor

extension Russian: MenuWords {
  var book: String { "Забронировать" }
  var myBookings: String { "Мои брони" }
  var whoIsIn: String { "Кто в офисе" }
  var inviteGuest: String { "Пригласить гостя" }
  var settings: String { "Настройки" }
  var manage: String { "Управление" }
  func usual(_ day: String, _ seat: Seat.ID) -> String { "Как обычно: \(day), \(self.seat(seat))" }
  func nearestBooking(_ line: Markup) -> Markup { "Ближайшая бронь: \(line)" }
  var noBookings: Markup { "Броней пока нет." }

  var howItWorks: String { "Как это работает" }
  func help(_ facts: HelpFacts) -> Markup {
    let asked: Markup =
      facts.attendance.map {
        """
        Накануне в \($0.askAt.description) спрошу, придёте ли вы. Не ответите до \($0.answerBy.description) — \
        место освободится.


        """
      } ?? ""
    let admins: Markup =
      facts.admins.isEmpty
      ? "" : "\n\nАдминистраторы: \(facts.admins.joined(separator: ", "))."
    return """
      Место бронируют на день, на \(facts.windowDays.counting("день", "дня", "дней")) вперёд: <b>Забронировать</b>, день, \
      место на плане. Можно и написать: «завтра 12», «вт», «место 12».

      \(asked)Другое место на тот же день — пересадка: прежнее освободится само. Если всё занято, встаньте в очередь: \
      освободится место — предложу.

      /book — забронировать
      /week — моя неделя
      /my — мои брони
      /who — кто в офисе
      /guest — пригласить гостя
      /menu — меню
      /cancel — прервать ввод\(admins)
      """
  }

  var languageHeading: String { "Язык" }
  func languageName(_ language: Language) -> String {
    switch language {
    case .russian: "Русский"
    case .english: "English"
    }
  }
  func languageChosen(_ language: Language) -> Markup { "Теперь говорю по-русски." }
  var settingsHint: Markup { "Здесь настраивают то, что касается только вас." }

  func description(of command: ChatCommand) -> String {
    switch command {
    case .start, .menu, .unknown: "Меню"
    case .book: "Забронировать место"
    case .week: "Моя неделя"
    case .my: "Мои брони"
    case .who: "Кто в офисе"
    case .guest: "Пригласить гостя"
    case .admin: "Управление"
    case .cancel: "Прервать ввод"
    case .help: "Как это работает"
    }
  }

  func botDescription(_ office: String) -> String {
    """
    Бронирую места в офисе «\(office)»: день, место на плане — готово. Накануне спрошу, придёте ли вы, а если всё \
    занято, предложу то, что освободится.
    """
  }
  var botShortDescription: String { "Места в офисе: забронировать, найти коллег, позвать гостя" }
}
