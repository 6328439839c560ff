public import Foundation
import Synchronization

/// The hearing of a process: told by its parts how the ways from people and to the disk fare, and asked before a
/// deadline passes.
public final class HearingWatch: Sendable {
  /// Updates that Telegram has and nobody has handled; nil if it answers and does not say.
  public typealias Waiting = @Sendable () async throws -> Int?

  /// An element when people can be heard again after they could not. For one listener.
  let recoveries: AsyncStream<Void>

  private let hearing = Mutex(Hearing())
  private let recovered: AsyncStream<Void>.Continuation
  private let waiting: Waiting
  private let save: @Sendable () async throws -> Void
  private let now: @Sendable () -> Date
  private let instant: @Sendable () -> ContinuousClock.Instant

  /// - Parameters:
  ///   - waiting: asks Telegram how many updates wait, and fails soon: it answers at once, or people cannot be heard.
  ///   - save: writes something to the disk.
  ///   - now: the wall clock.
  ///   - instant: a clock that nobody moves, and that goes on while the machine is suspended.
  public init(
    waiting: @escaping Waiting, save: @escaping @Sendable () async throws -> Void,
    now: @escaping @Sendable () -> Date,
    instant: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    (recoveries, recovered) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.waiting = waiting
    self.save = save
    self.now = now
    self.instant = instant
  }

  /// Something keeps people from being heard.
  public func note(_ trouble: Hearing.Trouble) { hearing.withLock { $0.note(trouble) } }

  /// Everything that Telegram had when it was asked is handled.
  public func noteAllHandled(asked: Date) { note(.allHandled, asked: asked) }

  /// A commit is under way.
  public func noteCommitBegins() { hearing.withLock { $0.noteCommitBegins(at: instant()) } }

  /// A commit is over.
  public func noteCommitEnds(isSaved: Bool) {
    tell { $0.noteCommitEnds(isSaved: isSaved, at: instant()) }
  }

  /// The disk took a change.
  public func noteSaved() { tell { $0.noteSaved() } }

  /// Other rules count from now on: what they make due gets its time anew.
  public func noteOtherRules() { tell { $0.noteOtherRules() } }

  /// What came due while people could not be heard has its time anew.
  public func noteResumed(interruptions: Int) {
    hearing.withLock { $0.noteResumed(interruptions: interruptions) }
  }

  /// What is known about a deadline, after finding out what can be found out at once.
  public func verdict(on deadline: Date?) async -> Hearing.Verdict {
    switch known(of: deadline) {
    case .unproven: await ask()
    case .deaf(let troubles):
      if troubles.contains(.notSaved), (try? await save()) != nil { noteSaved() }
      if troubles.contains(.telegramSilent) || troubles.contains(.stoodStill) { await ask() }
    case .silence, .recovered: break
    }
    return known(of: deadline)
  }

  private func known(of deadline: Date?) -> Hearing.Verdict {
    hearing.withLock { $0.verdict(on: deadline, now: now(), at: instant()) }
  }

  private func note(_ proof: Hearing.Proof, asked: Date) {
    tell { $0.note(proof, asked: asked, at: instant()) }
  }

  /// Applies news that may end a time without hearing, and wakes those who wait for that.
  private func tell(_ news: (inout Hearing) -> Void) {
    let verdict = hearing.withLock { hearing in
      news(&hearing)
      return hearing.verdict(on: nil, now: now(), at: instant())
    }
    if case .recovered = verdict { recovered.yield() }
  }

  private func ask() async {
    let asked = now()
    do {
      if try await waiting() == 0 { note(.nothingWaits, asked: asked) }
    } catch {
      if !Task.isCancelled { note(.telegramSilent) }
    }
  }
}
