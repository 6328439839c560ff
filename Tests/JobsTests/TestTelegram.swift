import Foundation
import Jobs
import OfficeActor
import Synchronization

/// The ways from people to the bot and from it to the disk, as far as deadlines ask about them.
final class TestTelegram: Sendable {
  /// Something that makes the bot deaf for a while.
  enum Trouble: Sendable { case pollsFail, telegramIsSilent, anotherReads, processStands }

  private struct State {
    var waiting: Int? = 0
    var isSilent = false
    var isDiskFull = false
    var isClockBelieved = true
    var watch: HearingWatch?
    var time: ManualTime?
  }

  struct Failure: Error {}

  private static let start = ContinuousClock.now

  private let state = Mutex(State())
  private let hasCaughtUp: Bool

  /// - Parameter hasCaughtUp: whether what waited at the start is handled already.
  init(hasCaughtUp: Bool = true) { self.hasCaughtUp = hasCaughtUp }

  /// Updates that nobody has handled; nil if Telegram does not say.
  var waiting: Int? {
    get { state.withLock { $0.waiting } }
    set { state.withLock { $0.waiting = newValue } }
  }
  var isDiskFull: Bool {
    get { state.withLock { $0.isDiskFull } }
    set { state.withLock { $0.isDiskFull = newValue } }
  }
  var isClockBelieved: Bool {
    get { state.withLock { $0.isClockBelieved } }
    set { state.withLock { $0.isClockBelieved = newValue } }
  }

  /// The hearing of a process in an office, by the office's time.
  func hearing(_ time: ManualTime) -> HearingWatch {
    let watch = HearingWatch(
      waiting: { [self] in
        try state.withLock { state in
          if state.isSilent { throw Failure() }
          return state.waiting
        }
      },
      save: { [self] in if isDiskFull { throw Failure() } }, now: { time.now },
      // Polls go on all the time, and nobody counts them here.
      instant: { Self.start })
    state.withLock { state in
      state.watch = watch
      state.time = time
    }
    if hasCaughtUp {
      hears()
      watch.noteResumed(interruptions: 1)
    }
    return watch
  }

  /// A poll succeeds, and what it brought is handled.
  func hears() {
    let (watch, time) = state.withLock { ($0.watch, $0.time) }
    if let time { watch?.noteAllHandled(asked: time.now) }
  }

  /// The office goes by other rules from now on.
  func rulesChange() { state.withLock { $0.watch }?.noteOtherRules() }

  func begin(_ trouble: Trouble) {
    switch trouble {
    case .pollsFail:
      state.withLock { $0.isSilent = true }
      state.withLock { $0.watch }?.note(.updatesUnread)
    case .telegramIsSilent: state.withLock { $0.isSilent = true }
    // Nothing waits at Telegram where another has taken it.
    case .anotherReads: state.withLock { $0.watch }?.note(.updatesUnread)
    case .processStands: state.withLock { $0.watch }?.note(.stoodStill)
    }
    if trouble == .processStands { state.withLock { $0.isSilent = true } }
  }

  func end(_ trouble: Trouble) {
    state.withLock { $0.isSilent = false }
    if trouble != .telegramIsSilent, trouble != .processStands { hears() }
  }
}

extension TestOffice {
  /// What lets deadlines pass in the office.
  func deadlines(_ telegram: TestTelegram) -> Deadlines {
    Deadlines(
      state: state, hearing: telegram.hearing(time), isClockBelieved: { telegram.isClockBelieved },
      now: { time.now }, instant: { time.instant }, sleep: { try await time.sleep($0) },
      logger: Self.quiet)
  }
}

extension ManualTime {
  private static let start = ContinuousClock.now

  /// The same time on a monotonic clock: setting the wall clock does not move it.
  var instant: ContinuousClock.Instant { Self.start + passed }
}
