import Conversation
import Foundation
import Logging
import Logs
public import OfficeActor
import Persistence
import Telegram

/// Notices as messages in Telegram, behind the answers to taps.
public struct NoticeMessages: Sendable {
  let steps: StepInterpreter
  let messages: LivingMessages
  let deliveries: Deliveries
  let api: PacedBotAPI
  let errors: ErrorLog
  /// A notice is owed until it is delivered, so one that ends the process would do so at every start.
  let crashGuard: CrashGuard
  let logger: Logger

  /// Sends a notice once, when Telegram's pace allows it, as what it says then.
  public func deliver(_ notice: Notice, to account: AccountID) async -> DeliveryAttempt {
    // Only what it says could end the process. A kill while it waits for its turn is nothing against it.
    let isLeft = await crashGuard.watch(key(of: notice), passingOver: {}) {
      message(notice, to: account) != nil
    }
    guard let isLeft else {
      logger.error(
        "a notice ended the process twice; it is given up", metadata: ["notice": "\(notice.id.rawValue)"])
      return .settled(.undeliverable(to: account, reason: .endedProcess))
    }
    guard isLeft else { return .settled(.dropped(reason: "nothing is left to say")) }
    let chat = ChatID(account.rawValue)
    let edited = steps.state.office.messageToEdit(for: notice)
    if let edited, let attempt = await edit(edited, in: chat, to: notice, for: account) { return attempt }
    var isMade = false
    var statement: Statement?
    do throws(TelegramError) {
      let sent = try await api.send(to: chat, lane: .notice) { () throws(TelegramError) in
        isMade = false
        let (office, now) = (steps.state.office, steps.now())
        guard office.sense(of: notice, at: now) == .deliver(to: account),
          let message = message(notice, to: account)
        else { throw .superseded(method: SendMessage.name) }
        isMade = true
        statement = message.statement
        return SendMessage(
          chat: chat, text: message.text.html,
          replyMarkup: message.rows.isEmpty ? nil : message.rows.keyboard,
          // What could not be edited was heard already.
          disableNotification: notice.content.isSilent || office.rules.isQuiet(at: now) || edited != nil
            ? true : nil)
      }
      if case .registrationApproved = notice.content { await showMenu(to: account, in: chat) }
      let arrived = LivingMessage(id: Int64(sent.id.rawValue), hasPicture: false)
      await remember(statement, toldBy: arrived, to: account, in: chat)
      return .settled(.delivered(to: account, message: arrived.id))
    } catch {
      return attempt(endingWith: error, isMade: isMade, account)
    }
  }

  /// Remembers what a message told, and corrects the messages above it, to which it may be news.
  private func remember(
    _ statement: Statement?, toldBy message: LivingMessage, to account: AccountID, in chat: ChatID
  ) async {
    if let statement { await messages.rememberTold(statement, in: message, of: chat) }
    await deliveries.perform(patience: .zero) { [messages, steps] in
      await messages.correctEarlier(in: chat, besides: message.id) {
        steps.scene(for: Scene.Viewer(account: account))
      }
    }
  }

  private func attempt(
    endingWith error: TelegramError, isMade: Bool, _ account: AccountID
  ) -> DeliveryAttempt {
    switch error {
    case .superseded: return .outdated
    case .unavailable(_, .unknown, _): return .settled(.unclear(to: account))
    case .cancelled where isMade: return .settled(.unclear(to: account))
    case .personUnreachable(let reason, _):
      return .settled(.undeliverable(to: account, reason: DeliveryFailure(reason)))
    case .refused(let code, let description, let method):
      // Our mistake; trying again would not help.
      logger.error("a notice was refused", metadata: ["error": "\(method): \(code) \(description)"])
      return .settled(.undeliverable(to: account, reason: .refused))
    default: return .failed(reason: "\(error)")
    }
  }

  func key(of notice: Notice) -> UInt64 { "notice \(notice.id.rawValue)".stableDigest }

  private func message(_ notice: Notice, to account: AccountID) -> NoticeMessage? {
    NoticeMessage(
      notice, in: steps.scene(for: Scene.Viewer(account: account)), digest: groups(for: notice))
  }

  private func groups(for notice: Notice) -> [ErrorGroup] {
    guard case .errorDigest(let from, let through) = notice.content else { return [] }
    return errors.mostFrequentGroups(from: from, to: through)
  }

  /// The screen on which somebody waited for an admin turns into the menu by itself.
  private func showMenu(to account: AccountID, in chat: ChatID) async {
    guard let living = await messages.memory(of: chat).living else { return }
    let menu = steps.scene(for: Scene.Viewer(account: account)).menu
    await messages.remember(menu.awaits, of: chat)
    let showing = messages.begin(menu, in: chat, .into(living), while: steps.rightsHold(of: account))
    // The notice is delivered, whenever the screen follows.
    await deliveries.perform(patience: .zero) { [messages] in await messages.show(showing) }
  }
}

extension OfficeRules {
  /// Whether people are not to be woken at a moment.
  fileprivate func isQuiet(at moment: Date) -> Bool { offers.quietHours.contains(moment, in: timeZone) }
}

extension DeliveryFailure {
  fileprivate init(_ reason: TelegramError.Unreachable) {
    self =
      switch reason {
      case .blocked: .blocked
      case .deactivated: .deactivated
      case .neverStarted: .neverStarted
      case .chatNotFound, .memberNotFound: .chatNotFound
      case .botNotInChat: .botNotInChat
      }
  }
}
