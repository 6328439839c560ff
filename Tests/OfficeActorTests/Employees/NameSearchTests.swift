import Testing

@testable import OfficeActor

@Suite("Names found by what is typed of them")
struct NameSearchTests {
  private static let names = [
    "Ли Ю", "Эм Ян", "Ян", "О'Коннор Шон", "О’Нил Патрик", "Д\u{02BC}Артаньян Шарль",
    "Смирнова Анна Петровна",
    "Петров-Водкин Кузьма", "Анна\u{00A0}–\u{00A0}Мария Белова", "Ёлкин Пётр", "Cмирнов Олег", "José García",
    "Лисицын Юрий", "Иванов И.И.", "Нур‑Султан Айгерим", "John O`Brien",
  ]

  private static func employees(_ names: [String] = names) throws -> [Employee] {
    try names.enumerated().map {
      Employee(id: Employee.ID(rawValue: Int64($0 + 1)), name: try #require(EmployeeName($1)))
    }
  }

  private static func office(_ names: [String] = names) throws -> Office {
    try Office(
      rules: .sample, seats: [],
      records: OfficeRecords(employees: employees(names), counters: Counters(nextEmployee: 1_000)))
  }

  private func found(_ typed: String) throws -> [String]? {
    try Self.office().namesFound(typing: typed)?.offered.map(\.name.text)
  }

  @Test(
    "to strangers: three letters of the name, not of one word",
    arguments: [
      ("ли ю", ["Ли Ю", "Лисицын Юрий"]), ("Ю ЛИ", ["Ли Ю", "Лисицын Юрий"]), ("эм ян", ["Эм Ян"]),
      ("ян эм", ["Эм Ян"]), ("лис", ["Лисицын Юрий"]), ("сиц", ["Лисицын Юрий"]),
      ("л ю ю", []), ("а а а", []), ("зорро", []), ("1 2 ивано", []),
    ])
  func letters(typed: String, names: [String]) throws {
    #expect(try found(typed) == names)
  }

  @Test(
    "to strangers: nothing by fewer letters", arguments: ["", " ", "л", "ли", "э м", "12345", "ли 1", "--"])
  func tooFew(typed: String) throws {
    #expect(try found(typed) == nil)
  }

  @Test(
    "to strangers: a name with fewer letters is found by all of it", arguments: ["ян", "ЯН", " Ян ", "zy"])
  func shortNames(typed: String) throws {
    #expect(try found(typed) == ["Ян"])
    #expect(
      try Self.office(["Ю Я", "Юрий Яковлев"]).namesFound(typing: "я ю")?.offered.map(\.name.text) == ["Ю Я"])
  }

  @Test(
    "whatever apostrophes, dashes, blanks, accents and letters that look alike they are written with",
    arguments: [
      ("о’коннор", "О'Коннор Шон"), ("о'коннор", "О'Коннор Шон"), ("о`коннор", "О'Коннор Шон"),
      ("О\u{02BC}КОННОР", "О'Коннор Шон"), ("оконнор", "О'Коннор Шон"), ("о коннор", "О'Коннор Шон"),
      ("о'нил", "О’Нил Патрик"), ("д’артаньян", "Д\u{02BC}Артаньян Шарль"), ("o'brien", "John O`Brien"),
      ("анна смирнова", "Смирнова Анна Петровна"), ("Петровна Анна", "Смирнова Анна Петровна"),
      ("петров водкин", "Петров-Водкин Кузьма"), ("петров–водкин", "Петров-Водкин Кузьма"),
      ("петров\u{2011}водкин", "Петров-Водкин Кузьма"), ("петровводкин", "Петров-Водкин Кузьма"),
      ("анна-мария", "Анна – Мария Белова"), ("елкин", "Ёлкин Пётр"), ("ЁЛКИН ПЕТР", "Ёлкин Пётр"),
      ("е\u{308}лк", "Ёлкин Пётр"), ("tkrby", "Ёлкин Пётр"), ("смирнов олег", "Cмирнов Олег"),
      ("cмирнова", "Смирнова Анна Петровна"), ("jose", "José García"), ("GARCIA", "José García"),
      ("Jose\u{301}", "José García"), ("иванов и.и.", "Иванов И.И."), ("иванов и и", "Иванов И.И."),
      ("смирнова\u{00A0}анна", "Смирнова Анна Петровна"), ("нур-султан", "Нур‑Султан Айгерим"),
      ("смир\u{200B}нова", "Смирнова Анна Петровна"), ("сми\u{301}рнова", "Смирнова Анна Петровна"),
    ])
  func lenient(typed: String, name: String) throws {
    #expect(try found(typed) == [name])
    let everywhere = NameSearch.find(typed, in: try Self.employees()).map(\.name.text)
    #expect(everywhere == [name])
  }

  @Test("whole names come first, so that a name that begins many others can be chosen")
  func wholeFirst() throws {
    let office = try Self.office((1...9).map { "Лиев Юнус \($0)" } + ["Юн Ли"])
    let found = try #require(office.namesFound(typing: "ли юн"))
    #expect(found.count == 10 && found.offered.count == Office.namesOfferedMax)
    #expect(found.offered.first?.name.text == "Юн Ли")
  }

  @Test("taken or free, to strangers they are found alike")
  func taken() throws {
    let office = try Office.sample()
    for person in [Person.anna, .vera] {
      let name = person.onTheList.name.text
      #expect(office.namesFound(typing: name)?.offered == [person.onTheList])
      #expect(office.namesFound(typing: String(name.prefix(2))) == nil)
    }
  }

  @Test("by colleagues and admins, any part will do; nothing typed is everybody")
  func everybody() throws {
    let employees = try Self.employees()
    #expect(NameSearch.find("", in: employees).count == employees.count)
    #expect(NameSearch.find("  ", in: employees).count == employees.count)
    #expect(NameSearch.find("п е", in: employees).map(\.name.text).contains("Ёлкин Пётр"))
    for sign in ["?", "<>", "👍", "…"] { #expect(NameSearch.find(sign, in: employees).isEmpty) }
  }

  @Test("however many words are typed, the answer comes at once")
  func manyWords() throws {
    let name = (0..<50).map { _ in "а" }.joined(separator: " ")
    let office = try Self.office([name + "а"])
    let typed = (0..<50).map { _ in "а" }.joined(separator: " ")
    #expect(office.namesFound(typing: typed)?.offered.count == 1)
    #expect(office.namesFound(typing: typed + " аа")?.offered.count == 0)
  }

  @Test("what makes two names the same name is stricter: both of these may stand on a list")
  func keys() throws {
    for (one, other) in [
      ("О'Коннор Шон", "О’Коннор Шон"), ("Елкин Пётр", "Ёлкин Пётр"), ("Анна-Мария", "Анна Мария"),
    ] {
      #expect(EmployeeName(one)?.key != EmployeeName(other)?.key)
    }
  }
}
