import Conversation
import Foundation
import Logging
import Logs
import OfficeActor
import Telegram

/// Carries out the steps of the conversation: performs commands, looks up what is kept outside the office, and hands
/// over the reply that they end in.
struct StepInterpreter: Sendable {
  let state: OfficeState
  let officeName: String
  let now: @Sendable () -> Date
  let records: AdminRecords
  let logger: Logger
  private let attempts = RefusedAttempts()

  init(
    state: OfficeState, officeName: String, now: @escaping @Sendable () -> Date, records: AdminRecords,
    logger: Logger
  ) {
    self.state = state
    self.officeName = officeName
    self.now = now
    self.records = records
    self.logger = logger
  }

  /// What the viewer sees now.
  func scene(for viewer: Scene.Viewer) -> Scene {
    Scene(office: state.office, officeName: officeName, now: now(), viewer: viewer)
  }

  /// Carries out what an input leads to, to its end.
  ///
  /// - Parameter request: makes sure that its first command is carried out once, however often it is delivered.
  func reply(to input: Input, from viewer: Scene.Viewer, _ request: RequestID) async -> Reply {
    let scene = scene(for: viewer)
    var step = scene.step(on: input)
    while true {
      switch step {
      case .show(let reply): return scene.settled(reply, after: input)
      case .refuseAdministration(let reply):
        await noteRefusedAdministration(by: viewer.account)
        return scene.settled(reply, after: input)
      case .perform(let command, let then):
        let outcome = await perform(command, by: viewer.account, request)
        step = then(self.scene(for: viewer), outcome)
      case .read(let query): step = await found(query, by: viewer)
      }
    }
  }

  /// Tells, whenever it is asked, whether an account may still see what it may see now: it acts for the same name,
  /// and is an admin if it was one. What waits for its turn is not shown to somebody who has lost that.
  func rightsHold(of account: AccountID) -> @Sendable () -> Bool {
    let before = state.office
    let (employee, isAdmin) = (
      before.employee(linkedTo: account)?.id, before.rules.admins.contains(account)
    )
    return { [state] in
      let office = state.office
      return (employee == nil || office.employee(linkedTo: account)?.id == employee)
        && (!isAdmin || office.rules.admins.contains(account))
    }
  }

  private func perform(
    _ command: Command, by account: AccountID, _ request: RequestID
  ) async -> Result<Outcome, Refusal> {
    do throws(Refusal) {
      return .success(try await state.perform(command, by: .person(account), request: request))
    } catch {
      return .failure(error)
    }
  }

  private func noteRefusedAdministration(by account: AccountID) async {
    guard attempts.isNews(account, at: now()) else { return }
    // Whether it could be noted changes nothing about the answer.
    _ = try? await state.perform(.noteRefusedAdministration, by: .person(account))
  }

  // MARK: Looking up

  private func found(_ query: Query, by viewer: Scene.Viewer) async -> Step {
    switch query {
    case .journal(let query, let count, let then):
      let found = await reading("the journal could not be read") {
        try await records.journal(query, state.office.rules.timeZone, count)
      }
      return then(scene(for: viewer), found)
    case .journalCount(let kind, let detail, let days, let then):
      let found = await reading("the journal could not be read") {
        try await records.journalCount(kind, detail, days)
      }
      return then(scene(for: viewer), found)
    case .dayCounts(let days, let then):
      let found = await reading("the journal could not be read") { try await records.dayCounts(days) }
      return then(scene(for: viewer), found)
    case .errors(let then): return then(scene(for: viewer), records.errors())
    case .keepNames(let names, let then):
      let found = await reading("names to be asked about could not be kept") {
        try await records.keepNames(names, viewer.account)
      }
      return then(scene(for: viewer), found)
    case .keptNames(let number, let then):
      let found = await reading("names that were asked about could not be read") {
        try await records.keptNames(number, viewer.account)
      }
      return then(scene(for: viewer), found)
    case .document(let document, let bytesMax, let then):
      let found = await contents(of: document, bytesMax)
      return then(scene(for: viewer), found)
    }
  }

  private func reading<Found>(
    _ failure: Logger.Message, _ look: () async throws -> Found
  ) async -> Result<Found, Unreadable> {
    do { return .success(try await look()) } catch {
      logger.error(failure, metadata: ["error": "\(error)"])
      return .failure(Unreadable())
    }
  }

  private func contents(of document: SentDocument, _ bytesMax: Int) async -> Result<Data, DocumentFailure> {
    do throws(TelegramError) {
      return .success(try await records.document(FileID(document.fileID), bytesMax))
    } catch {
      let metadata: Logger.Metadata = ["error": "\(error)"]
      switch error {
      case .fileRefused(.tooBig, _, _): return .failure(.tooBig)
      case .fileRefused(.outOfReach, _, _):
        logger.error(
          "the Bot API server keeps files where the bot cannot read them; let both see one folder under one path",
          metadata: metadata)
        return .failure(.outOfReach)
      case .fileRefused, .refused:
        logger.warning("a document could not be fetched", metadata: metadata)
        return .failure(.gone)
      default:
        logger.warning("a document could not be fetched", metadata: metadata)
        return .failure(.unavailable)
      }
    }
  }
}
