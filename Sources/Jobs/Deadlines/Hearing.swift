public import Foundation

/// Whether what people say is heard and saved, and whether it was all the time.
///
/// Silence costs people seats, so it has to be proven: everything that Telegram had at the deadline or later is
/// handled, and neither before it nor since was there a time in which nothing could be heard or saved. A stop of
/// the process is one such time; so an office that was just opened is deaf until it has caught up.
public struct Hearing: Sendable, Hashable {
  /// What keeps people from being heard.
  public enum Trouble: Sendable, Hashable {
    /// Updates cannot be read: nothing has been read yet, or Telegram is out of reach, or gives them to another.
    case updatesUnread
    /// Asked at a deadline, Telegram did not answer; polls may not have noticed yet.
    case telegramSilent
    /// The disk takes no changes, or too many wait for it.
    case notSaved
    /// The disk has not said for long whether it takes a change.
    case commitHangs
    /// The process, or the machine, stood still.
    case stoodStill
  }

  /// What shows that people are heard.
  public enum Proof: Sendable, Hashable {
    /// Updates were read, or delivered, and all of them handled.
    case allHandled
    /// Telegram, when it was asked, had nothing that was not handled.
    case nothingWaits
  }

  /// What is known about a deadline that has come.
  public enum Verdict: Sendable, Hashable {
    /// Nobody knows yet whether it was answered.
    case unproven
    /// It was not answered. Whatever people said until a moment is handled; of what they said since, nobody knows.
    case silence(heardUntil: Date)
    /// People could not be heard for a while and can be again: what came due meanwhile gets its time anew.
    case recovered(interruptions: Int)
    /// People cannot be heard.
    case deaf(Set<Trouble>)
  }

  /// Between two proofs at most: a poll waits for half a minute.
  public static let pauseMax = Duration.seconds(45)
  /// A commit that takes longer keeps people from being heard as one that fails does.
  public static let commitMax = Duration.seconds(5)

  private var troubles: Set<Trouble> = [.updatesUnread]
  private var interruptions = 0
  private var resumed = 0
  /// Everything said until then is handled, by the clock as it was then.
  private var heardUntil = Date.distantPast
  private var provenAt: ContinuousClock.Instant?
  /// Since when a commit is under way, if one is.
  private var commitBegan: ContinuousClock.Instant?

  /// The hearing of a process that starts.
  public init() {}

  /// Something keeps people from being heard.
  public mutating func note(_ trouble: Trouble) { troubles.insert(trouble) }

  /// People are heard.
  ///
  /// - Parameters:
  ///   - asked: when Telegram was asked, by the wall clock.
  ///   - instant: when the proof was complete.
  public mutating func note(_ proof: Proof, asked: Date, at instant: ContinuousClock.Instant) {
    // Where another program reads the updates nothing waits either.
    if proof == .nothingWaits, troubles.contains(.updatesUnread) { return }
    let ended: Set<Trouble> = [.updatesUnread, .telegramSilent, .stoodStill]
    let isGap = provenAt.map { instant - $0 > Self.pauseMax } ?? false
    if isGap || !troubles.isDisjoint(with: ended) { interruptions += 1 }
    troubles.subtract(ended)
    heardUntil = asked
    provenAt = instant
  }

  /// A commit is under way.
  public mutating func noteCommitBegins(at instant: ContinuousClock.Instant) { commitBegan = instant }

  /// A commit is over.
  public mutating func noteCommitEnds(isSaved: Bool, at instant: ContinuousClock.Instant) {
    if hangs(at: instant) { interruptions += 1 }
    commitBegan = nil
    if isSaved { noteSaved() } else { note(.notSaved) }
  }

  /// The disk took a change.
  public mutating func noteSaved() {
    if troubles.remove(.notSaved) != nil { interruptions += 1 }
  }

  /// Other rules count from now on: what they make due was not said to anybody, and gets its time anew.
  public mutating func noteOtherRules() { interruptions += 1 }

  /// What came due while people could not be heard has its time anew.
  ///
  /// - Parameter count: as ``verdict(on:now:at:)`` told it.
  public mutating func noteResumed(interruptions count: Int) { resumed = max(resumed, count) }

  /// What is known about a deadline; `nil` asks only whether people are heard.
  ///
  /// - Parameters:
  ///   - now: the wall clock.
  ///   - instant: the same moment by a clock that nobody moves.
  public func verdict(on deadline: Date?, now: Date, at instant: ContinuousClock.Instant) -> Verdict {
    let troubles = hangs(at: instant) ? troubles.union([.commitHangs]) : troubles
    if !troubles.isEmpty { return .deaf(troubles) }
    if resumed < interruptions { return .recovered(interruptions: interruptions) }
    guard let deadline else { return .silence(heardUntil: heardUntil) }
    // A proof from the future was made before the clock was set back: perhaps before the deadline, too.
    return deadline <= heardUntil && heardUntil <= now ? .silence(heardUntil: heardUntil) : .unproven
  }

  private func hangs(at instant: ContinuousClock.Instant) -> Bool {
    commitBegan.map { instant - $0 > Self.commitMax } ?? false
  }
}
