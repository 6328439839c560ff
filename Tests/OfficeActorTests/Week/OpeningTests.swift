import Foundation
import Testing

@testable import OfficeActor

@Suite("Days that open")
struct OpeningTests {
  @Test(
    "are booked for plans: whose seat it was, whose wish is older, then the nearest, then the queue",
    arguments: planning)
  func planned(rule: Rule) throws { try rule.check() }

  @Test(
    "are changed for what opens from then on; days that are open are booked when one asks for it",
    arguments: changing)
  func changed(rule: Rule) throws { try rule.check() }

  @Test("are booked for the owners of assigned seats before all others", arguments: owning)
  func assigned(rule: Rule) throws { try rule.check() }

  @Test("open one after the other, the oldest first, after a stop and for a longer window")
  func several() throws {
    var office = try Office.sample()
    _ = try office.take(Self.opened)
    _ = try office.take(Person.anna.plans(.wed, "1"))
    _ = try office.take(Person.anna.plans(.thu, "1"))
    #expect(office.dayToOpen(at: .noon) == nil)
    // A weekend's stop.
    let later = Date.noon + 3 * 86_400
    var days: [Day] = []
    while let day = office.dayToOpen(at: later) {
      days.append(day)
      _ = try office.take(Person.bot.opens(at: later))
    }
    let opened = (1...3).map { Day.last + $0 }
    #expect(days == opened)
    let booked = office.bookings(of: 1, from: .today).map(\.day)
    #expect(booked == Array(opened.prefix(2)))
    #expect(try office.take(Person.bot.opens(at: later)) == [])
    var rules = office.rules
    rules.bookingWindowDays = 21
    office.adopt(rules)
    #expect(office.dayToOpen(at: later) == .last + 4)
    // A stop that is longer than the window opens no day that is over.
    let muchLater = Date.noon + 60 * 86_400
    #expect(office.dayToOpen(at: muchLater) == .today + 60)
    // A clock that goes back opens nothing.
    #expect(office.dayToOpen(at: .noon - 5 * 86_400) == nil)
  }

  @Test("tell who did not get the wanted seat once for days that open at once, and without sound")
  func oneNotice() throws {
    var office = try Office.sample()
    for step in [
      Self.opened, Person.anna.plans(.wed, "1"), Person.anna.plans(.thu, "1"), Person.boris.plans(.wed, "1"),
      Person.boris.plans(.thu, "1"),
    ] {
      _ = try office.take(step)
    }
    let later = Date.noon + 2 * 86_400
    for _ in 0..<2 { _ = try office.take(Person.bot.opens(at: later)) }
    let notice = try #require(office.notices.values.first)
    #expect(office.notices.count == 1 && notice.content.isSilent)
    guard case .planned(let outcomes) = notice.content else {
      Issue.record("\(notice)")
      return
    }
    #expect(outcomes.map(\.day) == [.last + 1, .last + 2])
    #expect(outcomes.map(\.reason) == [.wishedEarlier(1), .wishedEarlier(1)])
    #expect(office.plan(of: 2)?.last == outcomes.last)
    #expect(office.plan(of: 1)?.last?.seat == "1")
  }

  @Test("give the nearest seats first to who got the wanted one least often in the past four weeks")
  func fairness() throws {
    // Seat 1 goes to Anna, whose wish is oldest; of the others the one who had the fewest wishes granted chooses first.
    var office = try Office(
      rules: .sample, seats: ["1", "2"].map { Seat(id: $0) },
      records: Office.sample().records)
    for step in [
      Self.opened, Person.anna.plans(.wed, "1"), Person.boris.plans(.wed, "1", at: .at(13)),
      Person.gleb.plans(.wed, "1", at: .at(14)), Person.boris.plans(.thu, "1", at: .at(14)),
    ] {
      _ = try office.take(step)
    }
    var story: [Day: [Employee.ID: Seat.ID?]] = [:]
    for number in 1...8 {
      let now = Date.noon + TimeInterval(number) * 86_400
      while let day = office.dayToOpen(at: now) {
        _ = try office.take(Person.bot.opens(at: now))
        story[day] = Dictionary(
          uniqueKeysWithValues: office.bookings(on: day).all.map { ($0.owner, $0.seat) })
      }
    }
    // Nobody but Anna had a wish granted: Boris has the older plan.
    #expect(story[.last + 1] == [1: "1", 2: "2", 5: nil])
    #expect(story[.last + 2] == [2: "1"])
    // Boris had one granted on Thursday.
    #expect(story[.last + 8] == [1: "1", 2: nil, 5: "2"])
  }

