import Foundation

/// Finds names by what people type of them.
///
/// More lenient than ``EmployeeName/Key``, which decides what is the same name: ё is е; apostrophes, accents, and how
/// words are joined do not matter, nor do Latin letters among Cyrillic ones that look the same. What is found keeps
/// the order it was given in; that of ``Employees/all`` is alphabetical.
public enum NameSearch {
  /// Those whose name has every word typed as a part of it, in whatever order; everybody if nothing was typed.
  ///
  /// What makes no sense in Latin letters is read as typed with the Latin keyboard left on by mistake.
  public static func find(_ typed: String, in employees: some Sequence<Employee>) -> [Employee] {
    let employees = Array(employees)
    guard typed.contains(where: { !$0.isWhitespace }) else { return employees }
    for reading in readings(of: typed) {
      let found = employees.filter { reading.isPart(of: $0.name.searchForm) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The same for somebody who is to know the name already: enough letters of it have to be typed, or all of a name
  /// that has fewer. Words of fewer letters are beginnings of words of the name, each of another one: parts of
  /// words that short would find everybody. Names that were typed whole come first.
  ///
  /// - Returns: nil if too little was typed.
  static func findKnown(
    _ typed: String, lettersMin: Int, in employees: some Sequence<Employee>
  ) -> [Employee]? {
    let employees = Array(employees)
    let readings = readings(of: typed)
    for reading in readings {
      let found = employees.filter { reading.isKnown($0.name.searchForm, lettersMin: lettersMin) }
      if !found.isEmpty {
        let isWhole = { (employee: Employee) in employee.name.searchForm.isWhole(reading) }
        return found.filter(isWhole) + found.filter { !isWhole($0) }
      }
    }
    return readings.contains { $0.letterCount >= lettersMin } ? [] : nil
  }

  /// Whether ``findKnown(_:lettersMin:in:)`` finds a name, without looking at all the others.
  static func isKnown(_ name: EmployeeName, by typed: String, lettersMin: Int) -> Bool {
    readings(of: typed).contains { $0.isKnown(name.searchForm, lettersMin: lettersMin) }
  }

  private static func readings(of typed: String) -> [SearchForm] {
    let forms = [SearchForm(typed), SearchForm(KeyboardLayout.cyrillic(typed))]
    return forms[0] == forms[1] ? [forms[0]] : forms
  }
}
