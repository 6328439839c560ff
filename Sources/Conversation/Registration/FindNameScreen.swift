import FloorPlan
import OfficeActor

/// One's own name found by its letters. Before they are typed nobody's name is shown.
struct FindNameScreen {
  let officeName: String
  let typed: String
  /// What the office says fits; nil if too little was typed.
  let found: Office.NamesFound?
  /// Whether a request of the person's waits already.
  let isWaiting: Bool

  init(_ office: Office, officeName: String, typed: String, isWaiting: Bool) {
    self.officeName = officeName
    self.typed = typed
    self.isWaiting = isWaiting
    found = office.namesFound(typing: typed)
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Добро пожаловать")),
      caption: caption,
      rows: (found?.offered ?? []).map {
        [ScreenButton($0.name.text, .open(Trail(.names(page: 0)).to(.name($0.id))))]
      } + (isWaiting ? [[ScreenButton("‹ К заявке", .open(Trail(.menu)))]] : []),
      awaits: .name(typed: typed))
  }

  private var caption: Markup {
    let letters = Office.nameLettersMin
    guard !typed.isEmpty else {
      return """
        Здравствуйте! Здесь бронируют места в офисе «\(officeName)».

        <b>Напишите своё имя</b> — хотя бы \(letters) буквы; короткое имя — целиком.
        """
    }
    guard let found else {
      return
        "«\(typed)» — слишком коротко: напишите хотя бы \(letters) буквы своего имени, а короткое — целиком."
    }
    if found.count == 0 {
      return "«\(typed)»: такого имени в списке нет. Напишите иначе или спросите администратора."
    }
    let count: Markup = "По запросу «\(typed)» — \(found.count.counting("имя", "имени", "имён"))."
    return found.count > found.offered.count
      ? count + " Показаны первые \(found.offered.count): выберите своё или напишите больше букв."
      : count + " Выберите своё или напишите иначе."
  }
}
