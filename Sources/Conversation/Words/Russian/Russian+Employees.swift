import NameLists
import OfficeActor

extension Russian: EmployeeWords {
  var employeesHint: Markup { "<b>Сотрудники</b>\nЗначок ● — Telegram привязан." }
  func links(_ links: AdminPlace.Links) -> String {
    switch links {
    case .all: "Все"
    case .linked: "В Telegram"
    case .unlinked: "Без Telegram"
    }
  }
  var add: String { "Добавить" }
  func nameCount(_ count: Int, typed: String, shown: Int?) -> Markup {
    if count == 0, !typed.isEmpty { return "«\(typed)»: такого имени в списке нет. Напишите иначе." }
    let found: Markup = typed.isEmpty ? "\(names(count))" : "По запросу «\(typed)» — \(names(count))"
    if let shown, count > shown { return found + ", показаны первые \(shown). Напишите часть имени." }
    return typed.isEmpty ? found + ". Напишите часть имени, чтобы найти." : found + "."
  }
  var employeeHeading: String { "Сотрудник" }
  func telegram(_ account: Markup?) -> Markup {
    account.map { "Telegram привязан: \($0)." } ?? "Telegram не привязан."
  }
  func futureBookings(_ count: Int, nearest: Markup?) -> Markup {
    nearest.map { "Будущие брони: \(count). Ближайшая: \($0)." } ?? "Будущих броней нет."
  }
  func bookingsButton(_ count: Int) -> String { "Брони · \(count)" }
  func absenceFrom(_ name: String) -> Markup {
    """
    <b>\(name): с какого дня не будет?</b>
    Нажмите день или напишите сразу: «до 10 декабря», «1–5.12», «завтра».
    """
  }
  func absenceThrough(_ name: String, from day: Day) -> Markup {
    "<b>\(name): с \(self.day(day)) — по какой день, включительно?</b>"
  }
  func absenceNow(_ from: Day, _ through: Day) -> Markup { "Не будет: \(span(from, through))." }
  func absenceQuestion(_ name: String, _ from: Day, _ through: Day, cancelled: Int) -> Markup {
    """
    <b>\(name): не будет \(span(from, through))?</b>
    \(cancelled == 0 ? "Броней на эти дни нет." : "\(cancelling(cancelled)).") Брони гостей останутся, \
    сотрудник узнает.
    """
  }
  var yesAbsent: String { "Да, не будет" }
  func absenceSet(_ name: String, _ from: Day, _ through: Day, cancelled: Int) -> Markup {
    "Записал: \(name), не будет \(span(from, through)).\(cancelled == 0 ? "" : " Отменено: \(bookings(cancelled)).")"
  }
  func absenceEndedForOwner(given: Int) -> Markup {
    "Отсутствие закончено.\(given == 0 ? "" : " Вернул: \(bookings(given)).")"
  }
  var rename: String { "Переименовать" }
  var unlinkTelegram: String { "Отвязать Telegram" }
  var removeEmployee: String { "Удалить сотрудника" }
  var bookingsFromToday: Markup { "Брони с сегодняшнего дня." }
  var typeNewName: Markup { "Напишите новое имя. Брони останутся." }
  func nameLength(_ lengths: ClosedRange<Int>) -> Markup {
    "Так назвать нельзя: нужно от \(lengths.lowerBound) до \(lengths.upperBound) символов."
  }
  func renamed(_ name: String, before: String, isDone: Bool) -> Markup {
    isDone ? "Теперь: \(name). Раньше: \(before)." : "Уже обработано: \(name)."
  }
  var unlinkHeading: String { "Отвязать Telegram?" }
  func unlinkQuestion(_ name: String) -> Markup {
    """
    Отвязать Telegram: <b>\(name)</b>?
    Человек узнает об этом и сможет зарегистрироваться снова. Брони останутся за именем.
    """
  }
  var yesUnlink: String { "Да, отвязать" }
  func unlinked(_ name: String, isDone: Bool) -> Markup {
    isDone ? "Telegram отвязан: \(name)." : "Уже обработано: Telegram не привязан, \(name)."
  }
  var removeHeading: String { "Удалить сотрудника?" }
  func removeQuestion(_ name: String) -> Markup { "Удалить сотрудника: <b>\(name)</b>?" }
  func bookingsLost(_ count: Int, guests: Int) -> Markup {
    guard count > 0 else { return "Будущих броней нет." }
    let lost = count.counting(
      "будущая бронь будет отменена", "будущие брони будут отменены", "будущих броней будет отменено")
    return "\(lost)\(guests > 0 ? ", из них гостей: \(guests)" : "")."
  }
  var personIsTold: Markup { "Человек узнает об этом, и его Telegram будет отвязан." }
  func removed(fromList name: String) -> Markup { "Удалено из списка: \(name)." }

