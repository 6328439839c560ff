public import Foundation
public import Logging
public import OfficeActor
public import ServiceLifecycle
import Synchronization
import Waiting

/// Delivers what the office owes people: the oldest first, to one person one at a time.
///
/// An outcome is noted when it is known. A crash in between repeats a message and loses none; an obsolete notice is
/// dropped. What certainly did not arrive is tried again soon; when to repeat what may have arrived is the office's
/// to say, which also remembers it over a restart. While the clock is not believed, nothing is dropped or given up by
/// the date.
public final class Courier: Service, CustomStringConvertible {
  /// Deliveries under way at the most.
  public static let underWayMax = 32
  /// After an orderly stop, deliveries under way may take so long; then they are owed as before.
  public static let finishingMax = Duration.seconds(2)
  static let backoff = Backoff(first: .seconds(5), longest: .seconds(60), spread: 0.5)
  /// The office is asked again so soon to note an outcome that it could not save.
  static let savingBackoff = Backoff(first: .seconds(1), longest: .seconds(30), spread: 0)

  private let state: OfficeState
  private let post: any NoticePost
  private let now: @Sendable () -> Date
  private let isClockBelieved: @Sendable () -> Bool
  private let sleep: @Sendable (Duration) async throws -> Void
  private let fraction: @Sendable () -> Double
  private let logger: Logger
  private let round = Mutex(Round())
  private let alarm = Alarm()

  /// - Parameters:
  ///   - now: the wall clock.
  ///   - isClockBelieved: whether what cannot be undone may be done by the clock.
  ///   - sleep: waits for a span of real time; throws when cancelled.
  ///   - fraction: random numbers from 0 to 1, for the pauses between attempts.
  public init(
    state: OfficeState, post: any NoticePost, now: @escaping @Sendable () -> Date,
    isClockBelieved: @escaping @Sendable () -> Bool = { true },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    fraction: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }, logger: Logger
  ) {
    self.state = state
    self.post = post
    self.now = now
    self.isClockBelieved = isClockBelieved
    self.sleep = sleep
    self.fraction = fraction
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "courier" }

  /// Delivers until asked to stop; what is under way then has a moment to arrive.
  ///
  /// - Throws: nothing; failures are logged.
  public func run() async throws {
    await withPatience(afterStop: Self.finishingMax) { await self.deliverAll() }
  }

  private func deliverAll() async {
    await alarm.ringing(at: state.changes) {
      await withDiscardingTaskGroup { group in
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
          for notice in self.take() {
            group.addTask { await self.handle(notice) }
          }
          let span = self.rest
          await self.alarm.rest { [sleep = self.sleep] in try await sleep(span) }
        }
      }
    }
  }

  /// The notices that may set out now. The office is read where those under way are known, so that what has just
  /// been settled is not taken for owed.
  private func take() -> [Notice] {
    let moment = now()
    return round.withLock { $0.take(of: state.office.noticesDue(at: moment), at: moment) }
  }

  /// Until the next notice is due or may be tried again.
  private var rest: Duration {
    let moments = [state.office.nextNoticeDue(after: now()), round.withLock { $0.nextAttempt(after: now()) }]
    return Rest.until(moments.compactMap(\.self).min(), from: now())
  }

  private func handle(_ notice: Notice) async {
    var hasFailed = false
    switch await attempt(notice) {
    case nil:
      hasFailed = true
      logger.debug(
        "a notice waits until the clock is believed", metadata: ["notice": "\(notice.id.rawValue)"])
    case .settled(let outcome): await settle(notice, outcome)
    case .outdated: break
    case .failed(let reason):
      hasFailed = true
      logger.log(
        level: Task.isCancelled ? .debug : .warning, "a notice was not delivered; it is tried again",
        metadata: ["notice": "\(notice.id.rawValue)", "error": "\(reason)"])
    }
    round.withLock { [hasFailed, moment = now(), chance = fraction()] in
      $0.end(notice, failed: hasFailed, at: moment, fraction: chance)
    }
    alarm.ring()
  }

  /// Nil if it waits.
  private func attempt(_ notice: Notice) async -> DeliveryAttempt? {
    let office = state.office
    return switch office.sense(of: notice, at: now(), isClockBelieved: isClockBelieved()) {
    case .wait: nil
    case .deliver(let account): await post.deliver(notice, to: account)
    case .drop(let reason): .settled(.dropped(reason: reason))
    case .giveUp(let reason): .settled(.undeliverable(to: office.account(of: notice), reason: reason))
    }
  }

  /// Has the outcome noted, however long the disk takes: what was delivered is not to be delivered again.
  private func settle(_ notice: Notice, _ outcome: NoticeOutcome) async {
    log(notice, outcome)
    var failures = 0
    while true {
      do {
        _ = try await state.perform(.settle(notice.id, outcome), by: .bot)
        return
      } catch {
        failures += 1
        logger.error(
          "what became of a notice was not saved; it may be delivered again",
          metadata: ["notice": "\(notice.id.rawValue)", "error": "\(error)"])
        guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return }
        try? await sleep(Self.savingBackoff.pause(after: failures))
      }
    }
  }

  private func log(_ notice: Notice, _ outcome: NoticeOutcome) {
    switch outcome {
    case .delivered: break
    case .unclear:
      logger.warning(
        "a notice may have been delivered; it is repeated once, then seldom",
        metadata: ["notice": "\(notice.id.rawValue)"])
    case .dropped(let reason):
      logger.info(
        "a notice is obsolete",
        metadata: ["notice": "\(notice.id.rawValue)", "reason": "\(reason)"])
    case .undeliverable(_, let reason):
      logger.notice(
        "a notice cannot be delivered",
        metadata: ["notice": "\(notice.id.rawValue)", "reason": "\(reason)"])
    }
  }
}

/// The notices that are under way, and those that wait after a failure.
private struct Round {
  /// To whom something is under way: messages to one person stay in order.
  private var busy: Set<Notice.Recipient> = []
  private var failed: [Notice.ID: (count: Int, until: Date)] = [:]

  /// Takes as many notices as may set out now.
  mutating func take(of due: [Notice], at now: Date) -> [Notice] {
    let owed = Set(due.map(\.id))
    failed = failed.filter { owed.contains($0.key) }
    var taken: [Notice] = []
    for notice in due where busy.count < Courier.underWayMax {
      guard !isResting(notice.id, at: now), busy.insert(notice.recipient).inserted
      else { continue }
      taken.append(notice)
    }
    return taken
  }

  mutating func end(_ notice: Notice, failed hasFailed: Bool, at now: Date, fraction: Double) {
    busy.remove(notice.recipient)
    guard hasFailed else {
      failed[notice.id] = nil
      return
    }
    let count = (failed[notice.id]?.count ?? 0) + 1
    let pause = Courier.backoff.pause(after: count, fraction: fraction)
    failed[notice.id] = (count, now + pause / .seconds(1))
  }

  /// A rest that is longer than any was begun by a clock that has been set back since.
  private func isResting(_ notice: Notice.ID, at now: Date) -> Bool {
    guard let until = failed[notice]?.until else { return false }
    return until > now && until <= now + Courier.backoff.longest / .seconds(1)
  }

  func nextAttempt(after now: Date) -> Date? { failed.values.map(\.until).filter { $0 > now }.min() }
}
