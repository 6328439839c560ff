import Conversation
import Logging
import OfficeActor
import Telegram

extension UpdateHandler {
  /// Tells its sender that an update under which the process died twice is left alone.
  ///
  /// In words only, in the language of the person's app, and without a look at what is remembered of the chat or the
  /// office: any part of it may have been too much.
  func passOver(_ update: Update) async {
    logger.error(
      "an update ended the process twice; it is passed over",
      metadata: ["update": "\(update.id)", "chat": "\(update.chat.map { "\($0)" } ?? "none")"])
    switch update.content {
    case .message(let message):
      guard message.chat.kind == .private, let from = message.from, !from.isBot else { return }
      await apologise(in: message.chat.id, to: from)
    case .callbackQuery(let query):
      let chat = query.message?.chat ?? Chat(id: ChatID(privateChatWith: query.from.id))
      await answer(query.id, chat.kind == .private ? apology(to: query.from).plain : nil)
      if chat.kind == .private { await apologise(in: chat.id, to: query.from) }
    case .unreadableQuery(let query): await answer(query, nil)
    case .myChatMember, nil: break
    }
  }

  private func apology(to user: User) -> Markup { user.spokenLanguage.apology }

  private func apologise(in chat: ChatID, to user: User) async {
    do throws(TelegramError) {
      _ = try await api.send(
        SendMessage(
          chat: chat, text: apology(to: user).html,
          replyMarkup: [[ScreenButton.menu(in: user.spokenLanguage)]].keyboard),
        lane: .answer)
    } catch {
      logger.warning("an apology was not sent", metadata: ["error": "\(error)"])
    }
  }
}

extension User {
  /// The language of the person's app, or the bot's first.
  fileprivate var spokenLanguage: Language { languageCode.flatMap(Language.init(tag:)) ?? .russian }
}
