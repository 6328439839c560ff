import Foundation
import Jobs
import OfficeActor
import ServiceLifecycle
import Synchronization
import Testing

@Suite("Offers", .timeLimit(.minutes(30)))
struct DeadlinesTests {
  private let day = TestOffice.wednesday + 1

  /// Runs the deadlines in an office until `body` is done, then stops them in order.
  private func running(
    _ office: TestOffice, _ telegram: TestTelegram = TestTelegram(), _ body: () async throws -> Void
  ) async throws {
    let group = ServiceGroup(services: [office.deadlines(telegram)], logger: TestOffice.quiet)
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      try await body()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  /// Person 1 has the one seat; persons 2 and 3 wait for it, and it becomes free.
  private func freed() async throws -> TestOffice {
    let office = try TestOffice()
    for seat in ["1", "2", "3"] {
      try await office.perform(
        .book(Seat.ID(seat), on: day, for: seat == "1" ? .oneself : .guest(try #require(GuestName(seat)))),
        by: 1)
    }
    try await office.book(nil, by: 2)
    try await office.book(nil, by: 3)
    try await office.perform(.cancel(Booking.ID(rawValue: 1)), by: 1)
    return office
  }

  private func holder(_ office: TestOffice) -> Int64? {
    office.office.offers.first.flatMap { office.office.booking($0.booking) }?.owner.rawValue
  }

  @Test("run out to the minute, one after the other, and leave the seat free")
  func runOut() async throws {
    let office = try await freed()
    try await running(office) {
      try await office.deliverAll()
      await office.time.untilAsleep(1)
      await office.time.pass(30 * 60 - 1)
      #expect(holder(office) == 2)
      await office.time.pass(1)
      try await eventually { holder(office) == 3 }
      await office.time.untilAsleep(1)
      await office.time.pass(30 * 60)
      try await eventually { office.office.offers.isEmpty }
    }
    #expect(office.office.freeSeats(on: day).map(\.id.rawValue) == ["1"])
  }

  @Test("are noticed when they are made while nothing else happens")
  func made() async throws {
    let office = try TestOffice()
    try await running(office) {
      await office.time.untilAsleep(1)
      for seat in ["1", "2", "3"] {
        try await office.perform(
          .book(Seat.ID(seat), on: day, for: seat == "1" ? .oneself : .guest(try #require(GuestName(seat)))),
          by: 1)
      }
      try await office.book(nil, by: 2)
      try await office.perform(.cancel(Booking.ID(rawValue: 1)), by: 1)
      await office.time.pass(30 * 60)
      try await eventually { office.office.offers.isEmpty }
    }
  }

  @Test("that came due while nothing could be saved have their time anew when it can be again")
  func unsaved() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      office.storage.fail(.storage("the disk is full"))
      telegram.isDiskFull = true
      await office.time.pass(30 * 60 + 60)
      #expect(holder(office) == 2)
      office.storage.fail(nil)
      telegram.isDiskFull = false
      await office.time.pass(30 * 60 - 10)
      #expect(holder(office) == 2)
      await office.time.pass(30)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("that ran out while the process was down begin anew when it has caught up")
  func resumed() async throws {
    let (office, telegram) = (try await freed(), TestTelegram(hasCaughtUp: false))
    try await office.deliverAll()
    office.time.jump(to: office.time.now + 3 * 3600)
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      await office.time.pass(600)
      #expect(holder(office) == 2, "nobody knows what was said meanwhile")
      telegram.hears()
      await office.time.pass(5)
      await office.time.pass(30 * 60 - 10)
      #expect(holder(office) == 2)
      await office.time.pass(10)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("wait while something that was said is not handled, and pass when it is")
  func unhandled() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    telegram.waiting = 1
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      await office.time.pass(31 * 60)
      #expect(holder(office) == 2)
      telegram.waiting = 0
      await office.time.pass(1)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test(
    "that fall into a time without hearing move, whatever it was",
    arguments: [
      TestTelegram.Trouble.pollsFail, .telegramIsSilent, .anotherReads, .processStands,
    ])
  func deaf(trouble: TestTelegram.Trouble) async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      await office.time.pass(28 * 60)
      telegram.begin(trouble)
      await office.time.pass(4 * 60)
      #expect(holder(office) == 2, "unheard")
      telegram.end(trouble)
      await office.time.pass(10)
      #expect(holder(office) == 2, "their time begins anew")
      await office.time.pass(30 * 60)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("are not moved by a trouble that is over before")
  func overBefore() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      await office.time.pass(20 * 60)
      telegram.begin(.pollsFail)
      await office.time.pass(5 * 60)
      telegram.end(.pollsFail)
      await office.time.pass(5 * 60 - 1)
      #expect(holder(office) == 2)
      await office.time.pass(2)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("are not moved by a clock that is not believed")
  func movedByDoubtedClock() async throws {
    let (office, telegram) = (try await freed(), TestTelegram(hasCaughtUp: false))
    try await office.deliverAll()
    telegram.isClockBelieved = false
    office.time.jump(to: office.time.now + 25 * 3_600)
    try await running(office, telegram) {
      telegram.hears()
      await office.time.pass(60)
      #expect(
        office.office.offers.map(\.runsOutAt) == [TestOffice.moment("10:30")],
        "moved by a day it would pass a day late")
      office.time.set(by: -25 * 3_600)
      telegram.isClockBelieved = true
      await office.time.pass(30 * 60)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("are proven anew after the clock was set back by less than a day")
  func setBack() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      office.time.set(by: 2 * 3_600)
      telegram.hears()
      office.time.set(by: -2 * 3_600)
      telegram.waiting = 1
      await office.time.pass(31 * 60)
      #expect(holder(office) == 2, "what waits may be the answer")
      telegram.waiting = 0
      await office.time.pass(1)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("that other rules make due have their time anew")
  func otherRules() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      await office.time.pass(30 * 60 - 1)
      office.time.jump(to: TestOffice.moment("10:30"))
      telegram.rulesChange()
      try await eventually { office.office.offers.map(\.runsOutAt) == [TestOffice.moment("11:00")] }
      #expect(holder(office) == 2)
    }
  }

  @Test("wait while the clock is not believed")
  func doubted() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    try await office.deliverAll()
    telegram.isClockBelieved = false
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      await office.time.pass(45 * 60)
      #expect(holder(office) == 2)
      telegram.isClockBelieved = true
      await office.time.pass(30)
      try await eventually { holder(office) == 3 }
    }
  }

  @Test("that a clock has put which was two days behind have their whole time when it is put right")
  func putByClockBehind() async throws {
    let (office, telegram) = (try await freed(), TestTelegram())
    office.time.jump(to: office.time.now - 2 * 86_400)
    telegram.isClockBelieved = false
    try await running(office, telegram) {
      await office.time.untilAsleep(1)
      try await office.deliverAll()
      await office.time.pass(60)
      office.time.set(by: 2 * 86_400)
      telegram.isClockBelieved = true
      await office.time.pass(60)
      #expect(holder(office) == 2, "asked two minutes ago")
      await office.time.pass(27 * 60)
      #expect(holder(office) == 2)
      await office.time.pass(3 * 60)
      try await eventually { holder(office) == 3 }
    }
  }
}

@Suite("Deadlines that are close together", .timeLimit(.minutes(30)))
struct CloseDeadlinesTests {
  private let thursday = TestOffice.wednesday + 1
  private let friday = TestOffice.wednesday + 2

  /// The evening before Friday: person 1 was asked and has not answered, and two seconds before seven, when that
  /// seat is released, the time of an offer to person 4 is over.
  private func evening() async throws -> TestOffice {
    let office = try TestOffice()
    for person in [1, 2, 3] as [Int64] { try await office.book("\(person)", by: person, on: friday) }
    office.time.jump(to: TestOffice.moment("12:00", on: thursday))
    try await office.perform(.askAttendance(on: thursday))
    try await office.deliverAll()
    for person in [2, 3] as [Int64] { try await office.perform(.confirmAttendance(on: friday), by: person) }
    office.time.jump(to: TestOffice.moment("18:30", on: thursday) - 2)
    try await office.book(nil, by: 4, on: friday)
    try await office.perform(.cancel(Booking.ID(rawValue: 3)), by: 3)
    try await office.deliverAll()
    return office
  }

  @Test("pass each on its own proof of silence, though a commit takes long in between")
  func slowCommit() async throws {
    let (office, telegram) = (try await evening(), TestTelegram())
    let group = ServiceGroup(services: [office.deadlines(telegram)], logger: TestOffice.quiet)
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      await office.time.untilAsleep(1)
      await office.time.pass(30 * 60 - 1)
      #expect(office.office.offers.count == 1)
      office.storage.duringNextCommit {
        telegram.begin(.telegramIsSilent)
        office.time.jump(to: office.time.now + 3)
      }
      await office.time.pass(1)
      try await eventually { office.office.offers.isEmpty }
      await office.time.pass(30)
      #expect(office.seated(on: friday) == [1, 2], "what person 1 said before seven may be unread")
      telegram.end(.telegramIsSilent)
      await office.time.pass(60)
      #expect(office.seated(on: friday) == [1, 2], "the time to answer begins anew")
      await office.time.pass(3_600)
      try await eventually { office.seated(on: friday) == [2] }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  @Test("pass one right after the other when nobody says anything")
  func silence() async throws {
    let office = try await evening()
    let group = ServiceGroup(services: [office.deadlines(TestTelegram())], logger: TestOffice.quiet)
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      await office.time.untilAsleep(1)
      await office.time.pass(30 * 60 + 1)
      #expect(office.office.offers.isEmpty)
      #expect(office.seated(on: friday) == [1, 2])
      await office.time.pass(1)
      try await eventually { office.seated(on: friday) == [2] }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}

@Suite("What runs by itself", .timeLimit(.minutes(30)))
struct UpkeepTests {
  /// Notes that it ran, until it is stopped.
  private struct Noting: Service {
    let began: Alarm
    let hasBegun: Flag
    func run() async throws {
      hasBegun.set()
      began.ring()
      try await gracefulShutdown()
    }
  }

  final class Flag: Sendable {
    private let value = Mutex(false)
    func set() { value.withLock { $0 = true } }
    var isSet: Bool { value.withLock { $0 } }
  }

  @Test("waits until it may begin")
  func waits() async throws {
    let (gate, began, flag) = (Alarm(), Alarm(), Flag())
    let upkeep = Upkeep(
      services: [Noting(began: began, hasBegun: flag)],
      when: { await gate.rest { try await Task.sleep(for: .seconds(3600)) } }, logger: TestOffice.quiet)
    let group = ServiceGroup(services: [upkeep], logger: TestOffice.quiet)
    async let run: Void = group.run()
    for _ in 1...100 { await Task.yield() }
    #expect(!flag.isSet)
    gate.ring()
    await began.rest { try await Task.sleep(for: .seconds(60)) }
    #expect(flag.isSet)
    await group.triggerGracefulShutdown()
    try await run
  }

  @Test("never begins when it is stopped before")
  func stopped() async throws {
    let flag = Flag()
    let upkeep = Upkeep(
      services: [Noting(began: Alarm(), hasBegun: flag)],
      when: { try? await Task.sleep(for: .seconds(3600)) }, logger: TestOffice.quiet)
    let group = ServiceGroup(services: [upkeep], logger: TestOffice.quiet)
    async let run: Void = group.run()
    for _ in 1...100 { await Task.yield() }
    await group.triggerGracefulShutdown()
    try await run
    #expect(!flag.isSet)
  }
}
