import Testing

@testable import Telegram

@Suite("The schedule")
struct ScheduleTests {
  private typealias Entry = Schedule.Entry

  /// A schedule with a clock and numbered calls, moved by hand.
  private struct Desk {
    var schedule: Schedule
    var now = Duration.zero
    var lastID = 0

    init(_ change: (inout PaceLimits) -> Void = { _ in }) {
      var limits = PaceLimits()
      change(&limits)
      schedule = Schedule(limits)
    }

    @discardableResult
    mutating func enqueue(
      _ chat: Int64, _ lane: Lane = .answer, key: String? = nil, number: UInt64 = 0
    ) -> Schedule.Admission {
      schedule.enqueue(entry(chat, lane, key: key, number: number), at: now)
    }

    mutating func entry(
      _ chat: Int64, _ lane: Lane = .answer, key: String? = nil, number: UInt64 = 0
    ) -> Entry {
      lastID += 1
      return Entry(
        id: lastID, chat: ChatID(chat), lane: lane, key: key.map { SupersessionKey($0, number: number) })
    }

    /// Starts what may go now.
    mutating func start() -> [Entry] {
      var started: [Entry] = []
      while let next = schedule.startNext(at: now) { started.append(next) }
      return started
    }

    /// Starts what may go now, and ends it at once, until nothing more may go.
    mutating func serve() -> [Entry] {
      var served: [Entry] = []
      while let next = schedule.startNext(at: now) {
        schedule.finish(next)
        served.append(next)
      }
      return served
    }
  }

  /// Three at once and then one a second in a chat, and no bound over all.
  private func unlimited(_ limits: inout PaceLimits) {
    limits.perChat = Pace(interval: .seconds(1), burst: 3)
    limits.overall = Pace(interval: .nanoseconds(1), burst: 1_000_000)
  }

  @Test("lets a few messages to a rested chat go at once, then one a second")
  func perChat() {
    var desk = Desk(unlimited)
    for _ in 1...6 { desk.enqueue(5) }
    #expect(desk.serve().count == 3)
    #expect(desk.schedule.nextDue() == .seconds(1))
    for _ in 1...3 {
      desk.now += .milliseconds(999)
      #expect(desk.serve().isEmpty)
      desk.now += .milliseconds(1)
      #expect(desk.serve().count == 1)
    }
    #expect(desk.schedule.nextDue() == nil)
  }

  @Test("lets thirty messages a second go to all chats together")
  func overall() {
    var desk = Desk()
    for chat in 1...200 { desk.enqueue(Int64(chat)) }
    var served = desk.serve().count
    #expect(served == Pace.overall.burst)
    for second in 1...5 {
      for _ in 1...1000 {
        desk.now += .milliseconds(1)
        served += desk.serve().count
      }
      #expect((30 * second - 1...30 * second + Pace.overall.burst).contains(served))
    }
  }

  @Test("has one call to a chat under way at a time, in the order they came")
  func order() {
    var desk = Desk(unlimited)
    for _ in 1...3 { desk.enqueue(5) }
    for id in 1...3 {
      let started = desk.start()
      #expect(started.map(\.id) == [id])
      started.forEach { desk.schedule.finish($0) }
    }
  }

  @Test("serves answers before notices, in one chat and over all")
  func lanes() {
    var desk = Desk(unlimited)
    desk.enqueue(1, .notice)
    desk.enqueue(2, .notice)
    desk.enqueue(2, .answer)
    desk.enqueue(3, .answer)
    #expect(desk.serve().map(\.id) == [3, 4, 1, 2])
  }

  @Test("gives every chat its turn, however much one of them wants")
  func fairness() {
    var desk = Desk { limits in
      limits.perChat = Pace(interval: .nanoseconds(1), burst: 100)
      limits.overall = Pace(interval: .seconds(1), burst: 1)
    }
    for _ in 1...20 { desk.enqueue(1) }
    for chat in 2...4 { desk.enqueue(Int64(chat)) }
    var served: [Int64] = []
    for _ in 1...6 {
      served += desk.serve().map(\.chat.rawValue)
      desk.now += .seconds(1)
    }
    #expect(served == [1, 2, 3, 4, 1, 1])
  }

  @Test("keeps only the newest of what sets the same thing, without losing the chat's turn")
  func supersession() {
    var desk = Desk { $0.overall = Pace(interval: .seconds(1), burst: 1) }
    desk.enqueue(1, key: "screen")
    desk.enqueue(2)
    #expect(desk.enqueue(1, key: "screen") == .waits(superseding: 1))
    #expect(desk.enqueue(1, key: "other") == .waits(superseding: nil))
    #expect(desk.enqueue(2, key: "screen") == .waits(superseding: nil))
    #expect(desk.serve().map(\.id) == [3])
  }

