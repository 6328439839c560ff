import Foundation
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

/// A Bot API that does what a test has written down, call by call, and fails the test at any other call.
///
/// Answers to taps come beside the calls to chats, so they have a list of their own.
final class ScriptedTelegram: BotAPI {
  /// A call as it arrived.
  struct Call: Sendable {
    var name: String
    var chat: ChatID?
    var message: Int?
    var text: String?
    var photo: InputPhoto?
    var keyboard: InlineKeyboardMarkup?
    var isSilent: Bool?

    /// «editMessageMedia 501 upload», «sendMessage».
    var summary: String {
      let file =
        switch photo {
        case .fileID(let id): id.rawValue
        case .upload: "upload"
        case nil: String?.none
        }
      return [name, message.map(String.init), file].compactMap { $0 }.joined(separator: " ")
    }

    var labels: [String] { keyboard?.rows.flatMap { $0 }.map(\.text) ?? [] }
  }

  private struct Expectation {
    let name: String
    let failure: TelegramError?
    let gate: Gate?
  }

  private struct State {
    var script: [Expectation] = []
    var calls: [Call] = []
    var answers: [(query: CallbackQueryID, text: String?)] = []
    var answerFailure: TelegramError?
    var answerGates: [CallbackQueryID: Gate] = [:]
    var chatGates: [ChatID: Gate] = [:]
    var identityFailure: TelegramError?
    var lastMessage: Int
    var lastFile = 0
  }

  private let state: Mutex<State>
  private let isScripted: Bool
  private let poll: (@Sendable (GetUpdates) async throws(TelegramError) -> UpdateBatch)?

  /// - Parameters:
  ///   - isScripted: `false` takes any call to a chat.
  ///   - lastMessage: the next message sent has the next number.
  ///   - poll: what polling gives; without it polling is unexpected.
  init(
    isScripted: Bool = true, lastMessage: Int = 500,
    poll: (@Sendable (GetUpdates) async throws(TelegramError) -> UpdateBatch)? = nil
  ) {
    state = Mutex(State(lastMessage: lastMessage))
    self.isScripted = isScripted
    self.poll = poll
  }

  var calls: [Call] { state.withLock { $0.calls } }
  var summaries: [String] { calls.map(\.summary) }
  var answers: [(query: CallbackQueryID, text: String?)] { state.withLock { $0.answers } }

  /// The next call is this one. `gate` holds its answer back.
  func expect(_ name: String, fails failure: TelegramError? = nil, after gate: Gate? = nil) {
    state.withLock { $0.script.append(Expectation(name: name, failure: failure, gate: gate)) }
  }

  /// What a bot tells Telegram of itself that told nothing before.
  static let greeting =
    ["setMyCommands", "setMyCommands"] + [
      "setMyDescription", "setMyShortDescription", "setMyDescription", "setMyShortDescription",
    ]

  func expectGreeting() { for name in Self.greeting { expect(name) } }

  /// Telegram does not say who the bot is.
  func failIdentity(_ failure: TelegramError) { state.withLock { $0.identityFailure = failure } }

  func failAnswers(_ failure: TelegramError) { state.withLock { $0.answerFailure = failure } }

  /// Telegram takes its time over the answer to a tap.
  func holdAnswer(to query: CallbackQueryID, _ gate: Gate) { state.withLock { $0.answerGates[query] = gate } }

  /// Telegram takes its time over all calls to a chat.
  func hold(_ chat: ChatID, _ gate: Gate) { state.withLock { $0.chatGates[chat] = gate } }

  /// All that was expected has come.
  func expectDone(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(state.withLock { $0.script.map(\.name) } == [], "did not come", sourceLocation: sourceLocation)
  }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    let answer = try await answer(to: method)
    if let answer = answer as? M.Answer { return answer }
    if let edited = EditedMessage(message: answer as? Message) as? M.Answer { return edited }
    throw .refused(code: 0, description: "unexpected", method: M.name)
  }

  func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
    throw .refused(code: 0, description: "unexpected", method: "file download")
  }

  private func answer(to method: any BotMethod) async throws(TelegramError) -> Any {
    switch method {
    case let method as GetUpdates:
      guard let poll else { return unexpected(GetUpdates.name) }
      return try await poll(method)
    case let method as AnswerCallbackQuery:
      let (failure, gate) = state.withLock { state in
        state.answers.append((method.callbackQueryID, method.text))
        return (state.answerFailure, state.answerGates[method.callbackQueryID])
      }
      await gate?.pass()
      if let failure { throw failure }
      return true
    case is GetMe:
      if let failure = state.withLock({ $0.identityFailure }) { throw failure }
      return User(id: UserID(7), isBot: true, firstName: "СПБ")
    default: return try await carryOut(Call(method))
    }
  }

  private func carryOut(_ call: Call) async throws(TelegramError) -> Any {
    let expectation = state.withLock { state -> Expectation? in
      state.calls.append(call)
      return state.script.isEmpty ? nil : state.script.removeFirst()
    }
    guard !isScripted || expectation?.name == call.name else {
      return unexpected("\(call.summary) instead of \(expectation?.name ?? "nothing")")
    }
    await expectation?.gate?.pass()
    if let chat = call.chat { await state.withLock { $0.chatGates[chat] }?.pass() }
    if let failure = expectation?.failure { throw failure }
    guard let chat = call.chat else { return true }
    let (id, file) = state.withLock { state in
      if call.message == nil { state.lastMessage += 1 }
      var file: FileID?
      switch call.photo {
      case .fileID(let id): file = id
      case .upload:
        state.lastFile += 1
        file = FileID("file-\(state.lastFile)")
      case nil: break
      }
      return (call.message ?? state.lastMessage, file)
    }
    return Message(
      id: MessageID(id), chat: Chat(id: chat), date: Date(timeIntervalSince1970: 1),
      photo: file.map {
        [
          PhotoSize(fileID: FileID("small"), width: 90, height: 90),
          PhotoSize(fileID: $0, width: 1280, height: 900),
        ]
      } ?? [])
  }

  private func unexpected(_ what: String) -> Any {
    Issue.record("not expected: \(what)")
    return ()
  }
}

extension ScriptedTelegram.Call {
  fileprivate init(_ method: any BotMethod) {
    self.init(name: type(of: method).name)
    chat = (method as? any ChatMethod)?.chatID
    switch method {
    case let method as SendPhoto: (text, photo, keyboard) = (method.caption, method.photo, method.replyMarkup)
    case let method as SendMessage:
      (text, keyboard, isSilent) = (method.text, method.replyMarkup, method.disableNotification)
    case let method as EditMessageMedia:
      (message, text, photo, keyboard) = (
        method.messageID.rawValue, method.caption, method.photo, method.replyMarkup
      )
    case let method as EditMessageCaption:
      (message, text, keyboard) = (method.messageID.rawValue, method.caption, method.replyMarkup)
    case let method as EditMessageText:
      (message, text, keyboard) = (method.messageID.rawValue, method.text, method.replyMarkup)
    case let method as EditMessageReplyMarkup:
      (message, keyboard) = (method.messageID.rawValue, method.replyMarkup)
    default: break
    }
  }
}
