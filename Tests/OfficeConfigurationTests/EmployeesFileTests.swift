import Foundation
import NameLists
import OfficeActor
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("The file of employees")
struct EmployeesFileTests {
  @Test(
    "gives one name a line, from whatever table program or editor it came",
    arguments: [
      ("Иванов Пётр\nСмирнова Анна\n", ["Иванов Пётр", "Смирнова Анна"]),
      ("\u{FEFF}ФИО;Отдел\r\nИванов Пётр;ИТ\r\n\r\nСмирнова Анна\r\n", ["Иванов Пётр", "Смирнова Анна"]),
      ("# отдел продаж\n  Name\nИванов Пётр,ИТ\n", ["Иванов Пётр"]),
      ("\"Иванов \"\"Ваня\"\" Пётр\",ИТ\n\"Ли, Виктория\"", ["Иванов \"Ваня\" Пётр", "Ли Виктория"]),
      ("sep=;\r\nФамилия;Имя\r\nЛи;Виктория\r\n", ["Ли Виктория"]),
      ("  Иванов \u{A0} Пётр\t\n", ["Иванов Пётр"]),
      ("Семёнов Пётр\nСеменов Петр\n", ["Семёнов Пётр", "Семенов Петр"]),
      ("", []),
      ("ФИО;Отдел\n;ИТ\n", ["office.csv:2: the row has no name"]),
      ("Итого: 25\n", ["office.csv:1: «Итого: 25» is not a person's name"]),
      ("Иванов Пётр, Ли Виктория\n", ["office.csv:1: «Иванов Пётр, Ли Виктория»: several names on one line"]),
      ("Я\n", ["office.csv:1: «Я» is not a name: 2 to 100 characters are expected"]),
      ("Ива\u{7}нов\n", ["office.csv:1: «Ива\u{FFFD}нов» is not a name: it has characters that no name has"]),
      ("Иванов\nИва\u{200B}нов\n", ["office.csv:2: «Иванов» is already on line 1"]),
      (
        "Иванов Пётр\n\nИВАНОВ  ПЁТР\nИванов Пе\u{308}тр\nОк\nФИО",
        [
          "office.csv:3: «ИВАНОВ ПЁТР» is already on line 1",
          "office.csv:4: «Иванов Пётр» is already on line 1",
          "office.csv:6: «ФИО» is a header, not a name",
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

  @Test("is told by what it is when it is no text, and after the mistakes of the configuration")
  func noText() throws {
    let folder = try TemporaryFolder()
    let book = Data([0x50, 0x4B, 3, 4] + Array("xl/workbook.xml".utf8))
    try book.write(to: folder.url.appending(path: "office.csv"))
    let yaml = "employees: office.csv\nadmins: [0]\nseats: [{ id: a }]\n"
    #expect(
      try folder.mistakes(yaml) == [
        "office.yaml:1:12: employees: «office.csv» is XLSX, not text; save it as CSV",
        "office.yaml:2:10: admins: expected a whole number from 1 to 4503599627370495, not «0»",
      ])
    try folder.write("Я", to: "office.csv")
    #expect(try folder.mistakes(yaml).last?.hasPrefix("office.csv:1: ") == true)
  }

  @Test("may be in the encodings of table programs", arguments: [String.Encoding.windowsCP1251, .utf16])
  func encodings(_ encoding: String.Encoding) throws {
    let folder = try TemporaryFolder()
    let bytes = try #require("ФИО;Отдел\r\nЛи Виктория;ИТ\r\n".data(using: encoding))
    try bytes.write(to: folder.url.appending(path: "office.csv"))
    let yaml = "employees: office.csv\nadmins: [1]\nseats: [{ id: a }]\n"
    #expect(try folder.load(yaml).employees?.names.map(\.text) == ["Ли Виктория"])
    #expect(try folder.notes(yaml).isEmpty)
  }

  @Test("is noted, with its first names, when it had to be guessed at")
  func guesses() throws {
    let folder = try TemporaryFolder()
    let yaml = "employees: office.csv\nadmins: [1]\nseats: [{ id: a }]\n"
    try folder.write("Ли, Виктория\nИванов, Пётр\n", to: "office.csv")
    #expect(
      try folder.notes(yaml) == [
        """
        office.yaml:1:12: employees: «office.csv» had to be guessed at: names were put together from several \
        columns or around a comma. Its first names are «Ли Виктория», «Иванов Пётр»; if they are wrong, give it a \
        header with the column `ФИО`
        """
      ])
    try folder.write("Анна\nИванов Пётр\n", to: "office.csv")
    #expect(try folder.notes(yaml).first?.contains("some look little like names, such as «Анна».") == true)
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
