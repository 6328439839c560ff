import FloorPlan
import Foundation
import Logging
import Persistence
import Synchronization
import Telegram

/// Shows screens: one living message per chat, edited in place, replaced where that is impossible.
final class LivingMessages: Sendable {
  private let api: PacedBotAPI
  private let store: ChatStore
  private let pictures: PictureShelf
  private let officeName: String
  private let logger: Logger
  /// The number of the newest screen of each chat that is being shown: an older one gives way.
  private let newest = Mutex<(last: UInt64, byChat: [ChatID: UInt64])>((0, [:]))

  init(api: PacedBotAPI, store: ChatStore, pictures: PictureShelf, officeName: String, logger: Logger) {
    self.api = api
    self.store = store
    self.pictures = pictures
    self.officeName = officeName
    self.logger = logger
  }

  /// Where a screen goes.
  enum Placement: Sendable, Hashable {
    /// Into the message whose button was tapped.
    case into(LivingMessage)
    /// Below everything, as a new message.
    case below
  }

  /// What is remembered of a chat; without the store, nothing.
  func memory(of chat: ChatID) async -> ChatMemory {
    do { return try await store.memory(of: chat.rawValue) } catch {
      logStore(error, chat)
      return ChatMemory()
    }
  }

  /// Shows a screen, or gives way to a newer one of the same chat.
  func show(_ screen: Screen, in chat: ChatID, _ placement: Placement) async {
    let number = newest.withLock { newest in
      newest.last += 1
      newest.byChat[chat] = newest.last
      return newest.last
    }
    defer { newest.withLock { if $0.byChat[chat] == number { $0.byChat[chat] = nil } } }
    let memory = await memory(of: chat)
    await remember(screen.awaits, of: chat, before: memory)
    let showing = Showing(screen: screen, chat: chat, number: number)
    do throws(TelegramError) {
      let shown = try await show(showing, placement)
      guard shown != memory.living else { return }
      await remembering(chat) { try await store.remember(living: shown, of: chat.rawValue) }
      if let old = memory.living, old.id != shown.id { await takeButtons(from: old, in: chat) }
      if case .into(let tapped) = placement, tapped.id != shown.id, tapped.id != memory.living?.id {
        await takeButtons(from: tapped, in: chat)
      }
    } catch {
      log(error, chat)
    }
  }

  private struct Showing {
    let screen: Screen
    let chat: ChatID
    let number: UInt64
  }

  private func show(_ showing: Showing, _ placement: Placement) async throws(TelegramError) -> LivingMessage {
    if case .into(let message) = placement {
      do throws(TelegramError) {
        return try await edit(message, to: showing)
      } catch .messageGone {
        // Deleted by the person: a new one below.
      } catch .refused(let code, let description, let method) {
        // Our mistake; the person still gets the screen, as a new message.
        logger.error("a screen was refused", metadata: ["error": "\(method): \(code) \(description)"])
      }
    }
    return try await send(showing)
  }

  private func edit(_ message: LivingMessage, to showing: Showing) async throws(TelegramError)
    -> LivingMessage
  {
    let id = MessageID(rawValue: Int(message.id))
    let screen = showing.screen
    let key = SupersessionKey.message(id)
    do throws(TelegramError) {
      _ = try await withPicture(showing) { photo throws(TelegramError) in
        try await api.send(
          EditMessageMedia(
            chat: showing.chat, message: id, photo: photo, caption: screen.caption.html,
            replyMarkup: screen.keyboard), lane: .answer, superseding: key)
      }
      return LivingMessage(id: message.id, hasPicture: true)
    } catch .notModified {
      return message
    } catch .fileRefused where !message.hasPicture {
      do throws(TelegramError) {
        _ = try await api.send(
          EditMessageText(
            chat: showing.chat, message: id, text: screen.caption.html, replyMarkup: screen.keyboard),
          lane: .answer, superseding: key)
      } catch .notModified {
        return message
      }
      return message
    } catch .fileRefused {
      // A photo cannot become a text: a new message, and the old one loses its buttons.
      return try await sendText(showing)
    }
  }

