import Conversation
import OfficeActor
public import Persistence
import Telegram

/// Sees to it that what ended the process twice is not done a third time (rule 24).
///
/// Whatever is done under it is noted while it is in hand. A start counts a death for all that its predecessor had
/// in hand; these suspects begin one after the other, so that the next death names the culprit. Innocent neighbours
/// end and are free again.
public final class CrashGuard: Sendable {
  /// After this the next suspect begins too: the one before it most likely waits for Telegram. It stays in hand
  /// until it ends, for what ends the process may take its time.
  static let trialMax = Duration.seconds(2)

  private let notes: InHandNotes?
  private let turns = ChatTurns(countMax: .max)
  private static let oneTurn = ChatID(0)

  /// A guard that keeps its notes there; without notes it lets everything pass.
  public init(notes: InHandNotes? = nil) { self.notes = notes }

  /// Does some work, unless the process died twice under it.
  ///
  /// - Parameters:
  ///   - key: names the work, the same after a restart.
  ///   - passingOver: what is done in its place, once.
  /// - Returns: what came of it; nil if it was passed over.
  func watch<Value: Sendable>(
    _ key: UInt64, passingOver: () async -> Void, _ work: @escaping @Sendable () async -> Value
  ) async -> Value? {
    guard let notes else { return await work() }
    switch await notes.begin(key) {
    case .innocent: return await carryOut(work, Hold { await notes.end(key) })
    case .suspected: return await trial(of: key, notes, work)
    case .condemned:
      await passingOver()
      await notes.end(key)
      return nil
    case .settled: return nil
    }
  }

  /// Does some work that may fail, unless the process died twice under it.
  ///
  /// - Throws: what the work throws.
  /// - Returns: what came of it; nil if it was passed over.
  public func watch<Value: Sendable>(
    _ key: UInt64, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    try await watch(key, passingOver: {}) { () async -> Result<Value, any Error> in
      do { return .success(try await work()) } catch { return .failure(error) }
    }?.get()
  }

  /// Does a job, unless the process died twice under it; the next time it is tried again.
  ///
  /// - Throws: what the job throws.
  /// - Returns: whether it was done.
  public func watch(job name: String, _ work: @escaping @Sendable () async throws -> Void) async throws
    -> Bool
  {
    let key = "job \(name)".stableDigest
    if try await watch(key, work) != nil { return true }
    await notes?.forget(key)
    return false
  }

  /// Does it while no other suspect is in hand, and returns when nothing of it is.
  private func trial<Value: Sendable>(
    of key: UInt64, _ notes: InHandNotes, _ work: @escaping @Sendable () async -> Value
  ) async -> Value {
    let hold = Hold { await notes.end(key) }
    let (turn, begin) = AsyncStream.makeStream(of: Void.self)
    async let value = {
      for await _ in turn {}
      return await self.carryOut(work, hold)
    }()
    _ = await turns.take(Self.oneTurn) {
      _ = await notes.begin(key, isWatched: true)
      begin.finish()
      await hold.wait(within: Self.trialMax)
    }
    return await value
  }

  private func carryOut<Value: Sendable>(_ work: @Sendable () async -> Value, _ hold: Hold) async -> Value {
    let value = await Hold.$current.withValue(hold) { await work() }
    await hold.release()
    return value
  }
}
