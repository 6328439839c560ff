import Logging
import NameLists
import OfficeActor

/// Adding names to the office's list.
extension Router {
  /// Adds the names of a list, or asks first if it had to be guessed at.
  ///
  /// - Parameter source: what the list came in, as the beginning of what is said about it.
  func add(
    _ list: NameList, of source: Markup = "", _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    let new = list.names.filter { state.office.employees.named($0) == nil }
    guard list.guesses.isEmpty || new.isEmpty else {
      return await ask(about: list, of: source, new, trail, asking)
    }
    return await add(list.names, refused: list.refused, of: source, trail, asking)
  }

  /// «Да, добавить 25»: adds names that were asked about, whatever happened since, a restart included.
  func addNames(kept number: Int64, _ trail: Trail, _ asking: Asking) async -> Reply {
    let trail = trail.to(.admin(.adding))
    do {
      guard let names = try await records.keptNames(number, asking.account) else {
        return await show(trail, asking, saying: "Этот список я уже забыл. Пришлите его ещё раз.")
      }
      return await add(names, refused: [], of: "", trail, asking)
    } catch {
      logger.error("names that were asked about could not be read", metadata: ["error": "\(error)"])
      return await show(trail, asking, saying: Self.notKept)
    }
  }

  private func ask(
    about list: NameList, of source: Markup, _ new: [EmployeeName], _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    do {
      let number = try await records.keepNames(new, asking.account)
      var screen = GuessedNamesScreen(scene: scene(trail, asking), list: list, new: new, kept: number)
        .render()
      screen.caption = source + screen.caption
      screen.isResult = true
      return Reply(screen)
    } catch {
      logger.error("names to be asked about could not be kept", metadata: ["error": "\(error)"])
      return await result(source + Self.notKept, at: trail, asking)
    }
  }

  private static let notKept: Markup = "Список не сохранился. Попробуйте ещё раз чуть позже."

  private func add(
    _ names: [EmployeeName], refused: [NameList.Refused], of source: Markup, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    func report(_ events: [Event]) async -> Reply {
      let added = AddedNames(names, refused: refused, events: events)
      return await result(source + added.text, at: trail, asking)
    }
    guard !names.isEmpty else { return await report([]) }
    switch await perform(.addEmployees(names), asking) {
    case .success(.done(let events)): return await report(events)
    case .success(.alreadySo): return await report([])
    case .success(.alreadyHandled): return await result(source + "Уже обработано.", at: trail, asking)
    case .failure(.rejected(.adminsOnly)): return await refuseAdministration(asking)
    case .failure(let refusal): return await result(source + text(of: refusal), at: trail, asking)
    }
  }
}
