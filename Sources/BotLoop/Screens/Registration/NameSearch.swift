import OfficeActor

/// How names are compared with what people type.
enum NameSearch {
  /// Those whose name has every word typed as a part of it, in the order given, which is the alphabetical one.
  ///
  /// What makes no sense in Latin letters is read as typed with the Latin keyboard left on by mistake.
  static func find(_ typed: String, in employees: some Sequence<Employee>) -> [Employee] {
    let employees = Array(employees)
    let found = find(key: EmployeeName.searchKey(of: typed), in: employees)
    return found.isEmpty
      ? find(key: EmployeeName.searchKey(of: KeyboardLayout.cyrillic(typed)), in: employees) : found
  }

  private static func find(key typed: String, in employees: [Employee]) -> [Employee] {
    let words = typed.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    guard !words.isEmpty else { return employees }
    return employees.filter { employee in
      // By bytes: ten thousand names are looked through for every few letters that somebody types.
      var key = employee.name.searchKey
      return key.withUTF8 { key in words.allSatisfy { contains(key, $0) } }
    }
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
  }
}
