import Foundation
import Jobs
import OfficeActor
import Synchronization
import Testing

@Suite("The asking day", .timeLimit(.minutes(30)))
struct AttendanceDayTests {
  private let thursday = TestOffice.wednesday + 1
  private let friday = TestOffice.wednesday + 2
  private let history = JobRunnerTests.History()

  /// An office in which people 1 and 2 have had seats for a day since Wednesday.
  private func office(
    for day: Day, adjust: (inout OfficeRules) -> Void = { _ in }
  ) async throws -> TestOffice {
    let office = try TestOffice(adjust: adjust)
    try await office.book("1", by: 1, on: day)
    try await office.book("2", by: 2, on: day)
    return office
  }

  /// One life of the process, from a time of a day on.
  private func life(
    of office: TestOffice, from time: String, on day: Day, _ body: () async throws -> Void
  ) async throws {
    office.time.jump(to: TestOffice.moment(time, on: day))
    let telegram = TestTelegram(hasCaughtUp: false)
    let deadlines = office.deadlines(telegram)
    telegram.hears()
    let runner = JobRunner(
      jobs: AttendanceDay(state: office.state, now: { office.time.now }).jobs, history: history,
      now: { office.time.now }, sleep: { try await office.time.sleep($0) }, logger: TestOffice.quiet)
    try await withThrowingTaskGroup { group in
      group.addTask { try await runner.run() }
      group.addTask { try await deadlines.run() }
      await office.time.untilAsleep(3)
      try await body()
      group.cancelAll()
    }
  }

  /// Lets time pass to a time of a day.
  private func pass(to time: String, on day: Day, _ office: TestOffice) async {
    await office.time.pass(
      TestOffice.moment(time, on: day).timeIntervalSince(office.time.now), sleepers: 3)
  }

  private func contents(_ office: TestOffice) -> Set<Notice.Content> {
    Set(office.office.notices.values.map(\.content))
  }

