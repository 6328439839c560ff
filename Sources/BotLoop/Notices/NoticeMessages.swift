import Foundation
import Logging
import Logs
public import OfficeActor
import Persistence
import Telegram

/// Notices as messages in Telegram, behind the answers to taps.
public struct NoticeMessages: Sendable {
  let router: Router
  let messages: LivingMessages
  let api: PacedBotAPI
  let errors: ErrorLog
  /// A notice is owed until it is delivered, so one that ends the process would do so at every start.
  let crashGuard: CrashGuard
  let logger: Logger

  /// Sends a notice when Telegram's pace allows it, as what it says then.
  ///
  /// - Returns: what became of it for good.
  /// - Throws: if it is worth another try.
  public func deliver(_ notice: Notice, to account: AccountID) async throws -> NoticeOutcome {
    let outcome = try await crashGuard.watch(key(of: notice)) { try await send(notice, to: account) }
    if let outcome { return outcome }
    logger.error(
      "a notice ended the process twice; it is given up", metadata: ["notice": "\(notice.id.rawValue)"])
    return .undeliverable(reason: "бот дважды остановился на этом сообщении")
  }

  func key(of notice: Notice) -> UInt64 { "notice \(notice.id.rawValue)".stableDigest }

  private func send(_ notice: Notice, to account: AccountID) async throws -> NoticeOutcome {
    let groups = groups(for: notice)
    guard message(notice, groups) != nil else { return .dropped(reason: "nothing is left to say") }
    let chat = ChatID(account.rawValue)
    do throws(TelegramError) {
      let sent = try await api.send(to: chat, lane: .notice, repeatable: true) { () throws(TelegramError) in
        // It may have waited for its turn.
        let (office, now) = (router.state.office, router.now())
        guard office.sense(of: notice, at: now) == .deliver(to: account),
          let message = message(notice, groups)
        else { throw .superseded(method: SendMessage.name) }
        return SendMessage(
          chat: chat, text: message.text.html,
          replyMarkup: message.rows.isEmpty ? nil : message.rows.keyboard,
          disableNotification: office.rules.isQuiet(at: now) ? true : nil)
      }
      if case .registrationApproved = notice.content { await showMenu(to: account, in: chat) }
      return .delivered(message: Int64(sent.id.rawValue))
    } catch {
      switch error {
      case .personUnreachable(let reason, _): return .undeliverable(reason: reason.inRussian)
      case .refused(let code, let description, let method):
        // Our mistake; trying again would not help.
        logger.error("a notice was refused", metadata: ["error": "\(method): \(code) \(description)"])
        return .undeliverable(reason: "Telegram не принял сообщение")
      default: throw error
      }
    }
  }

  private func message(_ notice: Notice, _ groups: [ErrorGroup]) -> NoticeMessage? {
    NoticeMessage(notice, in: router.state.office, at: router.now(), digest: groups)
  }

  private func groups(for notice: Notice) -> [ErrorGroup] {
    guard case .errorDigest(let from, let through) = notice.content else { return [] }
    return errors.mostFrequentGroups(from: from, to: through)
  }

  /// The screen on which somebody waited for an admin turns into the menu by itself.
  private func showMenu(to account: AccountID, in chat: ChatID) async {
    guard let living = await messages.memory(of: chat).living else { return }
    let asking = Router.Asking(account: account, request: RequestID(rawValue: 0), entry: nil)
    let menu = router.screen(at: Trail(.menu), for: asking)
    await messages.remember(menu.awaits, of: chat)
    await messages.show(messages.begin(menu, in: chat, .into(living)))
  }
}

extension OfficeRules {
  /// Whether people are not to be woken at a moment.
  fileprivate func isQuiet(at moment: Date) -> Bool { offers.quietHours.contains(moment, in: timeZone) }
}

extension TelegramError.Unreachable {
  /// As admins read it.
  fileprivate var inRussian: String {
    switch self {
    case .blocked: "бот заблокирован"
    case .deactivated: "аккаунт удалён"
    case .neverStarted: "человек не открывал бота"
    case .chatNotFound, .memberNotFound: "чат не найден"
    case .botNotInChat: "боту нельзя писать в этот чат"
    }
  }
}
