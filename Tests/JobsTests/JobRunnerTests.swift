import Foundation
import Jobs
import Logging
import OfficeActor
import Synchronization
import Testing

@Suite("Jobs")
struct JobRunnerTests {
  /// Remembers runs in memory, or fails when told to.
  final class History: JobHistory {
    let runs = Mutex<[String: Date]>([:])
    func lastRun(of job: String) async throws -> Date? { runs.withLock { $0[job] } }
    func remember(run: Date, of job: String) async throws { runs.withLock { $0[job] = run } }
  }

  struct Failure: Error {}

  private let moscow: TimeZone
  private let day: Day

  init() throws {
    moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
    day = try #require(Day(iso: "2026-11-25"))
  }

  private func at(_ time: String, on day: Day? = nil) throws -> Date {
    try #require(TimeOfDay(time)).moment(on: day ?? self.day, in: moscow)
  }

  private var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

  /// Runs jobs while `body` moves the clock.
  private func running(
    _ jobs: [Job], history: History, time: ManualTime,
    isClockBelieved: @escaping @Sendable () -> Bool = { true }, _ body: () async throws -> Void
  ) async throws {
    let runner = JobRunner(
      jobs: jobs, history: history, now: { time.now }, sleep: { try await time.sleep($0) },
      isClockBelieved: isClockBelieved, logger: quiet)
    try await withThrowingTaskGroup { group in
      group.addTask { try await runner.run() }
      try await body()
      group.cancelAll()
    }
  }

  private func counting(_ name: String, at time: String, _ count: Counter) throws -> Job {
    let time = try #require(TimeOfDay(time))
    return .daily(name, at: { time }, in: moscow) { count.add() }
  }

  final class Counter: Sendable {
    private let count = Mutex(0)
    func add() { count.withLock { $0 += 1 } }
    var value: Int { count.withLock { $0 } }
  }

  @Test("run once a day at their time")
  func daily() async throws {
    let (time, count) = (ManualTime(try at("03:00")), Counter())
    try await running([try counting("cleanup", at: "03:30", count)], history: History(), time: time) {
      await time.pass(29 * 60)
      #expect(count.value == 0)
      await time.pass(60)
      #expect(count.value == 1)
      await time.pass(23 * 3600)
      #expect(count.value == 1)
      await time.pass(3600)
      #expect(count.value == 2)
    }
  }

  @Test("run once at start when they were due while the process was down, however long that was")
  func catchUp() async throws {
    let (history, count) = (History(), Counter())
    history.runs.withLock { [last = try? at("03:30")] in $0["cleanup"] = last }
    let time = ManualTime(try at("12:00", on: day + 5))
    try await running([try counting("cleanup", at: "03:30", count)], history: history, time: time) {
      await time.untilAsleep(1)
      #expect(count.value == 1)
    }
    #expect(history.runs.withLock { $0["cleanup"] } == time.now)
  }

  @Test("that need a clock that is believed wait until it is, and hold up no other")
  func doubtedClock() async throws {
    let (history, waiting, other) = (History(), Counter(), Counter())
    let time = ManualTime(try at("03:29"))
    let due = try #require(TimeOfDay("03:30"))
    let isBelieved = Mutex(false)
    let cleanup = Job.daily("cleanup", at: { due }, in: moscow, needsBelievedClock: true) { waiting.add() }
    try await running(
      [cleanup, try counting("other", at: "03:30", other)], history: history, time: time,
      isClockBelieved: { isBelieved.withLock { $0 } }
    ) {
      await time.pass(1_800, sleepers: 2)
      #expect(waiting.value == 0)
      #expect(other.value == 1)
      isBelieved.withLock { $0 = true }
      await time.pass(30, sleepers: 2)
      #expect(waiting.value == 1)
    }
  }

  @Test("go on after the clock was 70 seconds ahead and came back, also where one ran meanwhile")
  func backAndForth() async throws {
    let (often, daily) = (Counter(), Counter())
    let time = ManualTime(try at("03:29"))
    let every = Job.every(.seconds(60), "every minute") { often.add() }
    try await running([every, try counting("daily", at: "03:30", daily)], history: History(), time: time) {
      await time.untilAsleep(2)
      time.jump(to: time.now + 70)
      await time.pass(30, sleepers: 2)
      #expect(often.value == 1)
      #expect(daily.value == 1)
      time.jump(to: time.now - 70)
      await time.pass(3_600, sleepers: 2)
      #expect(often.value >= 59)
      await time.pass(86_400, sleepers: 2)
      #expect(daily.value == 2)
    }
  }

