import Foundation
import Sandbox
import TestSupport
import Testing

/// Fifty kills, or as many as `CRASH_TEST_KILLS` says (`make crash-test`); the same choices again with
/// `CRASH_TEST_SEED`.
@Suite("Killed at random instants", .timeLimit(.minutes(60)))
struct KillingTests {
  /// People who want the same few seats, so that many are refused.
  private static let people = 8
  private static let days = 6

  private static var setup: OfficeSetup {
    var setup = OfficeSetup(seats: 7, employees: (1...people).map { "Занятый Сотрудник №\($0)" })
    // The kills are to find it busy, not waiting for Telegram's pace.
    setup.telegram.flood = nil
    setup.environment["OFFICEBOT_PACE"] = "off"
    return setup
  }

  @Test("All that was acknowledged is there after each kill, nothing that was refused, and no seat twice")
  func killed() async throws {
    let kills = Int(number("CRASH_TEST_KILLS") ?? 50)
    let seed = number("CRASH_TEST_SEED") ?? .random(in: 1...999_999)
    var expectations = BotUnderTest.Expectations.redeliveredTaps
    expectations.mayLeaveTapsUnanswered = true
    try await BotUnderTest.journey(in: Self.setup, expecting: expectations) { bot in
      var chance = SeededRandom(seed: seed)
      var starts: [Double] = []
      let people = try await Self.gather(bot, seed: seed)
      for kill in 1...kills {
        let place = "kill \(kill) of \(kills), CRASH_TEST_SEED=\(seed)"
        try await Self.work(
          people, for: .milliseconds(Int.random(in: 0...400, using: &chance)), then: bot.kill)
        try await Self.expectDurable(people, in: StoredOffice(leftIn: bot.data), place)

        // Some are not given the time to come up again.
        if Int.random(in: 1...5, using: &chance) == 1 {
          try await bot.start()
          try await Task.sleep(for: .milliseconds(Int.random(in: 0...200, using: &chance)))
          try await bot.kill()
          try await Self.expectDurable(people, in: StoredOffice(leftIn: bot.data), "\(place), when starting")
        }
        let start = ContinuousClock.now
        try await bot.start()
        try await Self.expectShown(people, by: bot, since: start, &starts, place)
      }
      try await Self.expectJournal(people, in: bot, "CRASH_TEST_SEED=\(seed)")
      printFigure("crash.kills", Double(kills), "")
      printFigure("crash.start_to_answers_p50_ms", starts.percentile(0.5), "ms")
      printFigure("crash.start_to_answers_max_ms", starts.max() ?? 0, "ms")
    }
  }

  @Test("Killed while it makes its data for the first time, it starts the next time", arguments: 1...5)
  func killedWhileNew(_ round: Int) async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      for _ in 1...3 {
        try await bot.start()
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...(40 * round))))
        try await bot.kill()
      }
      try await bot.start()
      let anna = try await bot.anna()
      try await anna.books(5)
    }
  }

  // MARK: The steps

  private static func gather(_ bot: BotUnderTest, seed: UInt64) async throws -> [BusyPerson] {
    var people: [BusyPerson] = []
    var floors: [SeenFloor] = []
    for (index, name) in bot.setup.employees.enumerated() {
      let person = try await bot.employee("№\(index + 1)", as: name)
      if floors.isEmpty { floors = try await person.seesFloors(days: days) }
      people.append(BusyPerson(person, floors: floors, seed: seed &+ UInt64(index)))
    }
    return people
  }

  /// Lets people work for a while, then ends that and hears what they were told until then.
  private static func work(
    _ people: [BusyPerson], for time: Duration, then kill: @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in people { group.addTask { try await person.work() } }
      try await Task.sleep(for: time)
      try await kill()
      group.cancelAll()
      try await group.waitForAll()
    }
    for person in people { try await person.heed() }
  }

  private static func expectDurable(
    _ people: [BusyPerson], in stored: StoredOffice, _ place: String
  ) async throws {
    var mistakes: [String] = []
    for person in people {
      mistakes += await person.mistakes(in: stored.seats(of: person.person), isSettled: false)
    }
    #expect(mistakes == [], "in office.db after \(place)")
  }

  /// Waits until the bot has caught up, then looks at what it shows and what it has stored.
  private static func expectShown(
    _ people: [BusyPerson], by bot: BotUnderTest, since start: ContinuousClock.Instant,
    _ starts: inout [Double], _ place: String
  ) async throws {
    let shown = try await withThrowingTaskGroup(of: (Int64, [String]).self) { group in
      for person in people {
        group.addTask { (person.person.id, try await person.person.bookings()) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    starts.append(start.duration(to: .now).milliseconds)
    try await bot.handlesEverything()

    let stored = try StoredOffice(in: bot.data)
    var mistakes: [String] = []
    for person in people {
      try await person.heed()
      let bookings = stored.seats(of: person.person)
      let lines = shown[person.person.id] ?? []
      let seen = Dictionary(
        lines.compactMap { line in line.firstMatch(of: /(\d+) · место (\d+)/) }
          .compactMap { match in Int(match.1).map { ($0, String(match.2)) } },
        uniquingKeysWith: { "\($0) and \($1)" })
      if seen != bookings {
        mistakes.append("\(person.person.firstName) sees \(seen), stored are \(bookings)")
      }
      mistakes += await person.mistakes(in: bookings, isSettled: true)
    }
    #expect(mistakes == [], "after \(place)")
    let all = shown.values.joined()
    #expect(Set(all).count == all.count, "a seat that two people see as theirs, after \(place)")
  }

  /// Each change is in the journal once, however often its tap came.
  private static func expectJournal(
    _ people: [BusyPerson], in bot: BotUnderTest, _ place: String
  ) async throws {
    var told = BusyPerson.Told()
    for person in people {
      let one = await person.told
      told.booked += one.booked
      told.moved += one.moved
      told.cancelled += one.cancelled
      told.refused += one.refused
    }
    let journal = try StoredOffice(in: bot.data).journal
    let journalled = ["booked", "moved", "cancelled"].map { journal[$0] ?? 0 }
    #expect(journalled == [told.booked, told.moved, told.cancelled], "the journal, \(place)")
    #expect(told.refused > 0)
    printFigure("crash.changes", Double(journalled.reduce(0, +)), "")
    printFigure("crash.refusals", Double(told.refused), "")
  }
}

extension BotUnderTest {
  var data: URL { folder.root.appending(path: "data") }
}

extension StoredOffice {
  /// The seats of somebody, by the day of the month.
  fileprivate func seats(of person: Person) -> [Int: String] {
    let own = bookings.filter { $0.account == person.id }
    return Dictionary(
      own.compactMap { booking in
        guard let day = booking.day.split(separator: "-").last.flatMap({ Int($0) }), let seat = booking.seat
        else { return nil }
        return (day, seat)
      }, uniquingKeysWith: { "\($0) and \($1)" })
  }
}

/// A number that whoever runs the tests may give in the environment.
private func number(_ name: String) -> UInt64? {
  ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
}
