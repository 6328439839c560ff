import FloorPlan
import Synchronization
import Telegram

/// The pictures that are on their way to Telegram for the first time. Each goes once: whoever needs it meanwhile
/// waits for its file id.
final class Uploads: Sendable {
  /// What to do about a picture.
  enum Turn: Sendable, Hashable {
    /// Telegram has it now.
    case uploaded(FileID)
    /// It is the caller's to upload and to ``end(_:as:)``, for others wait.
    case claimed(Claim)
    /// The task is cancelled.
    case cancelled
  }

  /// The right to upload a picture.
  struct Claim: Sendable, Hashable {
    let content: ContentID
    fileprivate let number: UInt64
  }

  private struct UnderWay {
    var claim: Claim
    var waiting: [(number: UInt64, continuation: CheckedContinuation<Turn, Never>)] = []
  }

  private struct State {
    var count: UInt64 = 0
    var underWay: [ContentID: UnderWay] = [:]

    mutating func number() -> UInt64 {
      count += 1
      return count
    }

    mutating func newClaim(_ content: ContentID) -> Claim { Claim(content: content, number: number()) }
  }

  private let state = Mutex(State())
  /// How long anybody waits for somebody else's upload before beginning one of their own: one that stands still
  /// holds nobody up.
  private let patience: Duration

  init(patience: Duration) {
    self.patience = patience
  }

  /// How many wait for somebody else's upload.
  var waitingCount: Int { state.withLock { $0.underWay.values.reduce(0) { $0 + $1.waiting.count } } }

  /// Waits until Telegram has the picture, or it is the caller's turn to upload it.
  func turn(for content: ContentID) async -> Turn {
    if let claim = claim(content) { return .claimed(claim) }
    let turn = await withTaskGroup(of: Turn?.self) { group in
      group.addTask { await self.wait(for: content) }
      group.addTask { [patience] in
        try? await Task.sleep(for: patience)
        return nil
      }
      let one = await group.next() ?? nil
      group.cancelAll()
      // A turn that was given is taken, even if patience ended in the same moment.
      let other = await group.next() ?? nil
      return [one, other].compactMap(\.self).first { $0 != .cancelled }
    }
    if let turn { return turn }
    return Task.isCancelled ? .cancelled : .claimed(takeOver(content))
  }

  /// Ends an upload. If nothing came of it, the next one who waits tries.
  func end(_ claim: Claim, as fileID: FileID?) {
    let turns = state.withLock { state -> [(CheckedContinuation<Turn, Never>, Turn)] in
      guard var underWay = state.underWay[claim.content] else { return [] }
      if let fileID {
        state.underWay[claim.content] = nil
        return underWay.waiting.map { ($0.continuation, .uploaded(fileID)) }
      }
      // Somebody else took over.
      guard underWay.claim == claim else { return [] }
      guard !underWay.waiting.isEmpty else {
        state.underWay[claim.content] = nil
        return []
      }
      let next = underWay.waiting.removeFirst()
      underWay.claim = state.newClaim(claim.content)
      state.underWay[claim.content] = underWay
      return [(next.continuation, .claimed(underWay.claim))]
    }
    for (continuation, turn) in turns { continuation.resume(returning: turn) }
  }

  /// Nil if somebody else has it.
  private func claim(_ content: ContentID) -> Claim? {
    state.withLock { state in
      guard state.underWay[content] == nil else { return nil }
      let claim = state.newClaim(content)
      state.underWay[content] = UnderWay(claim: claim)
      return claim
    }
  }

  /// Those who wait go on waiting, for the new upload or for the old one, whichever is first.
  private func takeOver(_ content: ContentID) -> Claim {
    state.withLock { state in
      let claim = state.newClaim(content)
      state.underWay[content, default: UnderWay(claim: claim)].claim = claim
      return claim
    }
  }

  private func wait(for content: ContentID) async -> Turn {
    let number = state.withLock { $0.number() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let turn = state.withLock { state -> Turn? in
          if Task.isCancelled { return .cancelled }
          guard state.underWay[content] == nil else {
            state.underWay[content]?.waiting.append((number, continuation))
            return nil
          }
          // It ended just now; what came of it is not known here.
          let claim = state.newClaim(content)
          state.underWay[content] = UnderWay(claim: claim)
          return .claimed(claim)
        }
        if let turn { continuation.resume(returning: turn) }
      }
    } onCancel: {
      let waiting = state.withLock { state in
        let index = state.underWay[content]?.waiting.firstIndex { $0.number == number }
        return index.flatMap { state.underWay[content]?.waiting.remove(at: $0) }
      }
      waiting?.continuation.resume(returning: .cancelled)
    }
  }
}