  @Test("rest for a plan after three releases in a row for silence, and wake with one tap")
  func silence() throws {
    var plan = Plan(of: 1, createdAt: .noon, days: [.wed: Plan.Wish(seat: nil, since: .noon)])
    plan.silentReleases = 2
    var records = try Office.sample().records
    records.plans = [plan]
    records.bookings = [
      Booking(
        id: 1, day: .tomorrow, owner: 1, seat: "1", createdAt: .eve,
        attendance: Attendance(askedAt: .noon, reachedAt: .noon))
    ]
    records.counters.nextBooking = 2
    let silent = try Office(rules: .sample, seats: [Seat(id: "1")], records: records)

    var office = silent
    let events = try office.take(Person.bot.releases(at: .at(19)))
    #expect(events.map { JournalRecord($0).kind } == [.released, .planPaused])
    #expect(office.plan(of: 1)?.rest == .silence)
    #expect(office.notices.values.contains { $0.content == .planRests })
    #expect(try office.take(Person.anna.does(.resumePlan)) == [.planResumed(Person.anna.onTheList)])
    #expect(office.plan(of: 1)?.rest == nil && office.plan(of: 1)?.silentReleases == 0)

    for answer in [Person.anna.comes(.tomorrow), Person.anna.cancels(1)] {
      var office = silent
      _ = try office.take(answer)
      #expect(office.plan(of: 1)?.silentReleases == 0)
    }
  }

