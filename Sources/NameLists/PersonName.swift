import OfficeActor

/// What a field says if it says a name, without what lists put around names.
struct PersonName: Hashable {
  /// The name, or the whole field if it is none.
  let text: String
  /// Whether it was put together around a comma.
  var isJoined = false
  /// Whether it looks like a person's: two words at least, each with a capital.
  var isUsual: Bool

  /// Words that a person's name has at the most; more is a sentence.
  private static let wordsMax = 6

  /// Reads a field.
  ///
  /// - Throws: why it is no name.
  init(_ field: String) throws(NoPerson) {
    let text = Self.unnumbered(field)
    guard !text.isEmpty else { throw .nothing }
    guard !HeaderWord.isHeader(text) else { throw .header }
    let parts = text.split { ",;".contains($0) }.map { $0.trimmingPrefix(while: \.isWhitespace) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.filter { !$0.isEmpty }
    guard let first = parts.first, !Self.isNoPerson(text), !Self.isHeading(parts.joined(separator: " "))
    else { throw .noPerson }
    if parts.count == 1 {
      self.init(text: first, isUsual: Self.isUsual(first))
    } else if parts.count(where: Self.isUsual) > 1 {
      throw .several
    } else if Self.isUsual(first) {
      self.init(text: first, isUsual: true)
    } else {
      // «Ларина, Ольга»; whatever is no part of a name stays out.
      let joined = parts.prefix { Self.isPart($0) }.joined(separator: " ")
      self.init(text: joined.isEmpty ? text : joined, isJoined: true, isUsual: Self.isUsual(joined))
    }
  }

  /// A name from its parts: surname, first name, patronymic.
  init(parts: [String], isJoined: Bool) throws(NoPerson) {
    try self.init(parts.map(Self.unnumbered).filter { !$0.isEmpty }.joined(separator: " "))
    self.isJoined = self.isJoined || isJoined
  }

  private init(text: String, isJoined: Bool = false, isUsual: Bool) {
    self.text = text
    self.isJoined = isJoined
    self.isUsual = isUsual
  }

  /// Why a field is no name.
  enum NoPerson: Error, Hashable {
    case nothing, header, noPerson, several
  }

  // MARK: What is no person

  /// Headings of parts of a list, posts and firms, by their first word; nobody is called so.
  private static let headings: Set<String> = [
    "отдел", "отделение", "департамент", "управление", "служба", "сектор", "группа", "цех", "участок",
    "бригада",
    "филиал", "подразделение", "дирекция", "администрация", "бухгалтерия", "канцелярия", "секретариат",
    "склад",
    "список", "перечень", "реестр", "штатное", "приложение", "страница", "стр", "примечание",
    "утверждаю", "согласовано", "исполнитель", "составил", "составила", "проверил", "подпись",
    "организация",
    "кабинет", "комната", "этаж", "офис", "ооо", "оао", "фгуп", "гбу", "нко",
    "генеральный", "исполнительный", "финансовый", "главный", "ведущий", "старший", "младший", "заместитель",
    "начальник", "руководитель", "директор", "менеджер", "специалист", "инженер", "бухгалтер", "программист",
    "аналитик", "секретарь", "водитель", "юрист", "экономист", "администратор", "department", "division",
  ]
  /// Words that begin a heading as well, but are names too: «Лист 1» and «Лист Анна», «Дата приёма» and «Дата Туташхия».
  private static let headingsOrNames: Set<String> = ["лист", "дата", "зам", "цех", "list", "page"]
  /// Forms of firms that are names too, written in small letters: «АО Ромашка» and «Ао Ли».
  private static let firmsOrNames: Set<String> = ["ао", "ип", "зао", "пао"]
  private static let totals: Set<String> = [
    "итого", "всего", "итог", "сумма", "количество", "total", "count",
  ]

  /// Whether it is a heading of a part of a list, a post or a firm.
  static func isHeading(_ text: String) -> Bool {
    let word = firstWord(of: text)
    if headings.contains(word) { return true }
    let isFirm = firmsOrNames.contains(word)
    guard isFirm || headingsOrNames.contains(word) else { return false }
    let isName = isUsual(text) && text.split(separator: " ").count(where: isWord) > 1
    return !isName || isFirm && text.prefix(word.count).allSatisfy(\.isUppercase)
  }

  /// Whether it is a name that could be a heading: «Лист Анна», and «Лист Ознакомления».
  static func mayBeHeading(_ text: String) -> Bool {
    let word = firstWord(of: text)
    return headingsOrNames.contains(word) || firmsOrNames.contains(word)
  }

  /// Numbers, dates, addresses, totals.
  static func isNoPerson(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: \.properties.isAlphabetic) else { return true }
    guard !scalars.contains("@"), !scalars.contains(":") || !text.contains("://"),
      !totals.contains(firstWord(of: text))
    else { return true }
    let digits = scalars.count { ("0"..."9").contains($0) }
    guard digits > 0 else { return text.hasPrefix("www.") }
    return digits >= phoneDigitsMin || isDateOrTime(text)
  }

