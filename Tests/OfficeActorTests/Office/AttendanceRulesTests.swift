import Foundation
import Testing

@testable import OfficeActor

@Suite("Are you coming?")
struct AttendanceRulesTests {
  @Test("is asked of every owner once, at the last open day before", arguments: asking)
  func askingOwners(rule: Rule) throws { try rule.check() }

  @Test("is answered or not, and silence costs the seat only of who was asked in time", arguments: releasing)
  func releasingSeats(rule: Rule) throws { try rule.check() }

  // Anna booked seat 1 of tomorrow the day before; today at noon people are asked. One row a line.
  // swift-format-ignore
  private static let asking: [Rule] = [
    Rule("of who has a seat", given: [annaSits], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("of everybody who has a seat", given: [annaSits, Person.boris.books("2", .tomorrow, at: .eve)], when: asks, then: .tells("attendance asked anna", "attendance asked boris"), owes: "anna: question", "boris: question"),
    Rule("once for all guests", given: [annaSits, Person.anna.invites("Гость", "2", .tomorrow, at: .eve)], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("for guests alone", given: [Person.anna.invites("Гость", "2", .tomorrow, at: .eve)], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("once", given: [annaSits, asks], when: asks, then: .alreadySo),
    Rule("once, though the hour is changed", given: [annaSits, asks], when: Person.bot.does(.askAttendance(on: .today), at: .at(16)), then: .alreadySo),
    Rule("not without a seat", in: .oneSeat, given: [annaSits, Person.boris.waits(.tomorrow, at: .eve)], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("not about a seat taken today", given: [Person.anna.books("1", .tomorrow, at: .at(0))], when: asks, then: .alreadySo),
    Rule("about a seat taken in the last minute of the day before", given: [Person.anna.books("1", .tomorrow, at: .at(0) - 60)], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("not about a seat moved to today", given: [annaSits, Person.anna.moves(1, "2", at: .at(9))], when: asks, then: .alreadySo),
    Rule("not about an offer accepted", in: .oneSeat, given: [annaSits, Person.boris.waits(.tomorrow, at: .eve), Person.anna.cancels(1, at: .eve), Person.boris.accepts(1, at: .eve)], when: asks, then: .alreadySo),
    Rule("not of who is not linked", given: [annaSits, Person.admin.does(.unlink(1), at: .eve)], when: asks, then: .alreadySo),
    Rule("of whoever is linked by now", given: [annaSits, Person.admin.does(.unlink(1), at: .eve), Person.stranger.registers(as: 1)], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("not when there are no questions", in: Rule.Setting().with(\.attendance.isEnabled, false), given: [annaSits], when: asks, then: .alreadySo),
    Rule("about the coming open day alone", given: [Person.anna.books("1", .saturday, at: .eve)], when: asks, then: .alreadySo),
    Rule("about Monday on Saturday", given: [Person.anna.books("1", .monday, at: .eve)], when: Person.bot.does(.askAttendance(on: .saturday), at: .noon + 3 * 86_400), then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("not on a closed day", given: [Person.anna.books("1", .monday, at: .eve)], when: Person.bot.does(.askAttendance(on: .sunday), at: .noon + 4 * 86_400), then: .alreadySo),
    Rule("about the day after one that an admin closed", given: [Person.anna.books("1", .saturday, at: .eve), Person.admin.does(.closeDay(.tomorrow + 1)), Person.admin.does(.closeDay(.tomorrow))], when: asks, then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("late, while there is time to answer", given: [annaSits], when: Person.bot.does(.askAttendance(on: .today), at: .at(18)), then: .tells("attendance asked anna"), owes: "anna: question"),
    Rule("not too late to matter", given: [annaSits], when: Person.bot.does(.askAttendance(on: .today), at: .at(18) + 1), then: .alreadySo),
    Rule("not when the day has come", given: [annaSits], when: Person.bot.does(.askAttendance(on: .today), at: .at(24)), then: .alreadySo),
    Rule("again of nobody who was asked before a day between was opened", given: [Person.anna.books("1", .saturday, at: .eve), Person.admin.does(.closeDay(.tomorrow + 1)), Person.admin.does(.closeDay(.tomorrow)), asks, Person.admin.does(.openDay(.tomorrow + 1))], when: Person.bot.does(.askAttendance(on: .tomorrow + 1), at: .noon + 2 * 86_400), then: .alreadySo),
    // The reminder.
    Rule("a reminder", given: asked, when: reminds, then: .tells("attendance reminded anna"), owes: "anna: reminder"),
    Rule("one reminder", given: asked + [reminds], when: reminds, then: .alreadySo),
    Rule("no reminder without the question", given: [annaSits, asks], when: reminds, then: .alreadySo),
    Rule("no reminder of what is confirmed", given: asked + [Person.anna.comes(.tomorrow)], when: reminds, then: .alreadySo),
    Rule("a reminder of the guest that is left", given: [annaSits, Person.anna.invites("Гость", "2", .tomorrow, at: .eve), asks, Person.bot.delivers(1), Person.anna.cancels(1)], when: reminds, then: .tells("attendance reminded anna"), owes: "anna: reminder"),
    Rule("no reminder after «Не приду»", given: asked + [Person.anna.cancels(1)], when: reminds, then: .alreadySo),
  ]

  // swift-format-ignore
  private static let releasing: [Rule] = [
    Rule("silence", given: asked, when: releases, then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("silence about guests", given: [annaSits, Person.anna.invites("Гость", "2", .tomorrow, at: .eve), asks, Person.bot.delivers(1)], when: releases, then: .tells("released #1 at 1", "released #2 at 2"), owes: "anna: released 1, 2 Гость"),
    Rule("silence, and somebody waits", in: .oneSeat, given: [annaSits, Person.boris.waits(.tomorrow, at: .eve), asks, Person.bot.delivers(1)], when: releases, then: .tells("released #1 at 1", "offered #2 at 1"), owes: "anna: released 1", "boris: offer 1"),
    Rule("silence of two, and two wait", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow, at: .eve), Person.boris.waits(.tomorrow, at: .eve), Person.gleb.waits(.tomorrow, at: .eve), asks, Person.bot.delivers(1), Person.bot.delivers(2)], when: releases, then: .tells("released #1 at 1", "released #2 at 2", "offered #3 at 1", "offered #4 at 2"), owes: "anna: released 1", "chief: released 2", "boris: offer 1", "gleb: offer 2"),
    Rule("silence, released twice", given: asked + [releases], when: releases, then: .alreadySo),
    Rule("«Приду»", given: asked, when: Person.anna.comes(.tomorrow), then: .tells("attendance confirmed anna")),
    Rule("«Приду» twice", given: asked + [Person.anna.comes(.tomorrow)], when: Person.anna.comes(.tomorrow), then: .alreadySo),
    Rule("«Приду», and then no release", given: asked + [Person.anna.comes(.tomorrow)], when: releases, then: .alreadySo),
    Rule("«Приду» for what is left, without a guest", given: [annaSits, Person.anna.invites("Гость", "2", .tomorrow, at: .eve), asks, Person.bot.delivers(1), Person.anna.cancels(2), Person.anna.comes(.tomorrow)], when: releases, then: .alreadySo),
    Rule("«Приду» before the message is confirmed", given: [annaSits, asks, Person.anna.comes(.tomorrow), Person.bot.delivers(1)], when: releases, then: .alreadySo),
    Rule("«Приду» after the release", given: asked + [releases], when: Person.anna.comes(.tomorrow, at: .at(20)), then: .tells("booked #2 at 1")),
    Rule("«Приду» that was not asked", given: [annaSits], when: Person.anna.comes(.tomorrow), then: .alreadySo),
    Rule("«Приду» for a day that is over", given: asked, when: Person.anna.comes(.tomorrow, at: .noon + 2 * 86_400), then: .no(.dayIsPast(.tomorrow))),
    Rule("«Приду» of a stranger", given: asked, when: Person.stranger.comes(.tomorrow), then: .no(.notRegistered)),
    Rule("a move instead of an answer", given: asked + [Person.anna.moves(1, "2", at: .at(13))], when: releases, then: .alreadySo),
    Rule("a move, though the clock was put back", given: asked + [Person.anna.moves(1, "2", at: .eve)], when: releases, then: .alreadySo),
    Rule("another seat after it was closed", given: asked + [Person.admin.closes("1", .tomorrow), Person.anna.accepts(1)], when: releases, then: .alreadySo),
    Rule("no seat after it was closed", in: .oneSeat, given: asked + [Person.admin.closes("1", .tomorrow)], when: releases, then: .alreadySo),
    Rule("reached an hour before", given: [annaSits, asks, Person.bot.delivers(1, at: .at(18))], when: releases, then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("reached too late", given: [annaSits, asks, Person.bot.delivers(1, at: .at(18) + 1)], when: releases, then: .alreadySo),
    Rule("never reached", given: [annaSits, asks], when: releases, then: .alreadySo),
    Rule("could not be reached", given: [annaSits, asks, Person.bot.givesUp(1)], when: releases, then: .alreadySo),
    Rule("reached an account that is unlinked", given: asked + [Person.admin.does(.unlink(1))], when: releases, then: .alreadySo),
    Rule("reached an account that another took over from", given: asked + [Person.admin.does(.unlink(1)), Person.stranger.registers(as: 1)], when: releases, then: .alreadySo),
    Rule("reached who took over", given: [annaSits, asks, Person.admin.does(.unlink(1)), Person.stranger.registers(as: 1), Person.bot.delivers(1)], when: releases, then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("a day that an admin closed", given: asked + [Person.admin.does(.closeDay(.tomorrow))], when: releases, then: .alreadySo),
    Rule("asked about the day after a closed one, which is opened", given: [Person.anna.books("1", .saturday, at: .eve), Person.admin.does(.closeDay(.tomorrow + 1)), Person.admin.does(.closeDay(.tomorrow)), asks, Person.bot.delivers(1), Person.admin.does(.openDay(.tomorrow + 1))], when: releases, then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("asked today, and today is closed afterwards", given: asked + [Person.admin.does(.closeDay(.today))], when: releases, then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("a minute before the time that the question said", given: asked, when: Person.bot.releases(at: .at(18, 59)), then: .alreadySo),
    Rule("reached too late, on the next day either", given: [annaSits, asks, Person.bot.delivers(1, at: .at(18) + 1)], when: Person.bot.releases(at: .at(33)), then: .alreadySo),
    Rule("when nobody could be heard over the hour: not at once", given: asked + [Person.bot.does(.resumeDeadlines, at: .at(19, 1))], when: Person.bot.releases(at: .at(20)), then: .alreadySo),
    Rule("when nobody could be heard over the hour: later by the time to answer", given: asked + [Person.bot.does(.resumeDeadlines, at: .at(19, 1))], when: Person.bot.releases(at: .at(20, 1)), then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("when nobody could be heard, twice", given: asked + [Person.bot.does(.resumeDeadlines, at: .at(19, 1)), Person.bot.does(.resumeDeadlines, at: .at(20, 30))], when: Person.bot.releases(at: .at(21)), then: .alreadySo),
    Rule("when nobody could be heard before the hour: nothing moves", given: asked, when: Person.bot.does(.resumeDeadlines, at: .at(18, 59)), then: .alreadySo),
    Rule("a stop in the hour that was gained: nothing moves again", given: asked + [Person.bot.does(.resumeDeadlines, at: .at(19, 1))], when: Person.bot.does(.resumeDeadlines, at: .at(20)), then: .alreadySo),
    Rule("a question that never came, when nobody could be heard: costs nothing", given: [annaSits, asks], when: Person.bot.does(.resumeDeadlines, at: .at(19, 1)), then: .alreadySo),
    Rule("no questions any more", in: Rule.Setting().with(\.attendance.isEnabled, false), given: [annaSits], when: releases, then: .alreadySo),
    Rule("booked after the question", given: [annaSits, asks, Person.bot.delivers(1), Person.boris.books("2", .tomorrow, at: .at(13))], when: releases, then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("not by silence that is proven up to the second before only", given: asked, when: Person.bot.releases(dueBy: .at(19) - 1, at: .at(20)), then: .alreadySo),
    Rule("not before the hour, whatever is proven", given: asked, when: Person.bot.releases(dueBy: .at(19), at: .at(18, 59)), then: .alreadySo),
    Rule("when the bot was down over the hour", given: asked, when: Person.bot.releases(at: .at(23)), then: .tells("released #1 at 1"), owes: "anna: released 1"),
    Rule("not when the day is over", given: asked, when: Person.bot.releases(at: .at(48)), then: .alreadySo),
  ]

  @Test(
    "«Приду» confirms all that is in question, and takes again only what was released", arguments: answering)
  func answeringForAll(rule: Rule) throws { try rule.check() }

  // Anna has seat 1 of tomorrow, her guest seat 2; both are asked about today at noon.
  // swift-format-ignore
  private static let answering: [Rule] = [
    Rule("both are confirmed", given: askedForTwo + [Person.anna.comes(.tomorrow)], when: releases, then: .alreadySo),
    Rule("the own one was cancelled: the guest's is confirmed, the own one stays cancelled", given: askedForTwo + [Person.anna.cancels(1)], when: Person.anna.comes(.tomorrow), then: .tells("attendance confirmed anna")),
    Rule("the own one was cancelled: the guest is not released", given: askedForTwo + [Person.anna.cancels(1), Person.anna.comes(.tomorrow)], when: releases, then: .alreadySo),
    Rule("the guest's was cancelled", given: askedForTwo + [Person.anna.cancels(2)], when: Person.anna.comes(.tomorrow), then: .tells("attendance confirmed anna")),
    Rule("both were released: both are taken again", given: askedForTwo + [releases], when: late, then: .tells("booked #3 at 1", "booked #4 at 2")),
    Rule("cancelled, then the guest's was released: it alone is taken again", given: askedForTwo + [Person.anna.cancels(1), releases], when: late, then: .tells("booked #3 at 2")),
    Rule("taken again once", given: askedForTwo + [releases, late], when: late, then: .alreadySo),
    Rule("taken again and cancelled: not a second time", given: asked + [releases, late, Person.anna.cancels(2, at: .at(20))], when: late, then: .alreadySo),
    Rule("another seat since, which was cancelled too", given: asked + [releases, Person.anna.books("3", .tomorrow, at: .at(20)), Person.anna.cancels(2, at: .at(20))], when: late, then: .alreadySo),
    Rule("another seat since: it stays", given: asked + [releases, Person.anna.books("3", .tomorrow, at: .at(20))], when: late, then: .alreadySo),
    Rule("somebody else has it", given: asked + [releases, Person.boris.books("1", .tomorrow, at: .at(20))], when: late, then: .no(.seatTaken("1", on: .tomorrow, by: 2))),
    Rule("somebody else has one of two", given: askedForTwo + [releases, Person.boris.books("1", .tomorrow, at: .at(20))], when: late, then: .tells("booked #4 at 2")),
    Rule("it is held for who waits", in: .oneSeat, given: [annaSits, Person.boris.waits(.tomorrow, at: .eve), asks, Person.bot.delivers(1), releases], when: late, then: .no(.seatHeld("1", on: .tomorrow))),
    Rule("the day was closed meanwhile", given: asked + [releases, Person.admin.does(.closeDay(.tomorrow), at: .at(20))], when: late, then: .no(.dayIsClosed(.tomorrow))),
    Rule("by whoever is linked now, though renamed", given: asked + [releases, Person.admin.does(.unlink(1)), Person.stranger.registers(as: 1), Person.admin.does(.rename(1, to: Person.named("Другая Анна", id: 1).name))], when: Person.stranger.comes(.tomorrow, at: .at(20)), then: .tells("booked #2 at 1")),
    Rule("not by who was unlinked", given: asked + [releases, Person.admin.does(.unlink(1))], when: late, then: .no(.notRegistered)),
    Rule("not another's", given: asked + [releases], when: Person.boris.comes(.tomorrow, at: .at(20)), then: .alreadySo),
  ]

  @Test("what was released is forgotten with its day, and with its owner")
  func forgotten() throws {
    for ending in [
      Person.bot.does(.forgetReleased(before: .today + 2), at: .at(60)),
      Person.admin.does(.removeEmployee(1)),
    ] {
      var office = try Office.sample()
      for step in Self.asked + [Self.releases] { _ = try office.take(step) }
      #expect(office.records.released.map(\.seat) == ["1"])
      _ = try office.perform(ending.command, by: ending.principal, at: ending.now)
      #expect(office.released.isEmpty)
    }
  }

  @Test(
    "what was released is kept when the question is put by a clock that may be wrong, and before its day is over"
  )
  func kept() throws {
    var office = try Office.sample()
    for step in Self.asked + [Self.releases] { _ = try office.take(step) }
    _ = try office.perform(.askAttendance(on: .today + 90), by: .bot, at: .noon + 90 * 86_400)
    _ = try office.perform(.forgetReleased(before: .tomorrow), by: .bot, at: .at(36))
    #expect(office.records.released.map(\.seat) == ["1"])
    #expect(throws: Rejection.notAllowed) {
      try office.perform(.forgetReleased(before: .today + 2), by: .bot, at: .at(36))
    }
  }

  @Test("asks nobody twice and releases nobody unasked when hours or the time zone change in mid-day")
  func changedConfiguration() throws {
    var office = try Office.sample()
    for step in Self.asked { _ = try office.take(step) }
    var rules = office.rules
    rules.attendance.askAt = TimeOfDay(hour: 14, minute: 0)
    rules.attendance.answerBy = TimeOfDay(hour: 15, minute: 0)
    for hours in [3, 4, 1, 7, -5] {
      rules.timeZone = try #require(TimeZone(secondsFromGMT: hours * 3_600))
      office.adopt(rules)
      let asked = try office.perform(.askAttendance(on: .today), by: .bot, at: .at(14))
      #expect(asked == [], "\(hours)")
    }
    // What the question said counts, though it would say another hour by now.
    rules.timeZone = try #require(TimeZone(secondsFromGMT: 4 * 3_600))
    rules.attendance.minimumTimeToAnswer = .seconds(3 * 3_600)
    office.adopt(rules)
    #expect(try office.perform(.releaseUnconfirmed(dueBy: .at(18, 59)), by: .bot, at: .at(18, 59)) == [])
    #expect(try office.perform(.releaseUnconfirmed(dueBy: .at(19)), by: .bot, at: .at(19)).count == 1)
  }

  @Test("finds the asking day and the day asked about over nights in which clocks change")
  func clockChanges() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    var rules = OfficeRules(timeZone: berlin)
    rules.admins = OfficeRules.sample.admins
    // Clocks go back on 25 October 2026 and forward on 28 March 2027, at night.
    for iso in ["2026-10-25", "2027-03-28"] {
      let day = try #require(Day(iso: iso))
      var office = try Office(
        rules: rules, seats: [Seat(id: "1")],
        records: OfficeRecords(
          employees: [Person.anna.onTheList], counters: Counters(nextEmployee: 10)))
      let noon = TimeOfDay(hour: 12, minute: 0)
      let eve = noon.moment(on: day + -1, in: berlin)
      _ = try office.perform(
        .book("1", on: day), by: Person.anna.principal, at: noon.moment(on: day + -2, in: berlin))
      #expect(office.dayAskedAbout(on: day + -1) == day && office.askingDay(for: day) == day + -1)
      #expect(try office.perform(.askAttendance(on: day + -1), by: .bot, at: eve).count == 1)
      _ = try office.take(Person.bot.delivers(1, at: eve))
      let deadline = rules.attendance.answerBy.moment(on: day + -1, in: berlin)
      #expect(try office.perform(.releaseUnconfirmed(dueBy: deadline), by: .bot, at: deadline).count == 1)
    }
  }

  // MARK: Words of the tables

  private static let annaSits = Person.anna.books("1", .tomorrow, at: .eve)
  private static let asks = Person.bot.does(.askAttendance(on: .today))
  private static let asked = [annaSits, asks, Person.bot.delivers(1)]
  private static let reminds = Person.bot.does(.remindAttendance(on: .today), at: .at(17))
  private static let askedForTwo = [
    annaSits, Person.anna.invites("Гость", "2", .tomorrow, at: .eve), asks, Person.bot.delivers(1),
  ]
  /// «Приду» after the release.
  private static let late = Person.anna.comes(.tomorrow, at: .at(20))
  private static let releases = Person.bot.releases(at: .at(19))
}
