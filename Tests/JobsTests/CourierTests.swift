import Foundation
import Jobs
import OfficeActor
import ServiceLifecycle
import Synchronization
import Testing

@Suite("The courier", .timeLimit(.minutes(10)))
struct CourierTests {
  /// Runs a courier in an office until `body` is done, then stops it in order.
  private func running(
    _ office: TestOffice, _ post: ScriptedPost, isClockBelieved: @escaping @Sendable () -> Bool = { true },
    _ body: () async throws -> Void
  ) async throws {
    let courier = Courier(
      state: office.state, post: post, now: { office.time.now }, isClockBelieved: isClockBelieved,
      sleep: { try await office.time.sleep($0) }, fraction: { 0 }, logger: TestOffice.quiet)
    let group = ServiceGroup(services: [courier], logger: TestOffice.quiet)
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      try await body()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  @Test("delivers what is owed, to each in the order in which it was owed, and forgets it")
  func delivers() async throws {
    let (office, post) = (try TestOffice(), ScriptedPost())
    for words in ["один", "два", "три"] { try await office.announce(words) }
    try await running(office, post) { try await eventually { office.office.notices.isEmpty } }
    for admin in TestOffice.admins {
      let words = post.begun.filter { $0.account == admin }.map(\.notice.content)
      #expect(words == [.announcement("один"), .announcement("два"), .announcement("три")])
    }
    #expect(post.begun.count == 6)
  }

  @Test("hears of a new notice at once, without any time passing")
  func wakes() async throws {
    let (office, post) = (try TestOffice(), ScriptedPost())
    try await running(office, post) {
      await office.time.untilAsleep(1)
      try await office.announce("сейчас")
      try await eventually { office.office.notices.isEmpty }
    }
    #expect(post.begun.count == 2)
    #expect(office.time.now == TestOffice.moment("10:00"))
  }

  @Test("keeps a notice until it is due")
  func due() async throws {
    let (office, post) = (try TestOffice(), ScriptedPost())
    let newcomer = try #require(EmployeeName("Новый Человек"))
    try await office.perform(.addEmployees([newcomer]))
    let employee = try #require(office.office.employees.named(newcomer)?.id)
    _ = try await office.state.perform(.register(as: employee), by: .person(AccountID(rawValue: 500)))
    try await running(office, post) {
      await office.time.pass(599)
      #expect(post.begun.isEmpty)
      await office.time.pass(1)
      try await eventually { office.office.notices.isEmpty }
    }
    #expect(Set(post.begun.map(\.notice.content)) == [.registered([employee])])
  }

  @Test("tries again what did not arrive, each time after longer, and holds nobody else up")
  func retries() async throws {
    let office = try TestOffice()
    let failing = TestOffice.admins[0]
    let attempts = Mutex<[Date]>([])
    let post = ScriptedPost { delivery, attempt in
      guard delivery.account == failing, attempt < 7 else { return delivery.arrives() }
      attempts.withLock { $0.append(office.time.now) }
      return .failed(reason: "no connection")
    }
    try await office.announce("важно")
    try await running(office, post) {
      try await eventually { office.office.notices.count == 1 }
      for pause in [5, 10, 20, 40, 60, 60] as [TimeInterval] {
        try await eventually {
          office.time.nextWake == (attempts.withLock(\.last) ?? .distantPast) + min(pause, 30)
        }
        await office.time.pass(pause)
      }
      try await eventually { office.office.notices.isEmpty }
    }
    let begin = TestOffice.moment("10:00")
    #expect(attempts.withLock { $0.map { $0.timeIntervalSince(begin) } } == [0, 5, 15, 35, 75, 135])
    #expect(post.begun.count { $0.account != failing } == 1)
  }

  @Test("repeats what may have arrived once, then seldom, over a restart too")
  func unclear() async throws {
    let office = try TestOffice { $0.admins = [TestOffice.admins[0]] }
    let moments = Mutex<[Date]>([])
    let post = ScriptedPost { delivery, _ in
      moments.withLock { $0.append(office.time.now) }
      return .settled(.unclear(to: delivery.account))
    }
    let begin = TestOffice.moment("10:00")
    /// Waits until so many attempts are over, and everybody rests.
    func over(_ count: Int, until wake: TimeInterval) async throws {
      try await eventually {
        moments.withLock(\.count) == count && office.office.noticesDue(at: office.time.now).isEmpty
          && office.time.nextWake == begin + wake
      }
    }
    try await office.announce("важно")
    try await running(office, post) {
      try await over(1, until: 10)
      await office.time.pass(10)
      try await over(2, until: 40)
      await office.time.pass(110)
    }
    // The next life of the process knows what the one before has sent.
    try await running(office, post) {
      try await over(2, until: 150)
      await office.time.pass(490)
      try await over(3, until: 640)
    }
    #expect(moments.withLock { $0.map { $0.timeIntervalSince(begin) } } == [0, 10, 610])
    let next = ScriptedPost()
    try await running(office, next) {
      await office.time.pass(1_200)
      try await eventually { office.office.notices.isEmpty }
    }
    #expect(next.begun.count == 1)
  }

  @Test("asks the office anew, at once, when what a notice says or to whom changed while it waited")
  func outdated() async throws {
    let office = try TestOffice { $0.admins = [TestOffice.admins[0]] }
    let account = AccountID(rawValue: 500)
    let person = try #require(office.office.employees.all.first { $0.account == TestOffice.account(1) })
    try await office.book("1", by: 1, on: TestOffice.wednesday + 1)
    office.time.jump(to: TestOffice.moment("12:00"))
    let booking = try #require(office.office.allBookings.first)
    _ = try await office.state.perform(
      .cancel(booking.id, reason: "ремонт"), by: .person(TestOffice.admins[0]))
    let post = ScriptedPost { delivery, number in
      guard number == 1, delivery.notice.recipient == .employee(person.id) else { return delivery.arrives() }
      _ = try? await office.state.perform(.unlink(person.id), by: .bot)
      _ = try? await office.state.perform(.register(as: person.id), by: .person(account))
      return .outdated
    }
    try await running(office, post) {
      try await eventually { post.begun.count { $0.notice.recipient == .employee(person.id) } == 2 }
    }
    let receivers = post.begun.filter { $0.notice.recipient == .employee(person.id) }.map(\.account)
    #expect(receivers == [TestOffice.account(1), account])
  }

  @Test("gives up who cannot be reached; the seat held for them goes to the next one at once")
  func undeliverable() async throws {
    let office = try TestOffice()
    for (seat, person) in [("1", 1), ("2", 2), ("3", 3)] as [(String, Int64)] {
      try await office.book(seat, by: person)
    }
    try await office.book(nil, by: 4)
    let newcomer = try #require(EmployeeName("Новый Человек"))
    try await office.perform(.addEmployees([newcomer]))
    let employee = try #require(office.office.employees.named(newcomer))
    let account = AccountID(rawValue: 500)
    _ = try await office.state.perform(.register(as: employee.id), by: .person(account))
    _ = try await office.state.perform(.book(nil, on: TestOffice.wednesday + 1), by: .person(account))
    let post = ScriptedPost { delivery, _ in
      delivery.account == TestOffice.account(4)
        ? .settled(.undeliverable(to: delivery.account, reason: .blocked))
        : delivery.arrives(as: 77)
    }
    try await running(office, post) {
      let booking = try #require(
        office.office.bookings(of: Employee.ID(rawValue: 1), from: TestOffice.wednesday).first)
      try await office.perform(.cancel(booking.id), by: 1)
      try await eventually { office.office.offers.first?.deliveredAt != nil }
    }
    let offer = try #require(office.office.offers.first)
    #expect(office.office.booking(offer.booking)?.owner == employee.id)
    #expect(offer.message == 77)
    #expect(office.office.noticesGivenUp.map(\.failure?.reason) == [.blocked])
  }

