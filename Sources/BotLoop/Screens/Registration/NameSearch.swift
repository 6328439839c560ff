import Foundation
import OfficeActor

/// How names are compared with what people type.
enum NameSearch {
  /// A form in which case and ё do not matter; names sort by it.
  static func key(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased().replacing("ё", with: "е")
  }

  /// Those whose name has every word typed as a part of it, in alphabetical order.
  ///
  /// What makes no sense in Latin letters is read as typed with the Latin keyboard left on by mistake.
  static func find(_ typed: String, in employees: [Employee]) -> [Employee] {
    let found = find(key: key(typed), in: employees)
    return found.isEmpty ? find(key: key(KeyboardLayout.cyrillic(typed)), in: employees) : found
  }

  private static func find(key typed: String, in employees: [Employee]) -> [Employee] {
    let words = typed.split(whereSeparator: \.isWhitespace)
    return employees.map { (key: key($0.name.text), employee: $0) }
      .filter { candidate in words.allSatisfy { candidate.key.contains($0) } }
      .sorted { ($0.key, $0.employee.id) < ($1.key, $1.employee.id) }
      .map(\.employee)
  }
}
