import Foundation
import OfficeActor
import Sandbox
import TestSupport
import Testing

/// A round of each kind, or as many rounds as `CRASH_TEST_KILLS` says (`make crash-test`), each with at least one
/// kill; the same choices again with `CRASH_TEST_SEED`.
@Suite("Killed at random instants", .timeLimit(.minutes(180)))
struct KillingTests {
  private static let timeZone = TimeZone(identifier: "Europe/Moscow")
  private static let employees = 300
  /// They want the same few seats, so that many are refused.
  private static let busyPeople = 8
  private static let wantedSeats = 7
  private static let days = 6

  private static var setup: OfficeSetup {
    var setup = OfficeSetup(seats: 100, employees: (1...employees).map { "Занятый Сотрудник №\($0)" })
    // What the bot does by itself would be changes of which nobody here was told.
    setup.more = "attendance: { enabled: false }"
    // The kills are to find it busy, not waiting for Telegram's pace.
    setup.telegram.flood = nil
    setup.environment["OFFICEBOT_PACE"] = "off"
    return setup
  }

  @Test("All that was acknowledged is there after each kill, nothing that was refused, and no seat twice")
  func killed() async throws {
    let count = Int(number("CRASH_TEST_KILLS") ?? UInt64(Round.allCases.count))
    let seed = number("CRASH_TEST_SEED") ?? .random(in: 1...999_999)
    var expectations = BotUnderTest.Expectations.redeliveredTaps
    expectations.mayLeaveTapsUnanswered = true
    // The screens of the year that this Telegram knows nothing of.
    expectations.refusals.insert("Bad Request: message to edit not found")
    try await BotUnderTest.journey(in: Self.setup, expecting: expectations, isStarted: false) { bot in
      var chance = SeededRandom(seed: seed)
      let rounds = Round.sequence(count, by: &chance)
      let test = try await Self.gather(bot, seed: seed, chance)
      for (index, round) in rounds.enumerated() {
        try await test.perform(round, "round \(index + 1) of \(count), CRASH_TEST_SEED=\(seed)")
      }
      #expect(await test.sum { await $0.refusals } > 0)
      await test.printFigures()
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

  /// Begins with a year of an office, and people of it who look at its floors.
  private static func gather(
    _ bot: BotUnderTest, seed: UInt64, _ chance: SeededRandom
  ) async throws -> CrashTest {
    let timeZone = try #require(timeZone)
    try await OfficeYear(
      names: bot.setup.employees.compactMap { EmployeeName($0) },
      seats: (1...bot.setup.seats).map { Seat(id: Seat.ID("\($0)")) },
      rules: OfficeRules(timeZone: timeZone, registration: .open)
    ).write(to: bot.data, until: .now)
    let tomorrow = Day(containing: .now, in: timeZone) + 1
    try await bot.start()
    var people: [Person] = []
    for number in 1...busyPeople {
      let person = await bot.sandbox.person(
        "№\(number)", id: OfficeYear.firstAccount + Int64(number - 1))
      try await person.pressStart()
      try await person.sees("Занятый Сотрудник")
      people.append(person)
    }
    // On days off every seat is free; such a floor shows zones instead of seats.
    let floors = try await people[0].seesFloors(days: 13).filter { !$0.seats.isEmpty }.prefix(days)
    #expect(try await bot.run(["snapshot"]).exit == .status(0))
    let stored = try StoredOffice(in: bot.data, from: tomorrow.iso)
    return CrashTest(
      bot,
      people: people.enumerated().map { index, person in
        BusyPerson(
          person, floors: floors.map { $0.with(seats: wantedSeats) },
          after: stored.changes.filter { $0.account == person.id },
          seed: seed &+ UInt64(index))
      }, days: Set(floors.map(\.dayOfMonth)), firstDay: tomorrow.iso, chance: chance)
  }
}

extension BotUnderTest {
  var data: URL { folder.root.appending(path: "data") }
}

/// A number that whoever runs the tests may give in the environment.
private func number(_ name: String) -> UInt64? {
  ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
}
