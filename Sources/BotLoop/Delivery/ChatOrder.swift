import Synchronization
import Telegram

/// One piece of work at a time for each chat, in the order in which places were taken, however long each takes and
/// whenever it begins.
final class ChatOrder: Sendable {
  private struct Last {
    let number: UInt64
    let end: AsyncStream<Void>
  }

  private struct State {
    var count: UInt64 = 0
    var last: [ChatID: Last] = [:]
  }

  private let state = Mutex(State())

  /// A place in a chat's order. Its holder has to do the work, for the next place waits for it.
  struct Place: Sendable {
    fileprivate let order: ChatOrder
    fileprivate let chat: ChatID
    fileprivate let number: UInt64
    fileprivate let before: AsyncStream<Void>?
    fileprivate let end: AsyncStream<Void>.Continuation

    /// Does the work when all before it is done.
    func perform(_ work: () async -> Void) async {
      if let before { for await _ in before {} }
      await work()
      order.end(self)
    }
  }

  func place(in chat: ChatID) -> Place {
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    return state.withLock { state in
      state.count += 1
      let before = state.last.updateValue(Last(number: state.count, end: ended), forKey: chat)
      return Place(order: self, chat: chat, number: state.count, before: before?.end, end: end)
    }
  }

  private func end(_ place: Place) {
    state.withLock { state in
      if state.last[place.chat]?.number == place.number { state.last[place.chat] = nil }
    }
    place.end.finish()
  }
}