  @Test("goes by the order in which screens were decided, whichever of them comes to wait first")
  func supersessionByNumber() {
    var desk = Desk(unlimited)
    desk.enqueue(1)
    let first = desk.start()[0]
    #expect(desk.enqueue(1, key: "screen", number: 2) == .waits(superseding: nil))
    #expect(desk.enqueue(1, key: "screen", number: 1) == .superseded)
    #expect(desk.enqueue(1, key: "screen", number: 3) == .waits(superseding: 2))
    desk.schedule.finish(first)
    let newest = desk.start()[0]
    #expect(newest.id == 4)
    // An older one may come while the newer is under way; it gives way if the newer is repeated.
    #expect(desk.enqueue(1, key: "screen", number: 2) == .waits(superseding: nil))
    #expect(desk.schedule.requeue(newest, holdingUntil: .zero) == .waits(superseding: 5))
    #expect(desk.start().map(\.id) == [4])
  }

  @Test("does not drop what is under way, but does not repeat it when a newer one waits")
  func supersededUnderWay() {
    var desk = Desk(unlimited)
    desk.enqueue(1, key: "screen")
    let first = desk.start()[0]
    #expect(desk.enqueue(1, key: "screen") == .waits(superseding: nil))
    #expect(desk.schedule.requeue(first, holdingUntil: .seconds(9)) == .superseded)
    #expect(desk.start().isEmpty && desk.schedule.nextDue() == .seconds(9))
    desk.now = .seconds(9)
    #expect(desk.start().map(\.id) == [2])
  }

  @Test("leaves a chat alone while it is held, others go on; what was put back goes first")
  func hold() {
    var desk = Desk(unlimited)
    desk.enqueue(1)
    desk.enqueue(1)
    let first = desk.start()[0]
    #expect(desk.schedule.requeue(first, holdingUntil: .seconds(7)) == .waits(superseding: nil))
    desk.enqueue(2)
    #expect(desk.serve().map(\.id) == [3])
    desk.now = .milliseconds(6_999)
    #expect(desk.serve().isEmpty && !desk.schedule.isDue(ChatID(1), at: desk.now))
    #expect(desk.schedule.isDue(ChatID(2), at: desk.now))
    desk.now = .seconds(7)
    #expect(desk.serve().map(\.id) == [1, 2])
  }

  @Test("refuses the newest at its bounds, by chat and by lane, unless it takes another's place")
  func bounds() {
    var desk = Desk { limits in
      limits.waitingPerChatMax = 2
      limits.waitingMax = 3
    }
    desk.enqueue(1, key: "screen")
    desk.enqueue(1)
    #expect(desk.enqueue(1) == .full)
    #expect(desk.enqueue(1, key: "screen") == .waits(superseding: 1))
    desk.enqueue(2)
    #expect(desk.enqueue(3) == .full)
    #expect(desk.enqueue(3, .notice) == .waits(superseding: nil))
  }

  @Test("has no more calls under way than agreed")
  func inFlight() {
    var desk = Desk { limits in
      unlimited(&limits)
      limits.inFlightMax = 2
    }
    for chat in 1...4 { desk.enqueue(Int64(chat)) }
    let started = desk.start()
    #expect(started.count == 2 && desk.schedule.nextDue() == nil)
    #expect(!desk.schedule.isDue(ChatID(9), at: desk.now))
    desk.schedule.finish(started[0])
    #expect(desk.start().count == 1)
  }

  @Test("says that a call would go at once only if it would")
  func due() {
    var desk = Desk(unlimited)
    let chat = ChatID(5)
    #expect(desk.schedule.isDue(chat, at: desk.now))
    desk.enqueue(5)
    #expect(!desk.schedule.isDue(chat, at: desk.now))  // something waits
    let started = desk.start()[0]
    #expect(!desk.schedule.isDue(chat, at: desk.now))  // something is under way
    desk.schedule.finish(started)
    #expect(desk.schedule.isDue(chat, at: desk.now))
    for _ in 1...2 { desk.enqueue(5) }
    _ = desk.serve()
    #expect(!desk.schedule.isDue(chat, at: desk.now))  // no pace to spare
    desk.now += .seconds(1)
    #expect(desk.schedule.isDue(chat, at: desk.now))
  }

  @Test("forgets chats that have rested")
  func forgets() {
    var desk = Desk(unlimited)
    for chat in 1...10_000 {
      desk.enqueue(Int64(chat))
      _ = desk.serve()
      desk.now += .milliseconds(100)
      #expect(desk.schedule.rememberedChats <= 2 * Schedule.chatsBeforeSweep)
    }
  }
}
