import Foundation
import Testing

@testable import OfficeActor

@Suite("What stands in admins' chats about requests")
struct RequestMessageTests {
  /// An office with one admin, and a courier that delivers what is due as the messages 1, 2, 3…
  private struct Chat {
    var office: Office
    var now = Date.noon
    private(set) var lastMessage: Int64 = 0
    /// What the messages of the chat say.
    private(set) var shown: [Int64: Notice.Content] = [:]

    init() throws {
      var rules = OfficeRules.sample
      rules.registration = .approval
      rules.admins = [AccountID(rawValue: 900)]
      office = try Office(rules: rules, seats: [], records: Office.sample().records)
    }

    mutating func perform(_ step: Step) throws {
      _ = try office.perform(step.command, by: step.principal, at: now)
    }

    mutating func asks(_ account: Int64, for employee: Int64) throws {
      let step = Person.stranger.asks(for: employee)
      _ = try office.perform(step.command, by: .person(AccountID(rawValue: account)), at: now)
    }

    /// What is due sets out; where it goes is decided now.
    func take() -> [(notice: Notice, message: Int64?)] {
      office.noticesDue(at: now).filter { $0.recipient == .account(AccountID(rawValue: 900)) }
        .filter { office.sense(of: $0, at: now) == .deliver(to: AccountID(rawValue: 900)) }
        .map { ($0, office.messageToEdit(for: $0)) }
    }

    mutating func arrive(_ taken: (notice: Notice, message: Int64?)) throws {
      if taken.message == nil { lastMessage += 1 }
      let message = taken.message ?? lastMessage
      shown[message] = taken.notice.content
      _ = try office.perform(
        .settle(taken.notice.id, .delivered(to: AccountID(rawValue: 900), message: message)), by: .bot,
        at: now)
    }

    /// One after the other, as the courier does, until nothing is owed for an hour.
    mutating func deliverAll() throws {
      let end = now + 3_600
      while now < end {
        while let next = take().first { try arrive(next) }
        for notice in office.noticesDue(at: now) {
          guard case .account(AccountID(rawValue: 900)) = notice.recipient else {
            _ = try office.perform(.settle(notice.id, .dropped(reason: "not the admin's")), by: .bot, at: now)
            continue
          }
          _ = try office.perform(.settle(notice.id, .dropped(reason: "obsolete")), by: .bot, at: now)
        }
        guard let next = office.nextNoticeDue(after: now) else { return }
        now = next
      }
    }
  }

  private func settled(_ outcome: SettledRequest.Outcome, _ account: Int64, _ message: Int64)
    -> Notice.Content
  {
    .requestSettled(
      RequestSummary(
        name: "Котова Вера", account: AccountID(rawValue: account), profile: nil, outcome: outcome),
      message: message)
  }