  /// Whether «1.12.26», «2026-12-01» or «9:30» is in it.
  private static func isDateOrTime(_ text: String) -> Bool {
    let groups = text.utf8.split { !"0123456789./-:".utf8.contains($0) }
    return groups.contains { group in
      group.split { "./-".utf8.contains($0) }.count == 3 && group.contains { "./-".utf8.contains($0) }
        || group.split(separator: UInt8(ascii: ":")).count > 1
    }
  }

  private static func firstWord(of text: String) -> String {
    String(text.unicodeScalars.prefix(while: \.properties.isAlphabetic)).lowercased()
  }

  private static let phoneDigitsMin = 6

  // MARK: What lists put before names

  private static let bullets = Set("•·▪▫◦‣●○■□◆–—-*+>✓✔☐☑".unicodeScalars)

  /// The text without «1.», «1)», «№ 1», «•» before it, and without `,` and `;` behind it.
  static func unnumbered(_ field: String) -> String {
    var rest = Substring(field).unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
    rest = rest.drop(while: isBlank)
    let numbered = rest.drop { bullets.contains($0) || isBlank($0) || $0 == "№" || $0 == "#" }
    let digits = numbered.prefix { ("0"..."9").contains($0) }
    let behind = numbered.dropFirst(digits.count)
    if digits.isEmpty {
      rest = numbered
    } else if let mark = behind.first, ".)]:".contains(Character(mark)) || isBlank(mark) {
      let name = behind.drop { ".)]:–—-".unicodeScalars.contains($0) || isBlank($0) }
      // «1.12.2026» and «12» stay what they are.
      if name.first?.properties.isAlphabetic == true { rest = name }
    }
    let end = rest.lastIndex { !isBlank($0) && $0 != "," && $0 != ";" }
    return end.map { String(rest[...$0]) } ?? ""
  }

  // MARK: What looks like a person's name

  /// Small words within names.
  private static let particles: Set<String> = [
    "фон", "фан", "ван", "дер", "ден", "де", "да", "ди", "дю", "ла", "ле", "аль", "эль", "бен", "бин", "ибн",
    "оглы",
    "оглу", "кызы", "кзы", "заде", "угли", "von", "van", "der", "den", "de", "da", "di", "du", "la", "le",
    "al", "el",
    "bin", "ibn", "y", "и",
  ]

  static func isUsual(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...wordsMax).contains(words.count), isWord(words[0]) else { return false }
    return words.dropFirst().allSatisfy { word in
      // «Иванов Пётр 2»: two people of one name are told apart so.
      isWord(word) || particles.contains(word.lowercased())
        || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// Whether a text could be a surname or a first name alone.
  static func isPart(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard !words.isEmpty, words.allSatisfy(isWord), !isNoPerson(text) else { return false }
    return !isHeading(text) || words.count == 1 && mayBeHeading(text)
  }

  /// Whether it is letters with a capital first, perhaps twice around a hyphen.
  private static func isWord(_ word: Substring) -> Bool {
    word.unicodeScalars.split(omittingEmptySubsequences: false) { "-‐‑–".unicodeScalars.contains($0) }
      .allSatisfy { isCapitalised(Substring($0)) }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    let others = word.unicodeScalars.filter { !$0.properties.isAlphabetic && !$0.properties.isDiacritic }
    guard let first = letters.first, others.allSatisfy({ "().'’`ʼ0123456789".unicodeScalars.contains($0) })
    else { return false }
    guard letters.allSatisfy({ $0.isCyrillic }) || !letters.contains(where: \.isCyrillic) else {
      return false
    }
    // Scripts without capitals have no small letters either.
    guard !first.properties.isLowercase || particles.contains(word.lowercased()) else { return false }
    // «йБЮМНБ» and «ИвАнов» come out of broken encodings; «О'Коннор», «McDonald» and «И.И.» do not.
    return !zip(word.unicodeScalars, word.unicodeScalars.dropFirst()).contains {
      $0.isCyrillic && $0.properties.isLowercase && $1.properties.isUppercase
    }
  }
}
