import Conversation
import Foundation
import Logging
import OfficeActor
import Persistence
import Telegram

/// Handles one update: decides, then sees to it that the tap is answered and the screen shown.
struct UpdateHandler: Sendable {
  let steps: StepInterpreter
  let entrance: Entrance
  let messages: LivingMessages
  let deliveries: Deliveries
  let api: PacedBotAPI
  let logger: Logger
  private let documents = ChatOrder()
  /// Passes over what ended the process twice.
  var crashGuard = CrashGuard()
  /// Tests only: a text that ends the process when somebody writes it.
  var trap: String?
  /// Where admins find «Управление» among the commands; nil in tests that are about something else.
  var adminMenus: AdminMenus?
  /// How long handling a tap waits for Telegram to take the answer to it; the delivery itself goes on.
  var patience = Duration.milliseconds(300)

  /// Handles an update: what it asks for is committed or refused, a tap is answered or its answer on the way,
  /// the screen is handed over. Whatever goes wrong is handled in here: an update never comes back, unless the
  /// process ends.
  ///
  /// - Returns: what is left of it to be done; the update is not to be confirmed before.
  @discardableResult
  func handle(_ update: Update) async -> DocumentReading? {
    await crashGuard.watch(update.crashKey, passingOver: { await passOver(update) }) {
      await carryOut(update)
    } ?? nil
  }

  private func carryOut(_ update: Update) async -> DocumentReading? {
    var reading: DocumentReading?
    switch update.content {
    case .callbackQuery(let query):
      await handle(query, update.request)
      await noteProfile(of: query.from)
    case .message(let message):
      reading = await handle(message, update.request)
      if message.chat.kind == .private, let from = message.from { await noteProfile(of: from) }
    case .unreadableQuery(let query):
      logger.notice("a tap could not be read", metadata: ["defect": "\(update.defect ?? "none")"])
      await deliveries.perform(patience: patience) { await answer(query, nil) }
    case .myChatMember(let change):
      logger.info("the bot's standing in a chat changed", metadata: ["chat": "\(change.chat.id)"])
      if let group = entrance.group {
        await deliveries.perform(patience: .zero) { await group.look(after: change) }
      }
    case nil:
      logger.notice(
        "an update of no use was skipped",
        metadata: ["update": "\(update.id)", "defect": "\(update.defect ?? "none")"])
    }
    return reading
  }

  private func handle(_ query: CallbackQuery, _ request: RequestID) async {
    let chat = query.message?.chat ?? Chat(id: ChatID(privateChatWith: query.from.id))
    guard chat.kind == .private else { return await deliver(nil, nil, to: query, in: chat.id) }
    let memory = await messages.memory(of: chat.id)
    let viewer = await viewer(query.from, memory)
    let reply = await steps.reply(to: .tap(query.data.flatMap(Button.init(data:))), from: viewer, request)
    let showing = await begin(reply.screen, in: chat.id, query.placement(besides: memory.living), viewer)
    await deliver(reply.toast, showing, to: query, in: chat.id)
    if let document = reply.document { await send(document, to: chat.id, viewer) }
  }

  private func handle(_ message: Message, _ request: RequestID) async -> DocumentReading? {
    if let trap, message.text == trap { fatalError("somebody wrote the text of OFFICEBOT_TRAP") }
    guard message.chat.kind == .private, let from = message.from, !from.isBot else { return nil }
    let viewer = await viewer(
      from, await messages.memory(of: message.chat.id), code: message.text.flatMap(ChatCommand.startCode))
    guard let input = message.input else {
      return nil  // A service message: «pinned», «auto-delete timer changed».
    }
    if case .document = input, viewer.awaitsDocument {
      return await receive(input, in: message, viewer, request)
    }
    let reply = await steps.reply(to: input, from: viewer, request)
    let chat = message.chat.id
    if let showing = await begin(reply.screen, in: chat, .below, viewer, answering: message.id) {
      await show(showing)
    }
    return nil
  }

  /// Fetches and reads a document, a chat's one after the other. Nobody waits for it but the confirmation of its
  /// update: Telegram may take long over a file. Its outcome stays in the chat, for the next document has another one.
  private func receive(
    _ document: Input, in message: Message, _ viewer: Scene.Viewer, _ request: RequestID
  ) async -> DocumentReading {
    let (place, reading) = (documents.place(in: message.chat.id), DocumentReading())
    await deliveries.perform(patience: .zero) {
      await place.perform {
        defer { reading.finish() }
        let reply = await steps.reply(to: document, from: viewer, request)
        let chat = message.chat.id
        guard let screen = reply.screen else { return }
        let showing = messages.begin(
          screen, in: chat, .below, answering: message.id, while: steps.rightsHold(of: viewer.account))
        // The chat may wait for something else by now: a result leaves it at that, else what is shown last counts.
        if !screen.isResult { await messages.remember(screen.awaits, of: chat) }
        reading.finish()
        await messages.show(showing)
      }
    }
    return reading
  }

