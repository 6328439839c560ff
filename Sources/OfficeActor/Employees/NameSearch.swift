import Foundation

/// Finds names by what people type of them.
///
/// More lenient than ``EmployeeName/Key``, which decides what is the same name: ё is е; apostrophes, accents, and how
/// words are joined do not matter, nor do Latin letters among Cyrillic ones that look the same.
public enum NameSearch {
  /// Those whose name has every word typed as a part of it, in whatever order, in alphabetical order; everybody if
  /// nothing was typed.
  ///
  /// What makes no sense in Latin letters is read as typed with the Latin keyboard left on by mistake.
  public static func find(_ typed: String, in employees: some Sequence<Employee>) -> [Employee] {
    let candidates = employees.map(Candidate.init)
    guard typed.contains(where: { !$0.isWhitespace }) else { return candidates.inOrder }
    for reading in readings(of: typed) {
      let found = candidates.filter { reading.isPart(of: $0.form) }
      if !found.isEmpty { return found.inOrder }
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
    let readings = readings(of: typed)
    let candidates = employees.map(Candidate.init)
    for reading in readings {
      let found = candidates.filter { reading.isKnown($0.form, lettersMin: lettersMin) }
      if !found.isEmpty {
        let whole = found.filter { $0.form.isWhole(reading) }
        return whole.inOrder + found.filter { !$0.form.isWhole(reading) }.inOrder
      }
    }
    return readings.contains { $0.letterCount >= lettersMin } ? [] : nil
  }

  /// Whether ``findKnown(_:lettersMin:in:)`` finds a name, without looking at all the others.
  static func isKnown(_ name: EmployeeName, by typed: String, lettersMin: Int) -> Bool {
    let form = SearchForm(name)
    return readings(of: typed).contains { $0.isKnown(form, lettersMin: lettersMin) }
  }

  private static func readings(of typed: String) -> [SearchForm] {
    let forms = [SearchForm(typed), SearchForm(KeyboardLayout.cyrillic(typed))]
    return forms[0] == forms[1] ? [forms[0]] : forms
  }

  fileprivate struct Candidate {
    let employee: Employee
    let form: SearchForm

    init(_ employee: Employee) {
      self.employee = employee
      form = SearchForm(employee.name)
    }
  }
}

extension [NameSearch.Candidate] {
  fileprivate var inOrder: [Employee] {
    map { (text: $0.form.text, employee: $0.employee) }
      .sorted { ($0.text, $0.employee.id) < ($1.text, $1.employee.id) }.map(\.employee)
  }
}
