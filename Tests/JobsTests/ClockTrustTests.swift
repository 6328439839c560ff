import Foundation
import Jobs
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@Suite("The clock")
struct ClockTrustTests {
  private static let start = Date(timeIntervalSince1970: 1_795_597_200)
  private static let hour: TimeInterval = 3_600
  private static let day: TimeInterval = 86_400

  /// What the clock shows, counted from the start, after so much running.
  struct Reading: Sendable {
    let shows: TimeInterval
    let passed: TimeInterval
    let isBelieved: Bool

    init(_ shows: TimeInterval, after passed: TimeInterval, _ isBelieved: Bool) {
      (self.shows, self.passed, self.isBelieved) = (shows, passed, isBelieved)
    }
  }

  struct Situation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The last moment that the data knows, counted from the start.
    let lastKnown: TimeInterval?
    let readings: [Reading]

    init(_ name: String, lastKnown: TimeInterval?, _ readings: Reading...) {
      (testDescription, self.lastKnown, self.readings) = (name, lastKnown, readings)
    }
  }

  @Test("is believed by what else is known of the time", arguments: situations)
  func belief(situation: Situation) {
    var trust = ClockTrust(
      lastKnown: situation.lastKnown.map { Self.start + $0 }, wall: Self.start, passed: .zero)
    for (index, reading) in situation.readings.enumerated() {
      let isBelieved = trust.believes(Self.start + reading.shows, passed: .seconds(reading.passed))
      #expect(isBelieved == reading.isBelieved, "reading \(index)")
    }
  }

  // swift-format-ignore
  private static let situations: [Situation] = [
    Situation("of a new office", lastKnown: nil, Reading(0, after: 0, true), Reading(hour, after: hour, true)),
    Situation("after a weekend's stop", lastKnown: -3 * day, Reading(0, after: 0, true)),
    Situation("after a month's stop", lastKnown: -30 * day, Reading(0, after: 0, true)),
    Situation("beyond what the data knows, for an hour", lastKnown: -31 * day, Reading(0, after: 0, false), Reading(hour - 1, after: hour - 1, false), Reading(hour, after: hour, true)),
    Situation("beyond what the data knows, and put right", lastKnown: -90 * day, Reading(0, after: 0, false), Reading(-90 * day + 60, after: 60, true)),
    Situation("behind what the data knows", lastKnown: 2 * day, Reading(0, after: 0, true)),
    Situation("suspended over a weekend", lastKnown: 0, Reading(0, after: 0, true), Reading(3 * day, after: 3 * day, true)),
    Situation("put right by an hour, and back", lastKnown: 0, Reading(0, after: 0, true), Reading(hour, after: 60, true), Reading(120, after: 120, true)),
    Situation("70 seconds ahead, and back", lastKnown: 0, Reading(0, after: 0, true), Reading(100, after: 30, true), Reading(60, after: 60, true)),
    Situation("ahead by more than a day, for an hour", lastKnown: 0, Reading(0, after: 0, true), Reading(day + 61, after: 60, false), Reading(day + hour + 1, after: hour, false), Reading(day + hour + 61, after: hour + 60, true)),
    Situation("ahead by more than a day, and back", lastKnown: 0, Reading(0, after: 0, true), Reading(90 * day, after: 60, false), Reading(120, after: 120, true)),
    Situation("ahead by more than a day in two jumps", lastKnown: 0, Reading(0, after: 0, true), Reading(20 * hour, after: 60, true), Reading(40 * hour, after: 120, false), Reading(180, after: 180, true)),
    Situation("behind by more than a day in two jumps", lastKnown: 0, Reading(0, after: 0, true), Reading(-20 * hour, after: 60, true), Reading(-40 * hour, after: 120, false)),
    Situation("corrected twice in a long run", lastKnown: 0, Reading(0, after: 0, true), Reading(20 * hour, after: 60, true), Reading(21 * hour, after: hour + 60, true), Reading(41 * hour, after: hour + 120, true)),
    Situation("ahead by weeks soon after a start, though a month's stop is no jump", lastKnown: 0, Reading(0, after: 0, true), Reading(20 * day, after: 60, false)),
    Situation("behind by more than a day", lastKnown: 0, Reading(0, after: 0, true), Reading(-2 * day, after: 60, false)),
    Situation("that jumps about begins its hour anew", lastKnown: 0, Reading(0, after: 0, true), Reading(9 * day, after: 60, false), Reading(50 * day, after: hour, false), Reading(50 * day + hour - 1, after: 2 * hour - 1, false), Reading(50 * day + hour, after: 2 * hour, true)),
  ]

  @Test("that is doubted is told of once, and the data hears only of moments that are believed")
  func watch() async throws {
    let time = ManualTime(Self.start)
    let jump = Mutex(TimeInterval(0))
    let told = Mutex<[Date]>([])
    let remembered = Mutex<[Date]>([])
    let belief = Mutex<[Bool]>([])
    let watch = ClockWatch(
      lastKnown: nil,
      reading: {
        ClockWatch.Reading(
          wall: time.now + jump.withLock { $0 }, passed: .seconds(time.now.timeIntervalSince(Self.start)))
      }, believed: { isBelieved in belief.withLock { $0.append(isBelieved) } },
      remember: { moment in remembered.withLock { $0.append(moment) } },
      doubted: { shown, lastBelieved in
        told.withLock { $0.append(shown) }
        #expect(lastBelieved == Self.start)
      }, sleep: { try await time.sleep($0) }, logger: TestOffice.quiet)
    await withThrowingTaskGroup { group in
      group.addTask { try await watch.run() }
      await time.untilAsleep(1)
      jump.withLock { $0 = 90 * Self.day }
      await time.pass(Self.hour)
      #expect(!watch.isBelieved)
      #expect(told.withLock { $0 } == [Self.start + 90 * Self.day + 30])
      #expect(remembered.withLock { $0 } == [Self.start])
      await time.pass(60)
      #expect(watch.isBelieved)
      #expect(belief.withLock { $0.last } == true)
      #expect(remembered.withLock { $0.count } == 2)
      group.cancelAll()
    }
  }
}