  @Test("a change of mind edits the message; nothing else is sent")
  func changeOfMind() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    try chat.deliverAll()
    #expect(chat.shown == [1: .registrationRequested(1)])
    try chat.asks(500, for: 5)
    try chat.deliverAll()
    #expect(chat.shown == [1: .registrationRequested(2)])
  }

  @Test("a change of mind before the message has gone out is one message")
  func changeOfMindBefore() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    try chat.asks(500, for: 5)
    try chat.deliverAll()
    #expect(chat.shown == [1: .registrationRequested(2)])
  }

  @Test("a change of mind while the message is on its way edits it as soon as it is there")
  func changeOfMindMeanwhile() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    let underWay = try #require(chat.take().first)
    try chat.asks(500, for: 5)
    try chat.arrive(underWay)
    try chat.deliverAll()
    #expect(chat.shown == [1: .registrationRequested(2)])
  }

  @Test(
    "what is decided loses its buttons in every chat but where it was decided",
    arguments: [
      (false, SettledRequest.Outcome.approved), (false, .refused), (true, .approved), (true, .refused),
    ])
  func decided(onNotice: Bool, outcome: SettledRequest.Outcome) throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    try chat.deliverAll()
    try chat.perform(
      Person.admin.does(
        outcome == .approved
          ? .approveRegistration(1, onNotice: onNotice) : .refuseRegistration(1, onNotice: onNotice)))
    try chat.deliverAll()
    #expect(chat.shown == [1: onNotice ? .registrationRequested(1) : settled(outcome, 500, 1)])
    #expect(chat.office.requestMessages.isEmpty)
  }

  @Test("what is decided while the message is on its way loses its buttons when it is there")
  func decidedMeanwhile() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    let underWay = try #require(chat.take().first)
    try chat.perform(Person.admin.does(.refuseRegistration(1)))
    try chat.arrive(underWay)
    try chat.deliverAll()
    #expect(chat.shown == [1: settled(.refused, 500, 1)])
  }

  @Test("another request after a refusal is a message of its own, whichever arrives first")
  func afterRefusal() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    try chat.deliverAll()
    try chat.perform(Person.admin.does(.refuseRegistration(1)))
    try chat.asks(500, for: 5)
    for taken in chat.take().reversed() { try chat.arrive(taken) }
    #expect(chat.shown == [1: settled(.refused, 500, 1), 2: .registrationRequested(2)])
  }

  @Test("rivals change each other's messages when they come and go")
  func rivals() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    try chat.deliverAll()
    try chat.asks(501, for: 3)
    #expect(chat.take().map(\.message) == [nil])
    chat.now += Office.editingPause
    #expect(chat.take().map(\.message) == [nil, 1])
    try chat.deliverAll()
    #expect(chat.shown == [1: .registrationRequested(1), 2: .registrationRequested(2)])
    try chat.perform(Person.admin.does(.refuseRegistration(2)))
    chat.now += Office.editingPause
    #expect(Set(chat.take().map(\.message)) == [2, 1])
    try chat.deliverAll()
    try chat.asks(502, for: 3)
    try chat.deliverAll()
    try chat.perform(Person.admin.does(.approveRegistration(3)))
    try chat.deliverAll()
    #expect(
      chat.shown == [
        1: settled(.nameGiven, 500, 1), 2: settled(.refused, 501, 2), 3: settled(.approved, 502, 3),
      ])
  }

  @Test("of a flood admins hear a few times, then see one message change; when all is decided it says so")
  func flood() throws {
    var chat = try Chat()
    for account in 1_000..<1_300 as Range<Int64> {
      try chat.asks(account, for: 3)
      chat.now += 1
      for taken in chat.take() { try chat.arrive(taken) }
    }
    try chat.deliverAll()
    #expect(chat.lastMessage == Int64(Office.requestsShownMax) + 1)
    #expect(chat.shown[chat.lastMessage] == .requestsWait)
    #expect(chat.office.notices.isEmpty)
    for request in chat.office.requests.keys.sorted() {
      try chat.perform(Person.admin.does(.refuseRegistration(request)))
    }
    try chat.deliverAll()
    #expect(chat.lastMessage == Int64(Office.requestsShownMax) + 1)
    #expect(chat.shown[6] == .requestsSettled(message: 6))
    #expect(chat.office.requestMessages.isEmpty)
    // Then it is quiet, and somebody new has a message again.
    try chat.perform(Person.vera.asks(for: 3))
    try chat.deliverAll()
    #expect(chat.shown[7] == .registrationRequested(301))
  }

  @Test("an admin who cannot be reached is not tried again for every stranger of a flood")
  func unreachable() throws {
    var chat = try Chat()
    for account in 1_000..<1_100 as Range<Int64> {
      try chat.asks(account, for: 3)
      for taken in chat.take() {
        try chat.perform(
          Person.bot.does(
            .settle(taken.notice.id, .undeliverable(to: AccountID(rawValue: 900), reason: .blocked))
          ))
      }
      chat.now += 60
    }
    #expect(chat.office.noticesGivenUp.count <= Office.requestsShownMax * 2 + 1)
  }

  @Test("whoever waits behind many for a day is told of with a sound again")
  func again() throws {
    var chat = try Chat()
    for account in 1_000..<1_006 as Range<Int64> { try chat.asks(account, for: 3) }
    try chat.deliverAll()
    #expect(chat.shown[6] == .requestsWait)
    chat.now += Office.allShownFor
    try chat.asks(1_006, for: 3)
    try chat.deliverAll()
    #expect(chat.shown[6] == .requestsSettled(message: 6))
    #expect(chat.shown[7] == .requestsWait)
  }

  @Test("requests that were settled a day ago are forgotten, some at a time")
  func forgotten() throws {
    var chat = try Chat()
    try chat.asks(500, for: 3)
    try chat.perform(Person.admin.does(.refuseRegistration(1)))
    #expect(chat.office.requests(settledBefore: .noon).isEmpty)
    try chat.perform(Person.bot.does(.forgetRequests(settledBefore: .noon)))
    #expect(chat.office.settledRequests.count == 1)
    try chat.perform(Person.bot.does(.forgetRequests(settledBefore: .noon + 1)))
    #expect(chat.office.settledRequests.isEmpty)
  }
}
