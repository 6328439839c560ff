import Conversation
import Foundation
import Logging
import OfficeActor
import ServiceLifecycle
import Synchronization
import Telegram

/// Knows since when nothing can be saved, for the alarm.
final class DiskTrouble: Sendable {
  private struct State {
    var isFailing = false
    var toldAt: ContinuousClock.Instant?
  }

  /// A disk that is nearly full fails now and then; that is one trouble, not many.
  static let quiet = Duration.seconds(3600)

  private let state = Mutex(State())
  private let now: @Sendable () -> ContinuousClock.Instant
  private let news: AsyncStream<String>.Continuation
  /// Why the disk takes nothing, whenever that is news.
  let reasons: AsyncStream<String>

  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    (reasons, news) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.now = now
  }

  /// A commit is over.
  ///
  /// - Parameter failure: why the disk did not take it; nil if it did.
  func note(failure: String?) {
    let isNews = state.withLock { [now] state in
      let hasBegun = failure != nil && !state.isFailing
      state.isFailing = failure != nil
      guard hasBegun, state.toldAt.map({ now() - $0 > Self.quiet }) ?? true else { return false }
      state.toldAt = now()
      return true
    }
    if isNews, let failure { news.yield(failure) }
  }

  var isFailing: Bool { state.withLock(\.isFailing) }

  /// Nobody was told: the next failure is news again.
  func forget() { state.withLock { $0.toldAt = nil } }
}

/// Tells the admins, once, when nothing can be saved.
///
/// Straight through Telegram: a notice would have to be saved first. What people ask for meanwhile is refused,
/// and the office goes on by itself as soon as the disk takes a commit again.
struct DiskAlarm: Service, CustomStringConvertible {
  let trouble: DiskTrouble
  /// Those of the moment.
  let admins: @Sendable () -> Set<AccountID>
  /// What an admin reads.
  let language: @Sendable (AccountID) -> Language
  let api: PacedBotAPI
  let logger: Logger

  var description: String { "disk alarm" }

  func run() async throws {
    for await reason in trouble.reasons.cancelOnGracefulShutdown() {
      logger.critical(
        "the disk takes no changes; people are told to try again", metadata: ["reason": "\(reason)"])
      if await !cancelWhenGracefulShutdown({ await tell(admins()) }) { trouble.forget() }
    }
  }

  /// Tells all of them at once: one whom Telegram makes wait holds nobody else up.
  ///
  /// - Returns: whether anybody was sent the message.
  private func tell(_ admins: Set<AccountID>) async -> Bool {
    await withTaskGroup { group in
      for admin in admins { group.addTask { await tell(admin) } }
      return await group.reduce(false) { $0 || $1 }
    }
  }

  private func tell(_ admin: AccountID) async -> Bool {
    let chat = ChatID(privateChatWith: UserID(rawValue: admin.rawValue))
    do throws(TelegramError) {
      _ = try await api.send(to: chat, lane: .notice) { () throws(TelegramError) in
        // After a wait it may hold no longer, or be nothing that this person should know.
        guard trouble.isFailing, admins().contains(admin) else {
          throw .superseded(method: SendMessage.name)
        }
        return SendMessage(chat: chat, text: language(admin).diskRefusesWrites.html)
      }
      return true
    } catch .superseded {
      return false
    } catch {
      logger.warning(
        "an admin could not be told of the disk", metadata: ["admin": "\(admin)", "error": "\(error)"])
      return true
    }
  }
}
