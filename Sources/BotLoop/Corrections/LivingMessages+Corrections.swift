import Conversation
import FloorPlan
import Logging
import Persistence
import Synchronization
import Telegram

/// Earlier messages of a chat that tell what no longer holds are changed to what does.
///
/// Nobody waits for that: it comes behind all answers, and what fails is tried again when the chat is next looked
/// through.
extension LivingMessages {
  /// Remembers what a message tells of its reader's affairs, if anything.
  func rememberTold(_ statement: Statement?, in message: LivingMessage, of chat: ChatID) async {
    await remembering(chat) {
      if let statement {
        try await store.remember(
          ToldMessage(id: message.id, hasPicture: message.hasPicture, told: statement.code),
          in: chat.rawValue)
      } else {
        try await store.forgetTold(in: message.id, of: chat.rawValue)
      }
    }
  }

  /// Looks through the earlier messages of a chat.
  ///
  /// - Parameters:
  ///   - shown: the message that shows what holds already; by default the living one.
  ///   - scene: what the chat's person sees, asked whenever something is about to go out.
  func correctEarlier(
    in chat: ChatID, besides shown: Int64? = nil, _ scene: @escaping @Sendable () -> Scene
  ) async {
    let shown = if let shown { shown } else { await memory(of: chat).living?.id }
    // Newest first: a question keeps its text only while a newer one below it still stands.
    for message in await told(in: chat).reversed() where message.id != shown {
      guard let correction = await correction(of: message, in: chat, scene) else { continue }
      do throws(TelegramError) {
        try await carryOut(correction, on: message, in: chat, scene)
        await settle(correction, message, chat)
      } catch {
        switch error {
        case .notModified, .messageGone: await settle(correction, message, chat)
        case .refused, .personUnreachable:
          logger.info("a message was not corrected", metadata: ["error": "\(error)"])
          await settle(correction, message, chat)
        default: logger.info("a message is corrected later", metadata: ["error": "\(error)"])
        }
      }
    }
  }

  private func told(in chat: ChatID) async -> [ToldMessage] {
    do { return try await store.told(in: chat.rawValue) } catch {
      logStore(error, chat)
      return []
    }
  }

  /// What has to be done about a message now; nil if it tells something else by now, or what it tells holds.
  private func correction(of message: ToldMessage, in chat: ChatID, _ scene: () -> Scene) async -> Correction?
  {
    let told = await told(in: chat)
    guard told.contains(message) else { return nil }
    guard let statement = Statement(code: message.told) else { return .forget }
    let newer = told.filter { $0.id > message.id }.compactMap { Statement(code: $0.told) }
    return scene().correction(of: statement, below: newer)
  }

  private func carryOut(
    _ correction: Correction, on message: ToldMessage, in chat: ChatID,
    _ scene: @escaping @Sendable () -> Scene
  ) async throws(TelegramError) {
    let id = MessageID(rawValue: Int(message.id))
    switch correction {
    case .forget: return
    case .takeButtons:
      try await call(correction, message, chat, scene) { EditMessageReplyMarkup(chat: chat, message: id) }
    case .say(let said, let picture?, _) where message.hasPicture:
      var outgoing: OutgoingPicture?
      do throws(TelegramError) {
        let answer = try await call(
          correction, message, chat, scene, failed: { if let outgoing { pictures.giveUp(outgoing.ready) } }
        ) { () throws(TelegramError) in
          let picture = try await outgoingPicture(picture, for: EditMessageMedia.name)
          outgoing = picture
          return EditMessageMedia(
            chat: chat, message: id, photo: picture.ready.photo, caption: said.text.html,
            replyMarkup: said.keyboard, uploadMax: Self.uploadMax)
        }
        if let outgoing { await arrived(outgoing, in: answer.message) }
      } catch .fileRefused {
        try await editCaption(said, correction, message, chat, scene)
      } catch .unavailable(let reason, let effect, let method) {
        guard let upload = outgoing?.upload else {
          throw .unavailable(reason: reason, effect: effect, method: method)
        }
        breaker.failed(upload, reason)
        try await editCaption(said, correction, message, chat, scene)
      }
    case .say(let said, _, _) where message.hasPicture:
      try await editCaption(said, correction, message, chat, scene)
    case .say(let said, _, _):
      try await call(correction, message, chat, scene) {
        EditMessageText(chat: chat, message: id, text: said.text.html, replyMarkup: said.keyboard)
      }
    }
  }

  /// The picture stays, where there can be no other.
  private func editCaption(
    _ said: NoticeMessage, _ correction: Correction, _ message: ToldMessage, _ chat: ChatID,
    _ scene: @escaping @Sendable () -> Scene
  ) async throws(TelegramError) {
    try await call(correction, message, chat, scene) {
      EditMessageCaption(
        chat: chat, message: MessageID(rawValue: Int(message.id)), caption: said.text.html,
        replyMarkup: said.keyboard)
    }
  }

  /// Makes a call when its turn has come, if it is still what has to be done. A screen on its way to the chat may be
  /// bound for that very message; the chat is looked through again when it is there.
  @discardableResult
  private func call<M: ChatMethod>(
    _ correction: Correction, _ message: ToldMessage, _ chat: ChatID,
    _ scene: @escaping @Sendable () -> Scene, failed: () -> Void = {},
    _ making: () async throws(TelegramError) -> M
  ) async throws(TelegramError) -> M.Answer {
    try await api.send(
      to: chat, lane: .notice, superseding: SupersessionKey("correction of \(message.id)"), failed: failed
    ) { () throws(TelegramError) in
      guard showings.withLock({ $0.isIdle(chat) }),
        await self.correction(of: message, in: chat, scene) == correction
      else { throw .superseded(method: M.name) }
      return try await making()
    }
  }

  private func settle(_ correction: Correction, _ message: ToldMessage, _ chat: ChatID) async {
    let told: Statement? =
      switch correction {
      case .forget: nil
      case .takeButtons(let leaving): leaving
      case .say(_, _, let leaving): leaving
      }
    await remembering(chat) { try await store.correct(message, to: told?.code, in: chat.rawValue) }
  }
}

extension NoticeMessage {
  fileprivate var keyboard: InlineKeyboardMarkup? { rows.isEmpty ? nil : rows.keyboard }
}
