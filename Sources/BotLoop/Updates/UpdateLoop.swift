import Foundation
import Logging
import ServiceLifecycle
import Telegram
import Waiting

/// Long polling: takes updates, has them handled, then confirms them.
///
/// A batch is handled with its chats in parallel and each chat in order, and is confirmed by the next poll,
/// which begins when all of it is handled: committed or refused, taps answered or not waited for any longer,
/// screens on their way. So no more is read than can be handled, and after a crash whatever was not confirmed
/// comes again; a screen that was on its way may be lost, never a booking.
///
/// A document that somebody sent is read while its chat goes on. Until that is done, its update is not confirmed.
///
/// While a commit takes long, polls go on from the first update that is not handled, so that nobody else waits
/// for the disk: Telegram gives those under way again, with what is handled already, and they are passed over.
struct UpdateLoop: Service, CustomStringConvertible {
  let api: any BotAPI
  let handler: UpdateHandler
  let logger: Logger
  /// Told how the way from people fares, after every poll.
  var received: @Sendable (Reception) -> Void = { _ in }
  /// The wall clock.
  var now: @Sendable () -> Date = { Date() }
  /// How long a poll waits for the batch before it to be handled.
  var patience = Duration.seconds(1)
  /// Telegram makes a poll wait that asks for the same offset as one that came so shortly before.
  var sameOffsetPause = Duration.seconds(3)
  /// A poll that is out for so long has reached Telegram, and with it what its offset confirms.
  var arrivalMax = Duration.milliseconds(500)
  /// How long an orderly stop waits for documents that are being read; what is not read then comes again.
  var readingMax = Duration.seconds(2)
  private let turns = ChatTurns(countMax: .max)
  private let underWay = UpdatesUnderWay()

  /// Updates in one batch at the most; Telegram gives no more.
  static let batchMax = 100
  /// How long a poll waits for updates.
  static let pollTimeout = Duration.seconds(30)
  /// The same until what waits, at the start or after a failure, is handled: Telegram gives that at once.
  static let firstPollTimeout = Duration.seconds(1)
  /// A poll that finds nothing sooner than this did not wait as it was asked to; the next one does not follow
  /// at once.
  static let emptyPollMin = Duration.milliseconds(200)
  /// Nor does one while updates are under way: Telegram slows down who asks for the same more often.
  static let underWayPause = Duration.milliseconds(500)
  /// The last call of an orderly stop, which confirms what was handled, may take this long.
  static let confirmationMax = Duration.seconds(1)

  var description: String { "polling" }

