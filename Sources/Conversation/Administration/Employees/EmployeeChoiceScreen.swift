import FloorPlan
import OfficeActor

/// A list of employees to choose one from: by pages, or by part of the name.
struct EmployeeChoiceScreen: AdminView {
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
      words.employees, .people, caption: [heading, count].lines(), rows: rows + more, awaitsText: true)
  }

  private var count: Markup {
    words.nameCount(found.count, typed: scene.typed, shown: place == nil ? Self.pageSize : nil)
  }
}
