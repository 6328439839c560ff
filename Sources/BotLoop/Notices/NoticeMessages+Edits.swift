import Conversation
import Logging
import OfficeActor
import Persistence
import Telegram

/// Notices that change an earlier message instead of being one of their own.
extension NoticeMessages {
  /// Changes a message to what the notice says now.
  ///
  /// - Returns: how that ended, or nil if it has to be said in a new message.
  func edit(
    _ message: Int64, in chat: ChatID, to notice: Notice, for account: AccountID
  ) async -> DeliveryAttempt? {
    // Tapped in the meantime, it has become the chat's screen.
    guard await messages.memory(of: chat).living?.id != message else { return notice.whenMessageIsGone }
    let delivered = DeliveryAttempt.settled(.delivered(to: account, message: message))
    do throws(TelegramError) {
      _ = try await api.send(to: chat, lane: .notice) { () throws(TelegramError) in
        // It may have waited for its turn.
        let (office, now) = (steps.state.office, steps.now())
        guard office.sense(of: notice, at: now) == .deliver(to: account),
          office.messageToEdit(for: notice) == message,
          let changed = NoticeMessage(notice, in: steps.scene(for: Scene.Viewer(account: account)))
        else { throw .superseded(method: EditMessageText.name) }
        return EditMessageText(
          chat: chat, message: MessageID(rawValue: Int(message)), text: changed.text.html,
          replyMarkup: changed.rows.isEmpty ? nil : changed.rows.keyboard)
      }
      return delivered
    } catch .notModified {
      return delivered
    } catch .messageGone {
      return notice.whenMessageIsGone
    } catch {
      switch error {
      case .personUnreachable, .refused:
        // A notice that cannot be delivered is given up; a failed change of an old message is not worth the journal.
        logger.info("a message was not changed", metadata: ["error": "\(error)"])
        return notice.whenMessageIsGone
      case .superseded: return .outdated
      // An edit that may have arrived is repeated: twice is the same as once.
      default: return .failed(reason: "\(error)")
      }
    }
  }
}

extension Notice {
  /// News are told in a new message, nil; a message that only had to lose its buttons has lost them.
  fileprivate var whenMessageIsGone: DeliveryAttempt? {
    switch content {
    case .requestSettled, .requestsSettled: .settled(.dropped(reason: "the message is gone"))
    default: nil
    }
  }
}
