import Foundation
import OfficeActor

extension NameList {
  private static let refusedShownMax = 6

  /// The text of a document: UTF-8, else Windows-1251; nil if it is no text at all.
  static func text(of document: Data) -> String? {
    guard !document.contains(0) else { return nil }
    let text =
      String(validating: document, as: UTF8.self) ?? String(data: document, encoding: .windowsCP1251)
    return text.map { $0.hasPrefix("\u{FEFF}") ? String($0.unicodeScalars.dropFirst()) : $0 }
  }

  /// What became of the list, by line.
  func report(added: Int) -> Markup {
    let lines = refused.prefix(Self.refusedShownMax).map {
      "строка \($0.line): \($0.reason.inText)" as Markup
    }
    let more = refused.count - lines.count
    return
      ([
        "<b>Добавлено: \(added)</b>",
        names.count > added ? "Уже были в списке: \(names.count - added)" : "",
        refused.isEmpty ? "" : "Не принято строк: \(refused.count)",
      ] + lines + [more > 0 ? "и ещё \(more)" : ""]).lines()
  }
}

extension NameList.Reason {
  fileprivate var inText: Markup {
    switch self {
    case .openQuote: "нет закрывающей кавычки"
    case .noName(let text):
      "«\(text.shortened(to: 30))» — не имя: нужно от \(EmployeeName.lengths.lowerBound) до \(EmployeeName.lengths.upperBound) символов"
    case .repeats(_, let line): "повторяет строку \(line)"
    case .tooMany: "дальше не читаю: больше \(Office.employeesMax) имён"
    }
  }
}
