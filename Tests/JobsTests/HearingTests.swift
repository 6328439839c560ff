import Foundation
import Jobs
import Testing

@Suite("Hearing")
struct HearingTests {
  private static let start = ContinuousClock.now
  private static let seven = Date(timeIntervalSince1970: 1_795_622_400)

  /// Something that happens so many seconds before or after seven, the deadline.
  enum Step: Sendable {
    case handled(TimeInterval)
    case nothingWaits(TimeInterval)
    case trouble(Hearing.Trouble)
    case saved
    case commitBegins(TimeInterval)
    case commitEnds(TimeInterval)
    case resumed
  }

  struct Situation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [Step]
    /// When the verdict is asked for.
    let at: TimeInterval
    let then: Hearing.Verdict

    init(_ name: String, _ steps: [Step], at: TimeInterval = 60, _ then: Hearing.Verdict) {
      (testDescription, self.steps, self.at, self.then) = (name, steps, at, then)
    }
  }

  @Test("decides what silence is", arguments: situations)
  func verdict(situation: Situation) {
    var hearing = Hearing()
    for step in situation.steps {
      switch step {
      case .handled(let at): hearing.note(.allHandled, asked: Self.seven + at, at: Self.instant(at))
      case .nothingWaits(let at): hearing.note(.nothingWaits, asked: Self.seven + at, at: Self.instant(at))
      case .trouble(let trouble): hearing.note(trouble)
      case .saved: hearing.noteSaved()
      case .commitBegins(let at): hearing.noteCommitBegins(at: Self.instant(at))
      case .commitEnds(let at): hearing.noteCommitEnds(isSaved: true, at: Self.instant(at))
      case .resumed:
        if case .recovered(let interruptions) = verdict(of: hearing, on: nil, at: situation.at) {
          hearing.noteResumed(interruptions: interruptions)
        }
      }
    }
    #expect(verdict(of: hearing, on: Self.seven, at: situation.at) == situation.then)
  }

  private func verdict(of hearing: Hearing, on deadline: Date?, at now: TimeInterval) -> Hearing.Verdict {
    hearing.verdict(on: deadline, now: Self.seven + now, at: Self.instant(now))
  }

  private static func instant(_ seconds: TimeInterval) -> ContinuousClock.Instant {
    start + .seconds(seconds)
  }

  private static let begun: [Step] = [.handled(-60), .resumed, .handled(-30)]

  // swift-format-ignore
  private static let situations: [Situation] = [
    Situation("nothing was ever heard", [], .deaf([.updatesUnread])),
    Situation("nothing waits, and no poll has succeeded yet", [.nothingWaits(1)], .deaf([.updatesUnread])),
    Situation("just started: what came due before has its time anew", [.handled(1)], .recovered(interruptions: 1)),
    Situation("heard before the deadline only", begun, .unproven),
    Situation("a poll that began at the deadline", begun + [.handled(0)], .silence(heardUntil: seven)),
    Situation("nothing waited at the deadline", begun + [.nothingWaits(0)], .silence(heardUntil: seven)),
    Situation("heard until later than it is: the clock was set back since", begun + [.handled(10)], at: 9, .unproven),
    Situation("polls fail", begun + [.trouble(.updatesUnread)], .deaf([.updatesUnread])),
    Situation("polls fail though nothing waits: another program reads", begun + [.trouble(.updatesUnread), .nothingWaits(1)], .deaf([.updatesUnread])),
    Situation("polls failed, and succeed again", begun + [.trouble(.updatesUnread), .handled(5)], .recovered(interruptions: 2)),
    Situation("polls failed over the deadline, and it was moved", begun + [.trouble(.updatesUnread), .handled(5), .resumed], .silence(heardUntil: seven + 5)),
    Situation("Telegram was silent when asked", begun + [.trouble(.telegramSilent)], .deaf([.telegramSilent])),
    Situation("Telegram was silent when asked, and answers again", begun + [.trouble(.telegramSilent), .nothingWaits(9)], .recovered(interruptions: 2)),
    Situation("no proof for longer than polls explain", begun + [.handled(16)], .recovered(interruptions: 2)),
    Situation("no proof for as long as polls explain", begun + [.handled(15)], .silence(heardUntil: seven + 15)),
    Situation("the process stood still", begun + [.trouble(.stoodStill)], .deaf([.stoodStill])),
    Situation("the process stood still and goes on", begun + [.trouble(.stoodStill), .nothingWaits(9)], .recovered(interruptions: 2)),
    Situation("the disk takes nothing", begun + [.trouble(.notSaved), .handled(1)], .deaf([.notSaved])),
    Situation("the disk takes changes again", begun + [.trouble(.notSaved), .handled(1), .saved], .recovered(interruptions: 2)),
    Situation("the disk takes changes as before", begun + [.saved, .handled(1)], .silence(heardUntil: seven + 1)),
    Situation("a commit has been under way for long", begun + [.commitBegins(-3), .handled(1)], at: 3, .deaf([.commitHangs])),
    Situation("a commit is under way as usual", begun + [.commitBegins(-3), .handled(1)], at: 2, .silence(heardUntil: seven + 1)),
    Situation("a commit took long over the deadline", begun + [.commitBegins(-3), .handled(1), .commitEnds(3)], .recovered(interruptions: 2)),
    Situation("a commit took long, and the deadline was moved", begun + [.commitBegins(-3), .handled(1), .commitEnds(3), .resumed], .silence(heardUntil: seven + 1)),
    Situation("a commit took as long as usual", begun + [.commitBegins(-3), .handled(1), .commitEnds(2)], .silence(heardUntil: seven + 1)),
    Situation("two troubles, one of them over", begun + [.trouble(.notSaved), .trouble(.updatesUnread), .handled(1)], .deaf([.notSaved])),
  ]
}