  /// Sends a file; if that fails, it can be asked for again.
  private func send(_ document: OutgoingDocument, to chat: ChatID, _ viewer: Scene.Viewer) async {
    let mayBeSeen = steps.rightsHold(of: viewer.account)
    await deliveries.perform(patience: .zero) {
      do throws(TelegramError) {
        _ = try await api.send(to: chat, lane: .answer) { () throws(TelegramError) in
          guard mayBeSeen() else { throw .superseded(method: SendDocument.name) }
          return SendDocument(
            chat: chat, document: .upload(bytes: document.bytes, name: document.name),
            caption: document.caption.html)
        }
      } catch {
        logger.warning("a document was not sent", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Settles what the next update of the chat has to find: the order of screens, and what is being typed.
  private func begin(
    _ screen: Screen?, in chat: ChatID, _ placement: Showing.Placement, _ viewer: Scene.Viewer,
    answering typed: MessageID? = nil
  ) async -> Showing? {
    guard let screen else { return nil }
    let showing = messages.begin(
      screen, in: chat, placement, answering: typed, while: steps.rightsHold(of: viewer.account))
    if screen.awaits != viewer.entry { await messages.remember(screen.awaits, of: chat) }
    return showing
  }

  /// Answers the tap, exactly once, and shows the screen where it was tapped.
  private func deliver(_ toast: String?, _ showing: Showing?, to query: CallbackQuery, in chat: ChatID) async
  {
    // Asked before the screen keeps the chat busy.
    let patience = patience(for: chat)
    async let answered: Void = deliveries.perform(patience: patience) { await answer(query.id, toast) }
    if let showing { await show(showing) }
    await answered
  }

  /// Hands a screen over and does not wait for it: Telegram may take most of a second over a picture, and
  /// everybody else would wait as long for the next poll. So a crash may lose a screen, never a booking:
  /// the next tap shows what holds.
  private func show(_ showing: Showing) async {
    await deliveries.perform(patience: .zero) { [messages, steps] in
      await messages.show(showing)
      await messages.correctEarlier(in: showing.chat) {
        steps.scene(for: Scene.Viewer(account: AccountID(rawValue: showing.chat.rawValue)))
      }
    }
  }

  func answer(_ query: CallbackQueryID, _ toast: String?) async {
    do throws(TelegramError) {
      _ = try await api.call(AnswerCallbackQuery(query: query, text: toast))
    } catch {
      switch error {
      case .queryTooOld: logger.debug("a tap was too old to answer")
      default: logger.warning("a tap was not answered", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Has the office note how somebody calls themselves whom it knows under another name. Nobody waits for it: most
  /// who tap only look around, which no slow disk is to hold up.
  private func noteProfile(of user: User) async {
    let profile = AccountProfile(user)
    let isNews = steps.state.office.isNews(profile)
    guard isNews || adminMenus?.isNews(profile.id) == true else { return }
    await deliveries.perform(patience: .zero) { [state = steps.state, adminMenus] in
      // The next update tries again if it could not be saved.
      if isNews { _ = try? await state.perform(.noteProfile(profile), by: .person(profile.id)) }
      if let adminMenus, adminMenus.isNews(profile.id) { await adminMenus.tell(profile.id) }
    }
  }

  /// A chat that Telegram would make wait is not waited for.
  private func patience(for chat: ChatID) -> Duration { api.isDue(chat: chat) ? patience : .zero }

  /// - Parameter code: what came with `/start`.
  private func viewer(_ user: User, _ memory: ChatMemory, code: String? = nil) async -> Scene.Viewer {
    let account = AccountID(rawValue: user.id.rawValue)
    var viewer = Scene.Viewer(
      account: account, entry: memory.entry.flatMap(TextEntry.init(code:)), profile: AccountProfile(user))
    let office = steps.state.office
    if office.employee(linkedTo: account) == nil {
      viewer.evidence = await entrance.evidence(
        of: account, in: office.rules.registration, code: code, mark: memory.invitation)
    }
    return viewer
  }
}

extension Message {
  /// What somebody did by sending it; nil if it is a service message.
  fileprivate var input: Input? {
    if let text { return ChatCommand(text: text).map(Input.command) ?? .text(text) }
    if let document {
      return .document(
        SentDocument(
          fileID: document.fileID.rawValue, name: document.fileName, size: document.fileSize))
    }
    return hasOtherContent || !photo.isEmpty ? .other : nil
  }
}

extension AccountProfile {
  fileprivate init(_ user: User) {
    self.init(
      id: AccountID(rawValue: user.id.rawValue),
      name: [user.firstName, user.lastName].compactMap { $0 }.joined(separator: " "),
      username: user.username, appLanguage: user.languageCode.flatMap(Language.init(tag:)))
  }
}

extension CallbackQuery {
  /// A screen goes into the message that was tapped, if it is still there and tells nothing that has to stay.
  fileprivate func placement(besides living: LivingMessage?) -> Showing.Placement {
    guard case .accessible(let message)? = message else { return .below }
    if let living, living.isResult, living.id == message.id.rawValue { return .below }
    return .into(LivingMessage(id: Int64(message.id.rawValue), hasPicture: !message.photo.isEmpty))
  }
}
