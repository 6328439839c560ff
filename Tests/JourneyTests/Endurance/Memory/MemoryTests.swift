import Foundation
import Sandbox
import Testing

/// A short relative of `make soak`, which does the same for minutes with a release build.
@Suite("Memory and files", .timeLimit(.minutes(30)))
struct MemoryTests {
  private static let people = 8
  private static let rounds = 15

  @Test("A thousand taps and more leave neither memory nor files behind")
  func soak() async throws {
    var setup = OfficeSetup(employees: (1...Self.people).map { "Сотрудник №\($0)" })
    setup.telegram.flood = nil
    setup.environment["OFFICEBOT_PACE"] = "off"
    try await BotUnderTest.journey(in: setup) { bot in
      var people: [Person] = []
      for (index, name) in bot.setup.employees.enumerated() {
        people.append(try await bot.employee("№\(index + 1)", as: name))
      }
      let floors = try await people[0].seesFloors(days: 12)
      let pid = try #require(bot.pid)
      try await Self.walk(people, floors, rounds: Self.rounds / 5)
      let before = try await Self.figures(of: pid, bot)
      try await Self.walk(people, floors, rounds: Self.rounds)
      let after = try await Self.figures(of: pid, bot)
      let growth = after.residentMegabytes - before.residentMegabytes
      printFigure("memory.short_soak_growth_mb", growth, "MB")
      printFigure("memory.resident_mb", after.residentMegabytes, "MB")
      // Fewer taps than in the soak, and the debug build's arenas still fill: only what runs away is found.
      #expect(growth < 20)
      #expect(after.files <= before.files)
      #expect(after.sockets <= before.sockets + 32, "connections that are kept for the next call")
    }
  }

  /// Everybody opens every day, and now and then asks for the list of bookings.
  private static func walk(_ people: [Person], _ floors: [SeenFloor], rounds: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in people {
        group.addTask {
          for _ in 1...rounds {
            try await person.writes("/my", sees: "Мои брони")
            for floor in floors {
              try await person.tap(data: floor.open, on: person.lastMessage.id)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func figures(of pid: pid_t, _ bot: BotUnderTest) async throws -> ProcessFigures {
    try await bot.handlesEverything()
    // Deliveries that were not waited for.
    try await Task.sleep(for: .milliseconds(500))
    return try ProcessFigures(of: pid)
  }
}
