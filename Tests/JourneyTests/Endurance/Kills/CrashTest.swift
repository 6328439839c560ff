import Foundation
import Sandbox
import TestSupport
import Testing

/// A bot that is killed again and again while people use it, and what must be there each time.
final class CrashTest {
  let bot: BotUnderTest
  let people: [BusyPerson]
  /// The days of the month on which people do something; the others may be on another page of «Мои брони».
  let days: Set<Int>
  /// What is booked for days before that is history.
  let firstDay: String
  var chance: SeededRandom
  var figures = CrashFigures()
  /// How long the last one took that was not interrupted.
  var snapshotTakes = Duration.milliseconds(500)
  /// Said with every failure: where that was, and how to have it again.
  private(set) var place = ""

  init(
    _ bot: BotUnderTest, people: [BusyPerson], days: Set<Int>, firstDay: String, chance: SeededRandom
  ) {
    self.bot = bot
    self.people = people
    self.days = days
    self.firstDay = firstDay
    self.chance = chance
  }

  /// Lets people work, ends that as the round has it, and starts the bot again.
  func perform(_ round: Round, _ place: String) async throws {
    self.place = "\(round.rawValue), \(place)"
    figures.rounds[round, default: 0] += 1
    switch round {
    case .kill: try await workAndKill()
    case .killAsItStarts:
      try await workAndKill()
      try await bot.start()
      try await Task.sleep(for: time(upTo: .milliseconds(200)))
      try await kill()
    case .snapshot: try await takeSnapshot()
    case .snapshotInterrupted: try await interruptSnapshot()
    case .restoredByItself: return try await loseDatabase()
    case .restoredByCommand: try await restore()
    case .restoreInterrupted: return try await interruptRestore()
    case .fullDisk: try await fillDisk(thenKill: false)
    case .killOnFullDisk: try await fillDisk(thenKill: true)
    }
    try await start()
  }

  // MARK: People

  func workAndKill() async throws {
    try await workAndKill { try await Task.sleep(for: time(upTo: .milliseconds(400))) }
  }

  /// Lets people work until the bot is killed, after something, then hears what they were told until then.
  func workAndKill(after end: () async throws -> Void) async throws {
    try await work {
      try await end()
      try await bot.kill()
    }
    try await expectDurable()
  }

  /// Lets people work until something is over, then hears what they were told until then.
  func work(until end: () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in people { group.addTask { try await person.work() } }
      try await end()
      group.cancelAll()
      try await group.waitForAll()
    }
    for person in people { try await person.heed() }
  }

  func sum(_ number: (BusyPerson) async -> Int) async -> Int {
    var sum = 0
    for person in people { sum += await number(person) }
    return sum
  }

  /// A time by chance.
  func time(upTo longest: Duration) -> Duration { longest * Double.random(in: 0...1, using: &chance) }

  // MARK: The process

  /// Starts the bot and waits until it has caught up, then looks at what it shows and what it has stored.
  ///
  /// - Parameter isRestoring: it has to restore the office first.
  func start(isRestoring: Bool = false) async throws {
    let begun = ContinuousClock.now
    try await bot.start()
    let (shown, took) = try await withThrowingTaskGroup(of: (Int64, [String]).self) { group in
      for person in people {
        group.addTask { (person.person.id, try await person.person.bookings()) }
      }
      var shown: [Int64: [String]] = [:]
      var took: Duration?
      for try await (person, lines) in group {
        took = took ?? begun.duration(to: .now)
        shown[person] = lines
      }
      return (shown, took)
    }
    let milliseconds = try #require(took).milliseconds
    if isRestoring {
      figures.restoringStarts.append(milliseconds)
    } else {
      figures.starts.append(milliseconds)
    }
    try await bot.handlesEverything()
    let stored = try StoredOffice(in: bot.data, from: firstDay)
    var mistakes: [String] = []
    for person in people {
      mistakes += try await person.mistakesAfterStart(in: stored)
      let seen = Self.seats(in: shown[person.person.id] ?? []).filter { days.contains($0.key) }
      let bookings = stored.seats(of: person.person).filter { days.contains($0.key) }
      if seen != bookings {
        mistakes.append("\(person.person.firstName) sees \(seen), stored are \(bookings)")
      }
    }
    #expect(mistakes == [], "after \(place)")
    let all = shown.values.joined()
    #expect(Set(all).count == all.count, "a seat that two people see as theirs, after \(place)")
  }

  func kill() async throws {
    try await bot.kill()
    try await expectDurable()
  }

  /// Looks at what a killed bot has left.
  func expectDurable() async throws {
    figures.kills += 1
    try await expectNoMistakes(in: StoredOffice(leftIn: bot.data, from: firstDay))
  }

  func expectNoMistakes(in stored: StoredOffice) async throws {
    var mistakes: [String] = []
    for person in people { mistakes += await person.mistakes(in: stored) }
    #expect(mistakes == [], "in office.db, \(place)")
  }

  /// The seats in lines of «Мои брони», by the day of the month.
  private static func seats(in lines: [String]) -> [Int: String] {
    Dictionary(
      lines.compactMap { line in line.firstMatch(of: /(\d+) · место (\d+)/) }
        .compactMap { match in Int(match.1).map { ($0, String(match.2)) } },
      uniquingKeysWith: { "\($0) and \($1)" })
  }
}
