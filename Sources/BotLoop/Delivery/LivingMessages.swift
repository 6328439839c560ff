import Conversation
import FloorPlan
import Foundation
import Logging
import OfficeActor
import Persistence
import Synchronization
import Telegram
import Waiting

/// Shows screens: one living message per chat, edited in place, replaced where that is impossible.
final class LivingMessages: Sendable {
  let api: PacedBotAPI
  let store: ChatStore
  let pictures: PictureShelf
  let breaker: PictureBreaker
  private let officeName: String
  /// What is read in a chat.
  private let language: @Sendable (ChatID) -> Language
  let logger: Logger
  let showings = Mutex(Showings())

  private static let textAttemptsMax = 4
  private static let textBackoff = Backoff(first: .seconds(1), longest: .seconds(4), spread: 0.2)

  /// How long a screen waits for the upload of its picture.
  static let uploadMax = Duration.milliseconds(800)

  init(
    api: PacedBotAPI, store: ChatStore, pictures: PictureShelf, breaker: PictureBreaker, officeName: String,
    language: @escaping @Sendable (ChatID) -> Language, logger: Logger
  ) {
    self.api = api
    self.store = store
    self.pictures = pictures
    self.breaker = breaker
    self.officeName = officeName
    self.language = language
    self.logger = logger
  }

  /// What is remembered of a chat; without the store, nothing.
  func memory(of chat: ChatID) async -> ChatMemory {
    do { return try await store.memory(of: chat.rawValue) } catch {
      logStore(error, chat)
      return ChatMemory()
    }
  }

  /// Gives a screen its place in the order of the chat's screens. The caller has to ``show(_:)`` it.
  ///
  /// - Parameters:
  ///   - typed: the message of the person's that the screen answers.
  ///   - mayBeSeen: whether the person may still see the screen, asked whenever it is about to go out.
  func begin(
    _ screen: Screen, in chat: ChatID, _ placement: Showing.Placement, answering typed: MessageID? = nil,
    while mayBeSeen: @escaping @Sendable () -> Bool = { true }
  ) -> Showing {
    showings.withLock {
      $0.begin(
        screen, in: chat, placement, answering: typed.map { Int64($0.rawValue) }, while: mayBeSeen)
    }
  }

  /// Remembers what the chat waits for a person to type.
  func remember(_ entry: TextEntry?, of chat: ChatID) async {
    await remembering(chat) { try await store.remember(entry: entry?.code, of: chat.rawValue) }
  }

  /// Shows a screen, or gives way to a newer one of the same chat.
  func show(_ showing: Showing) async {
    defer { showings.withLock { $0.end(showing) } }
    let before = await memory(of: showing.chat).living
    do throws(TelegramError) {
      let shown = try await place(showing)
      let losing = showings.withLock { $0.shown(showing, as: shown, before: before) }
      await rememberLiving(of: showing.chat)
      await rememberTold(by: showing, as: shown)
      for message in losing { await takeButtons(from: message, in: showing.chat) }
    } catch {
      log(error, showing.chat)
    }
  }

