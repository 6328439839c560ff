import Foundation
import OfficeActor
import TestSupport
import Testing

@testable import NameLists

@Suite("A list of names")
struct NameListTests {
  /// A document, and what is read in it.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var names: [String] = []
    var refused: [Int: String] = [:]
    var guesses: [NameList.Guess] = []

    init(
      _ what: String, _ text: String, _ names: [String] = [], no refused: [Int: String] = [:],
      guess guesses: NameList.Guess...
    ) {
      testDescription = what
      self.text = text
      (self.names, self.refused, self.guesses) = (names, refused, guesses)
    }

    func expect(_ list: NameList, sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(list.names.map(\.text) == names, sourceLocation: sourceLocation)
      let refusals = Dictionary(
        list.refused.map { ($0.line, $0.reason.word) }, uniquingKeysWith: { "\($0), \($1)" })
      #expect(refusals == refused, sourceLocation: sourceLocation)
      #expect(list.guesses == Set(guesses), sourceLocation: sourceLocation)
    }
  }

  private static let larina = ["Ларина Ольга Павловна", "Иванов Пётр"]

  // swift-format-ignore
  static let documents: [Example] = [
    // Headers.
    Example("surname, first name and patronymic in columns", "Фамилия;Имя;Отчество\r\nЛарина;Ольга;Павловна\r\nИванов;Пётр;\r\n", larina),
    Example("the same in another order", "Отчество;Отдел;Фамилия;Имя\nПавловна;ИТ;Ларина;Ольга\n;ИТ;Иванов;Пётр\n", larina),
    Example("the whole name in one column among others", "Должность;ФИО;E-mail\nинженер;Ларина Ольга Павловна;o@example.org\nдиректор;Иванов Пётр;\n", larina),
    Example("«Ф.И.О.», and a number that is none of the name's", "Таб. №;Ф. И. О. сотрудника;Должность\n00123;Ларина Ольга Павловна;инженер\n00124;Иванов Пётр;директор\n", larina),
    Example("what 1С calls it", "Физическое лицо;Дата приема\nЛарина Ольга Павловна;01.02.2020\nИванов Пётр;03.04.2021\n", larina),
    Example("a header of two lines", "Сотрудник;;\nФамилия;Имя;Отчество\nЛарина;Ольга;Павловна\nИванов;Пётр;\n", larina),
    Example("the header on every page", "ФИО;Отдел\nЛарина Ольга Павловна;ИТ\nФИО;Отдел\nИванов Пётр;ИТ\n", larina),
    Example("what Google exports", "First Name [Required],Last Name [Required],Email Address [Required]\nОльга,Ларина,o@example.org\n", ["Ларина Ольга"]),
    Example("a role beside each name below a header", "ФИО;Категория\nИванов Иван;Сотрудник\nПетров Пётр;Сотрудник\nЛарина Ольга;Работник\n", ["Иванов Иван", "Петров Пётр", "Ларина Ольга"]),
    Example("the same in English", "Name,Type\nAnna Smith,Employee\n", ["Anna Smith"]),
    Example("a role beside each name without a header", "Иванов Иван;Сотрудник\nПетров Пётр;Сотрудник\n", ["Иванов Иван", "Петров Пётр"]),
    Example("a role beside the parts of each name", "Иванов;Иван;Сотрудник\nПетров;Пётр;Сотрудник\n", ["Иванов Иван", "Петров Пётр"], guess: .joined),
    Example("other words for a role", "Иванов Иван;Коллега\nПетров Пётр;Коллега\n", ["Иванов Иван", "Петров Пётр"]),
    Example("a header with words in capitals", "ФИО;Дата Приёма\nЛарина Ольга Павловна;01.02.2020\nИванов Пётр;03.04.2021\n", larina),
    Example("initials", "Фамилия И.О.\nЛарина О.П.\nО'Коннор Ш.\nРимский-Корсаков Н. А.\nАлиев Вагиф Гасан оглы\n", ["Ларина О.П.", "О'Коннор Ш.", "Римский-Корсаков Н. А.", "Алиев Вагиф Гасан оглы"]),
    Example("one word below a header of its own", "Имя\nАнна\nБорис\n", ["Анна", "Борис"]),
    Example("titles above the header", "Список сотрудников на 01.12.2026\n\nООО «Ромашка»;;\nДолжность;ФИО;Отдел\nинженер;Ларина Ольга Павловна;ИТ\nдиректор;Иванов Пётр;\n", larina),
    Example("a name above the header", "Утвердил;Котов Кот Котович\nФИО;Отдел\nЛарина Ольга Павловна;ИТ\nИванов Пётр;ИТ\n", larina, no: [1: "above"]),
    Example("a header in the middle of a list is none", "Ларина Ольга Павловна\nИванов Пётр\nФИО\n", larina, no: [3: "header"]),

    Example("`#` as the header of the numbers", "#;Имя;Фамилия\n1;Ольга;Ларина\n2;Пётр;Иванов\n", ["Ларина Ольга", "Иванов Пётр"]),
    Example("`#` before each number", "ФИО\n#1 Ларина Ольга Павловна\n#2. Иванов Пётр\n", larina),
    Example("`#` before numbers in a column", "#1\tЛарина Ольга Павловна\n#2\tИванов Пётр\n", larina),
    Example("a role above one-word names is a header", "Сотрудник\nАнна\nБорис\n", ["Анна", "Борис"]),
    Example("a role beside one word is none", "Анна;Сотрудник\nБорис;Работник\nАнна;Сотрудник\n", ["Анна", "Борис"], no: [3: "repeats 1"], guess: .column(1), .unusual),
    Example("the same twice", "Анна;Сотрудник\nАнна;Сотрудник\n", ["Анна"], no: [2: "repeats 1"], guess: .column(1), .unusual),
    Example("a role beside one name alone", "Иванов Иван;Сотрудник\n", ["Иванов Иван"]),
    Example("columns that changed their places", "ФИО;Отдел\nЛарина Ольга Павловна;ИТ\nСотрудник;Иванов Иван\nИванов Пётр;ИТ\n", larina, no: [3: "header"]),
    Example("a row that names what the header names in other words", "ФИО;Ставка\nЛарина Ольга Павловна;1\nСотрудник;Иванов Иван\nИванов Пётр;1\n", larina, no: [3: "header"]),
    Example("the header on every page, in English", "Last Name;First Name\nЛарина;Ольга\nLast Name;First Name\nИванов;Пётр\nSurname;Name\n", ["Ларина Ольга", "Иванов Пётр"], no: [5: "header"]),
    Example("the header of two lines on every page", "Сотрудник;;\nФамилия;Имя;Отчество\nЛарина;Ольга;Павловна\nСотрудник;;\nФамилия;Имя;Отчество\nИванов;Пётр;\n", larina),
    Example("one word above the header", "Анна\nФИО;Отдел\nЛарина Ольга Павловна;ИТ\nИванов Пётр;ИТ\n", larina, no: [1: "above"]),

    // Names that begin as headings do.
    Example("in a column of names", "ФИО;Отдел\nЛист Анна;ИТ\nИп Ман;ИТ\nАо Ли;ИТ\nДата Туташхия;ИТ\n", ["Лист Анна", "Ип Ман", "Ао Ли", "Дата Туташхия"]),
    Example("in columns of their own", "Фамилия;Имя\nЛист;Анна\nИп;Ман\nАо;Ли\nПао;Чен\n", ["Лист Анна", "Ип Ман", "Ао Ли", "Пао Чен"]),
    Example("in columns without a header", "Лист;Анна\nИп;Ман\n", ["Лист Анна", "Ип Ман"], guess: .joined),
    Example("around a comma", "ФИО\n\"Лист, Анна\"\nИванов Пётр\n", ["Лист Анна", "Иванов Пётр"], guess: .joined),
    Example("one a line", "Иванов Пётр\nЛист Анна\nLarry Page\nPage Larry\n", ["Иванов Пётр", "Лист Анна", "Larry Page", "Page Larry"], guess: .unusual),
    Example("in capitals", "ФИО\nЛИСТ АННА\nЛИСТ-ПЕТРОВА ОЛЬГА\n", ["ЛИСТ АННА", "ЛИСТ-ПЕТРОВА ОЛЬГА"]),
    Example("and headings that begin so", "ФИО;Отдел\nЛист 1\nЛист учёта\nИП Иванов Иван\nАО Ромашка;\nДата;\nИванов Пётр;ИТ\n", ["Иванов Пётр"], no: [2: "no person", 3: "no person", 4: "no person", 5: "no person", 6: "no person"]),

    // What is no person.
    Example("numbers, addresses, dates, phones and totals", "Ларина Ольга Павловна\n00123\n+7 921 123-45-67\nolga@example.org\n12.05.1990\n2026-12-01\nwww.example.org\nИтого: 25\nВсего сотрудников\nИванов Пётр\n", larina, no: [2: "no person", 3: "no person", 4: "no person", 5: "no person", 6: "no person", 7: "no person", 8: "no person", 9: "no person"]),
    Example("headings of parts of a list", "Отдел продаж\nЛарина Ольга Павловна\nБухгалтерия:\nИванов Пётр\nГлавный бухгалтер\n", larina, no: [1: "no person", 3: "no person", 5: "no person"]),
    Example("headings, empty rows and totals in a table", "ФИО;Отдел;Ставка\nОтдел продаж;;\nЛарина Ольга Павловна;продажи;1\n;;;\nИванов Пётр;продажи;1\n;;2\nИтого;;2\n", larina, no: [2: "no person", 6: "no name", 7: "no person"]),
    Example("a heading that could be a name is asked about", "ФИО;Отдел\nМосква;\nЛарина Ольга Павловна;ИТ\nИванов Пётр;ИТ\n", ["Москва"] + larina, guess: .unusual),
    Example("too short, too long, with characters of no name", "Ларина Ольга Павловна\nЯ\n\(String(repeating: "я", count: 101))\nИва\u{7}нов Пётр\nИванов Пётр\n", larina, no: [2: "length", 3: "length", 4: "characters"]),
    Example("twice", "Ларина Ольга Павловна\nИванов Пётр\nИВАНОВ  ПЁТР\nИванов Пе\u{308}тр\nИва\u{200B}нов Пётр\n", larina, no: [3: "repeats 2", 4: "repeats 2", 5: "repeats 2"]),

    // Lists without a header.
    Example("one a line", "Ларина Ольга Павловна\nИванов Пётр", larina),
    Example("with numbers, bullets and what is left over behind", "1. Ларина Ольга Павловна,\n2) Иванов Пётр;\n№ 3 Ли Ю\n4 Котов Кот\n• Зайцев Егор\n— Гусев Глеб\n☐ Орлов Олег\n8.Лисин Лис", larina + ["Ли Ю", "Котов Кот", "Зайцев Егор", "Гусев Глеб", "Орлов Олег", "Лисин Лис"]),
    Example("told apart by a number", "Иванов Пётр 1\nИванов Пётр 2\nСотрудник Номер3\n", ["Иванов Пётр 1", "Иванов Пётр 2", "Сотрудник Номер3"]),
    Example("the first of several columns", "Ларина Ольга Павловна;ИТ\nИванов Пётр;продажи\n", larina),
    Example("numbers in the first of several columns", "1\tЛарина Ольга Павловна\tИТ\n2\tИванов Пётр\tИТ\n", larina),
    Example("with a comment, trailing separators and a ruler", "# отдел ИТ\nЛарина Ольга Павловна;;;\n;;;\n-----\nИванов Пётр;;;\n", larina),
    Example("a post behind a comma", "Ларина Ольга Павловна, инженер\nИванов Пётр, директор\n", larina),

    // Guesses.
    Example("surname and first name around a comma", "Ларина, Ольга\nИванов, Пётр\n", ["Ларина Ольга", "Иванов Пётр"], guess: .joined),
    Example("one of them around a comma", "Иванов Пётр\nЛарина, Ольга\nКотов Кот\n", ["Иванов Пётр", "Ларина Ольга", "Котов Кот"], guess: .joined),
    Example("around a comma below a header", "ФИО\nЛарина, Ольга\nИванов Пётр\n", ["Ларина Ольга", "Иванов Пётр"], guess: .joined),
    Example("around a comma that separates columns too", "ФИО,Отдел\nЛарина, Ольга,ИТ\nИванов Пётр,ИТ\n", ["Ларина Ольга", "Иванов Пётр"], guess: .joined),
    Example("around a comma in quotes", "ФИО,Отдел\n\"Ларина, Ольга\",ИТ\nИванов Пётр,ИТ\n", ["Ларина Ольга", "Иванов Пётр"], guess: .joined),
    Example("parts in columns without a header", "Ларина;Ольга;Павловна\nИванов;Пётр;Петрович\n", ["Ларина Ольга Павловна", "Иванов Пётр Петрович"], guess: .joined),
    Example("not in the first column", "инженер;Ларина Ольга Павловна\nдиректор;Иванов Пётр\n", larina, guess: .column(2)),
    Example("one word", "Анна\nИванов Пётр\n", ["Анна", "Иванов Пётр"], guess: .unusual),
    Example("without capitals", "иванов пётр\n", ["иванов пётр"], guess: .unusual),
    Example("several on a line", "Ларина Ольга, Иванов Пётр, Котов Кот\nГусев Глеб\n", ["Гусев Глеб"], no: [1: "several"]),

    // Tables as programs write them.
    Example("`sep=`", "sep=;\r\nФИО;Отдел\r\nЛарина Ольга Павловна;ИТ\r\nИванов Пётр;\r\n", larina),
    Example("`sep=` with an unusual separator", "\"sep=^\"\nФИО^Отдел\nЛарина Ольга Павловна^ИТ\nИванов Пётр^ИТ", larina),
    Example("commas", "ФИО,Отдел\nЛарина Ольга Павловна,\"ИТ, связь\"\nИванов Пётр,ИТ\n", larina),
    Example("tabs", "ФИО\tОтдел\nЛарина Ольга Павловна\tИТ; связь\nИванов Пётр\tИТ\n", larina),
    Example("a table of text", "| ФИО | Отдел |\n|---|---|\n| Ларина Ольга Павловна | ИТ |\n| Иванов Пётр | ИТ |\n", larina),
    Example("separators at the ends of lines only", "Ларина Ольга Павловна|\nИванов Пётр|\n||\n", larina),
    Example("quotes, and fields of several lines", "ФИО;Адрес\n\"Ларина\nОльга Павловна\";\"дом 1,\nкв. 2\"\n\"Иванов Пётр\";\"\"\n", larina),
    Example("the line of a row after fields of several lines", "ФИО;Адрес\nЛарина Ольга Павловна;\"дом 1,\nкв. 2\"\nЯ;\nИванов Пётр;\n", larina, no: [4: "length"]),
    Example("quotes within quotes", "\"Иванов \"\"Ваня\"\" Пётр\";ИТ\nЛарина Ольга;ИТ\n", ["Иванов \"Ваня\" Пётр", "Ларина Ольга"], guess: .unusual),
    Example("a quote that is not closed costs its line only", "\"Котов Кот\nЛарина Ольга Павловна\nИванов Пётр\n", larina, no: [1: "quote"]),
    Example("text that Excel is kept from counting with", "=\"00123\";=\"Ларина Ольга Павловна\"\n=\"00124\";=\"Иванов Пётр\"\n", larina),
    Example("line ends of a Mac", "ФИО\rЛарина Ольга Павловна\rИванов Пётр\r", larina),
    Example("line ends of all kinds", "Ларина Ольга Павловна\u{2028}Иванов Пётр\u{85}Котов Кот\r\nГусев Глеб", larina + ["Котов Кот", "Гусев Глеб"]),
    Example("the end of a DOS file", "Ларина Ольга Павловна\r\nИванов Пётр\r\n\u{1A}", larina),
  ]

  @Test("is read as its writer meant it, or refused by line", arguments: documents)
  func reading(_ example: Example) throws {
    example.expect(try NameList(document: Data(example.text.utf8)))
  }

  /// Bytes that stand before a text, and its encoding.
  static let encodings: [(mark: [UInt8], encoding: String.Encoding)] = [
    ([], .utf8), ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian), ([], .utf16BigEndian), ([], .windowsCP1251),
  ]

  @Test("is the same in every encoding that Excel, 1С and Google write", arguments: encodings.indices)
  func encoding(_ index: Int) throws {
    let (mark, encoding) = Self.encodings[index]
    for example in Self.documents {
      guard let bytes = example.text.data(using: encoding) else { continue }
      example.expect(try NameList(document: Data(mark) + bytes))
    }
  }

  @Test(
    "is asked about in an encoding that had to be guessed",
    arguments: [
      ("CSV (MS-DOS)", "94888e0a88a2a0adaea22088a2a0ad0a918c88908d8e828020808d8d800a"),
      ("KOI8-R", "e6e9ef0ae9d7c1cecfd720e9d7c1ce0af3ede9f2eeeff7e120e1eeeee10a"),
      ("Excel on a Macintosh", "94888e0a88e2e0edeee22088e2e0ed0a918c88908d8e828020808d8d800a"),
    ])
  func guessedEncoding(program: String, hex: String) throws {
    var digits = hex[...]
    var bytes = Data()
    while !digits.isEmpty {
      bytes.append(try #require(UInt8(digits.prefix(2), radix: 16)))
      digits = digits.dropFirst(2)
    }
    let list = try NameList(document: bytes)
    #expect(list.names.map(\.text) == ["Иванов Иван", "СМИРНОВА АННА"])
    #expect(list.guesses == [.encoding])
  }

  @Test(
    "that is none is told by what it is",
    arguments: [
      ([0x50, 0x4B, 3, 4] + Array("[Content_Types].xml xl/workbook.xml".utf8), NoText.format(.xlsx)),
      ([0x50, 0x4B, 3, 4] + Array("[Content_Types].xml word/document.xml".utf8), .format(.docx)),
      (
        [0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
        .format(.ods)
      ),
      ([0x50, 0x4B, 3, 4, 0, 0], .format(.archive)),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .format(.xls)),
      (Array("%PDF-1.7\n".utf8), .format(.pdf)), (Array("{\\rtf1".utf8), .format(.rtf)),
      (Array("\u{FEFF} <html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".utf8), .format(.html)),
      (Array("<?xml version=\"1.0\"?><Workbook/>".utf8), .format(.xml)),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .format(.picture)),
      ([0xFF, 0xD8, 0xFF, 0xE0], .format(.picture)), (Array(0...255), .unknown), ([], .empty),
      ([0xEF, 0xBB, 0xBF], .empty), (Array(" \r\n\t\n".utf8), .empty),
    ] as [([UInt8], NoText)])
  func noText(bytes: [UInt8], expected: NoText) {
    #expect(throws: expected) { try NameList(document: Data(bytes)) }
  }

  @Test("has ten thousand names at the most, and not a line more is read")
  func tooMany() throws {
    let lines = (1...NameList.namesMax + 1).map { "Сотрудник Номер\($0)" }
    let list = try NameList(document: Data(lines.joined(separator: "\n").utf8))
    #expect(list.names.count == NameList.namesMax)
    #expect(list.refused.map(\.line) == [NameList.namesMax + 1])
    #expect(list.refused.map(\.reason) == [.tooMany])
    let junk = try NameList(document: Data(String(repeating: "я\n", count: 50_000).utf8))
    #expect(junk.names.isEmpty)
    #expect(junk.refused.count == 2 * NameList.namesMax + 1)
    #expect(junk.refused.last?.reason == .tooMany)
  }

  @Test("answers for every line, whatever stands on it")
  func everyLine() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      let lines = Self.lines(seed: seed)
      let text = lines.joined(separator: "\n")
      let table = Table(text)
      let (layout, list) = (TableLayout(table), try NameList(document: Data(text.utf8)))
      let said = table.rows.enumerated().filter { $1.fields.joined().contains { $0.isLetter || $0.isNumber } }
      #expect(
        said.count == lines.count { $0.contains { $0.isLetter || $0.isNumber } && !$0.hasPrefix("# ") },
        "seed \(seed):\n\(text)")
      let refused = Set(list.refused.map(\.line))
      let header = table.rows.prefix(layout.rowsAbove).suffix(2).enumerated().filter {
        $0 == min(layout.rowsAbove, 2) - 1 || $1.fields.allSatisfy { $0.isEmpty || HeaderWord.isHeader($0) }
      }.map(\.element.fields)
      // A title that is not refused, or a header, the first or once more.
      let skipped = said.filter { index, row in
        !refused.contains(row.line) && (index < layout.rowsAbove || header.contains(row.fields))
      }
      #expect(
        list.names.count + refused.count + skipped.count == said.count, "seed \(seed):\n\(text)\n\(list)")
      let lost = skipped.filter { _, row in
        !header.contains(row.fields) && row.fields.contains { (try? PersonName($0))?.isUsual == true }
      }
      #expect(lost.isEmpty, "seed \(seed):\n\(text)")
    }
  }

  /// A random list, as badly written as people's lists get.
  private static func lines(seed: UInt64) -> [String] {
    var random = SeededRandom(seed: seed)
    let separator = random.one(of: ";", "\t", "|")
    func cell() -> String {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        "\(random.one(of: "Иванов", "Лист", "Ип", "Ао", "Ли", "Котова", "Дата")) \(random.one(of: "Анна", "Ман", "Ли", "Пётр"))"
      case 4: random.one(of: "Анна", "Борис", "Лист", "Ао", "Москва", "Я")
      case 5: random.one(of: "Сотрудник", "Работник", "Коллега", "Employee", "Физлицо")
      case 6: random.one(of: "ФИО", "Фамилия", "Имя", "Отдел", "Должность", "Name", "Ставка", "Пол")
      case 7: random.one(of: "инженер", "Стажёр", "Отдел продаж", "Итого", "Лист 1", "ООО «Ромашка»")
      case 8: random.one(of: "#", "#1", "1", "00123", "-----", "12.05.1990", "a@example.org")
      default: ""
      }
    }
    func row(_ columns: Int) -> String { (0..<columns).map { _ in cell() }.joined(separator: separator) }
    let columns = Int.random(in: 1...4, using: &random)
    let header = row(columns)
    return (0..<Int.random(in: 1...12, using: &random)).map { line in
      switch Int.random(in: 0..<12, using: &random) {
      case 0: header
      case 1: random.one(of: "", "   ", "# заметка", "-----")
      case 2: row(Int.random(in: 1...5, using: &random))
      default: line == 0 ? header : row(columns)
      }
    } + ["Гусев Глеб"]
  }

  @Test(
    "that was typed is taken at its word if it is a single line",
    arguments: [
      Example("one word", "Новикова", ["Новикова"]), Example("a heading", " Бухгалтерия \n", ["Бухгалтерия"]),
      Example("without capitals", "иванов пётр", ["иванов пётр"]),
      Example("a number", "00123", no: [1: "no person"]),
      Example("a total", "Итого: 25", no: [1: "no person"]),
      Example("around a comma", "Ларина, Ольга", ["Ларина Ольга"], guess: .joined),
      Example("several names", "Ларина Ольга; Иванов Пётр", no: [1: "several"]),
      Example(
        "several lines", "Зайцев Егор\nСМИРНОВА  АННА\nя\n\nЗайцев Егор\n\"Кузьмин Олег",
        ["Зайцев Егор", "СМИРНОВА АННА"], no: [3: "length", 5: "repeats 1", 6: "quote"]),
      Example(
        "several lines with a heading", "Бухгалтерия\nЗайцев Егор\nКотова", ["Зайцев Егор", "Котова"],
        no: [1: "no person"], guess: .unusual),
      Example("nothing", "", []),
    ])
  func typed(_ example: Example) { example.expect(NameList(typed: example.text)) }
}

extension NameList.Reason {
  /// In a word.
  fileprivate var word: String {
    switch self {
    case .brokenQuote: "quote"
    case .noName: "no name"
    case .noPerson: "no person"
    case .header: "header"
    case .aboveHeader: "above"
    case .several: "several"
    case .length: "length"
    case .characters: "characters"
    case .repeats(_, let line): "repeats \(line)"
    case .tooMany: "too many"
    }
  }
}