  @Test("drops what is obsolete, without delivering it")
  func dropped() async throws {
    let (office, post) = (try TestOffice(), ScriptedPost())
    try await office.perform(.tellAdmins(.registrationRequested(RegistrationRequest.ID(rawValue: 1))))
    try await running(office, post) { try await eventually { office.office.notices.isEmpty } }
    #expect(post.begun.isEmpty)
  }

  @Test(
    "keeps a question owed while the clock is months ahead and not believed, and puts it when that is over")
  func doubtedClock() async throws {
    let (office, post) = (try TestOffice(), ScriptedPost())
    let isBelieved = Mutex(false)
    let (asking, day) = (TestOffice.wednesday + 1, TestOffice.wednesday + 2)
    try await office.book("1", by: 1, on: day)
    office.time.jump(to: TestOffice.moment("12:00", on: asking))
    try await office.perform(.askAttendance(on: asking))
    office.time.set(by: 90 * 86_400)
    try await running(office, post, isClockBelieved: { isBelieved.withLock { $0 } }) {
      await office.time.pass(600)
      #expect(office.office.notices.values.map(\.content) == [.attendanceQuestion(day)])
      #expect(office.office.noticesGivenUp.isEmpty)
      office.time.set(by: -90 * 86_400)
      isBelieved.withLock { $0 = true }
      await office.time.pass(60)
      try await eventually { office.office.notices.isEmpty }
    }
    #expect(post.begun.map(\.notice.content) == [.attendanceQuestion(day)])
    #expect(office.office.allBookings.first?.attendance.reachedAt != nil)
  }

