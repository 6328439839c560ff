import Foundation
import Synchronization

@testable import Telegram

/// A Bot API that keeps calls until the test answers them, or answers as a function says.
final class FakeBotAPI: BotAPI {
  struct Call: Sendable, Equatable {
    let name: String
    let chat: ChatID?
    let text: String?
    let at: Duration
  }

  private let clock: ManualClock
  private let react: @Sendable (Call, _ number: Int) async -> TelegramError?
  private let log = Mutex<[Call]>([])

  /// - Parameter react: what each call fails with, if anything; the number counts from 1.
  init(_ clock: ManualClock, react: @escaping @Sendable (Call, Int) async -> TelegramError? = { _, _ in nil })
  {
    self.clock = clock
    self.react = react
  }

  var calls: [Call] { log.withLock { $0 } }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    let call = Call(
      name: M.name, chat: (method as? any ChatMethod)?.chatID,
      text: (method as? SendMessage)?.text ?? (method as? EditMessageText)?.text, at: clock.now.sinceStart)
    let number = log.withLock { log in
      log.append(call)
      return log.count
    }
    if let error = await react(call, number) { throw error }
    let message = #"{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}"#
    let answers = [message, "true"].lazy.compactMap {
      try? JSONDecoder().decode(M.Answer.self, from: Data($0.utf8))
    }
    guard let answer = answers.first else {
      throw .refused(code: 0, description: "unexpected", method: M.name)
    }
    return answer
  }

  func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
    throw .refused(code: 0, description: "unexpected", method: "file download")
  }
}
