import Sandbox
import Testing

@Suite("A very large office", .timeLimit(.minutes(30)))
struct CrowdTests {
  /// 200 seats and 500 employees with the longest names that there may be; nobody waits for Telegram's pace.
  private static let setup: OfficeSetup = {
    var setup = OfficeSetup()
    setup.seatLines = (1...200).map { number in
      let zone = String(repeating: "Ю", count: 30) + "\(number % 4)"
      return "- { id: \"ЖЖЖЖЖЖЖЖЖ\(number + 100)\", zone: \(zone) }"
    }
    setup.employees = (1...500).map { String(repeating: "Щ", count: 96) + " \($0 + 100)" }
    setup.telegram.flood = nil
    setup.environment["OFFICEBOT_PACE"] = "off"
    return setup
  }()

  /// 64 characters of four code points each.
  private static func guest(_ number: Int) -> String {
    "\(number)" + String(repeating: "Щ\u{300}\u{301}\u{302}", count: 63)
  }

  @Test("Every screen that can be reached is taken by Telegram")
  func everyScreen() async throws {
    try await BotUnderTest.journey(in: Self.setup) { bot in
      let anna = await bot.newcomer("Анна")
      try await anna.pressStart()
      try await anna.sees("Выберите своё имя")
      try await anna.writes("щ 101", sees: "По запросу")
      try await anna.taps(bot.setup.employees[0], sees: "Это вы?")
      try await anna.taps("Да, это я", sees: "вы зарегистрированы")
      for guest in 1...5 {
        try await anna.invites(Self.guest(guest))
        try await anna.writes("жжжжжжжжж\(guest + 100)", sees: "Забронировано")
      }
      for day in 0..<14 {
        try await anna.opensDay(day)
        try await anna.writes("ЖЖЖЖЖЖЖЖЖ\(day + 200)", sees: "Забронировано")
      }
      try await anna.writes("/guest", sees: "Кого пригласить?")
      try await anna.writes(Self.guest(6), sees: "На какой день?")
      let seen = try await anna.visitsEverything(in: bot)
      // Menu, calendar, days, bookings and what is done with them, people, and a guest's screens.
      #expect(Set(seen.compactMap(\.first)).isSuperset(of: "mcdybxvwfgkl"), "\(seen.sorted())")
      try await anna.writes("/who", sees: "Кто в офисе:")
      try await anna.taps("Найти коллегу", sees: "Кого найти?")
      let found = try await anna.writes("щ", sees: "500 человек, показаны первые 8")
      try await anna.taps(try #require(found.labels.first?.first), sees: "ЖЖЖ")
    }
  }
}

extension Person {
  /// Goes wherever buttons of the newest message lead, and tells the codes of the places.
  fileprivate func visitsEverything(in bot: BotUnderTest) async throws -> Set<String> {
    let home = try #require(try await chat.last)
    var visited: Set<String> = []
    var ways = home.ways
    while !ways.isEmpty {
      // A guest's floors first: elsewhere the guest's name is forgotten.
      let way = ways.remove(at: ways.firstIndex { $0.place?.first == "l" } ?? 0)
      guard let place = way.place, visited.insert(place).inserted else { continue }
      let edits = await bot.sandbox.edits(in: id)
      try await tap(data: way, on: home.id)
      try await bot.waits(for: "the screen of «\(way)»") { await bot.sandbox.edits(in: id) > edits }
      let screen = try #require(try await chat.messages.first { $0.id == home.id })
      #expect(!screen.labels.isEmpty, "\(way) is a dead end")
      ways += screen.ways
    }
    return visited
  }
}

extension Message {
  /// What its buttons send that only show a screen.
  fileprivate var ways: [String] {
    (keyboard?.rows.joined().compactMap(\.data) ?? []).filter { $0.hasPrefix("o") }
  }
}

extension String {
  /// Where a button leads that only shows a screen, of all the way the last place.
  fileprivate var place: String? { dropFirst().split(separator: ".").last.map(String.init) }
}

extension Sandbox {
  /// How often a screen of a chat was edited; that an old message loses its buttons does not count.
  fileprivate func edits(in chat: Int64) async -> Int {
    await calls.count {
      $0.chat == chat && $0.method.hasPrefix("editMessage") && $0.method != "editMessageReplyMarkup"
    }
  }
}
