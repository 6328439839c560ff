import Foundation
import Testing

@testable import OfficeActor

@Suite("What the office owes people")
struct NoticeRulesTests {
  struct Situation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let notice: Notice.ID
    let given: [Step]
    let at: Date
    let then: Office.Sense

    init(_ name: String, _ notice: Notice.ID = 1, given: [Step], at: Date = .noon, then: Office.Sense) {
      testDescription = name
      self.notice = notice
      self.given = given
      self.at = at
      self.then = then
    }
  }

  @Test("is delivered, dropped or given up by what holds then", arguments: situations)
  func sense(situation: Situation) throws {
    var office = try Office(
      rules: .sample, seats: [Seat(id: "1")], records: Office.sample().records)
    for step in situation.given { _ = try office.take(step) }
    let notice = try #require(office.notices[situation.notice])
    #expect(office.sense(of: notice, at: situation.at) == situation.then)
  }

  @Test("is neither dropped nor given up by the date while the clock is not believed", arguments: situations)
  func doubtedClock(situation: Situation) throws {
    var office = try Office(
      rules: .sample, seats: [Seat(id: "1")], records: Office.sample().records)
    for step in situation.given { _ = try office.take(step) }
    let notice = try #require(office.notices[situation.notice])
    let sense = office.sense(of: notice, at: situation.at, isClockBelieved: false)
    let restsOnTheDate = [
      .drop(reason: "the day is over"), .drop(reason: "the day has come"),
      .giveUp(reason: .tooLate),
    ].contains(situation.then)
    #expect(sense == (restsOnTheDate ? .wait : situation.then))
  }

  // swift-format-ignore
  private static let situations: [Situation] = [
    Situation("an offer", given: offered, then: .deliver(to: boris)),
    Situation("an offer that was accepted", given: offered + [Person.boris.books("1", .tomorrow)], then: .drop(reason: "the offer is gone")),
    Situation("an offer that was passed on", given: offered + [Person.bot.runsOutOffers(at: .at(13))], then: .drop(reason: "the offer is gone")),
    Situation("an offer of who was unlinked", given: offered + [Person.admin.does(.unlink(2))], then: .drop(reason: "the offer is gone")),
    Situation("an offer that ran out", 2, given: offered + [Person.bot.delivers(1), Person.bot.runsOutOffers(at: .at(13))], then: .deliver(to: boris)),
    Situation("an offer that ran out, after the day", 2, given: offered + [Person.bot.delivers(1), Person.bot.runsOutOffers(at: .at(13))], at: .at(48), then: .drop(reason: "the day is over")),
    Situation("the question", given: asked, then: .deliver(to: anna)),
    Situation("the question, with just the time to answer", given: asked, at: .at(18), then: .deliver(to: anna)),
    Situation("the question, too late", given: asked, at: .at(18) + 1, then: .giveUp(reason: .tooLate)),
    Situation("the question, when the day has come", given: asked, at: .at(25), then: .giveUp(reason: .tooLate)),
    Situation("the question of who has cancelled", given: asked + [Person.anna.cancels(1)], then: .drop(reason: "nothing is left to ask about")),
    Situation("the question of who has confirmed", given: asked + [Person.anna.comes(.tomorrow)], then: .drop(reason: "nothing is left to ask about")),
    Situation("the question of who is not linked", given: asked + [Person.admin.does(.unlink(1))], then: .giveUp(reason: .notLinked)),
    Situation("the question of whoever is linked by now", given: asked + [Person.admin.does(.unlink(1)), Person.stranger.registers(as: 1)], then: .deliver(to: AccountID(rawValue: 500))),
    Situation("the question of who was removed", given: asked + [Person.admin.does(.removeEmployee(1))], then: .drop(reason: "the name was removed")),
    Situation("the reminder", 2, given: reminded, at: .at(17), then: .deliver(to: anna)),
    Situation("the reminder after «Приду»", 2, given: reminded + [Person.anna.comes(.tomorrow, at: .at(17))], at: .at(17), then: .drop(reason: "nothing is left to ask about")),
    Situation("the reminder, when the day has come", 2, given: reminded, at: .at(24), then: .drop(reason: "the day has come")),
    Situation("booked by an admin", given: [booked], then: .deliver(to: anna)),
    Situation("booked by an admin, and cancelled", given: [booked, Person.anna.cancels(1)], then: .drop(reason: "the booking is gone")),
    Situation("unlinked: to the former account", given: [Person.admin.does(.unlink(1))], then: .deliver(to: anna)),
    Situation("removed: to the former account", given: [Person.admin.does(.removeEmployee(1))], then: .deliver(to: anna)),
    Situation("for admins", given: [Person.bot.does(.tellAdmins(.closedDayHasBookings(.sunday)))], then: .deliver(to: AccountID(rawValue: 104))),
  ]

  @Test("is not told to a former admin, nor what is decided to any")
  func admins() throws {
    var rules = OfficeRules.sample
    rules.registration = .approval
    var office = try Office(rules: rules, seats: [], records: Office.sample().records)
    _ = try office.perform(
      .requestRegistration(as: 3, typing: "котова"), by: Person.vera.principal, at: .noon)
    let notice = try #require(office.notices[1])
    let other = try #require(office.notices[2])
    rules.admins = [AccountID(rawValue: 900)]
    office.adopt(rules)
    #expect(office.sense(of: notice, at: .noon) == .drop(reason: "no longer an admin"))
    _ = try office.perform(.refuseRegistration(1), by: Person.admin.principal, at: .noon)
    #expect(office.sense(of: other, at: .noon) == .drop(reason: "it is decided"))
  }

  @Test("goes when it is delivered or dropped, and stays for admins when it is given up")
  func outcomes() throws {
    var office = try Office.sample()
    for _ in 0..<2 { _ = try office.perform(.tellAdmins(.announcement("Привет")), by: .bot, at: .noon) }
    #expect(office.noticesDue(at: .noon).map(\.id) == [1, 2, 3, 4])
    let chief = AccountID(rawValue: 104)
    _ = try office.perform(.settle(1, .delivered(to: chief, message: 5)), by: .bot, at: .noon)
    _ = try office.perform(.settle(2, .dropped(reason: "no longer an admin")), by: .bot, at: .noon)
    for outcome in [
      NoticeOutcome.undeliverable(to: chief, reason: .blocked), .delivered(to: chief, message: 6),
    ] {
      _ = try office.perform(.settle(3, outcome), by: .bot, at: .noon)
    }
    #expect(office.noticesDue(at: .noon).map(\.id) == [4])
    #expect(office.noticesGivenUp.map(\.id) == [3])
    _ = try office.perform(.forgetNotices(before: .noon), by: .bot, at: .noon)
    #expect(office.noticesGivenUp.map(\.id) == [3])
    _ = try office.perform(.forgetNotices(before: .noon + 1), by: .bot, at: .noon)
    #expect(office.notices.keys.map(\.rawValue) == [4])
  }

  @Test("goes to whoever is linked now: what reached somebody else, or did not, changes nothing")
  func relinked() throws {
    for outcome in [
      NoticeOutcome.delivered(to: Self.anna, message: 7), .undeliverable(to: Self.anna, reason: .blocked),
      .undeliverable(to: nil, reason: .notLinked), .unclear(to: Self.anna),
    ] {
      var office = try Office(rules: .sample, seats: [Seat(id: "1")], records: Office.sample().records)
      for step in Self.asked { _ = try office.take(step) }
      let notice = try #require(office.notices[1])
      // Unlinked while the message was on its way.
      _ = try office.take(Person.admin.does(.unlink(1)))
      if case .undeliverable(nil, _) = outcome {
      } else {
        let before = office
        #expect(try office.perform(.settle(1, outcome), by: .bot, at: .noon) == [])
        #expect(office == before)
      }
      _ = try office.take(Person.stranger.registers(as: 1))
      let before = office
      #expect(try office.perform(.settle(1, outcome), by: .bot, at: .noon) == [])
      #expect(office == before, "\(outcome)")
      #expect(office.sense(of: notice, at: .noon) == .deliver(to: AccountID(rawValue: 500)))
      #expect(office.noticesDue(at: .noon).map(\.id).contains(1))
      #expect(office.booking(1)?.attendance.reachedAt == nil)
    }
  }

  @Test("that may have arrived is repeated once soon, then after many minutes, and never for ever")
  func unclear() throws {
    var office = try Office(rules: .sample, seats: [Seat(id: "1")], records: Office.sample().records)
    for step in Self.asked { _ = try office.take(step) }
    var moment = Date.noon
    var rests: [TimeInterval] = []
    for _ in 1...6 {
      #expect(office.noticesDue(at: moment).map(\.id) == [1])
      _ = try office.take(Person.bot.maySend(1, at: moment))
      #expect(office.noticesDue(at: moment) == [])
      let next = try #require(office.nextNoticeDue(after: moment))
      #expect(office.noticesDue(at: next - 1) == [])
      rests.append(next.timeIntervalSince(moment))
      moment = next
    }
    #expect(rests == [10, 600, 1_200, 2_400, 3_600, 3_600])
    #expect(office.booking(1)?.attendance.reachedAt == nil, "silence costs nothing")
    _ = try office.take(Person.bot.delivers(1, at: moment))
    #expect(office.notices.isEmpty && office.booking(1)?.attendance.reachedAt == moment)
  }

  @Test("that a clock which was wrong has put off for days is due all the same")
  func putOff() throws {
    var office = try Office(rules: .sample, seats: [Seat(id: "1")], records: Office.sample().records)
    for step in Self.asked { _ = try office.take(step) }
    _ = try office.take(Person.bot.maySend(1, at: .noon + 90 * 86_400))
    #expect(office.noticesDue(at: .noon).map(\.id) == [1])
  }

  @Test("notes delivery and message on the offer, whose time to answer begins then")
  func deliveredOffer() throws {
    struct Delivery {
      let at: Date
      let day: Day
      let runsOut: Date
    }
    for delivery in [
      Delivery(at: .at(12, 20), day: .tomorrow, runsOut: .at(12, 50)),
      Delivery(at: .at(12, 20), day: .today, runsOut: .at(12, 30)),
      Delivery(at: .at(21, 50), day: .tomorrow, runsOut: .at(32, 20)),
      Delivery(at: .at(23), day: .tomorrow, runsOut: .at(32, 30)),
      Delivery(at: .at(21, 55), day: .today, runsOut: .at(24)),
    ] {
      var office = try Office(rules: .sample, seats: [Seat(id: "1")], records: Office.sample().records)
      for step in [
        Person.anna.books("1", delivery.day), Person.boris.waits(delivery.day), Person.anna.cancels(1),
        Person.bot.delivers(1, at: delivery.at),
      ] {
        _ = try office.take(step)
      }
      let offer = try #require(office.offer(1))
      #expect(offer.deliveredAt == delivery.at && offer.message == 7)
      #expect(offer.runsOutAt == delivery.runsOut)
    }
  }

  // MARK: Words of the tables

  private static let anna = AccountID(rawValue: 101)
  private static let boris = AccountID(rawValue: 102)
  private static let offered = [
    Person.anna.books("1", .tomorrow), Person.boris.waits(.tomorrow), Person.anna.cancels(1),
  ]
  private static let asked = [
    Person.anna.books("1", .tomorrow, at: .eve), Person.bot.does(.askAttendance(on: .today)),
  ]
  private static let reminded =
    asked + [Person.bot.delivers(1), Person.bot.does(.remindAttendance(on: .today), at: .at(17))]
  private static let booked = Person.admin.does(.book("1", on: .tomorrow, for: .employee(1)))
}
