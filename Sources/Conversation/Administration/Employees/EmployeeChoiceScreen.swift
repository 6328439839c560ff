import FloorPlan
import OfficeActor

/// A list of employees to choose one from: by pages, or by part of the name.
struct EmployeeChoiceScreen {
  let scene: AdminScene
  let heading: Markup
  let found: [Employee]
  let page: Int
  /// Where choosing one leads.
  let chosen: (Employee) -> ScreenButton
  /// The same screen at another page; nil if it shows only the first.
  var place: ((Int) -> AdminPlace)?
  /// Rows below the list.
  var more: [[ScreenButton]] = []

  static let pageSize = 8

  func render() -> Screen {
    let page = Page(page, of: found, size: Self.pageSize)
    var rows = page.items.map { [chosen($0)] }
    if let place { rows.append(scene.pages(page.index, of: page.count, place)) }
    return scene.screen(
      "Сотрудники", .people, caption: [heading, count].lines(), rows: rows + more, awaitsText: true)
  }

  private var count: Markup {
    let typed = scene.typed
    if !typed.isEmpty, found.isEmpty { return "«\(typed)»: такого имени в списке нет. Напишите иначе." }
    let count: Markup =
      typed.isEmpty
      ? "\(found.count.counting("имя", "имени", "имён")). Напишите часть имени, чтобы найти."
      : "По запросу «\(typed)» — \(found.count.counting("имя", "имени", "имён"))."
    return place == nil && found.count > Self.pageSize
      ? count + " Показаны первые \(Self.pageSize): напишите часть имени." : count
  }
}