  @Test("delivers once though the outcome cannot be saved for a while, and again after a stop in between")
  func unsaved() async throws {
    let office = try TestOffice()
    let post = ScriptedPost { delivery, _ in
      office.storage.fail(.storage("the disk is full"))
      return delivery.arrives()
    }
    try await office.perform(.tellAdmins(.announcement("важно")))
    try await running(office, post) {
      await office.time.untilAsleep(3)
      await office.time.pass(10, sleepers: 3)
    }
    #expect(post.begun.count == 2)
    #expect(office.office.notices.count == 2)
    // The next life of the process.
    office.storage.fail(nil)
    let next = ScriptedPost()
    try await running(office, next) { try await eventually { office.office.notices.isEmpty } }
    // Deliveries to different people start side by side: their order is chance.
    let (begun, again) = (post.begun.map(\.notice), next.begun.map(\.notice))
    #expect(again.sorted { $0.id < $1.id } == begun.sorted { $0.id < $1.id })
  }

  @Test("has a bounded number of deliveries under way, and one to a person")
  func bounded() async throws {
    let admins = (1...200 as ClosedRange<Int64>).map { AccountID(rawValue: 1_000 + $0) }
    let office = try TestOffice { $0.admins = Set(admins) }
    let post = ScriptedPost { delivery, _ in
      await Task.yield()
      return delivery.arrives()
    }
    for words in ["один", "два"] { try await office.announce(words) }
    try await running(office, post) { try await eventually { office.office.notices.isEmpty } }
    #expect(post.begun.count == 400)
    #expect((2...Courier.underWayMax).contains(post.underWayMost))
  }

  @Test("finishes at an orderly stop what is under way, begins nothing more, and loses nothing")
  func stops() async throws {
    let office = try TestOffice()
    let (isHeld, hold) = AsyncStream.makeStream(of: Void.self)
    let post = ScriptedPost { delivery, _ in
      for await _ in isHeld {}
      return delivery.arrives()
    }
    try await office.announce("один")
    let courier = Courier(
      state: office.state, post: post, now: { office.time.now }, sleep: { try await office.time.sleep($0) },
      logger: TestOffice.quiet)
    let group = ServiceGroup(services: [courier], logger: TestOffice.quiet)
    async let run: Void = group.run()
    try await eventually { post.begun.count == 2 }
    await group.triggerGracefulShutdown()
    try await office.announce("два")
    hold.finish()
    try await run
    #expect(post.begun.count == 2)
    #expect(Set(office.office.notices.values.map(\.content)) == [.announcement("два")])
  }
}