  private func send(_ showing: Showing) async throws(TelegramError) -> LivingMessage {
    do throws(TelegramError) {
      let sent = try await withPicture(showing) { photo throws(TelegramError) in
        try await api.send(
          SendPhoto(
            chat: showing.chat, photo: photo, caption: showing.screen.caption.html,
            replyMarkup: showing.screen.keyboard), lane: .answer, repeatable: true)
      }
      return LivingMessage(id: Int64(sent.id.rawValue), hasPicture: true)
    } catch .fileRefused {
      return try await sendText(showing)
    }
  }

  private func sendText(_ showing: Showing) async throws(TelegramError) -> LivingMessage {
    let sent = try await api.send(
      SendMessage(
        chat: showing.chat, text: showing.screen.caption.html, replyMarkup: showing.screen.keyboard),
      lane: .answer, repeatable: true)
    return LivingMessage(id: Int64(sent.id.rawValue), hasPicture: false)
  }

  /// Makes a call with the screen's picture, else with the standing one; by file id, else uploaded.
  ///
  /// - Throws: `fileRefused` if no picture at all could be drawn or was taken.
  private func withPicture(
    _ showing: Showing, _ call: (InputPhoto) async throws(TelegramError) -> Message
  ) async throws(TelegramError) -> Message {
    var lastFailure = TelegramError.fileRefused(description: "nothing could be drawn", method: "picture")
    let standing = Picture.standing(StandingPicture(.menu, office: officeName))
    for picture in [showing.screen.picture, standing] {
      for isDrawnAnew in [false, true] {
        let ready: PictureShelf.Ready
        do throws(RenderingError) {
          ready = try await pictures.ready(picture, isDrawnAnew: isDrawnAnew)
        } catch {
          logger.error("a picture was not drawn", metadata: ["error": "\(error)"])
          break
        }
        do throws(TelegramError) {
          try checkNewest(showing)
          let message = try await call(ready.photo)
          await pictures.keep(ready, asIn: message)
          return message
        } catch .fileRefused(let description, let method) {
          logger.warning("a picture was refused", metadata: ["error": "\(method): \(description)"])
          lastFailure = .fileRefused(description: description, method: method)
          if !ready.isKept { break }
          await pictures.forget(ready)
        } catch .unavailable(let reason, let effect, let method) {
          // Perhaps only uploads fail: something lighter may get through.
          logger.warning(
            "a picture did not get through", metadata: ["error": "\(method): \(reason), \(effect)"])
          lastFailure = .fileRefused(description: reason, method: method)
          break
        }
      }
    }
    throw lastFailure
  }

  private func checkNewest(_ showing: Showing) throws(TelegramError) {
    guard newest.withLock({ $0.byChat[showing.chat] ?? showing.number }) <= showing.number else {
      throw .superseded(method: "screen")
    }
  }

  private func takeButtons(from message: LivingMessage, in chat: ChatID) async {
    do throws(TelegramError) {
      _ = try await api.send(
        EditMessageReplyMarkup(chat: chat, message: MessageID(rawValue: Int(message.id))), lane: .answer)
    } catch {
      switch error {
      case .notModified, .messageGone: break
      default: log(error, chat)
      }
    }
  }

  // MARK: Memory and log

  private func remember(_ entry: TextEntry?, of chat: ChatID, before memory: ChatMemory) async {
    guard entry?.code != memory.entry else { return }
    await remembering(chat) { try await store.remember(entry: entry?.code, of: chat.rawValue) }
  }

  private func remembering(_ chat: ChatID, _ body: () async throws -> Void) async {
    do { try await body() } catch { logStore(error, chat) }
  }

  private func logStore(_ error: any Error, _ chat: ChatID) {
    logger.error(
      "the store of chats failed; the chat goes on with a new message",
      metadata: ["chat": "\(chat)", "error": "\(error)"])
  }

  private func log(_ error: TelegramError, _ chat: ChatID) {
    let metadata: Logger.Metadata = ["chat": "\(chat)", "error": "\(error)"]
    switch error {
    case .superseded, .cancelled: logger.debug("a screen gave way", metadata: metadata)
    case .personUnreachable: logger.info("a screen could not be shown to this person", metadata: metadata)
    case .refused: logger.error("a screen was refused", metadata: metadata)
    default: logger.warning("a screen was not shown", metadata: metadata)
    }
  }
}
