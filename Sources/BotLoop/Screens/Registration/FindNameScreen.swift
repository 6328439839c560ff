import FloorPlan
import OfficeActor

/// One's own name found by its letters. Before they are typed nobody's name is shown.
struct FindNameScreen {
  let officeName: String
  let typed: String
  /// Names that fit what was typed, in alphabetical order.
  let found: [Employee]
  /// Whether a request of the person's waits already.
  let isWaiting: Bool

  /// Letters to type at the least.
  static let lettersMin = 3
  /// Names offered at the most; of more, one types more letters.
  static let offeredMax = 5

  /// - Parameter taken: a name that counts although somebody has taken it.
  init(
    _ office: Office, officeName: String, typed: String, isWaiting: Bool, alsoTaken taken: Employee.ID? = nil
  ) {
    self.officeName = officeName
    self.typed = typed
    self.isWaiting = isWaiting
    found =
      Self.isEnough(typed)
      ? NameSearch.find(typed, in: office.employees.all.lazy.filter { $0.account == nil || $0.id == taken })
      : []
  }

  /// The names that a person gets to see.
  var offered: ArraySlice<Employee> { found.prefix(Self.offeredMax) }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Добро пожаловать")),
      caption: caption,
      rows: offered.map { [ScreenButton($0.name.text, .open(Trail(.names(page: 0)).to(.name($0.id))))] }
        + (isWaiting ? [[ScreenButton("‹ К заявке", .open(Trail(.menu)))]] : []),
      awaits: .name(typed: typed))
  }

  private var caption: Markup {
    guard !typed.isEmpty else {
      return """
        Здравствуйте! Здесь бронируют места в офисе «\(officeName)».

        <b>Напишите своё имя</b> — хотя бы \(Self.lettersMin) буквы подряд из фамилии или имени.
        """
    }
    guard Self.isEnough(typed) else {
      return "«\(typed)» — слишком коротко: напишите хотя бы \(Self.lettersMin) буквы своего имени."
    }
    if found.isEmpty {
      return "«\(typed)»: такого свободного имени нет. Напишите иначе или спросите администратора."
    }
    let count: Markup = "По запросу «\(typed)» — \(found.count.counting("имя", "имени", "имён"))."
    return found.count > Self.offeredMax
      ? count + " Показаны первые \(Self.offeredMax): выберите своё или напишите больше букв."
      : count + " Выберите своё или напишите иначе."
  }

  private static func isEnough(_ typed: String) -> Bool {
    typed.split(whereSeparator: \.isWhitespace).contains { $0.count(where: \.isLetter) >= lettersMin }
  }
}