  @Test("go on at their times after the clock was three days ahead and is put right, without a restart")
  func daysAhead() async throws {
    let (history, often, daily) = (History(), Counter(), Counter())
    let time = ManualTime(try at("12:00"))
    let hourly = Job.every(.seconds(3_600), "hourly") { often.add() }
    try await running([hourly, try counting("daily", at: "03:30", daily)], history: history, time: time) {
      await time.untilAsleep(2)
      time.set(by: 3 * 86_400)
      await time.pass(30, sleepers: 2)
      #expect((often.value, daily.value) == (1, 1))
      time.set(by: -3 * 86_400)
      await time.pass(3_600 + 30, sleepers: 2)
      #expect((often.value, daily.value) == (2, 1))
      // What asks when a job last ran hears of no run that is still to come.
      for run in history.runs.withLock({ $0.values }) { #expect(run <= time.now) }
      await time.pass(try at("03:30", on: day + 1).timeIntervalSince(time.now), sleepers: 2)
      #expect(daily.value == 2)
      await time.pass(3_600, sleepers: 2)
      #expect(daily.value == 2)
      await time.pass(86_400, sleepers: 2)
      #expect(daily.value == 3)
    }
  }

  @Test("do not run again after a restart on the same day")
  func restart() async throws {
    let (history, count) = (History(), Counter())
    let time = ManualTime(try at("03:29"))
    for _ in 1...3 {
      try await running([try counting("cleanup", at: "03:30", count)], history: history, time: time) {
        await time.pass(120)
      }
    }
    #expect(count.value == 1)
  }

  @Test("run on the second day though the process never lives at their time")
  func shortLives() async throws {
    let (history, count) = (History(), Counter())
    let time = ManualTime(try at("04:00"))
    for start in [try at("04:00"), try at("04:00", on: day + 1)] {
      time.jump(to: start)
      try await running([try counting("cleanup", at: "03:30", count)], history: history, time: time) {
        await time.pass(3600)
      }
    }
    #expect(count.value == 1)
  }

  @Test("run in time after a run was remembered by a clock that was years ahead")
  func wrongClock() async throws {
    let (history, count) = (History(), Counter())
    history.runs.withLock { [ahead = try? at("12:00", on: day + 1_000)] in $0["cleanup"] = ahead }
    let time = ManualTime(try at("03:00"))
    try await running([try counting("cleanup", at: "03:30", count)], history: history, time: time) {
      await time.pass(1_800)
    }
    #expect(count.value == 1)
  }

  @Test("that fail are tried again with growing pauses, and stop no other")
  func failing() async throws {
    let (history, good, attempts) = (History(), Counter(), Counter())
    let time = ManualTime(try at("03:29"))
    let due = try #require(TimeOfDay("03:30"))
    let failing = Job.daily("failing", at: { due }, in: moscow) {
      attempts.add()
      if attempts.value < 3 { throw Failure() }
    }
    try await running([failing, try counting("good", at: "03:30", good)], history: history, time: time) {
      await time.pass(60, sleepers: 2)
      #expect(attempts.value == 1)
      #expect(good.value == 1)
      await time.pass(10, sleepers: 2)
      #expect(attempts.value == 2)
      await time.pass(20, sleepers: 2)
      #expect(attempts.value == 3)
      await time.pass(3600, sleepers: 2)
      #expect(attempts.value == 3)
      #expect(good.value == 1)
    }
  }

  @Test("notice within half a minute that the wall clock was moved")
  func movedClock() async throws {
    let (time, count) = (ManualTime(try at("01:00")), Counter())
    try await running([try counting("cleanup", at: "03:30", count)], history: History(), time: time) {
      await time.untilAsleep(1)
      time.jump(to: try at("04:00"))
      await time.pass(30)
      #expect(count.value == 1)
    }
  }

  @Test(
    "whose time is changed are due at the new one, or if that is past, at once",
    arguments: [
      // Changed at noon; the job ran at seven the evening before.
      (to: "13:30", runs: "13:30"), (to: "11:00", runs: "12:01"),
    ])
  func changedTime(to changed: String, runs: String) async throws {
    let (history, count) = (History(), Counter())
    history.runs.withLock { [last = try? at("19:00", on: day + -1)] in $0["release"] = last }
    let manual = ManualTime(try at("11:59"))
    let time = Mutex(try #require(TimeOfDay("19:00")))
    let other = try #require(TimeOfDay(changed))
    let job = Job.daily("release", at: { time.withLock { $0 } }, in: moscow) { count.add() }
    try await running([job], history: history, time: manual) {
      await manual.pass(60)
      #expect(count.value == 0)
      time.withLock { $0 = other }
      await manual.pass(try at(runs).timeIntervalSince(manual.now))
      #expect(count.value == 1)
      await manual.pass(3600)
      #expect(count.value == 1)
    }
  }

  @Test("are due at the office's wall-clock time, daylight saving or not")
  func wallClock() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let due = try #require(TimeOfDay("02:30"))
    let job = Job.daily("x", at: { due }, in: berlin) {}
    // Clocks go from 02:00 to 03:00 on 2026-03-29: 02:30 is left out, and the job is due half an hour after 02:00.
    // Clocks go from 03:00 to 02:00 on 2026-10-25: 02:30 comes twice, and the job is due the first time.
    for (day, expected) in [
      ("2026-03-28", "2026-03-28T01:30:00Z"), ("2026-03-29", "2026-03-29T01:30:00Z"),
      ("2026-03-30", "2026-03-30T00:30:00Z"), ("2026-10-24", "2026-10-24T00:30:00Z"),
      ("2026-10-25", "2026-10-25T00:30:00Z"), ("2026-10-26", "2026-10-26T01:30:00Z"),
    ] {
      let midnight = try #require(Day(iso: day)).start(in: berlin)
      #expect(job.nextDue(midnight).ISO8601Format() == expected, "\(day)")
    }
  }
}
