/// What the header of a column says about it.
enum HeaderWord {
  case fullName, surname, firstName, patronymic
  /// A column without names.
  case other

  /// What a header says; nil for any other text.
  init?(_ field: String) {
    let scalars = field.unicodeScalars
    guard scalars.count <= Self.codePointsMax, !scalars.contains(where: { ("0"..."9").contains($0) }),
      let word = Self.words[Self.bare(field)]
    else { return nil }
    self = word
  }

  static func isHeader(_ text: String) -> Bool { Self(text) != nil }

  /// Whether a field may as well say what somebody is, in a row of the list: «Иванов Иван;Сотрудник».
  static func isRole(_ text: String) -> Bool { roles.contains(bare(text)) }

  private static let roles: Set<String> = [
    "сотрудник", "сотрудники", "работник", "работники", "коллега", "коллеги", "физлицо", "физическоелицо",
    "employee", "employees", "person",
  ]

  private static let codePointsMax = 60

  /// Letters alone, in small ones, «е» for «ё», without what stands in brackets: «Ф. И. О.» is «фио».
  private static func bare(_ field: String) -> String {
    let outside = field.prefix { $0 != "(" && $0 != "[" }
    let letters = String(outside.unicodeScalars.filter(\.properties.isAlphabetic)).lowercased()
    return String(String.UnicodeScalarView(letters.unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
  }

  private static let words: [String: HeaderWord] = {
    let kinds: [(HeaderWord, [String])] = [
      (
        .fullName,
        [
          "фио", "фиосотрудника", "фиоработника", "фиополностью", "полноефио", "фамилияимяотчество",
          "фамилияиимя",
          "фамилияимя", "имяфамилия", "имяифамилия", "имяотчествофамилия", "фамилияио", "фамилияинициалы",
          "фамилияиинициалы", "полноеимя", "сотрудник", "сотрудники", "работник", "работники", "коллега",
          "коллеги",
          "физлицо", "физическоелицо", "имясотрудника", "fullname", "employee", "employees", "employeename",
          "displayname", "person",
        ]
      ),
      (.surname, ["фамилия", "фамилии", "surname", "lastname", "familyname"]),
      (.firstName, ["имя", "имена", "name", "names", "firstname", "givenname"]),
      (.patronymic, ["отчество", "patronymic", "middlename"]),
      (
        .other,
        [
          "таб", "табномер", "табельныйномер", "табельный", "номер", "нпп", "пп", "должность", "отдел",
          "подразделение", "департамент", "телефон", "почта", "электроннаяпочта", "email", "мейл", "адрес",
          "датарождения", "датаприема", "пол", "логин", "department", "position", "title", "phone", "login",
        ]
      ),
    ]
    return Dictionary(
      kinds.flatMap { kind, words in words.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })
  }()
}
