import NameLists
import OfficeActor

/// Adding names to the office's list.
extension Scene {
  /// Adds the names of a list, or asks first if it had to be guessed at.
  ///
  /// - Parameter source: what the list came in, as the beginning of what is said about it.
  func add(_ list: NameList, of source: Markup = "", _ trail: Trail) -> Step {
    let new = list.names.filter { office.employees.named($0) == nil }
    guard list.guesses.isEmpty || new.isEmpty else { return ask(about: list, of: source, new, trail) }
    return add(list.names, refused: list.refused, of: source, trail)
  }

  /// «Да, добавить 25»: adds names that were asked about, whatever happened since, a restart included.
  func addNames(kept number: Int64, _ trail: Trail) -> Step {
    let trail = trail.to(.admin(.adding))
    return .read(
      .keptNames(number) { scene, found in
        switch found {
        case .success(let names?): scene.add(names, refused: [], of: "", trail)
        case .success(nil): scene.show(trail, saying: scene.words.listForgotten)
        case .failure: scene.show(trail, saying: scene.words.listNotKept)
        }
      })
  }

  private func ask(
    about list: NameList, of source: Markup, _ new: [EmployeeName], _ trail: Trail
  ) -> Step {
    .read(
      .keepNames(new) { scene, kept in
        guard case .success(let number) = kept else {
          return scene.result(source + scene.words.listNotKept, at: trail)
        }
        var screen = GuessedNamesScreen(scene: scene.admin(trail), list: list, new: new, kept: number)
          .render()
        screen.caption = source + screen.caption
        screen.isResult = true
        return .show(screen)
      })
  }

  private func add(
    _ names: [EmployeeName], refused: [NameList.Refused], of source: Markup, _ trail: Trail
  ) -> Step {
    func report(_ scene: Scene, _ events: [Event]) -> Step {
      let added = AddedNames(names, refused: refused, events: events)
      return scene.result(source + added.text(scene.words), at: trail)
    }
    guard !names.isEmpty else { return report(self, []) }
    return .perform(.addEmployees(names)) { scene, outcome in
      switch outcome {
      case .success(.done(let events)): report(scene, events)
      case .success(.alreadySo): report(scene, [])
      case .success(.alreadyHandled): scene.result(source + scene.words.alreadyDone, at: trail)
      case .failure(.rejected(.adminsOnly)): scene.refuseAdministration
      case .failure(let refusal): scene.result(source + scene.text(of: refusal), at: trail)
      }
    }
  }
}
