import FloorPlan
import OfficeActor

/// The names nobody has taken yet, to choose one's own from.
struct NamesScreen: SceneView {
  let scene: Scene
  /// Names that fit what was typed, in alphabetical order.
  let names: [Employee]
  let typed: String
  let page: Int

  /// Names on one page.
  static let pageSize = 8

  init(_ scene: Scene, typed: String, page: Int) {
    self.scene = scene
    names = NameSearch.find(typed, in: scene.office.employees.all.lazy.filter { $0.account == nil })
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
      rows.append([ScreenButton(typed.isEmpty ? words.refresh : words.allNames, .open(Trail(.menu)))])
    }
    return Screen(
      picture: standing(.welcome, words.welcome), caption: caption, rows: rows, awaits: .name(typed: typed))
  }

  private var caption: Markup {
    if !typed.isEmpty {
      return names.isEmpty
        ? words.noFreeName(typed) : words.namesFound(names.count, typed, shown: names.count)
    }
    return names.isEmpty
      ? words.allNamesTaken : "\(words.greeting(scene.officeName))\n\n\(words.chooseName)"
  }
}
