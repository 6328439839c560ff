import Logging
import OfficeActor
import Persistence
import Telegram

/// Notices that change an earlier message instead of being one of their own.
extension NoticeMessages {
  /// Changes a message to what the notice says now.
  ///
  /// - Returns: what became of it for good, or nil if it has to be said in a new message.
  /// - Throws: if it is worth another try.
  func edit(
    _ message: Int64, in chat: ChatID, to notice: Notice, for account: AccountID
  ) async throws -> NoticeOutcome? {
    // Tapped in the meantime, it has become the chat's screen.
    guard await messages.memory(of: chat).living?.id != message else { return notice.whenMessageIsGone }
    do throws(TelegramError) {
      _ = try await api.send(to: chat, lane: .notice) { () throws(TelegramError) in
        // It may have waited for its turn.
        let (office, now) = (router.state.office, router.now())
        guard office.sense(of: notice, at: now) == .deliver(to: account),
          office.messageToEdit(for: notice) == message,
          let changed = NoticeMessage(notice, in: office, at: now)
        else { throw .superseded(method: EditMessageText.name) }
        return EditMessageText(
          chat: chat, message: MessageID(rawValue: Int(message)), text: changed.text.html,
          replyMarkup: changed.rows.isEmpty ? nil : changed.rows.keyboard)
      }
      return .delivered(message: message)
    } catch .notModified {
      return .delivered(message: message)
    } catch .messageGone {
      return notice.whenMessageIsGone
    } catch {
      switch error {
      case .personUnreachable, .refused:
        // Whoever cannot be reached with news is given up; a change of old ones is not worth the journal.
        logger.info("a message was not changed", metadata: ["error": "\(error)"])
        return notice.whenMessageIsGone
      default: throw error
      }
    }
  }
}

extension Notice {
  /// News are told in a new message, nil; a message that only had to lose its buttons has lost them.
  fileprivate var whenMessageIsGone: NoticeOutcome? {
    switch content {
    case .requestSettled, .requestsSettled: .dropped(reason: "the message is gone")
    default: nil
    }
  }
}