  func run() async throws {
    var offset: UpdateID?
    var last: (offset: UpdateID?, begun: ContinuousClock.Instant)?
    try await withThrowingDiscardingTaskGroup { group in
      var failures = PollFailures()
      var hasCaughtUp = false
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        do throws(TelegramError) {
          let (asked, begun) = (now(), ContinuousClock.now)
          let timeout = hasCaughtUp ? Self.pollTimeout : Self.firstPollTimeout
          let firstUnderWay = underWay.first
          last = (firstUnderWay ?? offset, begun)
          let batch = try await poll(from: firstUnderWay ?? offset, timeout: timeout)
          failures = PollFailures()
          let fresh = batch.filter { update in
            guard firstUnderWay != nil, let offset else { return true }
            return update.id >= offset
          }
          if let last = fresh.map(\.id).max() { offset = last.next }
          await handle(fresh, in: &group)
          if batch.count < Self.batchMax, underWay.first == nil {
            hasCaughtUp = true
            received(.everything(asked: asked))
          }
          let isTooSoon = batch.isEmpty || underWay.first != nil
          let pause = batch.isEmpty ? Self.emptyPollMin : Self.underWayPause
          if isTooSoon, ContinuousClock.now - begun < pause { await rest(pause) }
        } catch .cancelled {
          break
        } catch {
          hasCaughtUp = false
          last = nil
          received(.nothing)
          if case .tokenRefused = error, await isTokenRefused() { throw UpdateLoopError.tokenRefused }
          if case .webhookActive = error { await removeWebhook() }
          let pause = failures.pause(after: error)
          logger.log(
            level: failures.isPersistent ? .error : .warning, "updates could not be read",
            metadata: ["error": "\(error)", "pause": "\(pause)"])
          await rest(pause)
        }
      }
    }
    if let offset {
      let handled = min(underWay.first ?? offset, offset)
      await confirm(handled, after: last?.offset == handled ? last?.begun : nil)
    }
  }

  /// Ends early when the program is asked to stop; the loop then sees that.
  private func rest(_ pause: Duration) async {
    try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
  }

  /// Asked twice, because a single answer like that may come from something on the way.
  private func isTokenRefused() async -> Bool {
    do throws(TelegramError) {
      _ = try await api.call(GetMe())
      return false
    } catch .tokenRefused {
      return true
    } catch {
      return false
    }
  }

  private func poll(
    from offset: UpdateID?, timeout: Duration
  ) async throws(TelegramError) -> [Update] {
    let call = GetUpdates(
      offset: offset, limit: Self.batchMax, timeout: timeout,
      allowedUpdates: GetUpdates.AllowedUpdate.allCases)
    do {
      return try await cancelWhenGracefulShutdown { try await api.call(call) }.updates
    } catch let error as TelegramError {
      throw error
    } catch {
      throw .cancelled(method: GetUpdates.name)
    }
  }

  /// Has a batch handled, and waits for that as long as it has patience; for documents it does not wait.
  private func handle(_ updates: [Update], in group: inout ThrowingDiscardingTaskGroup<any Error>) async {
    guard !updates.isEmpty else { return }
    let (handled, finish) = AsyncStream.makeStream(of: Void.self)
    underWay.begin(updates.map(\.id))
    group.addTask {
      let documents = await handle(updates)
      finish.finish()
      await withDiscardingTaskGroup { group in
        for (update, reading) in documents {
          group.addTask {
            if await reading.wait(afterStop: readingMax) { underWay.end(update) }
          }
        }
      }
    }
    await withPatience(patience) { for await _ in handled {} }
  }

  /// - Returns: the documents among them that are still being read.
  private func handle(_ updates: [Update]) async -> [UpdateID: DocumentReading] {
    // Telegram sends them in order; a chat's stay in it.
    let byChat = Dictionary(grouping: updates, by: \.chat)
    return await withTaskGroup(of: [UpdateID: DocumentReading].self) { group in
      for (chat, updates) in byChat {
        group.addTask {
          var documents: [UpdateID: DocumentReading] = [:]
          _ = await turns.take(chat) {
            for update in updates {
              documents[update.id] = await handler.handle(update)
              if documents[update.id] == nil { underWay.end(update.id) }
            }
          }
          return documents
        }
      }
      return await group.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
    }
  }

  private func removeWebhook() async {
    logger.warning("a webhook is set; it is removed, what waits there is kept")
    do throws(TelegramError) { _ = try await api.call(DeleteWebhook()) } catch {
      logger.warning("the webhook could not be removed", metadata: ["error": "\(error)"])
    }
  }

  /// Confirms the last batch when no further poll will. If that fails, it comes again and changes nothing.
  ///
  /// - Parameter begun: when the poll began that asked for the same offset last.
  private func confirm(_ offset: UpdateID, after begun: ContinuousClock.Instant?) async {
    let age = begun.map { ContinuousClock.now - $0 }
    let isAnsweredLate = age.map { $0 < sameOffsetPause } ?? false
    // That poll has confirmed it, and Telegram would let the same wait for seconds.
    if isAnsweredLate, let age, age >= arrivalMax { return }
    await withPatience(isAnsweredLate ? arrivalMax : Self.confirmationMax) {
      do throws(TelegramError) {
        _ = try await api.call(GetUpdates(offset: offset, limit: 1, timeout: .zero))
      } catch {
        // Sent is enough: what it confirms does not wait for the answer.
        if isAnsweredLate, case .cancelled = error { return }
        logger.notice("the last updates were not confirmed", metadata: ["error": "\(error)"])
      }
    }
  }
}

/// Why polling ended although nobody asked for it.
public enum UpdateLoopError: Error, CustomStringConvertible {
  /// Telegram does not know the bot's token (any more).
  case tokenRefused

  /// As text.
  public var description: String {
    "Telegram refused the bot's token: it is wrong or was revoked. Put a valid one into BOT_TOKEN"
  }
}

extension Update {
  /// The chat whose updates have to stay in order.
  var chat: ChatID? {
    switch content {
    case .message(let message): message.chat.id
    case .callbackQuery(let query): query.message?.chat.id ?? ChatID(privateChatWith: query.from.id)
    case .myChatMember(let change): change.chat.id
    case .unreadableQuery, nil: nil
    }
  }
}
