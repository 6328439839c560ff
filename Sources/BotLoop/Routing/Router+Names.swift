import Logging
import NameLists
import OfficeActor

/// Adding names to the office's list.
extension Router {
  /// Adds the names of a list, or asks first if it had to be guessed at.
  func add(_ list: NameList, _ trail: Trail, _ asking: Asking) async -> Reply {
    let new = list.names.filter { state.office.employees.named($0) == nil }
    guard list.guesses.isEmpty || new.isEmpty else { return await ask(about: list, new, trail, asking) }
    return await add(list.names, refused: list.refused, trail, asking)
  }

  /// «Да, добавить 25»: adds names that were asked about, whatever happened since, a restart included.
  func addNames(kept number: Int64, _ trail: Trail, _ asking: Asking) async -> Reply {
    let trail = trail.to(.admin(.adding))
    do {
      guard let names = try await records.keptNames(number, asking.account) else {
        return await show(trail, asking, saying: "Этот список я уже забыл. Пришлите его ещё раз.")
      }
      return await add(names, refused: [], trail, asking)
    } catch {
      logger.error("names that were asked about could not be read", metadata: ["error": "\(error)"])
      return await show(trail, asking, saying: Self.notKept)
    }
  }

  private func ask(
    about list: NameList, _ new: [EmployeeName], _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    do {
      let number = try await records.keepNames(new, asking.account)
      return Reply(
        GuessedNamesScreen(scene: scene(trail, asking), list: list, new: new, kept: number).render())
    } catch {
      logger.error("names to be asked about could not be kept", metadata: ["error": "\(error)"])
      return await show(trail, asking, saying: Self.notKept)
    }
  }

  private static let notKept: Markup = "Список не сохранился. Попробуйте ещё раз чуть позже."

  private func add(
    _ names: [EmployeeName], refused: [NameList.Refused], _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    func report(_ events: [Event]) -> Markup { AddedNames(names, refused: refused, events: events).text }
    guard !names.isEmpty else { return await show(trail, asking, saying: report([])) }
    switch await perform(.addEmployees(names), asking) {
    case .success(.done(let events)): return await show(trail, asking, saying: report(events))
    case .success(.alreadySo): return await show(trail, asking, saying: report([]))
    case .success(.alreadyHandled): return await show(trail, asking, saying: "Уже обработано.")
    case .failure(let refusal): return await self.refused(refusal, trail, asking)
    }
  }
}
