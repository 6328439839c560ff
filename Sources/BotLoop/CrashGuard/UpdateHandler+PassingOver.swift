import Conversation
import Logging
import Telegram

extension UpdateHandler {
  /// Tells its sender that an update under which the process died twice is left alone.
  ///
  /// In words only, and without a look at what is remembered of the chat or the office: nobody knows which part of
  /// it was too much.
  func passOver(_ update: Update) async {
    logger.error(
      "an update ended the process twice; it is passed over",
      metadata: ["update": "\(update.id)", "chat": "\(update.chat.map { "\($0)" } ?? "none")"])
    switch update.content {
    case .message(let message):
      guard message.chat.kind == .private, let from = message.from, !from.isBot else { return }
      await apologise(in: message.chat.id)
    case .callbackQuery(let query):
      let chat = query.message?.chat ?? Chat(id: ChatID(privateChatWith: query.from.id))
      await answer(query.id, chat.kind == .private ? Self.apology.plain : nil)
      if chat.kind == .private { await apologise(in: chat.id) }
    case .unreadableQuery(let query): await answer(query, nil)
    case .myChatMember, nil: break
    }
  }

  private static let apology: Markup =
    "Простите, на этом я дважды сломался и больше не пробую. Что успело сохраниться, покажет меню; остальное можно повторить."

  private func apologise(in chat: ChatID) async {
    do throws(TelegramError) {
      _ = try await api.send(
        SendMessage(chat: chat, text: Self.apology.html, replyMarkup: [[ScreenButton.menu]].keyboard),
        lane: .answer)
    } catch {
      logger.warning("an apology was not sent", metadata: ["error": "\(error)"])
    }
  }
}