  // MARK: Adding names

  func whomToAdd(namesMax: Int) -> Markup {
    """
    <b>Кого добавить?</b>
    Напишите имя или несколько, по одному в строке, — или пришлите файл CSV или TXT: из Excel, 1С или Google \
    Таблиц, с заголовком «ФИО» или «Фамилия», «Имя», «Отчество» — или одни имена. Не больше \(namesMax) имён.
    """
  }
  func added(_ count: Int) -> Markup { "<b>Добавлено: \(count)</b>" }
  func alreadyListed(_ count: Int, _ names: Markup) -> Markup { "Уже были в списке: \(count) — \(names)" }
  func names(_ shown: String, more: Int) -> Markup { more > 0 ? "\(shown) и ещё \(more)" : "\(shown)" }
  func refusedLines(_ count: Int) -> Markup { "Не принято строк: \(count)" }
  func refusedLine(_ number: Int, _ reason: NameList.Reason) -> Markup {
    "строка \(number): \(text(of: reason))"
  }
  private func text(of reason: NameList.Reason) -> Markup {
    switch reason {
    case .brokenQuote: "нет закрывающей кавычки"
    case .noName: "нет имени"
    case .noPerson(let text): "«\(text.shownInList)» — не имя человека"
    case .header(let text): "«\(text.shownInList)» — заголовок, а не имя"
    case .aboveHeader(let text): "«\(text.shownInList)» стоит выше заголовка"
    case .several(let text): "«\(text.shownInList)» — несколько имён, пишите по одному в строке"
    case .length(let text):
      "«\(text.shownInList)» — не имя: нужно от \(EmployeeName.lengths.lowerBound) до \(EmployeeName.lengths.upperBound) символов"
    case .characters(let text): "«\(text.shownInList)» — не имя: таких знаков в именах нет"
    case .repeats(_, let line): "повторяет строку \(line)"
    case .tooMany: "дальше не читаю: больше \(NameList.namesMax) имён"
    }
  }
  func noText(_ defect: NoText) -> Markup {
    switch defect {
    case .empty: "Файл пустой."
    case .unknown: "Это не текст. Пришлите файл CSV или TXT."
    case .format(.picture): "Это не текст, а картинка. Пришлите имена сообщением или файлом CSV."
    case .format(.archive): "Это не текст, а архив. Пришлите сам файл: CSV или TXT."
    case .format(let format) where format.isTable:
      """
      Это не текст, а таблица (\(format.rawValue)). Сохраните её как CSV («Файл» → «Сохранить как» → CSV) и \
      пришлите снова.
      """
    case .format(let format):
      """
      Это не текст, а документ (\(format.rawValue)). Пришлите имена сообщением, по одному в строке, или файлом CSV.
      """
    }
  }
  func documentFailed(_ failure: DocumentFailure, bytesMax: Int) -> Markup {
    switch failure {
    case .tooBig: "Файл слишком большой: не больше \(bytesMax / 1_000_000) МБ."
    case .outOfReach:
      """
      Файл дошёл до сервера Bot API, но прочитать его там я не могу. Скажите тому, кто следит за сервером, \
      а имена пока пришлите текстом.
      """
    case .gone: "Этого файла у Telegram уже нет. Пришлите его ещё раз."
    case .unavailable: "Telegram сейчас не отдаёт файл. Пришлите его ещё раз чуть позже."
    }
  }
  func addQuestion(_ count: Int) -> Markup { "<b>Добавить \(names(count))?</b>" }
  func guess(_ guess: NameList.Guess, unusual: Markup) -> Markup {
    switch guess {
    case .encoding: "Кодировка необычная: проверьте буквы."
    case .column(let column): "Заголовка «ФИО» нет, имена взял из столбца \(column)."
    case .joined: "Имена собрал из частей, проверьте их порядок."
    case .unusual: "Мало похожи на имена: \(unusual)."
    }
  }
  func known(_ count: Int) -> Markup { "Уже в списке: \(count)" }
  func yesAdd(_ count: Int) -> String { "Да, добавить \(count)" }
  var listForgotten: Markup { "Этот список я уже забыл. Пришлите его ещё раз." }
  var listNotKept: Markup { "Список не сохранился. Попробуйте ещё раз чуть позже." }
}

extension String {
  /// A line of a list as far as a report shows it.
  var shownInList: String { onOneLine.shortened(to: 30) }
}