  @Test("asks at noon, reminds at five, and releases at seven whoever has not answered")
  func wholeDay() async throws {
    let office = try await office(for: friday)
    try await life(of: office, from: "11:00", on: thursday) {
      await pass(to: "11:59", on: thursday, office)
      #expect(office.office.notices.isEmpty)
      await pass(to: "12:00", on: thursday, office)
      #expect(
        office.office.notices.values.map(\.content) == [
          .attendanceQuestion(friday), .attendanceQuestion(friday),
        ])
      try await office.deliverAll()
      try await office.perform(.confirmAttendance(on: friday), by: 1)
      await pass(to: "16:59", on: thursday, office)
      #expect(office.office.notices.isEmpty)
      await pass(to: "17:00", on: thursday, office)
      #expect(
        office.office.notices.values.map(\.recipient) == [.employee(Employee.ID(rawValue: 2))])
      try await office.deliverAll()
      await pass(to: "18:59", on: thursday, office)
      #expect(office.seated(on: friday) == [1, 2])
      await pass(to: "19:00", on: thursday, office)
      #expect(office.seated(on: friday) == [1])
    }
  }

  @Test("asks nobody twice, however often the process starts")
  func restarts() async throws {
    let office = try await office(for: friday)
    for time in ["11:59", "12:30", "13:30"] {
      try await life(of: office, from: time, on: thursday) { await office.time.pass(600, sleepers: 3) }
    }
    #expect(office.office.notices.count == 2)
  }

  @Test("costs nobody a seat whom the question did not reach")
  func undelivered() async throws {
    let office = try await office(for: friday)
    try await life(of: office, from: "11:59", on: thursday) {
      await pass(to: "19:30", on: thursday, office)
    }
    #expect(office.seated(on: friday) == [1, 2])
  }

  @Test(
    "gives whoever was asked an hour more after a stop, be it over night or over a weekend",
    arguments: [
      // Down from one o'clock on the asking day until then; released then and not a minute before.
      (closed: [], asked: 1, start: "20:00", after: 0, released: "21:00"),
      (closed: [], asked: 1, start: "09:00", after: 1, released: "10:00"),
      (closed: [.sat, .sun], asked: 2, start: "10:00", after: 2, released: "11:00"),
    ] as [(closed: Set<Weekday>, asked: Int, start: String, after: Int, released: String)])
  func stopped(closed: Set<Weekday>, asked: Int, start: String, after: Int, released: String) async throws {
    let asking = TestOffice.wednesday + asked
    let day = closed.isEmpty ? asking + 1 : asking + 3
    let office = try await office(for: day) { $0.closedWeekdays = closed }
    try await life(of: office, from: "11:59", on: asking) {
      await pass(to: "13:00", on: asking, office)
      try await office.deliverAll()
    }
    try await life(of: office, from: start, on: asking + after) {
      // The reminder that was missed, for both.
      #expect(contents(office) == [.attendanceReminder(day)])
      try await office.perform(.confirmAttendance(on: day), by: 1)
      let release = TestOffice.moment(released, on: asking + after)
      await office.time.pass(release.timeIntervalSince(office.time.now) - 1, sleepers: 3)
      #expect(office.seated(on: day) == [1, 2])
      await office.time.pass(1, sleepers: 3)
      #expect(office.seated(on: day) == [1])
    }
  }

  @Test("releases in time though an evening's release was missed when nobody was in question")
  func missedForNothing() async throws {
    let office = try await office(for: friday)
    try await office.perform(.cancel(Booking.ID(rawValue: 1)), by: 1)
    try await life(of: office, from: "11:00", on: thursday + -1) {}
    try await life(of: office, from: "11:59", on: thursday) {
      await pass(to: "12:00", on: thursday, office)
      try await office.deliverAll()
    }
    try await life(of: office, from: "18:30", on: thursday) {
      await pass(to: "18:59", on: thursday, office)
      #expect(office.seated(on: friday) == [2])
      await pass(to: "19:00", on: thursday, office)
      #expect(office.seated(on: friday) == [])
    }
  }

  @Test("releases an hour after a stop over the hour, however often the process starts again meanwhile")
  func startsAgainAndAgain() async throws {
    let office = try await office(for: friday)
    try await life(of: office, from: "11:59", on: thursday) {
      await pass(to: "12:00", on: thursday, office)
      try await office.deliverAll()
    }
    for start in ["19:05", "19:30", "19:55"] {
      try await life(of: office, from: start, on: thursday) { await office.time.pass(60, sleepers: 3) }
    }
    #expect(office.seated(on: friday) == [1, 2])
    try await life(of: office, from: "20:00", on: thursday) {
      await pass(to: "20:06", on: thursday, office)
      #expect(office.seated(on: friday) == [])
    }
  }

  @Test("never takes up a question that came too late, not even on the day itself")
  func tooLate() async throws {
    let office = try await office(for: friday)
    try await life(of: office, from: "11:59", on: thursday) {
      await pass(to: "18:01", on: thursday, office)
      try await office.deliverAll()
      await pass(to: "19:30", on: thursday, office)
    }
    try await life(of: office, from: "18:00", on: friday) { await pass(to: "20:30", on: friday, office) }
    #expect(office.seated(on: friday) == [1, 2])
  }

  @Test("asks after a stop if there is still time to answer, else not at all")
  func lateStart() async throws {
    for (start, isAsked) in [("13:00", true), ("18:30", false)] {
      let office = try await office(for: friday)
      history.runs.withLock { $0 = [:] }
      try await life(of: office, from: "10:00", on: thursday) {}
      try await life(of: office, from: start, on: thursday) {
        #expect(contents(office) == (isAsked ? [.attendanceQuestion(friday)] : []))
        try await office.deliverAll()
        await pass(to: "23:00", on: thursday, office)
      }
      #expect(office.seated(on: friday) == (isAsked ? [] : [1, 2]))
    }
  }

  @Test("goes by other times from the moment on at which the rules are changed")
  func changedTimes() async throws {
    let office = try await office(for: friday)
    try await life(of: office, from: "11:00", on: thursday) {
      var rules = office.office.rules
      rules.attendance.askAt = TimeOfDay(hour: 11, minute: 30)
      await office.state.adopt(rules)
      await pass(to: "11:30", on: thursday, office)
      #expect(contents(office) == [.attendanceQuestion(friday)])
      try await office.deliverAll()
      try await office.perform(.confirmAttendance(on: friday), by: 1)
      await pass(to: "15:00", on: thursday, office)
      // People were told of seven o'clock, and so it is.
      rules.attendance.remindAt = TimeOfDay(hour: 14, minute: 0)
      rules.attendance.answerBy = TimeOfDay(hour: 14, minute: 30)
      await office.state.adopt(rules)
      await pass(to: "15:01", on: thursday, office)
      #expect(contents(office) == [.attendanceReminder(friday)])
      await pass(to: "18:59", on: thursday, office)
      #expect(office.seated(on: friday) == [1, 2])
      await pass(to: "19:00", on: thursday, office)
      #expect(office.seated(on: friday) == [1])
    }
  }

  @Test("releases nobody before a later time that the rules are changed to")
  func laterTime() async throws {
    let office = try await office(for: friday)
    try await life(of: office, from: "11:00", on: thursday) {
      await pass(to: "12:00", on: thursday, office)
      try await office.deliverAll()
      await pass(to: "18:30", on: thursday, office)
      var rules = office.office.rules
      rules.attendance.answerBy = TimeOfDay(hour: 21, minute: 0)
      await office.state.adopt(rules)
      await pass(to: "20:59", on: thursday, office)
      #expect(office.seated(on: friday) == [1, 2])
      await pass(to: "21:00", on: thursday, office)
      #expect(office.seated(on: friday) == [])
    }
  }

  @Test("asks nothing about a closed day, nor when asking is switched off")
  func nothing() async throws {
    for adjust: (inout OfficeRules) -> Void in [
      { $0.closedDays = [TestOffice.wednesday + 1] }, { $0.attendance.isEnabled = false },
    ] {
      let office = try await office(for: friday, adjust: adjust)
      history.runs.withLock { $0 = [:] }
      try await life(of: office, from: "11:00", on: thursday) {
        await pass(to: "20:00", on: thursday, office)
      }
      #expect(office.office.notices.isEmpty)
      #expect(office.seated(on: friday) == [1, 2])
    }
  }
}