  @Test("are all booked in one step, be it for two hundred plans")
  func manyPlans() throws {
    let people = (1...200).map { Person.named("Сотрудник \($0)", id: Int64($0), account: 1_000 + Int64($0)) }
    var office = try Office(
      rules: .sample, seats: (1...150).map { Seat(id: Seat.ID("\($0)")) },
      records: OfficeRecords(employees: people, counters: Counters(nextEmployee: 201)))
    _ = try office.take(Self.opened)
    for person in people {
      guard let account = person.account else { continue }
      let seat = Seat.ID("\(person.id.rawValue % 100 + 1)")
      _ = try office.perform(
        .planDay(.wed, .seat(seat)), by: .person(account), at: .noon + Double(person.id.rawValue))
    }
    let events = try office.take(Person.bot.opens(at: .noon + 86_400))
    #expect(events.count == 200)
    let day = office.bookings(on: .last + 1)
    #expect(day.all.count { $0.seat != nil } == 150 && day.queue.count == 50)
    // The older wish of two has each wanted seat.
    #expect(
      (1...100).allSatisfy {
        day.booking(ownedBy: Employee.ID(rawValue: $0))?.seat == Seat.ID("\($0 % 100 + 1)")
      })
    // Those who wait stand in the order in which they would have been seated.
    #expect(day.queue.map(\.owner) == day.queue.map(\.owner).sorted())
  }

  // The day that opens is a Wednesday, two weeks after the first day.
  // swift-format-ignore
  private static let planning: [Rule] = [
    Rule("a wanted seat", given: [opened, Person.anna.plans(.wed, "3")], when: opens, then: .tells("booked #1 at 3")),
    Rule("any seat", given: [opened, Person.anna.plans(.wed)], when: opens, then: .tells("booked #1 at 1")),
    Rule("any seat: the usual one", given: [opened, Person.anna.books("3", .yesterday, at: .eve), Person.anna.books("3", .today), Person.anna.plans(.wed)], when: opens, then: .tells("booked #3 at 3")),
    Rule("another weekday", given: [opened, Person.anna.plans(.thu, "3")], when: opens, then: .alreadySo),
    Rule("the older wish first", given: [opened, Person.boris.plans(.wed, "3"), Person.anna.plans(.wed, "3", at: .at(13))], when: opens, then: .tells("booked #1 at 3", "booked #2 at 1"), owes: "anna: 1 for 3, boris wished earlier"),
    Rule("who had the seat more often before the older wish", given: [opened, Person.boris.plans(.wed, "3"), Person.anna.plans(.wed, "3", at: .at(13)), Person.anna.books("3", .today)], when: opens, then: .tells("booked #2 at 3", "booked #3 at 1"), owes: "boris: 1 for 3, anna sat there more often"),
    Rule("a guest's visits do not count", given: [opened, Person.boris.plans(.wed, "3"), Person.anna.plans(.wed, "3", at: .at(13)), Person.anna.invites("Гость", "3", .today)], when: opens, then: .tells("booked #2 at 3", "booked #3 at 1"), owes: "anna: 1 for 3, boris wished earlier"),
    Rule("the same wish said again is as old as before", given: [opened, Person.boris.plans(.wed, "3"), Person.anna.plans(.wed, "3", at: .at(13)), Person.boris.plans(.thu, "3", at: .at(14))], when: opens, then: .tells("booked #1 at 3", "booked #2 at 1"), owes: "anna: 1 for 3, boris wished earlier"),
    Rule("another wish is a new one", given: [opened, Person.boris.plans(.wed, "3"), Person.anna.plans(.wed, "3", at: .at(13)), Person.boris.plans(.wed, "2", at: .at(14)), Person.boris.plans(.wed, "3", at: .at(15))], when: opens, then: .tells("booked #1 at 3", "booked #2 at 1"), owes: "boris: 1 for 3, anna wished earlier"),
    Rule("nothing is left: the queue", in: .oneSeat, given: [opened, Person.anna.plans(.wed, "1"), Person.boris.plans(.wed, "1", at: .at(13)), Person.gleb.plans(.wed, at: .at(14))], when: opens, then: .tells("booked #1 at 1", "booked #2", "booked #3"), owes: "boris: queue for 1, anna wished earlier", "gleb: queue for any"),
    Rule("a seat that is closed", given: [opened, Person.anna.plans(.wed, "3"), Person.admin.closes("3", .tomorrow)], when: opens, then: .tells("booked #1 at 1"), owes: "anna: 1 for 3, closed"),
    Rule("a seat that was booked by hand", given: [opened, Person.anna.plans(.wed, "3"), Person.boris.books("3", .last + 1, at: nextDay)], when: opens, then: .tells("booked #2 at 1"), owes: "anna: 1 for 3, booked by boris"),
    Rule("a day one has already", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.books("2", .last + 1, at: nextDay)], when: opens, then: .alreadySo),
    Rule("a day one has cancelled", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.books("2", .last + 1, at: nextDay), Person.anna.cancels(1, at: nextDay)], when: opens, then: .alreadySo),
    Rule("a day on which one is away", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.isAway(.last, .last + 3)], when: opens, then: .alreadySo),
    Rule("a closed day", given: [opened, Person.anna.plans(.wed, "3"), Person.admin.does(.closeDay(.last + 1))], when: opens, then: .alreadySo),
    Rule("a plan that rests", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.does(.pausePlan)], when: opens, then: .alreadySo),
    Rule("a plan that was woken", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.does(.pausePlan), Person.anna.does(.resumePlan)], when: opens, then: .tells("booked #1 at 3")),
    Rule("a day that was taken out of the plan", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.does(.planDay(.wed, .remove))], when: opens, then: .alreadySo),
    Rule("the plan of a name that nobody is linked to, without a notice", in: .oneSeat, given: [opened, Person.boris.plans(.wed), Person.anna.plans(.wed, at: .at(13)), Person.admin.does(.unlink(1))], when: opens, then: .tells("booked #1 at 1", "booked #2")),
    Rule("the plan of a name that was removed", given: [opened, Person.anna.plans(.wed, "3"), Person.admin.does(.removeEmployee(1))], when: opens, then: .alreadySo),
    Rule("twice", given: [opened, Person.anna.plans(.wed, "3"), opens], when: opens, then: .alreadySo),
    Rule("for people", given: [opened], when: Person.admin.does(.openNextDay, at: nextDay), then: .no(.notAllowed)),
    Rule("a plan for a seat that there is not", when: Person.anna.plans(.wed, "77"), then: .no(.seatUnknown("77"))),
    Rule("a plan that there is not, paused", when: Person.anna.does(.pausePlan), then: .no(.noPlan)),
    Rule("a plan that there is not, resumed", when: Person.anna.does(.resumePlan), then: .no(.noPlan)),
    Rule("a plan of a stranger", when: Person.stranger.plans(.wed), then: .no(.notRegistered)),
  ]

  // swift-format-ignore
  private static let owning: [Rule] = [
    Rule("without a plan", given: [opened, annas("3")], when: opens, then: .tells("booked #3 at 3")),
    Rule("before a plan that wants the seat", given: [opened, Person.boris.plans(.wed, "3"), annas("3")], when: opens, then: .tells("booked #3 at 3", "booked #4 at 1"), owes: "boris: 1 for 3, assigned to anna"),
    Rule("once, though one's plan has the day too", given: [opened, Person.anna.plans(.wed, "2"), annas("3")], when: opens, then: .tells("booked #3 at 3")),
    Rule("not while the owner is away: the seat is lent", given: [opened, Person.boris.plans(.wed, "3"), annas("3"), Person.anna.isAway(.last + 1, .last + 1)], when: opens, then: .tells("booked #3 at 3")),
    Rule("not where the owner has another seat", given: [opened, annas("3"), Person.anna.books("2", .last + 1, at: nextDay)], when: opens, then: .alreadySo),
    Rule("not when somebody has it", given: [opened, annas("3"), Person.boris.books("3", .last + 1, at: nextDay)], when: opens, then: .alreadySo),
    Rule("no longer when it is unassigned", given: [opened, annas("3"), Person.admin.does(.unassignSeat("3"))], when: opens, then: .alreadySo),
    Rule("also while nobody is linked to the name", given: [opened, annas("3"), Person.admin.does(.unlink(1))], when: opens, then: .tells("booked #3 at 3")),
    Rule("no longer for a name that was removed", given: [opened, annas("3"), Person.admin.does(.removeEmployee(1))], when: opens, then: .alreadySo),
    Rule("as the configuration of a new office says; who is not on the list gets none", given: [opened], when: Person.bot.does(.adoptAssignments(configured)), then: .tells("seat assigned anna at 3", "booked #1 at 3", "booked #2 at 3")),
    // Days that are open already.
    Rule("at once where it is free", given: [opened], when: annas("3"), then: .tells("seat assigned anna at 3", "booked #1 at 3", "booked #2 at 3"), owes: "anna: assigned 3 on wed"),
    Rule("not where somebody has it", given: [Person.boris.books("3", .today)], when: annas("3"), then: .tells("seat assigned anna at 3", "booked #2 at 3"), owes: "anna: assigned 3 on wed"),
    Rule("not where the owner has another", given: [Person.anna.books("2", .today)], when: annas("3"), then: .tells("seat assigned anna at 3", "booked #2 at 3"), owes: "anna: assigned 3 on wed"),
    Rule("twice", given: [annas("3")], when: annas("3"), then: .alreadySo),
    Rule("of somebody else's", given: [annas("3")], when: Person.admin.does(.assignSeat("3", to: 2, on: [.thu])), then: .no(.seatAssigned("3", to: 1))),
    Rule("a second one for the same weekdays", given: [annas("3")], when: Person.admin.does(.assignSeat("2", to: 1, on: [.wed, .thu])), then: .no(.hasAssignedSeat(1, "3"))),
    Rule("for no weekday", when: Person.admin.does(.assignSeat("3", to: 1, on: [])), then: .no(.nothingChosen)),
    Rule("that there is not", when: Person.admin.does(.assignSeat("77", to: 1, on: [.wed])), then: .no(.seatUnknown("77"))),
    Rule("to nobody", when: Person.admin.does(.assignSeat("3", to: 99, on: [.wed])), then: .no(.employeeUnknown(99))),
    Rule("by an employee", when: Person.gleb.does(.assignSeat("3", to: 5, on: [.wed])), then: .no(.adminsOnly)),
    Rule("ended", given: [annas("3")], when: Person.admin.does(.unassignSeat("3")), then: .tells("seat unassigned anna at 3"), owes: "anna: unassigned 3"),
    Rule("ended twice", when: Person.admin.does(.unassignSeat("3")), then: .alreadySo),
  ]

  // swift-format-ignore
  private static let changing: [Rule] = [
    Rule("a change books nothing", given: [opened], when: Person.anna.plans(.wed, "3"), then: .tells("plan changed anna at 3")),
    Rule("open days, when one asks", given: [opened, Person.anna.plans(.wed, "3")], when: Person.anna.does(.bookPlannedDays), then: .tells("booked #1 at 3", "booked #2 at 3")),
    Rule("a day that opens goes by the change", given: [opened, Person.anna.plans(.wed, "3"), Person.anna.plans(.wed, "2")], when: opens, then: .tells("booked #1 at 2")),
    Rule("not an open day that one has cancelled", given: [opened, Person.anna.books("1", .today), Person.anna.cancels(1), Person.anna.plans(.wed, "3")], when: Person.anna.does(.bookPlannedDays), then: .tells("booked #2 at 3")),
  ]

  /// Anna's seat on Wednesdays, and one of a name that the office does not know.
  private static let configured = [("3", "Смирнова Анна"), ("2", "Никто Никакой")].compactMap { seat, name in
    EmployeeName(name).map { ConfiguredAssignment(seat: Seat.ID(seat), name: $0, weekdays: [.wed]) }
  }
  private static let opened = Person.bot.does(.adoptSeats)
  private static let nextDay = Date.noon + 86_400
  private static let opens = Person.bot.opens(at: nextDay)
  /// Anna's seat on Wednesdays: today and in a week are open already.
  private static func annas(_ seat: Seat.ID) -> Step {
    Person.admin.does(.assignSeat(seat, to: 1, on: [.wed]))
  }
}
