import Synchronization
import Telegram

/// Lets one update at a time of each chat be handled, in the order of arrival, up to a number in all.
final class ChatTurns: Sendable {
  private struct State {
    /// Those that wait; a chat with nobody waiting is here while it is busy.
    var waiting: [ChatID: [CheckedContinuation<Void, Never>]] = [:]
    var count = 0
  }

  private let state = Mutex(State())
  private let countMax: Int

  init(countMax: Int) { self.countMax = countMax }

  /// Does the work when it is the chat's turn.
  ///
  /// - Returns: false if there are too many already; then nothing was done.
  func take(_ chat: ChatID?, _ work: () async -> Void) async -> Bool {
    let isLetIn = state.withLock { state in
      guard state.count < countMax else { return false }
      state.count += 1
      return true
    }
    guard isLetIn else { return false }
    if let chat { await turn(of: chat) }
    await work()
    if let chat { next(in: chat) }
    state.withLock { $0.count -= 1 }
    return true
  }

  private func turn(of chat: ChatID) async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.waiting[chat] != nil else {
          state.waiting[chat] = []
          return true
        }
        state.waiting[chat]?.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  private func next(in chat: ChatID) {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting[chat]?.isEmpty == false else {
        state.waiting[chat] = nil
        return nil
      }
      return state.waiting[chat]?.removeFirst()
    }
    next?.resume()
  }
}