  private func place(_ showing: Showing) async throws(TelegramError) -> LivingMessage {
    if showing.screen.isResult { return try await sendResult(showing) }
    if case .into(let message) = showing.placement {
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
    do throws(TelegramError) {
      _ = try await callWithPicture(for: showing, answeredBy: \.message) { photo in
        EditMessageMedia(
          chat: showing.chat, message: id, photo: photo, caption: screen.caption.html,
          replyMarkup: screen.keyboard, uploadMax: Self.uploadMax)
      }
      return LivingMessage(id: message.id, hasPicture: true)
    } catch .notModified {
      return message
    } catch .fileRefused where !message.hasPicture {
      do throws(TelegramError) {
        _ = try await call(for: showing) {
          EditMessageText(
            chat: showing.chat, message: id, text: screen.caption.html, replyMarkup: screen.keyboard)
        }
      } catch .notModified {
        return message
      }
      return message
    } catch .fileRefused, .unavailable(_, .unknown, _) {
      // A photo cannot become a text, and the message may be one by now: a new one, and the old one loses its buttons.
      return try await sendText(showing)
    }
  }

  private func send(_ showing: Showing) async throws(TelegramError) -> LivingMessage {
    do throws(TelegramError) {
      let sent = try await callWithPicture(for: showing, answeredBy: { $0 }) { photo in
        SendPhoto(
          chat: showing.chat, photo: photo, caption: showing.screen.caption.html,
          replyMarkup: showing.screen.keyboard, uploadMax: Self.uploadMax)
      }
      return LivingMessage(id: Int64(sent.id.rawValue), hasPicture: true)
    } catch .fileRefused, .unavailable(_, .unknown, _) {
      return try await sendText(showing)
    } catch .refused(let code, let description, let method) {
      // Our mistake, whatever the screen is: the person gets words and a way on.
      logger.error("a screen was refused", metadata: ["error": "\(method): \(code) \(description)"])
      return try await sendText(
        showing, screen: Scene.trouble(officeName: officeName, in: language(showing.chat)))
    }
  }

  private func sendResult(_ showing: Showing) async throws(TelegramError) -> LivingMessage {
    var message = try await sendText(showing)
    message.isResult = true
    return message
  }

  /// Sends the text of a screen, again if nothing says whether it arrived: a repeated answer is better than none.
  private func sendText(
    _ showing: Showing, screen other: Screen? = nil
  ) async throws(TelegramError) -> LivingMessage {
    for attempt in 1..<Self.textAttemptsMax {
      do throws(TelegramError) {
        return try await sendTextOnce(showing, other)
      } catch .unavailable(_, .unknown, _) {
        // A cancelled sleep ends at once; the next attempt then says that it was cancelled.
        try? await Task.sleep(for: Self.textBackoff.pause(after: attempt))
      }
    }
    return try await sendTextOnce(showing, other)
  }

  private func sendTextOnce(
    _ showing: Showing, _ other: Screen?
  ) async throws(TelegramError) -> LivingMessage {
    let screen = other ?? showing.screen
    let sent = try await call(for: showing) {
      SendMessage(
        chat: showing.chat, text: screen.caption.html, replyMarkup: screen.keyboard)
    }
    return LivingMessage(id: Int64(sent.id.rawValue), hasPicture: false)
  }

  /// Makes a call with the screen's picture, else with the standing one; by file id, else uploaded.
  ///
  /// - Parameter message: the message in the answer, in which a new picture's file id is.
  /// - Throws: `fileRefused` if no picture at all could be drawn or was taken, `unavailable` if one may have arrived.
  private func callWithPicture<M: ChatMethod>(
    for showing: Showing, answeredBy message: (M.Answer) -> Message?, _ method: (InputPhoto) -> M
  ) async throws(TelegramError) -> M.Answer {
    var lastFailure: TelegramError?
    var unclear: TelegramError?
    let standing = Picture.standing(StandingPicture(.menu, office: officeName))
    for picture in [showing.screen.picture, standing] {
      for isDrawnAnew in [false, true] {
        var outgoing: OutgoingPicture?
        do throws(TelegramError) {
          let answer = try await call(
            for: showing, failed: { if let outgoing { pictures.giveUp(outgoing.ready) } }
          ) {
            () throws(TelegramError) in
            let picture = try await outgoingPicture(picture, anew: isDrawnAnew, for: M.name)
            outgoing = picture
            return method(picture.ready.photo)
          }
          if let outgoing { await arrived(outgoing, in: message(answer)) }
          return answer
        } catch .fileRefused(let problem, let description, let method) {
          if outgoing != nil {
            logger.warning("a picture was refused", metadata: ["error": "\(method): \(description)"])
          }
          lastFailure = .fileRefused(problem, description: description, method: method)
          // Not even the calm one is taken: it is not for the picture that uploads are refused.
          if picture == standing, let upload = outgoing?.upload { breaker.failed(upload, description) }
          guard let kept = outgoing?.ready, kept.isKept else { break }
          await pictures.forget(kept)
        } catch .unavailable(let reason, let effect, let method) {
          // Perhaps only uploads fail: something lighter may get through. If the message arrived all the same,
          // the person has it twice; without it, none at all.
          logger.warning(
            "a picture did not get through", metadata: ["error": "\(method): \(reason), \(effect)"])
          lastFailure = .fileRefused(description: reason, method: method)
          if effect == .unknown {
            unclear = .unavailable(reason: reason, effect: effect, method: method)
          }
          if let upload = outgoing?.upload { breaker.failed(upload, reason) }
          break
        }
      }
    }
    throw unclear ?? lastFailure ?? .fileRefused(description: "there is no picture", method: M.name)
  }

  /// A picture that can go out now, and the upload that it is.
  struct OutgoingPicture {
    let ready: PictureShelf.Ready
    let upload: PictureBreaker.Upload?
  }

  /// A picture that cannot be drawn, or not be uploaded just now, counts as one that was refused: something else is
  /// shown in its place.
  func outgoingPicture(
    _ picture: Picture, anew: Bool = false, for method: String
  ) async throws(TelegramError) -> OutgoingPicture {
    guard breaker.letsUpload else {
      if !anew, let kept = await pictures.kept(picture) { return OutgoingPicture(ready: kept, upload: nil) }
      throw .fileRefused(description: "uploads do not get through", method: method)
    }
    let ready: PictureShelf.Ready
    do throws(RenderingError) {
      ready = try await pictures.ready(picture, isDrawnAnew: anew)
    } catch {
      logger.error("a picture was not drawn", metadata: ["error": "\(error)"])
      throw .fileRefused(description: "not drawn", method: method)
    }
    if ready.isKept { return OutgoingPicture(ready: ready, upload: nil) }
    guard let upload = breaker.begin() else {
      pictures.giveUp(ready)
      throw .fileRefused(description: "uploads do not get through", method: method)
    }
    return OutgoingPicture(ready: ready, upload: upload)
  }

  /// Notes that Telegram has a picture.
  func arrived(_ picture: OutgoingPicture, in message: Message?) async {
    if let upload = picture.upload { breaker.succeeded(upload) }
    await pictures.keep(picture.ready, asIn: message)
  }

  /// Makes a call that shows a screen, unless a newer one is on its way; of those that wait, the newest goes.
  /// The call is put together when its turn has come, so that no picture is drawn for a screen that gives way.
  ///
  /// - Parameter failed: told when an attempt came to nothing, before the next one.
  private func call<M: ChatMethod>(
    for showing: Showing, failed: () -> Void = {}, _ making: () async throws(TelegramError) -> M
  ) async throws(TelegramError) -> M.Answer {
    let key = showing.screen.isResult ? nil : SupersessionKey("screen", number: showing.number)
    return try await api.send(to: showing.chat, lane: .answer, superseding: key, failed: failed) {
      () throws(TelegramError) in
      guard showing.mayBeSeen(), showings.withLock({ $0.isWanted(showing) }) else {
        throw .superseded(method: M.name)
      }
      return try await making()
    }
  }

  private func takeButtons(from message: LivingMessage, in chat: ChatID) async {
    // Tapped again in the meantime, it has a screen of its own coming.
    guard showings.withLock({ $0.isOutdated(message, in: chat) }) else { return }
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

  /// Until the store has the newest, for screens shown one right after the other may get there in any order.
  private func rememberLiving(of chat: ChatID) async {
    while let living = showings.withLock({ $0.unremembered(in: chat) }) {
      await remembering(chat) { try await store.remember(living: living, of: chat.rawValue) }
      showings.withLock { $0.remembered(living, in: chat) }
    }
  }

  /// What the message tells now is looked at later; what it told before is of no interest.
  private func rememberTold(by showing: Showing, as message: LivingMessage) async {
    guard !showings.withLock({ $0.isOvertaken(showing, in: message) }) else { return }
    await rememberTold(showing.screen.statement, in: message, of: showing.chat)
  }

  func remembering(_ chat: ChatID, _ body: () async throws -> Void) async {
    do { try await body() } catch { logStore(error, chat) }
  }

  func logStore(_ error: any Error, _ chat: ChatID) {
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
