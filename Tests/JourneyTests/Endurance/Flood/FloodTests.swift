import Foundation
import Sandbox
import Testing

@Suite("One person taps a hundred times a second", .timeLimit(.minutes(30)))
struct FloodTests {
  private static let others = 99
  private static let taps = 800
  private static let between = Duration.milliseconds(10)
  /// How often each of the others taps.
  private static let now = Duration.seconds(4)

  @Test("Everybody's taps are answered, everybody ends with the screen tapped last, memory stays bounded")
  func flood() async throws {
    let names = (0...Self.others).map { "Сотрудник №\($0 + 100)" }
    try await BotUnderTest.journey(in: OfficeSetup(employees: names)) { bot in
      let people = try await Self.gather(names, bot)
      let flooder = try #require(people.first)
      let floors = try await flooder.seesFloors(days: 10)
      try await bot.handlesEverything()
      let before = try ProcessFigures(of: try #require(bot.pid))

      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await Self.flood(flooder, floors) }
        for (index, person) in people.dropFirst().enumerated() {
          group.addTask { try await Self.lookAround(person, floors, index) }
        }
        try await group.waitForAll()
      }
      let during = try ProcessFigures(of: try #require(bot.pid))

      try await bot.waits(for: "all taps to be answered") {
        await bot.sandbox.unansweredTaps.isEmpty
      }
      for (index, person) in people.enumerated() {
        let last = Self.last(of: index, floors)
        try await person.waits(for: "the floor of \(last.onButton)") {
          $0.last?.text.hasPrefix("\(last.onButton) ") == true
        }
      }
      let growth = during.residentMegabytes - before.residentMegabytes
      #expect(growth < 64, "megabytes")
      printFigure("flood.memory_growth_mb", growth, "MB")
      try await Self.printFigures("flood.flooder", of: [flooder])
      try await Self.printFigures("flood.others", of: Array(people.dropFirst()))
    }
  }

  // MARK: People

  private static func gather(_ names: [String], _ bot: BotUnderTest) async throws -> [Person] {
    try await withThrowingTaskGroup(of: Person.self) { group in
      for name in names {
        group.addTask {
          let person = await bot.newcomer(name)
          try await person.pressStart()
          try await person.sees("Выберите своё имя")
          try await person.writes(String(name.suffix(3)), sees: "По запросу")
          try await person.taps(name, sees: "Это вы?")
          try await person.taps("Да, это я", sees: "вы зарегистрированы")
          return person
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static func flood(_ person: Person, _ floors: [SeenFloor]) async throws {
    let message = try await person.lastMessage.id
    let start = ContinuousClock.now
    for tap in 1...taps {
      try await Task.sleep(until: start + between * tap)
      let floor = tap == taps ? last(of: 0, floors) : floors[tap % floors.count]
      // Every fourth changes something.
      let seat = tap % 4 == 0 && tap < taps ? floor.seats["\(1 + tap % 12)"] : nil
      _ = try await person.startTap(data: seat ?? floor.open, on: message)
    }
  }

  private static func lookAround(_ person: Person, _ floors: [SeenFloor], _ index: Int) async throws {
    let message = try await person.lastMessage.id
    let start = ContinuousClock.now + now * index / others
    let times = Int(between * taps / now)
    for time in 1...times {
      try await Task.sleep(until: start + now * (time - 1))
      let floor = time == times ? last(of: index + 1, floors) : floors[(index + time) % floors.count]
      _ = try await person.startTap(data: floor.open, on: message)
    }
  }

  /// The day that somebody opens last.
  private static func last(of index: Int, _ floors: [SeenFloor]) -> SeenFloor { floors[index % floors.count] }

  private static func printFigures(_ name: String, of people: [Person]) async throws {
    var waits: [Double] = []
    for person in people {
      waits += try await person.chat.taps.compactMap { tap in
        tap.answerDate.map { $0.timeIntervalSince(tap.date) * 1000 }
      }
    }
    printFigure("\(name).taps", Double(waits.count), "")
    printFigure("\(name).answer_p50_ms", waits.percentile(0.5), "ms")
    printFigure("\(name).answer_p99_ms", waits.percentile(0.99), "ms")
  }
}
