import NameLists
import OfficeActor

/// What became of a list of names, for whoever sent it.
struct AddedNames: Sendable, Hashable {
  /// How many are new on the office's list.
  let added: Int
  /// Those that the office had already.
  let already: [EmployeeName]
  /// Lines that are no names.
  var refused: [NameList.Refused] = []

  /// What came of adding names.
  ///
  /// - Parameter events: what happened in the office.
  init(_ names: [EmployeeName], refused: [NameList.Refused] = [], events: [Event]) {
    let new = Set(
      events.compactMap { event in
        if case .employeeAdded(let employee) = event { employee.name.key } else { nil }
      })
    added = new.count
    already = names.filter { !new.contains($0.key) }
    self.refused = refused
  }

  /// The report, short enough for a caption beside what its screen says.
  var text: Markup {
    ["<b>Добавлено: \(added)</b>", Self.text(already: already), Self.text(refused: refused)].lines()
  }

  private static let refusedCodePointsMax = 400
  private static let refusedShownMax = 6
  private static let namesShownMax = 5
  private static let nameCodePointsMax = 40

  /// «Уже были в списке: 7 — Смирнова Анна, … и ещё 2».
  static func text(already names: [EmployeeName]) -> Markup {
    names.isEmpty ? "" : "Уже были в списке: \(names.count) — \(text(names))"
  }

  /// The first names, and how many more there are.
  static func text(_ names: [EmployeeName], atMost count: Int = namesShownMax) -> Markup {
    let shown = names.prefix(count).map { $0.text.shortened(to: nameCodePointsMax) }.joined(separator: ", ")
    return names.count > count ? "\(shown) и ещё \(names.count - count)" : "\(shown)"
  }

  /// «Не принято строк: 3», and the first of them with the reasons.
  static func text(
    refused: [NameList.Refused], within codePointsMax: Int = refusedCodePointsMax
  ) -> Markup {
    guard !refused.isEmpty else { return "" }
    var room = codePointsMax
    let lines = refused.prefix(refusedShownMax).map { "строка \($0.line): \($0.reason.inText)" as Markup }
      .prefix { line in
        room -= [line].codePoints
        return room >= 0
      }
    let more = refused.count - lines.count
    return (["Не принято строк: \(refused.count)"] + lines + [more > 0 ? "и ещё \(more)" : ""]).lines()
  }
}

extension NameList.Reason {
  fileprivate var inText: Markup {
    switch self {
    case .brokenQuote: "нет закрывающей кавычки"
    case .noName: "нет имени"
    case .noPerson(let text): "«\(shown(text))» — не имя человека"
    case .header(let text): "«\(shown(text))» — заголовок, а не имя"
    case .aboveHeader(let text): "«\(shown(text))» стоит выше заголовка"
    case .several(let text): "«\(shown(text))» — несколько имён, пишите по одному в строке"
    case .length(let text):
      "«\(shown(text))» — не имя: нужно от \(EmployeeName.lengths.lowerBound) до \(EmployeeName.lengths.upperBound) символов"
    case .characters(let text): "«\(shown(text))» — не имя: таких знаков в именах нет"
    case .repeats(_, let line): "повторяет строку \(line)"
    case .tooMany: "дальше не читаю: больше \(NameList.namesMax) имён"
    }
  }

  private func shown(_ text: String) -> String { text.onOneLine.shortened(to: 30) }
}

extension NoText {
  /// What the document is, and what to send instead.
  var inText: Markup {
    switch self {
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
      Это не текст, а документ (\(format.rawValue)). Пришлите имена сообщением, по одному в строке, или файлом \
      CSV.
      """
    }
  }
}
