import Sandbox
import Testing

@Suite("The fewest taps", .timeLimit(.minutes(30)))
struct FewestTapsTests {
  @Test("The usual seat on the nearest day without a booking is one tap from the menu")
  func asUsual() async throws {
    let time = try OfficeTime()
    try await BotUnderTest.journey(in: time.office(seats: 12, "attendance: { enabled: false }")) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      for (day, seat) in [5, 5, 2, 5, 2].enumerated() { try await anna.books(seat, onDay: day) }
      // Nothing is usual yet: these days are not past.
      #expect(try await anna.writes("/menu", sees: "Ближайшая бронь").button("Как обычно") == nil)
      try await bot.handlesEverything()
      try time.move(to: "10:00", afterDays: 5, in: bot.sandbox)

      // Today she has nothing yet, and seat 5 is free.
      let menu = try await anna.writes("/menu", sees: "Броней пока нет.")
      let usual = try #require(menu.labels.first?.first)
      #expect(usual.hasPrefix("Как обычно: ") && usual.hasSuffix(", место 5"))
      let taps = try await anna.chat.taps.count
      let booked = try await anna.taps(usual, sees: "Забронировано: ")
      #expect(try await anna.chat.taps.count == taps + 1)
      #expect(booked.text.contains("место 5 (Окно)"))
      let today = try #require(try await anna.lines().first)
      #expect(usual == "Как обычно: \(today.replacing(" · ", with: ", "))")

      // Tomorrow somebody else has it: the seat she took second most often.
      try await boris.books(5, onDay: 1)
      let next = try await anna.writes("/menu", sees: "Ближайшая бронь")
      #expect(next.labels.first?.first?.hasSuffix(", место 2") == true)
      let twice = try await anna.taps("Как обычно", times: 2)
      #expect(twice.first?.hasPrefix("Место 2 ") == true)
      #expect(twice.last == "Уже обработано.")
      #expect(try await anna.lines().count == 2)
    }
  }

  @Test("Any seat on any day is three taps from the menu", arguments: [(0, 1), (6, 12), (13, 7)])
  func threeTaps(day: Int, seat: Int) async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let before = try await anna.chat.taps.count
      let booked = try await anna.books(seat, onDay: day)
      #expect(try await anna.chat.taps.count == before + 3)
      #expect(try await anna.lines() == ["\(booked.onButton) · место \(seat)"])
    }
  }
}
