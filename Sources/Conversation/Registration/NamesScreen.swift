import FloorPlan
import OfficeActor

/// The names nobody has taken yet, to choose one's own from.
struct NamesScreen {
  let officeName: String
  /// Names that fit what was typed, in alphabetical order.
  let names: [Employee]
  let typed: String
  let page: Int

  /// Names on one page.
  static let pageSize = 8

  init(_ office: Office, officeName: String, typed: String, page: Int) {
    self.officeName = officeName
    names = NameSearch.find(typed, in: office.employees.all.lazy.filter { $0.account == nil })
    self.typed = typed
    self.page = page
  }

  func render() -> Screen {
    let page = Page(page, of: names, size: Self.pageSize)
    var rows = page.items.map {
      [ScreenButton($0.name.text, .open(Trail(.names(page: page.index)).to(.name($0.id))))]
    }
    rows.append(.pages(current: page.index, of: page.count) { .open(Trail(.names(page: $0))) })
    // The way to the list as it is now, from a search and from a list that had nothing.
    if !typed.isEmpty || names.isEmpty {
      rows.append([ScreenButton(typed.isEmpty ? "Обновить" : "Все имена", .open(Trail(.menu)))])
    }
    return Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Добро пожаловать")),
      caption: caption, rows: rows, awaits: .name(typed: typed))
  }

  private var caption: Markup {
    if !typed.isEmpty {
      return names.isEmpty
        ? "«\(typed)»: такого свободного имени нет. Напишите иначе или спросите администратора."
        : "По запросу «\(typed)» — \(names.count.counting("имя", "имени", "имён")). Выберите своё или напишите иначе."
    }
    return names.isEmpty
      ? "Все имена из списка уже заняты. Если среди них ваше, обратитесь к администратору."
      : """
      Здравствуйте! Здесь бронируют места в офисе «\(officeName)».

      <b>Выберите своё имя</b> — или напишите его часть, и список станет короче.
      """
  }
}
