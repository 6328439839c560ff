import Foundation
import OfficeActor
import Testing

@testable import officebot

@Suite("The file of employees")
struct EmployeesFileTests {
  @Test(
    "gives one name a line, from whatever table program or editor it came",
    arguments: [
      ("Иванов Пётр\nСмирнова Анна\n", ["Иванов Пётр", "Смирнова Анна"]),
      ("\u{FEFF}ФИО;Отдел\r\nИванов Пётр;ИТ\r\n\r\nСмирнова Анна\r\n", ["Иванов Пётр", "Смирнова Анна"]),
      ("# отдел продаж\n  Name\nИванов Пётр,ИТ\n", ["Иванов Пётр"]),
      ("\"Иванов \"\"Ваня\"\" Пётр\",ИТ\n\"Ли; Виктория\"", ["Иванов \"Ваня\" Пётр", "Ли; Виктория"]),
      ("  Иванов \u{A0} Пётр\t\n", ["Иванов Пётр"]),
      ("Семёнов Пётр\nСеменов Петр\n", ["Семёнов Пётр", "Семенов Петр"]),
      ("", []),
      (";ИТ\n", ["office.csv:1: «» is not a name: 2 to 100 characters are expected"]),
      ("Я\n", ["office.csv:1: «Я» is not a name: 2 to 100 characters are expected"]),
      ("Ива\u{7}нов\n", ["office.csv:1: «Ива\u{FFFD}нов» is not a name: it has characters that no name has"]),
      ("Иванов\nИва\u{200B}нов\n", ["office.csv:2: «Ива\u{FFFD}нов» is already on line 1"]),
      (
        "Иванов Пётр\n\nИВАНОВ  ПЁТР\nИванов Пе\u{308}тр\nОк\nФИО\nфио",
        [
          "office.csv:3: «ИВАНОВ ПЁТР» is already on line 1",
          "office.csv:4: «Иванов Пе\u{308}тр» is already on line 1",
          "office.csv:7: «фио» is already on line 6",
        ]
      ),
      ("\"Иванов Пётр\n", ["office.csv:1: the closing quote is missing"]),
      (
        String(repeating: "я", count: 101),
        [
          "office.csv:1: «\(String(repeating: "я", count: 40))…» is not a name: 2 to 100 characters are expected"
        ]
      ),
    ])
  func names(text: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "office.csv")
    let yaml = "employees: office.csv\nadmins: [1]\nseats: [{ id: a }]\n"
    let mistakes = try folder.mistakes(yaml)
    if mistakes.isEmpty {
      let names = try folder.load(yaml).employees?.names ?? []
      #expect(names.map(\.text) == expected)
    } else {
      #expect(mistakes == expected)
    }
  }

  @Test("is named with the line when it is not UTF-8, and after the mistakes of the configuration")
  func notUTF8() throws {
    let folder = try TemporaryFolder()
    try Data([0x61, 0x62, 0x0A, 0xC8, 0xE2]).write(to: folder.url.appending(path: "office.csv"))
    let yaml = "employees: office.csv\nadmins: [0]\nseats: [{ id: a }]\n"
    #expect(
      try folder.mistakes(yaml) == [
        "office.yaml:1:12: employees: «office.csv» is not UTF-8 text; save it as UTF-8 (line 2)",
        "office.yaml:2:10: admins: expected a whole number from 1 to 4503599627370495, not «0»",
      ])
    try folder.write("Я", to: "office.csv")
    #expect(try folder.mistakes(yaml).last?.hasPrefix("office.csv:1: ") == true)
  }

  @Test("holds an office of ten thousand, and not more")
  func bounds() throws {
    let folder = try TemporaryFolder()
    let yaml = "employees: office.csv\nadmins: [1]\nseats: [{ id: a }]\n"
    let names = (1...Office.employeesMax).map { "Имя \($0)\n" }.joined()
    try folder.write(names, to: "office.csv")
    #expect(try folder.load(yaml).employees?.names.count == Office.employeesMax)
    try folder.write(names + "Ещё Один\nИ Ещё\n", to: "office.csv")
    #expect(try folder.mistakes(yaml) == ["office.csv:10001: there are more than 10000 names"])
  }
}
