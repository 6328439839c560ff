import OfficeActor

/// «Сотрудники».
struct EmployeesScreen: AdminView {
  let scene: AdminScene
  let links: AdminPlace.Links
  let page: Int

  func render() -> Screen {
    let wanted = scene.office.employees.all.lazy.filter { employee in
      switch links {
      case .all: true
      case .linked: employee.account != nil
      case .unlinked: employee.account == nil
      }
    }
    return EmployeeChoiceScreen(
      scene: scene, heading: words.employeesHint,
      found: NameSearch.find(scene.typed, in: wanted), page: page,
      chosen: { scene.button(($0.account == nil ? "" : "● ") + $0.name.onButton, .employee($0.id)) },
      place: { .employees(links, page: $0) },
      more: [
        AdminPlace.Links.allCases.map { other in
          scene.button((other == links ? "✓ " : "") + words.links(other), .employees(other))
        },
        [scene.button(words.add, .adding, .success)],
      ] + (scene.typed.isEmpty ? [] : [[all]])
    ).render()
  }

  /// Forgets what was typed: the screen is come to anew, from its beginning.
  private var all: ScreenButton {
    ScreenButton(words.allNames, .open(Trail(.menu).to(.admin(.menu)).to(.admin(.employees()))))
  }
}
